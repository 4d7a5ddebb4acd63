/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Network interfaces of devices: names, addresses, state, and which port they are.
 *
 * Names change, by udev or by hand, and one name may be another interface's a moment later. What
 * stays is the index, for as long as the interface lives in its network namespace, and the device.
 */
#ifndef SRIOV_NETDEV_H
#define SRIOV_NETDEV_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The state of an interface as RFC 2863 names it; the numbers are the kernel's.
 * @since 0.1
 */
enum sriov_operstate {
	/** The driver does not say, or says what this version does not know. */
	SRIOV_OPERSTATE_UNKNOWN = -1,
	/** Some part of it is missing. */
	SRIOV_OPERSTATE_NOT_PRESENT = 1,
	/** It is off, or has no link. */
	SRIOV_OPERSTATE_DOWN = 2,
	/** The interface below it is down. */
	SRIOV_OPERSTATE_LOWER_LAYER_DOWN = 3,
	/** It is being tested. */
	SRIOV_OPERSTATE_TESTING = 4,
	/** It waits for something outside, such as 802.1X. */
	SRIOV_OPERSTATE_DORMANT = 5,
	/** Packets go through. */
	SRIOV_OPERSTATE_UP = 6,
};

/**
 * @brief A network interface as it was when it was read. Immutable and counted; holds its device.
 * @since 0.1
 */
struct sriov_netdev;

/**
 * @brief Network interfaces in the order of their names. Immutable and counted.
 * @since 0.1
 */
