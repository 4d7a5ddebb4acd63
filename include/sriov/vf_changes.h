/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Many settings of many VFs in one send.
 *
 * @code{.c}
 * struct sriov_vf_changes *changes = NULL;
 *
 * if (sriov_vf_changes_new(pf, &changes, &error) ||
 *     sriov_vf_changes_set_trust(changes, SRIOV_VF_INDEX_ALL, false, &error) ||
 *     sriov_vf_changes_set_mac(changes, 0, "52:54:00:00:00:01", &error) ||
 *     sriov_vf_changes_set_vlan(changes, 0, 100, 0, SRIOV_VLAN_PROTOCOL_8021Q, &error) ||
 *     sriov_vf_changes_apply(changes, &error))
 *         fprintf(stderr, "%s\n", sriov_error_get_message(error));
 * sriov_vf_changes_unref(changes);
 * sriov_error_unref(error);
 * @endcode
 *
 * Each change is a message of its own, and all of them go to the kernel in one send: four settings
 * of 128 VFs take three system calls, and three more to read back what the driver has then. One
 * that is refused does not keep the others from being made. What became of each is told by its
 * position, which counts the changes from 0 in the order in which they were added.
 */
#ifndef SRIOV_VF_CHANGES_H
#define SRIOV_VF_CHANGES_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief An index that stands for many VFs.
 * @since 0.1
 */
enum sriov_vf_index {
	/** Every VF that the PF has when the change is added: one change for each of them. */
	SRIOV_VF_INDEX_ALL = 0x7fffffff,
};

/**
 * @brief What became of a change.
 * @since 0.1
 */
enum sriov_vf_change_result {
	/** The kernel's answers were lost, and the driver does not have the value now. */
	SRIOV_VF_CHANGE_RESULT_UNKNOWN = -1,
	/** It was not sent. */
	SRIOV_VF_CHANGE_RESULT_NOT_SENT = 0,
	/** It was made: the driver told the value when it was read back. */
	SRIOV_VF_CHANGE_RESULT_APPLIED = 1,
	/**
	 * It was accepted, and could not be compared: the driver does not tell this setting, tells
	 * nothing of this VF now, or a later change of the same call took its place.
	 */
	SRIOV_VF_CHANGE_RESULT_ACCEPTED = 2,
	/**
	 * It was accepted, and the driver told another value when it was read back. Some drivers
	 * round (rates), some need a moment (i40e, ice), some need the VF's driver to be loaded
	 * again: read the settings later to see. sriov_vf_changes_get_error() tells both values.
	 */
	SRIOV_VF_CHANGE_RESULT_DIFFERENT = 3,
	/** It was refused: sriov_vf_changes_get_error() tells why. */
	SRIOV_VF_CHANGE_RESULT_REFUSED = 4,
};

/**
 * @brief Changes of the settings of one PF's VFs, and what became of them. Counted; holds its PF.
 * For one thread at a time.
 * @since 0.1
 */
struct sriov_vf_changes;

/**
 * @brief Makes an empty set of changes, and finds the network interface that takes them.
 *
 * The interface is kept by its index and stays the same while it is renamed.
 * @param pf the PF.
 * @param[out] changes released with sriov_vf_changes_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface.
 * @retval SRIOV_CODE_NOT_FOUND its interface is in another network namespace.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink, or not read the device.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of the interface is not understood.
 * @retval SRIOV_CODE_FAILED the interface cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_BUSY the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @par Kernel interface
 * `net/` and `ifindex` of the PF, rtnetlink `RTM_GETLINK`.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_new(struct sriov_pf *pf, struct sriov_vf_changes **changes,
				     struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param changes may be NULL.
 * @return `changes`.
 * @since 0.1
 */
struct sriov_vf_changes *sriov_vf_changes_ref(struct sriov_vf_changes *changes);

/**
 * @brief Drops a reference; the last one frees it. What was added and not applied is forgotten.
 * @param changes may be NULL.
 * @since 0.1
 */
void sriov_vf_changes_unref(struct sriov_vf_changes *changes);

