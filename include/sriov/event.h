/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What happened to the devices, VFs and interfaces of a host.
 */
#ifndef SRIOV_EVENT_H
#define SRIOV_EVENT_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief One thing that happened, as sriov_monitor_read() gave it. Immutable and counted.
 *
 * It tells what was so at that moment; the device may have gone since.
 * @since 0.1
 */
struct sriov_event;

/**
 * @brief What happened. Values are only ever added.
 * @since 0.1
 */
enum sriov_event_type {
	/**
	 * The kernel told something of a PCI device that this version does not know:
	 * sriov_event_get_action() is its word for it. Also what sriov_event_get_type() says of
	 * NULL.
	 */
	SRIOV_EVENT_TYPE_UNKNOWN = -1,
	/**
	 * Events were lost, because they came faster than they were read. Take a fresh snapshot of
	 * what you watch: all that happens after this event is told again.
	 */
	SRIOV_EVENT_TYPE_OVERRUN = 0,
	/** A PCI device came that is no VF, as far as is known: plugged in, or found by a rescan.
	 */
	SRIOV_EVENT_TYPE_DEVICE_ADDED = 1,
	/** A PCI device that is no VF went. */
	SRIOV_EVENT_TYPE_DEVICE_REMOVED = 2,
	/** A VF came. Its driver, where it gets one, is told by an event of its own. */
	SRIOV_EVENT_TYPE_VF_ADDED = 3,
	/** A VF went. */
	SRIOV_EVENT_TYPE_VF_REMOVED = 4,
	/**
	 * A PF has another number of VFs, sriov_event_get_vf_count(): all of them came, or the last
	 * one went.
	 */
	SRIOV_EVENT_TYPE_VF_COUNT_CHANGED = 5,
	/** A driver was bound: sriov_event_get_driver(). */
	SRIOV_EVENT_TYPE_DRIVER_BOUND = 6,
	/** A driver was unbound: sriov_event_get_driver(), where it is known. */
	SRIOV_EVENT_TYPE_DRIVER_UNBOUND = 7,
	/** A network interface came: made by a driver, or moved here from another namespace. */
	SRIOV_EVENT_TYPE_INTERFACE_ADDED = 8,
	/** A network interface went for good. */
	SRIOV_EVENT_TYPE_INTERFACE_REMOVED = 9,
	/** A network interface has a new name; sriov_event_get_former_interface() had been it. */
	SRIOV_EVENT_TYPE_INTERFACE_RENAMED = 10,
	/**
	 * A network interface went to another network namespace, sriov_event_get_netns_id(), and
	 * has the index sriov_event_get_new_index() there.
	 */
	SRIOV_EVENT_TYPE_INTERFACE_MOVED = 11,
	/** A network interface changed: sriov_event_get_changes() says in what. */
	SRIOV_EVENT_TYPE_LINK_CHANGED = 12,
	/** The VFIO character device of a PCI device came, sriov_event_get_vfio_name(). */
	SRIOV_EVENT_TYPE_VFIO_ADDED = 13,
	/** The VFIO character device of a PCI device went. */
	SRIOV_EVENT_TYPE_VFIO_REMOVED = 14,
};

/**
 * @brief What of an interface changed, as bits: of what each stands for the event has the new
 * value.
 * @since 0.1
 */
enum sriov_link_change {
	/** It was set up or down: sriov_event_is_up(). */
	SRIOV_LINK_CHANGE_UP = 1,
	/** Its carrier came or went: sriov_event_has_carrier(). */
	SRIOV_LINK_CHANGE_CARRIER = 2,
	/** It was put into a bond or bridge, or taken out: sriov_event_get_master(). */
	SRIOV_LINK_CHANGE_MASTER = 4,
	/** It has another MAC: sriov_event_get_mac(). */
	SRIOV_LINK_CHANGE_MAC = 8,
};