struct sriov_netdev_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_netdev_list *sriov_netdev_list_ref(struct sriov_netdev_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_netdev_list_unref(struct sriov_netdev_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_netdev_list_get_count(const struct sriov_netdev_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_netdev_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_netdev *sriov_netdev_list_get(const struct sriov_netdev_list *list, size_t position);

/**
 * @brief Lists the network interfaces of a device with all that is known of them.
 *
 * A PF may have many: one for each port, and in switchdev mode the representors of its VFs. An
 * interface that cannot be read is in the list all the same, with its name and
 * sriov_netdev_get_error(): for instance when sysfs shows another network namespace than the one
 * that is asked by netlink.
 * @param device the device.
 * @param[out] list released with sriov_netdev_list_unref(); empty when the device has no interface,
 * such as an NVMe controller or a VF that is bound to VFIO.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_NOT_FOUND all its interfaces are in other network namespaces.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN they may not be listed, or netlink may not be used.
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @retval SRIOV_CODE_BUSY the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @par Kernel interface
 * `net/` of the device with `ifindex`, `dev_port`, `dev_id` and `speed`; rtnetlink `RTM_GETLINK`
 * for all else.
 * @since 0.1
 */
enum sriov_code sriov_device_list_netdevs(const struct sriov_device *device,
					  struct sriov_netdev_list **list,
					  struct sriov_error **error);

/**
 * @brief Opens one interface by its name or by one of its alternative names.
 * @param context the host.
 * @param name "em1", or an alternative name of up to 127 characters.
 * @param[out] netdev released with sriov_netdev_unref(). It may be on no PCI device.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or no interface can have such a name.
 * @retval SRIOV_CODE_NOT_FOUND no interface of the network namespace has that name.
 * @retval SRIOV_CODE_FORBIDDEN netlink may not be used.
 * @retval SRIOV_CODE_GONE its device was removed meanwhile.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it or of its device is not understood.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_BUSY the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @par Kernel interface
 * rtnetlink `RTM_GETLINK` with `IFLA_IFNAME` or `IFLA_ALT_IFNAME` (since Linux 5.5);
 * `/sys/class/net/NAME`.
 * @since 0.1
 */
enum sriov_code sriov_netdev_open(struct sriov_context *context, const char *name,
				  struct sriov_netdev **netdev, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param netdev may be NULL.
 * @return `netdev`.
 * @since 0.1
 */
struct sriov_netdev *sriov_netdev_ref(struct sriov_netdev *netdev);

/**
 * @brief Drops a reference; the last one frees it.
 * @param netdev may be NULL.
 * @since 0.1
 */
void sriov_netdev_unref(struct sriov_netdev *netdev);

/**
 * @brief Why an interface in a list could not be read.
 * @param netdev may be NULL.
 * @return borrowed; NULL when all is well. With an error only its name, index and device are known.
 * @since 0.1
 */
const struct sriov_error *sriov_netdev_get_error(const struct sriov_netdev *netdev);

/**
 * @brief The PCI device that it is on.
 * @param netdev may be NULL.
 * @return borrowed; NULL for a bond, a bridge and whatever else is on none.
 * @since 0.1
 */
struct sriov_device *sriov_netdev_get_device(const struct sriov_netdev *netdev);

/**
 * @brief Its name: "em1".
 * @param netdev may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_netdev_get_name(const struct sriov_netdev *netdev);

/**
 * @brief Its index in its network namespace, which stays when it is renamed.
 * @param netdev may be NULL.
 * @return from 1; 0 for NULL.
 * @since 0.1
 */
int sriov_netdev_get_index(const struct sriov_netdev *netdev);

/**
 * @brief Its other names, by which it may be called as well.
 * @param netdev may be NULL.
 * @return borrowed, in the kernel's order; empty when it has none, as always before Linux 5.5.
 * @since 0.1
 */
const struct sriov_string_list *sriov_netdev_get_altnames(const struct sriov_netdev *netdev);

/**
 * @brief Its hardware address now.
 * @param netdev may be NULL.
 * @return "52:54:00:00:00:01", for InfiniBand 20 bytes, borrowed; NULL when it has none.
 * @since 0.1
 */
const char *sriov_netdev_get_mac(const struct sriov_netdev *netdev);

/**
 * @brief The hardware address that it was made with, whatever it was given since.
 * @param netdev may be NULL.
 * @return borrowed; NULL when the driver or the kernel (before 5.6) does not tell.
 * @since 0.1
 */
const char *sriov_netdev_get_permanent_mac(const struct sriov_netdev *netdev);

/**
 * @brief The longest packet that it takes: its MTU.
 * @param netdev may be NULL.
 * @return bytes; 0 when not known.
 * @since 0.1
 */
unsigned int sriov_netdev_get_mtu_bytes(const struct sriov_netdev *netdev);

/**
 * @brief Whether somebody turned it on (`ip link set up`).
 * @param netdev may be NULL.
 * @return true when it is on, whether or not it has a link.
 * @since 0.1
 */
bool sriov_netdev_is_up(const struct sriov_netdev *netdev);

/**
 * @brief Whether there is a link.
 * @param netdev may be NULL.
 * @return true with a link. An interface that is off has none, to the kernel's knowledge.
 * @since 0.1
 */
bool sriov_netdev_has_carrier(const struct sriov_netdev *netdev);

/**
 * @brief Whether packets go through, and if not what is missing.
 * @param netdev may be NULL.
 * @return the state.
 * @since 0.1
 */
enum sriov_operstate sriov_netdev_get_operstate(const struct sriov_netdev *netdev);

/**
 * @brief The speed of its link.
 * @param netdev may be NULL.
 * @return megabits a second; 0 without a link or when the driver does not tell.
 * @since 0.1
 */
unsigned int sriov_netdev_get_speed_mbps(const struct sriov_netdev *netdev);

/**
 * @brief What kind of interface it is, when it is made by software: "bond", "bridge", "vlan".
 * @param netdev may be NULL.
 * @return borrowed; NULL for a device's own.
 * @since 0.1
 */
const char *sriov_netdev_get_kind(const struct sriov_netdev *netdev);

/**
 * @brief The index of the bond, bridge or other interface that it is a member of.
 * @param netdev may be NULL.
 * @return from 1; 0 when it is a member of none.
 * @since 0.1
 */
int sriov_netdev_get_master_index(const struct sriov_netdev *netdev);

/**
 * @brief The name of that.
 * @param netdev may be NULL.
 * @return borrowed; NULL when it is a member of none, or of one that has just gone.
 * @since 0.1
 */
const char *sriov_netdev_get_master_name(const struct sriov_netdev *netdev);

/**
 * @brief The kind of that: "bond", "bridge", "team", "openvswitch".
 * @param netdev may be NULL.
 * @return borrowed; NULL when it is a member of none.
 * @since 0.1
 */
const char *sriov_netdev_get_master_kind(const struct sriov_netdev *netdev);

/**
 * @brief Which port it is, in the driver's words: "p0" for the wire, "pf0vf3" for VF 3.
 * @param netdev may be NULL.
 * @return borrowed; NULL when the driver does not tell, as those without a switch.
 * @par Kernel interface
 * `IFLA_PHYS_PORT_NAME`.
 * @since 0.1
 */
const char *sriov_netdev_get_port_name(const struct sriov_netdev *netdev);

/**
 * @brief An identification of the port, the same for all functions that share it.
 * @param netdev may be NULL.
 * @return hexadecimal, borrowed; NULL when the driver does not tell.
 * @par Kernel interface
 * `IFLA_PHYS_PORT_ID`.
 * @since 0.1
 */
const char *sriov_netdev_get_port_id(const struct sriov_netdev *netdev);

/**
 * @brief An identification of the switch, the same for all its ports and representors.
 * @param netdev may be NULL.
 * @return hexadecimal, borrowed; NULL when it is on no switch, as in legacy mode.
 * @par Kernel interface
 * `IFLA_PHYS_SWITCH_ID`.
 * @since 0.1
 */
const char *sriov_netdev_get_switch_id(const struct sriov_netdev *netdev);

/**
 * @brief Which port of the device it is, where one device has many.
 * @param netdev may be NULL.
 * @return from 0; also 0 when not known.
 * @par Kernel interface
 * `dev_port`.
 * @since 0.1
 */
unsigned int sriov_netdev_get_dev_port(const struct sriov_netdev *netdev);

/**
 * @brief What tells apart interfaces that share a hardware address. Older drivers number their
 * ports here.
 * @param netdev may be NULL.
 * @return from 0; also 0 when not known.
 * @par Kernel interface
 * `dev_id`.
 * @since 0.1
 */
unsigned int sriov_netdev_get_dev_id(const struct sriov_netdev *netdev);

#ifdef __cplusplus
}
#endif

#endif
