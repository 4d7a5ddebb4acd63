/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What drivers tell through devlink: the ports of a card, its serial number and versions.
 */
#ifndef SRIOV_DEVLINK_H
#define SRIOV_DEVLINK_H

#include <sriov/device.h>
#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What a port carries; the numbers are the kernel's.
 * @since 0.1
 */
enum sriov_devlink_port_type {
	/** A type that this version does not know, or none told. */
	SRIOV_DEVLINK_PORT_TYPE_UNKNOWN = -1,
	/** Nothing yet. */
	SRIOV_DEVLINK_PORT_TYPE_NOT_SET = 0,
	/** What the other end of the cable is. */
	SRIOV_DEVLINK_PORT_TYPE_AUTO = 1,
	/** Ethernet. */
	SRIOV_DEVLINK_PORT_TYPE_ETHERNET = 2,
	/** InfiniBand. */
	SRIOV_DEVLINK_PORT_TYPE_INFINIBAND = 3,
};

/**
 * @brief What is at the other end of a port; the numbers are the kernel's.
 * @since 0.1
 */
enum sriov_devlink_port_flavour {
	/** Something that this version does not know, or nothing told. */
	SRIOV_DEVLINK_PORT_FLAVOUR_UNKNOWN = -1,
	/** A cable. */
	SRIOV_DEVLINK_PORT_FLAVOUR_PHYSICAL = 0,
	/** The processor, in a switch. */
	SRIOV_DEVLINK_PORT_FLAVOUR_CPU = 1,
	/** Another switch. */
	SRIOV_DEVLINK_PORT_FLAVOUR_DSA = 2,
	/** A PF. */
	SRIOV_DEVLINK_PORT_FLAVOUR_PF = 3,
	/** A VF: the port is its representor. */
	SRIOV_DEVLINK_PORT_FLAVOUR_VF = 4,
	/** Nothing but the host: the port of a VF as its own driver has it. */
	SRIOV_DEVLINK_PORT_FLAVOUR_VIRTUAL = 5,
	/** Nothing: the port is not used. */
	SRIOV_DEVLINK_PORT_FLAVOUR_UNUSED = 6,
	/** A subfunction (SF). */
	SRIOV_DEVLINK_PORT_FLAVOUR_SF = 7,
};

/**
 * @brief Since when a version is so.
 * @since 0.1
 */
enum sriov_devlink_version_kind {
	/** There is no such version. */
	SRIOV_DEVLINK_VERSION_KIND_UNKNOWN = -1,
	/** For ever: a board's revision. */
	SRIOV_DEVLINK_VERSION_KIND_FIXED = 0,
	/** Now: the firmware that runs. */
	SRIOV_DEVLINK_VERSION_KIND_RUNNING = 1,
	/** From the next start on: the firmware that is in the card's memory. */
	SRIOV_DEVLINK_VERSION_KIND_STORED = 2,
};

/**
 * @brief One port of a card as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_devlink_port;

/**
 * @brief Ports in the order of their indexes. Immutable and counted.
 * @since 0.1
 */
struct sriov_devlink_port_list;

/**
 * @brief What a driver tells of itself and of the card. Immutable and counted.
 * @since 0.1
 */