/**
 * @brief Adds: a VF's MAC (the admin MAC). Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535; #SRIOV_VF_INDEX_ALL only to take every MAC away.
 * @param mac six bytes in hexadecimal with colons, "52:54:00:00:00:01": not a multicast address.
 * All zeros take the admin MAC away, where the driver allows it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_MAC`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_mac(struct sriov_vf_changes *changes, unsigned int vf_index,
					 const char *mac, struct sriov_error **error);

/**
 * @brief Adds: the VLAN that a VF is put in without knowing it. Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param vlan_id 1 to 4094; 0 takes the VLAN away, whatever its protocol is.
 * @param qos the priority of the tag, 0 to 7; 0 without a VLAN.
 * @param protocol of the tag; without a VLAN it does not matter which.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_VLAN`, with 802.1ad `IFLA_VF_VLAN_LIST`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_vlan(struct sriov_vf_changes *changes, unsigned int vf_index,
					  unsigned int vlan_id, unsigned int qos,
					  enum sriov_vlan_protocol protocol,
					  struct sriov_error **error);

/**
 * @brief Adds: both rates of a VF. Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param min_mbps in Mb/s, not above the maximum; 0 for none.
 * @param max_mbps in Mb/s; 0 for no limit.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_RATE`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_rates(struct sriov_vf_changes *changes, unsigned int vf_index,
					   unsigned int min_mbps, unsigned int max_mbps,
					   struct sriov_error **error);

/**
 * @brief Adds: the minimum rate of a VF, which keeps its maximum. Nothing is sent yet.
 *
 * The kernel only knows both together, so the maximum is read before all changes are sent.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param min_mbps in Mb/s; 0 for none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_RATE`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_min_rate(struct sriov_vf_changes *changes,
					      unsigned int vf_index, unsigned int min_mbps,
					      struct sriov_error **error);

/**
 * @brief Adds: the maximum rate of a VF, which keeps its minimum. Nothing is sent yet.
 *
 * The kernel only knows both together, so the minimum is read before all changes are sent.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param max_mbps in Mb/s; 0 for no limit.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_RATE`, before Linux 3.16 `IFLA_VF_TX_RATE`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_max_rate(struct sriov_vf_changes *changes,
					      unsigned int vf_index, unsigned int max_mbps,
					      struct sriov_error **error);

/**
 * @brief Adds: a VF's spoof check. Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param enable true to drop frames with a source MAC that is not the VF's.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_SPOOFCHK`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_spoof_check(struct sriov_vf_changes *changes,
						 unsigned int vf_index, bool enable,
						 struct sriov_error **error);

/**
 * @brief Adds: a VF's trust. Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param enable true to let the VF override its admin MAC and ask for promiscuous mode.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_TRUST`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_trust(struct sriov_vf_changes *changes, unsigned int vf_index,
					   bool enable, struct sriov_error **error);

/**
 * @brief Adds: what link a VF sees. Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param state what link the VF is to see.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_LINK_STATE`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_link_state(struct sriov_vf_changes *changes,
						unsigned int vf_index, enum sriov_link_state state,
						struct sriov_error **error);

/**
 * @brief Adds: whether a VF may read the PF's table and key of receive side scaling (RSS). Nothing
 * is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535, or #SRIOV_VF_INDEX_ALL.
 * @param enable true to let it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_RSS_QUERY_EN`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_rss_query(struct sriov_vf_changes *changes,
					       unsigned int vf_index, bool enable,
					       struct sriov_error **error);

/**
 * @brief Adds: the GUID of a VF as a node of InfiniBand. Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535; #SRIOV_VF_INDEX_ALL only to take every GUID away.
 * @param guid 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
 * allows it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_IB_NODE_GUID`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_node_guid(struct sriov_vf_changes *changes,
					       unsigned int vf_index, uint64_t guid,
					       struct sriov_error **error);

/**
 * @brief Adds: the GUID of a VF's port of InfiniBand. Nothing is sent yet.
 * @param changes the changes.
 * @param vf_index from 0 to 65535; #SRIOV_VF_INDEX_ALL only to take every GUID away.
 * @param guid 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
 * allows it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE all VFs were asked for, and the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN all VFs were asked for, and the PF may not be read.
 * @retval SRIOV_CODE_FAILED all VFs were asked for, and the PF cannot be read.
 * @par Kernel interface
 * `IFLA_VF_IB_PORT_GUID`; the links `virtfnN` for all VFs.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_set_port_guid(struct sriov_vf_changes *changes,
					       unsigned int vf_index, uint64_t guid,
					       struct sriov_error **error);

/**
 * @brief Makes all changes, in the order in which they were added, and reads back what the driver
 * has then.
 *
 * The kernel handles each change for itself, so one that is refused does not keep the next from
 * being made, and nothing is taken back. Success means that the kernel accepted all of them; a
 * driver that tells another value afterwards is no failure, since it may take it later: look for
 * #SRIOV_VF_CHANGE_RESULT_DIFFERENT with sriov_vf_changes_get_count_of(). When the values cannot
 * be read back, the results say #SRIOV_VF_CHANGE_RESULT_ACCEPTED and the log says why.
 *
 * It may be called again: then all changes are made once more.
 * @param changes the changes; none is success.
 * @param[out] error may be NULL; with more than one change it has a cause for each that was
 * refused, and the message tells how many were made.
 * @retval SRIOV_CODE_INVALID `changes` is NULL.
 * @retval SRIOV_CODE_PARTIAL some changes were made and some not.
 * @retval SRIOV_CODE_UNSUPPORTED the driver has none of these settings, or the kernel tells of no
 * minimum rate. Nothing was changed.
 * @retval SRIOV_CODE_NOT_FOUND the PF has none of these VFs any more. Nothing was changed.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN. Nothing was changed.
 * @retval SRIOV_CODE_GONE the PF or its interface was removed. Nothing was changed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VFs reset: try again; or an
 * earlier change of the PF is not over. Nothing was changed.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused all of them; or the kernel's answers were lost: the
 * results tell which values the driver has.
 * @retval SRIOV_CODE_MALFORMED the rates that are to be kept are not understood. Nothing was
 * changed.
 * @retval SRIOV_CODE_NO_MEMORY out of memory: the results tell what was done before.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK`, one message for each change, and `RTM_GETLINK` with `RTEXT_FILTER_VF`.
 * @since 0.1
 */
