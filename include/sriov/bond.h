/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Bonds of the host.
 */
#ifndef SRIOV_BOND_H
#define SRIOV_BOND_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief How a bond uses its members; the numbers are the kernel's.
 * @since 0.1
 */
enum sriov_bond_mode {
	/** One that this version does not know. */
	SRIOV_BOND_MODE_UNKNOWN = -1,
	/** balance-rr. */
	SRIOV_BOND_MODE_BALANCE_RR = 0,
	/** active-backup. */
	SRIOV_BOND_MODE_ACTIVE_BACKUP = 1,
	/** balance-xor. */
	SRIOV_BOND_MODE_BALANCE_XOR = 2,
	/** broadcast. */
	SRIOV_BOND_MODE_BROADCAST = 3,
	/** 802.3ad, LACP. */
	SRIOV_BOND_MODE_8023AD = 4,
	/** balance-tlb. */
	SRIOV_BOND_MODE_BALANCE_TLB = 5,
	/** balance-alb. */
	SRIOV_BOND_MODE_BALANCE_ALB = 6,
};

/**
 * @brief What an active-backup bond does with MACs; the numbers are the kernel's.
 * @since 0.1
 */
enum sriov_fail_over_mac {
	/** One that this version does not know. */
	SRIOV_FAIL_OVER_MAC_UNKNOWN = -1,
	/** Every member is given the bond's MAC when it joins. */
	SRIOV_FAIL_OVER_MAC_NONE = 0,
	/** The members keep their MACs, and the bond takes the active one's. */
	SRIOV_FAIL_OVER_MAC_ACTIVE = 1,
	/** A member is given the bond's MAC when it becomes the active one. */
	SRIOV_FAIL_OVER_MAC_FOLLOW = 2,
};

/**
 * @brief A bond of the host as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_bond;

/**
 * @brief Opens a bond by its name.
 * @param context the host.
 * @param name "bond0".
 * @param[out] bond released with sriov_bond_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name can be no interface's.
 * @retval SRIOV_CODE_NOT_FOUND there is no such interface, or it is no bond.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FORBIDDEN it may not be read.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_BUSY it was asked for before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/class/net/NAME/bonding`.
 * @since 0.1
 */
enum sriov_code sriov_bond_open(struct sriov_context *context, const char *name,
				struct sriov_bond **bond, struct sriov_error **error);

/**
 * @brief Opens the bond that an interface is a member of.
 * @param context the host.
 * @param interface the interface: "em1".
 * @param[out] bond released with sriov_bond_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name can be no interface's.
 * @retval SRIOV_CODE_NOT_FOUND there is no such interface, or it is in no bond; the message says
 * what it is in instead.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FORBIDDEN it may not be read.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_BUSY it was asked for before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * the link `/sys/class/net/NAME/master`.
 * @since 0.1
 */
enum sriov_code sriov_bond_open_above(struct sriov_context *context, const char *interface,
				      struct sriov_bond **bond, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param bond may be NULL.
 * @return `bond`.
 * @since 0.1
 */
struct sriov_bond *sriov_bond_ref(struct sriov_bond *bond);

/**
 * @brief Drops a reference; the last one frees it.
 * @param bond may be NULL.
 * @since 0.1
 */
void sriov_bond_unref(struct sriov_bond *bond);

/**
 * @brief Its interface.
 * @param bond may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_bond_get_name(const struct sriov_bond *bond);

/**
 * @brief How it uses its members.
 * @param bond may be NULL.
 * @return the mode.
 * @since 0.1
 */
enum sriov_bond_mode sriov_bond_get_mode(const struct sriov_bond *bond);

/**
 * @brief The mode as the kernel calls it: "active-backup".
 * @param bond may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_bond_get_mode_name(const struct sriov_bond *bond);

/**
 * @brief How often the link of each member is looked at.
 * @param bond may be NULL.
 * @return milliseconds; 0 when it is not.
 * @since 0.1
 */
unsigned int sriov_bond_get_miimon_ms(const struct sriov_bond *bond);

/**
 * @brief How long a link must be up before it is used.
 * @param bond may be NULL.
 * @return milliseconds.
 * @since 0.1
 */
unsigned int sriov_bond_get_updelay_ms(const struct sriov_bond *bond);

/**
 * @brief How long a link must be down before it is given up.
 * @param bond may be NULL.
 * @return milliseconds.
 * @since 0.1
 */
unsigned int sriov_bond_get_downdelay_ms(const struct sriov_bond *bond);

/**
 * @brief The member that is preferred.
 * @param bond may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_bond_get_primary(const struct sriov_bond *bond);

/**
 * @brief What it does with MACs at a failover.
 * @param bond may be NULL.
 * @return the policy.
 * @since 0.1
 */
enum sriov_fail_over_mac sriov_bond_get_fail_over_mac(const struct sriov_bond *bond);

/**
 * @brief The member that carries the traffic.
 * @param bond may be NULL.
 * @return borrowed; NULL when there is none, and in modes that use all.
 * @since 0.1
 */
const char *sriov_bond_get_active_member(const struct sriov_bond *bond);

/**
 * @brief Its members, in the order in which they joined.
 * @param bond may be NULL.
 * @return borrowed; may be empty.
 * @since 0.1
 */
const struct sriov_string_list *sriov_bond_get_members(const struct sriov_bond *bond);

/**
 * @brief All its parameters as the bonding module and BONDING_OPTS take them: "mode=1 miimon=80
 * updelay=30000 primary=em1 fail_over_mac=active". What is at its default is left out, mode is not.
 *
 * BONDING_OPTS also takes `peer_notif_delay`, `arp_missed_max`, `lacp_active` and
 * `tlb_dynamic_lb`, which are no parameters of the module.
 * @param bond may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_bond_get_options(const struct sriov_bond *bond);

#ifdef __cplusplus
}
#endif

#endif
