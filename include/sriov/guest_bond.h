/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief A bond inside a machine, over VFs: will it work, and why not.
 */
#ifndef SRIOV_GUEST_BOND_H
#define SRIOV_GUEST_BOND_H

#include <sriov/bond.h>
#include <sriov/error.h>
#include <sriov/finding.h>
#include <sriov/vf.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The plan of a bond over VFs, as the machine that gets them will have it.
 *
 * Made with _new, told the bond's parameters and its VFs, then asked. For one thread at a time.
 * @since 0.1
 */
struct sriov_guest_bond;

/**
 * @brief Plans a bond with the kernel's defaults, but mode active-backup.
 * @param[out] bond released with sriov_guest_bond_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_guest_bond_new(struct sriov_guest_bond **bond, struct sriov_error **error);

/**
 * @brief Plans a bond with the same mode, link monitoring and fail_over_mac as a bond of the host.
 * @param host the bond of the host.
 * @param[out] bond released with sriov_guest_bond_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or this version does not know the host bond's
 * mode or fail_over_mac.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_guest_bond_new_like(const struct sriov_bond *host,
					  struct sriov_guest_bond **bond,
					  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param bond may be NULL.
 * @return `bond`.
 * @since 0.1
 */
struct sriov_guest_bond *sriov_guest_bond_ref(struct sriov_guest_bond *bond);

/**
 * @brief Drops a reference; the last one frees it.
 * @param bond may be NULL.
 * @since 0.1
 */
void sriov_guest_bond_unref(struct sriov_guest_bond *bond);

/**
 * @brief Sets the mode.
 * @param bond the plan.
 * @param mode the mode.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `bond` is NULL or the mode none of #sriov_bond_mode.
 * @since 0.1
 */
enum sriov_code sriov_guest_bond_set_mode(struct sriov_guest_bond *bond, enum sriov_bond_mode mode,
					  struct sriov_error **error);

/**
 * @brief Sets how often the links are looked at.
 * @param bond the plan; NULL does nothing.
 * @param miimon_ms milliseconds; 0 for never.
 * @since 0.1
 */
void sriov_guest_bond_set_miimon_ms(struct sriov_guest_bond *bond, unsigned int miimon_ms);

/**
 * @brief Sets what the bond does with MACs at a failover.
 * @param bond the plan.
 * @param policy the policy; the kernel heeds it in active-backup mode only.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `bond` is NULL or the policy none of #sriov_fail_over_mac.
 * @since 0.1
 */
enum sriov_code sriov_guest_bond_set_fail_over_mac(struct sriov_guest_bond *bond,
						   enum sriov_fail_over_mac policy,
						   struct sriov_error **error);

/**
 * @brief Says whether the machine sends frames with MACs that are not its card's.
 *
 * That is so when a bridge, a macvlan or a machine of its own is above the bond. It is off at
 * first.
 * @param bond the plan; NULL does nothing.
 * @param foreign true when it does.
 * @since 0.1
 */
void sriov_guest_bond_set_foreign_macs(struct sriov_guest_bond *bond, bool foreign);

/**
 * @brief Says whether whoever starts the machine gives each VF an admin MAC.
 *
 * libvirt does so for every interface that is a VF, also when its definition names no MAC. It is
 * off at first: then the VFs are judged with what they have when they are added. A PF does not tell
 * whether the MAC that it has for a VF was given by the administrator or made up by the VF's
 * driver; that is seen as long as the VF has an interface on the host, and else makes a warning of
 * what would be certain.
 * @param bond the plan; NULL does nothing.
 * @param given true when it does.
 * @since 0.1
 */
void sriov_guest_bond_set_admin_macs(struct sriov_guest_bond *bond, bool given);

/**
 * @brief Adds a VF to the bond; the first one gives the bond its MAC.
 *
 * Its settings are read now.
 * @param bond the plan.
 * @param vf the VF.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_ALREADY it is in the plan.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_MALFORMED the kernel's answer does not hold the number of VFs it promises.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @retval SRIOV_CODE_BUSY the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @par Kernel interface
 * rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`; `address` and `addr_assign_type` of the VF's
 * interface, if the host sees one.
 * @since 0.1
 */
enum sriov_code sriov_guest_bond_add_vf(struct sriov_guest_bond *bond, struct sriov_vf *vf,
					struct sriov_error **error);

/**
 * @brief Foretells what will go wrong with the bond as planned, with the ways out.
 *
 * The rules were measured on igb with kernels 6.1 and 6.12; for other drivers a finding is a
 * warning where igb's would be certain. What a spoof check drops was read in the card's registers
 * and data sheet: the emulated card of the tests forwards it. What the VFs were told since they
 * were added is not seen.
 * @param bond the plan.
 * @param[out] findings released with sriov_finding_list_unref(); empty when nothing is wrong.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_guest_bond_check(const struct sriov_guest_bond *bond,
				       struct sriov_finding_list **findings,
				       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