/**
 * @brief The name of a type, for programs and logs: "vf-added" for #SRIOV_EVENT_TYPE_VF_ADDED.
 * @param type any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_event_type_get_name(enum sriov_event_type type);

/**
 * @brief Takes a reference.
 * @param event may be NULL.
 * @return `event`.
 * @since 0.1
 */
struct sriov_event *sriov_event_ref(struct sriov_event *event);

/**
 * @brief Drops a reference; the last one frees it.
 * @param event may be NULL.
 * @since 0.1
 */
void sriov_event_unref(struct sriov_event *event);

/**
 * @brief What happened.
 * @param event may be NULL.
 * @return the type.
 * @since 0.1
 */
enum sriov_event_type sriov_event_get_type(const struct sriov_event *event);

/**
 * @brief The PCI device that it happened to, or that the interface is on.
 * @param event may be NULL.
 * @return "DDDD:BB:DD.F", borrowed; NULL when there is none, as for virtual interfaces and for
 * #SRIOV_EVENT_TYPE_OVERRUN, or when the kernel did not tell it.
 * @since 0.1
 */
const char *sriov_event_get_address(const struct sriov_event *event);

/**
 * @brief The PF of the device, when that is a VF.
 *
 * It is known although Linux tells of a VF before it says of which PF it is.
 * @param event may be NULL.
 * @return "DDDD:BB:DD.F", borrowed; NULL when the device is no VF or it is not known to be one.
 * @since 0.1
 */
const char *sriov_event_get_pf_address(const struct sriov_event *event);

/**
 * @brief The index of the device, when that is a VF.
 * @param event may be NULL.
 * @return from 0; -1 when the device is no VF or its index is not known.
 * @since 0.1
 */
int sriov_event_get_vf_index(const struct sriov_event *event);

/**
 * @brief How many VFs the PF has now; of #SRIOV_EVENT_TYPE_VF_COUNT_CHANGED.
 * @param event may be NULL.
 * @return from 0; -1 for other types.
 * @since 0.1
 */
int sriov_event_get_vf_count(const struct sriov_event *event);

/**
 * @brief The driver that was bound or unbound.
 * @param event may be NULL.
 * @return borrowed; NULL for other types, or when it is not known.
 * @since 0.1
 */
const char *sriov_event_get_driver(const struct sriov_event *event);

/**
 * @brief The name of the interface, after the event.
 * @param event may be NULL.
 * @return borrowed; NULL when the event is about none.
 * @since 0.1
 */
const char *sriov_event_get_interface(const struct sriov_event *event);

/**
 * @brief The name before; of #SRIOV_EVENT_TYPE_INTERFACE_RENAMED.
 * @param event may be NULL.
 * @return borrowed; NULL for other types.
 * @since 0.1
 */
const char *sriov_event_get_former_interface(const struct sriov_event *event);

/**
 * @brief The index of the interface, which stays when it is renamed.
 * @param event may be NULL.
 * @return from 1; 0 when the event is about none.
 * @since 0.1
 */
int sriov_event_get_interface_index(const struct sriov_event *event);

/**
 * @brief What of the interface changed; of #SRIOV_EVENT_TYPE_LINK_CHANGED.
 * @param event may be NULL.
 * @return bits of #sriov_link_change, perhaps ones that this version's header does not have; 0 for
 * other types.
 * @since 0.1
 */
unsigned int sriov_event_get_changes(const struct sriov_event *event);

/**
 * @brief Whether the interface is set up.
 * @param event may be NULL.
 * @return false also when the event is about none.
 * @since 0.1
 */
bool sriov_event_is_up(const struct sriov_event *event);

/**
 * @brief Whether the interface has a carrier. One that is down has none.
 * @param event may be NULL.
 * @return false also when the event is about none.
 * @since 0.1
 */
bool sriov_event_has_carrier(const struct sriov_event *event);

/**
 * @brief The index of the bond or bridge that the interface is in.
 * @param event may be NULL.
 * @return from 1; 0 when it is in none or the event is about none.
 * @since 0.1
 */
int sriov_event_get_master_index(const struct sriov_event *event);

