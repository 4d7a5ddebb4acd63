/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Representors: the interfaces of the host at the other end of VFs, in switchdev mode.
 */
#ifndef SRIOV_REPRESENTOR_H
#define SRIOV_REPRESENTOR_H

#include <sriov/error.h>
#include <sriov/netdev.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The representor of one VF, or why there is none. Immutable and counted.
 * @since 0.1
 */
struct sriov_representor;

/**
 * @brief Representors of the VFs of one PF, in the order of the VFs. Immutable and counted.
 * @since 0.1
 */
struct sriov_representor_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_representor_list *sriov_representor_list_ref(struct sriov_representor_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_representor_list_unref(struct sriov_representor_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_representor_list_get_count(const struct sriov_representor_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_representor_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_representor *sriov_representor_list_get(const struct sriov_representor_list *list,
						     size_t position);

/**
 * @brief Takes a reference.
 * @param representor may be NULL.
 * @return `representor`.
 * @since 0.1
 */
struct sriov_representor *sriov_representor_ref(struct sriov_representor *representor);

/**
 * @brief Drops a reference; the last one frees it.
 * @param representor may be NULL.
 * @since 0.1
 */
void sriov_representor_unref(struct sriov_representor *representor);

/**
 * @brief Which VF it stands for.
 * @param representor may be NULL.
 * @return from 0.
 * @since 0.1
 */
unsigned int sriov_representor_get_vf_index(const struct sriov_representor *representor);

/**
 * @brief The interface.
 * @param representor may be NULL.
 * @return borrowed; NULL when it is not seen here: sriov_representor_get_error() says why.
 * @since 0.1
 */
struct sriov_netdev *sriov_representor_get_netdev(const struct sriov_representor *representor);

/**
 * @brief Why the interface is not seen.
 * @param representor may be NULL.
 * @return borrowed; NULL when all is well.
 * @since 0.1
 */
const struct sriov_error *sriov_representor_get_error(const struct sriov_representor *representor);

/**
 * @brief Lists the representors of the VFs that the PF has now, one for each VF.
 *
 * A VF whose representor is not seen is in the list all the same, with
 * sriov_representor_get_error().
 * @param pf the PF.
 * @param[out] list released with sriov_representor_list_unref(); empty when the PF has no VFs.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the PF's driver has no switchdev mode.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the PF.
 * @retval SRIOV_CODE_NOT_FOUND the switch is in legacy mode, in which VFs have none: see
 * sriov_pf_set_eswitch_mode().
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_BUSY the interfaces or ports of the host changed each time they were read: try
 * again; or the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_MALFORMED the kernel's answer is not understood.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @par Kernel interface
 * devlink `DEVLINK_CMD_PORT_GET`: the port of the flavour `pcivf` with the VF's number. Where the
 * driver has no such ports, rtnetlink `RTM_GETLINK`: the interface on the PF's switch
 * (`IFLA_PHYS_SWITCH_ID`) that is called (`IFLA_PHYS_PORT_NAME`) "pf0vf3", "c1pf0vf3", "pf0vfr3",
 * "vf3" or "3".
 * @since 0.1
 */
enum sriov_code sriov_pf_list_representors(struct sriov_pf *pf,
					   struct sriov_representor_list **list,
					   struct sriov_error **error);

/**
 * @brief Finds the representor of one VF.
 * @param vf the VF.
 * @param[out] netdev released with sriov_netdev_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the PF's driver has no switchdev mode.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the PF.
 * @retval SRIOV_CODE_NOT_FOUND the switch is in legacy mode, in which VFs have none (see
 * sriov_pf_set_eswitch_mode()), or the VF's is in another network namespace.
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_BUSY the interfaces or ports of the host changed each time they were read: try
 * again; or the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_MALFORMED the kernel's answer is not understood.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @par Kernel interface
 * devlink `DEVLINK_CMD_PORT_GET`: the port of the flavour `pcivf` with the VF's number. Where the
 * driver has no such ports, rtnetlink `RTM_GETLINK`: the interface on the PF's switch
 * (`IFLA_PHYS_SWITCH_ID`) that is called (`IFLA_PHYS_PORT_NAME`) "pf0vf3", "c1pf0vf3", "pf0vfr3",
 * "vf3" or "3".
 * @since 0.1
 */
enum sriov_code sriov_vf_read_representor(struct sriov_vf *vf, struct sriov_netdev **netdev,
					  struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
