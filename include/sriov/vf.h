/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Virtual functions.
 */
#ifndef SRIOV_VF_H
#define SRIOV_VF_H

#include <sriov/context.h>
#include <sriov/device.h>
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
 * @brief A virtual function as it was when it was read. Immutable and counted; holds its PF.
 * @since 0.1
 */
struct sriov_vf;

/**
 * @brief VFs of one PF, in the order of their indexes. Immutable and counted.
 * @since 0.1
 */
struct sriov_vf_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vf_list *sriov_vf_list_ref(struct sriov_vf_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vf_list_unref(struct sriov_vf_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vf_list_get_count(const struct sriov_vf_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_vf_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_vf *sriov_vf_list_get(const struct sriov_vf_list *list, size_t position);

/**
 * @brief Opens a VF by its PCI address or by the name of its network interface.
 * @param context the host.
 * @param name "0000:01:10.0", "01:10.0" (domain 0), "enp1s16" or an alternative name of it.
 * @param[out] vf released with sriov_vf_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name is neither an address nor can be an
 * interface's.
 * @retval SRIOV_CODE_NOT_FOUND no device has that address, no interface that name, or the interface
 * is on no PCI device.
 * @retval SRIOV_CODE_NOT_VF the device is no VF, or its PF is not visible from here.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED the device cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * the link `physfn` of the VF, the links `virtfnN` of its PF.
 * @since 0.1
 */
enum sriov_code sriov_vf_open(struct sriov_context *context, const char *name, struct sriov_vf **vf,
			      struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param vf may be NULL.
 * @return `vf`.
 * @since 0.1
 */
struct sriov_vf *sriov_vf_ref(struct sriov_vf *vf);

/**
 * @brief Drops a reference; the last one frees it.
 * @param vf may be NULL.
 * @since 0.1
 */
void sriov_vf_unref(struct sriov_vf *vf);

/**
 * @brief The PF that it is a function of.
 * @param vf may be NULL.
 * @return borrowed.
 * @since 0.1
 */
struct sriov_pf *sriov_vf_get_pf(const struct sriov_vf *vf);

/**
 * @brief Its number among the VFs of its PF, from 0.
 * @param vf may be NULL.
 * @return the index.
 * @since 0.1
 */
unsigned int sriov_vf_get_index(const struct sriov_vf *vf);

/**
 * @brief The VF as a PCI device: address, driver, group and so on.
 * @param vf may be NULL.
 * @return borrowed.
 * @since 0.1
 */
struct sriov_device *sriov_vf_get_device(const struct sriov_vf *vf);

/**
 * @brief Why a VF in a list could not be read.
 * @param vf may be NULL.
 * @return borrowed; NULL when all is well. With an error only its PF and index are known.
 * @since 0.1
 */
const struct sriov_error *sriov_vf_get_error(const struct sriov_vf *vf);

/**
 * @brief Its network interface; of several the first by name.
 * @param vf may be NULL.
 * @return borrowed; NULL when it has none that is seen here, as when it is bound to VFIO.
 * @since 0.1
 */
const char *sriov_vf_get_interface(const struct sriov_vf *vf);

/**
 * @brief What the PF enforces on this VF.
 * @param vf the VF.
 * @param[out] settings released with sriov_vf_settings_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver tells nothing of
 * VFs.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver leaves the VF out of its answer, as while it resets: try
 * again; or the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_MALFORMED the kernel's answer does not hold the VFs that it promises.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @par Kernel interface
 * rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`.
 * @since 0.1
 */
enum sriov_code sriov_vf_read_settings(struct sriov_vf *vf, struct sriov_vf_settings **settings,
				       struct sriov_error **error);

/**
 * @brief Sets its MAC (the admin MAC). Some drivers show it in the VF only after the VF's driver is
 * loaded again.
 * @param vf the VF.
 * @param mac six bytes in hexadecimal with colons, "52:54:00:00:00:01": not a multicast address.
 * All zeros take the admin MAC away, where the driver allows it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_MAC`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_mac(struct sriov_vf *vf, const char *mac, struct sriov_error **error);

/**
 * @brief Puts the VF in a VLAN (802.1Q) without its knowing.
 * @param vf the VF.
 * @param vlan_id 1 to 4094; 0 takes the VLAN away.
 * @param qos the priority of the tag, 0 to 7; 0 without a VLAN.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_VLAN`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_vlan(struct sriov_vf *vf, unsigned int vlan_id, unsigned int qos,
				  struct sriov_error **error);

/**
 * @brief Sets its spoof check.
 * @param vf the VF.
 * @param enable true to drop frames with a source MAC that is not the VF's.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_SPOOFCHK`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_spoof_check(struct sriov_vf *vf, bool enable,
					 struct sriov_error **error);

/**
 * @brief Sets its trust.
 * @param vf the VF.
 * @param enable true to let the VF override its admin MAC and ask for promiscuous mode.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_TRUST`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_trust(struct sriov_vf *vf, bool enable, struct sriov_error **error);

/**
 * @brief Sets what link it sees.
 * @param vf the VF.
 * @param state what link the VF is to see.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_LINK_STATE`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_link_state(struct sriov_vf *vf, enum sriov_link_state state,
					struct sriov_error **error);

/**
 * @brief Puts the VF in a VLAN of this protocol without its knowing.
 *
 * In a VLAN of 802.1ad the VF may use VLANs of its own (802.1Q), behind the tag of the PF.
 * @param vf the VF.
 * @param vlan_id 1 to 4094; 0 takes the VLAN away, whatever its protocol is.
 * @param qos the priority of the tag, 0 to 7; 0 without a VLAN.
 * @param protocol of the tag; without a VLAN it does not matter which.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting or
 * not this protocol.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_VLAN`, with 802.1ad `IFLA_VF_VLAN_LIST`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_vlan_with_protocol(struct sriov_vf *vf, unsigned int vlan_id,
						unsigned int qos, enum sriov_vlan_protocol protocol,
						struct sriov_error **error);

/**
 * @brief Sets both its rates.
 * @param vf the VF.
 * @param min_mbps what it can always send, in Mb/s, not above the maximum; 0 for none.
 * @param max_mbps what it cannot send more than, in Mb/s; 0 for no limit. Many drivers want no more
 * than the speed of the PF's link, and some (igb) want the link.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting or
 * no minimum.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_RATE`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_rates(struct sriov_vf *vf, unsigned int min_mbps,
				   unsigned int max_mbps, struct sriov_error **error);

/**
 * @brief Sets its minimum rate and keeps its maximum, which is read first: the kernel only knows
 * both together.
 * @param vf the VF.
 * @param min_mbps what it can always send, in Mb/s, not above the maximum; 0 for none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_MALFORMED the other rate is not understood.
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_RATE`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_min_rate(struct sriov_vf *vf, unsigned int min_mbps,
				      struct sriov_error **error);

/**
 * @brief Sets its maximum rate and keeps its minimum, which is read first: the kernel only knows
 * both together.
 * @param vf the VF.
 * @param max_mbps what it cannot send more than, in Mb/s; 0 for no limit. Many drivers want no more
 * than the speed of the PF's link, and some (igb) want the link.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_MALFORMED the other rate is not understood.
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_RATE`, before Linux 3.16 `IFLA_VF_TX_RATE`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_max_rate(struct sriov_vf *vf, unsigned int max_mbps,
				      struct sriov_error **error);

/**
 * @brief Sets whether it may read the PF's table and key of receive side scaling (RSS).
 * @param vf the VF.
 * @param enable true to let it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_RSS_QUERY_EN`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_rss_query(struct sriov_vf *vf, bool enable,
				       struct sriov_error **error);

/**
 * @brief Sets its GUID as a node of InfiniBand.
 * @param vf the VF.
 * @param guid 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
 * allows it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting,
 * as with every PF that is none of InfiniBand.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_IB_NODE_GUID`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_node_guid(struct sriov_vf *vf, uint64_t guid,
				       struct sriov_error **error);

/**
 * @brief Sets the GUID of its port of InfiniBand.
 * @param vf the VF.
 * @param guid 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
 * allows it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, malformed or out of its range.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting,
 * as with every PF that is none of InfiniBand.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while the VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did: the message tells.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_IB_PORT_GUID`.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_port_guid(struct sriov_vf *vf, uint64_t guid,
				       struct sriov_error **error);

/**
 * @brief Gives the VF so many MSI-X vectors of the PF's pool.
 *
 * They are seen in the MSI-X capability of the VF, and by the driver that is bound next.
 * @param vf the VF. No driver may be bound to it.
 * @param vectors 1 to 2048; 0 for as many as the device gives by itself.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `vf` is NULL, or the PF's driver takes no such number.
 * @retval SRIOV_CODE_UNSUPPORTED the PF's driver gives each VF a fixed number, or the kernel is
 * older than 5.13.
 * @retval SRIOV_CODE_BUSY a driver is bound to the VF: the message names it.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the PF.
 * @retval SRIOV_CODE_GONE the VF or the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN it takes root and a writable sysfs.
 * @retval SRIOV_CODE_FAILED the pool has not so many left (ENOSPC), or the driver refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `sriov_vf_msix_count` of the VF.
 * @since 0.1
 */
enum sriov_code sriov_vf_set_msix_count(struct sriov_vf *vf, unsigned int vectors,
					struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