/**
 * @brief The name of the bond or bridge that the interface is in.
 * @param event may be NULL.
 * @return borrowed; NULL when it is in none or the name is not known.
 * @since 0.1
 */
const char *sriov_event_get_master(const struct sriov_event *event);

/**
 * @brief The MAC of the interface.
 * @param event may be NULL.
 * @return "52:54:00:00:00:01", borrowed; NULL when it has none or the event is about none.
 * @since 0.1
 */
const char *sriov_event_get_mac(const struct sriov_event *event);

/**
 * @brief The number by which the monitor's namespace knows the one that the interface went to; of
 * #SRIOV_EVENT_TYPE_INTERFACE_MOVED.
 * @param event may be NULL.
 * @return from 0, as `ip netns list-id` shows it; -1 for other types, or when it is not known.
 * @since 0.1
 */
int sriov_event_get_netns_id(const struct sriov_event *event);

/**
 * @brief The index of the interface in the namespace that it went to; of
 * #SRIOV_EVENT_TYPE_INTERFACE_MOVED.
 * @param event may be NULL.
 * @return from 1; 0 for other types, or when it is not known.
 * @since 0.1
 */
int sriov_event_get_new_index(const struct sriov_event *event);

/**
 * @brief The name of the VFIO character device: "vfio0" for `/dev/vfio/devices/vfio0`.
 * @param event may be NULL.
 * @return borrowed; NULL when the event is about none.
 * @since 0.1
 */
const char *sriov_event_get_vfio_name(const struct sriov_event *event);

/**
 * @brief The kernel's own word for what happened: "add", "change", "bind".
 * @param event may be NULL.
 * @return borrowed; NULL for events about interfaces, which have none, and for
 * #SRIOV_EVENT_TYPE_OVERRUN.
 * @since 0.1
 */
const char *sriov_event_get_action(const struct sriov_event *event);

/**
 * @brief The kernel's number of the event, as `udevadm monitor --property` shows it.
 * @param event may be NULL.
 * @return from 1; 0 for events about interfaces, which have none, and for
 * #SRIOV_EVENT_TYPE_OVERRUN.
 * @since 0.1
 */
uint64_t sriov_event_get_sequence(const struct sriov_event *event);

/**
 * @brief Opens the device that the event is about, as it is now, through the monitor's context.
 * @param event the event.
 * @param[out] device released with sriov_device_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NOT_FOUND the event is about no PCI device.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN the device may not be read.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED the device cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * that of sriov_device_open().
 * @since 0.1
 */
enum sriov_code sriov_event_open_device(const struct sriov_event *event,
					struct sriov_device **device, struct sriov_error **error);

/**
 * @brief Opens the PF that the event is about, or that of the VF that it is about, as it is now.
 * @param event the event.
 * @param[out] pf released with sriov_pf_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NOT_FOUND the event is about no PCI device.
 * @retval SRIOV_CODE_NOT_PF the device is neither a PF nor known as a VF.
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN the PF may not be read.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED the PF cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * that of sriov_pf_open().
 * @since 0.1
 */
enum sriov_code sriov_event_open_pf(const struct sriov_event *event, struct sriov_pf **pf,
				    struct sriov_error **error);

/**
 * @brief Opens the VF that the event is about, as it is now.
 *
 * Right after #SRIOV_EVENT_TYPE_VF_ADDED this may say #SRIOV_CODE_NOT_VF, since the kernel links a
 * VF to its PF only after it told of it; the next event of the VF or its PF finds it linked.
 * @param event the event.
 * @param[out] vf released with sriov_vf_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NOT_FOUND the event is about no PCI device.
 * @retval SRIOV_CODE_NOT_VF the device is no VF, or not yet.
 * @retval SRIOV_CODE_GONE the VF was removed.
 * @retval SRIOV_CODE_FORBIDDEN it may not be read.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * that of sriov_vf_open().
 * @since 0.1
 */
enum sriov_code sriov_event_open_vf(const struct sriov_event *event, struct sriov_vf **vf,
				    struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