enum sriov_code sriov_vf_changes_apply(struct sriov_vf_changes *changes,
				       struct sriov_error **error);

/**
 * @brief How many changes were added.
 * @param changes may be NULL, which has none.
 * @return the number; positions are below it.
 * @since 0.1
 */
size_t sriov_vf_changes_get_count(const struct sriov_vf_changes *changes);

/**
 * @brief Which VF a change is of.
 * @param changes may be NULL.
 * @param position from 0, below sriov_vf_changes_get_count().
 * @return its index; 0 past the end.
 * @since 0.1
 */
unsigned int sriov_vf_changes_get_vf_index(const struct sriov_vf_changes *changes, size_t position);

/**
 * @brief Which setting a change is of.
 * @param changes may be NULL.
 * @param position from 0, below sriov_vf_changes_get_count().
 * @return the setting; unknown past the end.
 * @since 0.1
 */
enum sriov_vf_setting sriov_vf_changes_get_setting(const struct sriov_vf_changes *changes,
						   size_t position);

/**
 * @brief What became of a change when the changes were applied last.
 * @param changes may be NULL.
 * @param position from 0, below sriov_vf_changes_get_count().
 * @return the result; unknown past the end.
 * @since 0.1
 */
enum sriov_vf_change_result sriov_vf_changes_get_result(const struct sriov_vf_changes *changes,
							size_t position);

/**
 * @brief How many changes came to this result when they were applied last.
 * @param changes may be NULL.
 * @param result any.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vf_changes_get_count_of(const struct sriov_vf_changes *changes,
				     enum sriov_vf_change_result result);

/**
 * @brief Why a change was refused, or what the driver told instead of the value.
 * @param changes may be NULL.
 * @param position from 0, below sriov_vf_changes_get_count().
 * @return borrowed until the changes are applied again; NULL when there is nothing to say. It
 * names the VF, the attribute and the driver; of a different value the code is
 * #SRIOV_CODE_PARTIAL.
 * @since 0.1
 */
const struct sriov_error *sriov_vf_changes_get_error(const struct sriov_vf_changes *changes,
						     size_t position);

#ifdef __cplusplus
}
#endif

#endif