struct sriov_devlink_info;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_devlink_port_list *sriov_devlink_port_list_ref(struct sriov_devlink_port_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_devlink_port_list_unref(struct sriov_devlink_port_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_devlink_port_list_get_count(const struct sriov_devlink_port_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_devlink_port_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_devlink_port *sriov_devlink_port_list_get(const struct sriov_devlink_port_list *list,
						       size_t position);

/**
 * @brief Takes a reference.
 * @param port may be NULL.
 * @return `port`.
 * @since 0.1
 */
struct sriov_devlink_port *sriov_devlink_port_ref(struct sriov_devlink_port *port);

/**
 * @brief Drops a reference; the last one frees it.
 * @param port may be NULL.
 * @since 0.1
 */
void sriov_devlink_port_unref(struct sriov_devlink_port *port);

/**
 * @brief Its number among the ports of the device.
 * @param port may be NULL.
 * @return the index; it may be large, and leaves gaps.
 * @since 0.1
 */
unsigned int sriov_devlink_port_get_index(const struct sriov_devlink_port *port);

/**
 * @brief What it carries.
 * @param port may be NULL.
 * @return the type.
 * @since 0.1
 */
enum sriov_devlink_port_type sriov_devlink_port_get_type(const struct sriov_devlink_port *port);

/**
 * @brief What is at its other end.
 * @param port may be NULL.
 * @return the flavour.
 * @since 0.1
 */
enum sriov_devlink_port_flavour
sriov_devlink_port_get_flavour(const struct sriov_devlink_port *port);

/**
 * @brief Which of the cables, of a physical port.
 * @param port may be NULL.
 * @return from 0 or 1, as the driver counts; -1 for all other ports.
 * @since 0.1
 */
int64_t sriov_devlink_port_get_number(const struct sriov_devlink_port *port);

/**
 * @brief Which host the function at its other end belongs to, on a card that serves several.
 * @param port may be NULL.
 * @return from 0; -1 when it is not the port of a function, or the kernel does not tell
 * (before 5.10).
 * @since 0.1
 */
int64_t sriov_devlink_port_get_controller(const struct sriov_devlink_port *port);

/**
 * @brief Whether the function at its other end belongs to another host.
 * @param port may be NULL.
 * @return true when it does: on a card with processors of its own.
 * @since 0.1
 */
bool sriov_devlink_port_is_external(const struct sriov_devlink_port *port);

/**
 * @brief The PF at its other end, or whose VF or SF that is.
 * @param port may be NULL.
 * @return from 0; -1 when it is not the port of a function.
 * @since 0.1
 */
int64_t sriov_devlink_port_get_pf_number(const struct sriov_devlink_port *port);

/**
 * @brief The VF at its other end.
 * @param port may be NULL.
 * @return from 0; -1 when it is not the port of a VF.
 * @since 0.1
 */
int64_t sriov_devlink_port_get_vf_index(const struct sriov_devlink_port *port);

/**
 * @brief The subfunction at its other end.
 * @param port may be NULL.
 * @return the number; -1 when it is not the port of one.
 * @since 0.1
 */
int64_t sriov_devlink_port_get_sf_number(const struct sriov_devlink_port *port);

/**
 * @brief The interface of the port.
 * @param port may be NULL.
 * @return its index; 0 when it has none, or it is in another network namespace.
 * @since 0.1
 */
int sriov_devlink_port_get_netdev_index(const struct sriov_devlink_port *port);

/**
 * @brief The name of that interface.
 * @param port may be NULL.
 * @return borrowed; NULL when it has none, or it is in another network namespace.
 * @since 0.1
 */
const char *sriov_devlink_port_get_netdev_name(const struct sriov_devlink_port *port);

/**
 * @brief Its device of InfiniBand: "mlx5_0".
 * @param port may be NULL.
 * @return borrowed; NULL when it has none.
 * @since 0.1
 */
const char *sriov_devlink_port_get_infiniband_name(const struct sriov_devlink_port *port);

/**
 * @brief Lists the ports of a card.
 * @param device the device.
 * @param[out] list released with sriov_devlink_port_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED its driver has no devlink (igb, nvme), or the kernel has none. The
 * same is seen from a network namespace that the device's devlink is not in.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the device.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the list changed each time it was read: try again; or the kernel was
 * asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_MALFORMED the kernel's answer is not understood.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @par Kernel interface
 * devlink (generic netlink) `DEVLINK_CMD_PORT_GET`.
 * @since 0.1
 */
enum sriov_code sriov_device_list_devlink_ports(const struct sriov_device *device,
						struct sriov_devlink_port_list **list,
						struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param info may be NULL.
 * @return `info`.
 * @since 0.1
 */
struct sriov_devlink_info *sriov_devlink_info_ref(struct sriov_devlink_info *info);

/**
 * @brief Drops a reference; the last one frees it.
 * @param info may be NULL.
 * @since 0.1
 */
void sriov_devlink_info_unref(struct sriov_devlink_info *info);

/**
 * @brief The driver, in its own words.
 * @param info may be NULL.
 * @return borrowed; NULL when not told.
 * @since 0.1
 */
const char *sriov_devlink_info_get_driver(const struct sriov_devlink_info *info);

/**
 * @brief The serial number of the device.
 * @param info may be NULL.
 * @return borrowed; NULL when not told.
 * @since 0.1
 */
const char *sriov_devlink_info_get_serial_number(const struct sriov_devlink_info *info);

/**
 * @brief The serial number of the board.
 * @param info may be NULL.
 * @return borrowed; NULL when not told.
 * @since 0.1
 */
const char *sriov_devlink_info_get_board_serial_number(const struct sriov_devlink_info *info);

/**
 * @brief How many versions it tells, of all kinds.
 * @param info may be NULL.
 * @return the number.
 * @since 0.1
 */
size_t sriov_devlink_info_get_version_count(const struct sriov_devlink_info *info);

/**
 * @brief What has a version: "fw.mgmt", "fw", "board.id".
 * @param info may be NULL.
 * @param position from 0, below sriov_devlink_info_get_version_count(), in the driver's order.
 * @return borrowed; NULL past the end.
 * @since 0.1
 */
const char *sriov_devlink_info_get_version_name(const struct sriov_devlink_info *info,
						size_t position);

/**
 * @brief The version.
 * @param info may be NULL.
 * @param position from 0, below sriov_devlink_info_get_version_count(), in the driver's order.
 * @return borrowed; NULL past the end.
 * @since 0.1
 */
const char *sriov_devlink_info_get_version_value(const struct sriov_devlink_info *info,
						 size_t position);

/**
 * @brief Since when it is so.
 * @param info may be NULL.
 * @param position from 0, below sriov_devlink_info_get_version_count(), in the driver's order.
 * @return the kind.
 * @since 0.1
 */
enum sriov_devlink_version_kind
sriov_devlink_info_get_version_kind(const struct sriov_devlink_info *info, size_t position);

/**
 * @brief Reads what the driver tells of itself and of the card.
 * @param device the device.
 * @param[out] info released with sriov_devlink_info_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED its driver has no devlink (igb, nvme) or tells nothing through it,
 * or the kernel has no devlink. The same is seen from a network namespace that the device's devlink
 * is not in.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the device.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot tell now: try again; or the kernel was asked before,
 * and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_MALFORMED the kernel's answer is not understood.
 * @retval SRIOV_CODE_FAILED the driver failed.
 * @par Kernel interface
 * devlink (generic netlink) `DEVLINK_CMD_INFO_GET`.
 * @since 0.1
 */
enum sriov_code sriov_device_read_devlink_info(const struct sriov_device *device,
					       struct sriov_devlink_info **info,
					       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
