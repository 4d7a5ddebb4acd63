/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief PCI devices.
 */
#ifndef SRIOV_DEVICE_H
#define SRIOV_DEVICE_H

#include <sriov/bar.h>
#include <sriov/capability.h>
#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/iov_capability.h>
#include <sriov/pcie_link.h>
#include <sriov/string_list.h>
#include <sriov/vpd.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A PCI device as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_device;

/**
 * @brief Power states of PCI devices.
 * @since 0.1
 */
enum sriov_power_state {
	/** The kernel does not know it, or it is one that this version does not know. */
	SRIOV_POWER_STATE_UNKNOWN = -1,
	/** On. */
	SRIOV_POWER_STATE_D0 = 0,
	/** Light sleep. */
	SRIOV_POWER_STATE_D1 = 1,
	/** Deeper sleep. */
	SRIOV_POWER_STATE_D2 = 2,
	/** Off as far as software can do that; its registers still answer. */
	SRIOV_POWER_STATE_D3HOT = 3,
	/** Without power; nothing answers. */
	SRIOV_POWER_STATE_D3COLD = 4,
	/** The kernel could not find out. */
	SRIOV_POWER_STATE_ERROR = 5,
};

/**
 * @brief What a device can be to the rest of the system.
 * @since 0.1
 */
enum sriov_interface_kind {
	/** A network interface: "em1". */
	SRIOV_INTERFACE_KIND_NET = 0,
	/** An RDMA device: "mlx5_0". */
	SRIOV_INTERFACE_KIND_INFINIBAND = 1,
	/** An NVMe controller: "nvme0". */
	SRIOV_INTERFACE_KIND_NVME = 2,
	/** A VFIO device of its own, "vfio0", which is `/dev/vfio/devices/vfio0` where the kernel
	 * has iommufd; shown from 6.1 on while a VFIO driver is bound. */
	SRIOV_INTERFACE_KIND_VFIO = 3,
};

/**
 * @brief Which devices sriov_device_list() is to give: those for which all that was set holds.
 * @since 0.1
 */
struct sriov_device_filter;

/**
 * @brief What a device is to SR-IOV, for sriov_device_filter_set_function().
 * @since 0.1
 */
enum sriov_function {
	/** Whatever it is. */
	SRIOV_FUNCTION_ANY = 0,
	/** A PF, with or without VFs. */
	SRIOV_FUNCTION_PF = 1,
	/** A VF whose PF is visible: in a machine that was given a VF, that VF is not one of these.
	 */
	SRIOV_FUNCTION_VF = 2,
	/**
	 * A VF as above to which no driver is bound, and nothing more than that. So a VF on
	 * vfio-pci is not free even while no machine has it, nor one on its network driver although
	 * its interface is down; and a free one may be in a group with a device that is in use.
	 */
	SRIOV_FUNCTION_FREE_VF = 3,
};

/**
 * @brief Devices in the order of their addresses. Immutable and counted.
 * @since 0.1
 */
struct sriov_device_list;

/**
 * @brief Makes an empty list, for calls that take many devices.
 * @param[out] list released with sriov_device_list_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `list` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_device_list_new(struct sriov_device_list **list, struct sriov_error **error);

/**
 * @brief Adds a device at the end of a list.
 * @param list one that nobody else uses yet, as sriov_device_list_new() gives it.
 * @param device the list takes a reference of its own.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_device_list_add(struct sriov_device_list *list, struct sriov_device *device,
				      struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_device_list *sriov_device_list_ref(struct sriov_device_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_device_list_unref(struct sriov_device_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_device_list_get_count(const struct sriov_device_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_device_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_device *sriov_device_list_get(const struct sriov_device_list *list, size_t position);

/**
 * @brief Makes a filter that every device passes.
 * @param[out] filter released with sriov_device_filter_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_new(struct sriov_device_filter **filter,
					struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param filter may be NULL.
 * @return `filter`.
 * @since 0.1
 */
struct sriov_device_filter *sriov_device_filter_ref(struct sriov_device_filter *filter);

/**
 * @brief Drops a reference; the last one frees it.
 * @param filter may be NULL.
 * @since 0.1
 */
void sriov_device_filter_unref(struct sriov_device_filter *filter);

/**
 * @brief Only devices of a class: those with `(class & mask) == (wanted & mask)`.
 * @param filter the filter.
 * @param wanted a 24-bit class: base class, subclass, programming interface; 0x020000 is Ethernet.
 * @param mask the bits that count: 0xff0000 for all network controllers, 0xffff00 for Ethernet.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL, or a number has more than 24 bits.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_class(struct sriov_device_filter *filter, uint32_t wanted,
					      uint32_t mask, struct sriov_error **error);

/**
 * @brief Only devices of a vendor.
 * @param filter the filter.
 * @param vendor_id 0x8086 for Intel.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_vendor_id(struct sriov_device_filter *filter,
						  uint16_t vendor_id, struct sriov_error **error);

/**
 * @brief Only devices of this device ID, which says little without a vendor's.
 * @param filter the filter.
 * @param device_id 0x10c9 for Intel's 82576.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_device_id(struct sriov_device_filter *filter,
						  uint16_t device_id, struct sriov_error **error);

/**
 * @brief Only devices to which this driver is bound.
 * @param filter the filter.
 * @param driver "igb", copied; NULL for devices that have none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL, or no driver can have that name.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_driver(struct sriov_device_filter *filter,
					       const char *driver, struct sriov_error **error);

/**
 * @brief Only PFs, only VFs or only free VFs.
 *
 * This is asked before a device is read, so that a list of few of many devices costs less than one
 * of all: one system call for each device that is not wanted, two for a VF that is not free.
 * @param filter the filter.
 * @param function what is wanted.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL, or `function` none of the enumeration.
 * @par Kernel interface
 * whether the device has `sriov_totalvfs`, `physfn` and `driver`.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_function(struct sriov_device_filter *filter,
						 enum sriov_function function,
						 struct sriov_error **error);

/**
 * @brief Lists the PCI devices of the host.
 *
 * Costs five system calls a device. A device that cannot be read is in the list all the same, with
 * its address and sriov_device_get_error(); it passes every filter that only reading it could
 * have answered.
 * @param context the host.
 * @param filter NULL for all.
 * @param[out] list released with sriov_device_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_NOT_FOUND the kernel has no PCI bus.
 * @retval SRIOV_CODE_FORBIDDEN the bus may not be listed.
 * @retval SRIOV_CODE_FAILED the bus cannot be listed.
 * @par Kernel interface
 * `/sys/bus/pci/devices`, of each device `modalias` and the links `driver` and `iommu_group`.
 * `uevent` is not read: on some kernels that blocks for as long as somebody's removal of the device
 * waits for whoever holds it.
 * @since 0.1
 */
enum sriov_code sriov_device_list(struct sriov_context *context,
				  const struct sriov_device_filter *filter,
				  struct sriov_device_list **list, struct sriov_error **error);

/**
 * @brief Opens one device by its PCI address or by the name of a network interface on it.
 * @param context the host.
 * @param name "0000:01:00.0", "01:00.0" (domain 0), "em1" or an alternative name of it.
 * @param[out] device released with sriov_device_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name is neither an address nor can be an
 * interface's.
 * @retval SRIOV_CODE_NOT_FOUND no device has that address, no interface that name, or the interface
 * is on no PCI device.
 * @retval SRIOV_CODE_FORBIDDEN the device may not be read.
 * @retval SRIOV_CODE_GONE the device vanished while it was read.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED the device cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/class/net/NAME/device`, `/sys/bus/pci/devices/ADDRESS/modalias`, `driver` and
 * `iommu_group`; rtnetlink `RTM_GETLINK` for what is no interface's first name.
 * @since 0.1
 */
enum sriov_code sriov_device_open(struct sriov_context *context, const char *name,
				  struct sriov_device **device, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param device may be NULL.
 * @return `device`.
 * @since 0.1
 */
struct sriov_device *sriov_device_ref(struct sriov_device *device);

/**
 * @brief Drops a reference; the last one frees it.
 * @param device may be NULL.
 * @since 0.1
 */
void sriov_device_unref(struct sriov_device *device);

/**
 * @brief The context it was read through.
 * @param device may be NULL.
 * @return borrowed.
 * @since 0.1
 */
struct sriov_context *sriov_device_get_context(const struct sriov_device *device);

/**
 * @brief Its PCI address.
 * @param device may be NULL.
 * @return "DDDD:BB:DD.F" in hexadecimal, borrowed.
 * @since 0.1
 */
const char *sriov_device_get_address(const struct sriov_device *device);

/**
 * @brief Why a device in a list could not be read.
 * @param device may be NULL.
 * @return borrowed; NULL when all is well. With an error only the address is known.
 * @since 0.1
 */
const struct sriov_error *sriov_device_get_error(const struct sriov_device *device);

/**
 * @brief Vendor ID.
 * @param device may be NULL.
 * @return 0x8086 for Intel.
 * @since 0.1
 */
uint16_t sriov_device_get_vendor_id(const struct sriov_device *device);

/**
 * @brief Device ID.
 * @param device may be NULL.
 * @return the id.
 * @since 0.1
 */
uint16_t sriov_device_get_device_id(const struct sriov_device *device);

/**
 * @brief Subsystem Vendor ID.
 * @param device may be NULL.
 * @return the id; 0 when it has none.
 * @since 0.1
 */
uint16_t sriov_device_get_subsystem_vendor_id(const struct sriov_device *device);

/**
 * @brief Subsystem ID.
 * @param device may be NULL.
 * @return the id; 0 when it has none.
 * @since 0.1
 */
uint16_t sriov_device_get_subsystem_device_id(const struct sriov_device *device);

/**
 * @brief Class code: base class, subclass, programming interface.
 * @param device may be NULL.
 * @return 24 bits; 0x020000 is an Ethernet controller.
 * @since 0.1
 */
uint32_t sriov_device_get_class(const struct sriov_device *device);

/**
 * @brief The driver bound to it.
 * @param device may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_device_get_driver(const struct sriov_device *device);

/**
 * @brief The string by which modules say that they can drive it.
 * @param device may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_device_get_modalias(const struct sriov_device *device);

/**
 * @brief The number of its IOMMU group.
 * @param device may be NULL.
 * @return from 0; -1 when it is in none, for instance because the IOMMU is off.
 * @since 0.1
 */
int sriov_device_get_iommu_group(const struct sriov_device *device);

/**
 * @brief What it is, in words: "Intel Corporation 82576 Gigabit Network Connection".
 * @param device the device.
 * @param[out] name released with free(). Ids stand for names that are not known, and for all of
 * them when the library was built without libpci: "8086:10c9".
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * none; the file pci.ids, through libpci.
 * @since 0.1
 */
enum sriov_code sriov_device_read_name(const struct sriov_device *device, char **name,
				       struct sriov_error **error);

/**
 * @brief The memory node it is nearest to.
 * @param device the device.
 * @param[out] node from 0; -1 when the host has no such nodes or the firmware does not say.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel was built without NUMA.
 * @retval SRIOV_CODE_MALFORMED the file holds no number.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `numa_node` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_numa_node(const struct sriov_device *device, int *node,
					    struct sriov_error **error);

/**
 * @brief The processors that are nearest to it: those of its memory node.
 * @param device the device.
 * @param[out] cpus released with free(): numbers and ranges as taskset(1), cpuset(7) and libvirt
 * take them, "0-7,16-23". All processors when the device is near to none in particular; "" when its
 * node has none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell.
 * @retval SRIOV_CODE_MALFORMED the file holds no such list.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `local_cpulist` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_local_cpus(const struct sriov_device *device, char **cpus,
					     struct sriov_error **error);

/**
 * @brief The Revision ID: the stepping of the chip.
 * @param device the device.
 * @param[out] revision 0 to 255.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell: it does from 4.10 on.
 * @retval SRIOV_CODE_MALFORMED the file holds no such number.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `revision` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_revision(const struct sriov_device *device,
					   unsigned int *revision, struct sriov_error **error);

/**
 * @brief Speed and width of its PCI Express link.
 * @param device the device.
 * @param[out] link released with sriov_pcie_link_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED it is no PCI Express device, or the kernel does not tell: it does
 * from 4.13 on.
 * @retval SRIOV_CODE_MALFORMED a file holds no speed, or no width.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `current_link_speed`, `current_link_width`, `max_link_speed` and `max_link_width` of the device.
 * Its registers are read; it is not woken up for that.
 * @since 0.1
 */
enum sriov_code sriov_device_read_pcie_link(const struct sriov_device *device,
					    struct sriov_pcie_link **link,
					    struct sriov_error **error);

/**
 * @brief The ways in which the kernel can reset it alone, in the order in which it tries them.
 * @param device the device.
 * @param[out] methods released with sriov_string_list_unref(), in the kernel's words:
 * "device_specific", "acpi", "flr" (Function Level Reset), "af_flr", "pm" (through D3hot), "bus",
 * "cxl_bus", and what later kernels add. Empty when there is no way, or when all were switched off.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED there is a way and the kernel does not tell which: it does from
 * 5.15 on.
 * @retval SRIOV_CODE_MALFORMED the file holds no list of names.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `reset_method` of the device; without it `reset` tells whether there is a way at all.
 * @since 0.1
 */
enum sriov_code sriov_device_list_reset_methods(const struct sriov_device *device,
						struct sriov_string_list **methods,
						struct sriov_error **error);

/**
 * @brief Whether the kernel can reset it alone, in whatever way.
 *
 * A device that cannot is handed from one machine to the next as the first has left it.
 * @param device the device.
 * @param[out] supported true when it can.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_MALFORMED `reset_method` holds no list of names.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `reset_method` of the device, and that there is a file `reset`, which is not touched.
 * @since 0.1
 */
enum sriov_code sriov_device_read_reset_support(const struct sriov_device *device, bool *supported,
						struct sriov_error **error);

/**
 * @brief Which power state the kernel has it in. Asking does not wake it.
 * @param device the device.
 * @param[out] state #SRIOV_POWER_STATE_UNKNOWN is usual for a device that never had a driver.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell: it does from 5.11 on.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `power_state` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_power_state(const struct sriov_device *device,
					      enum sriov_power_state *state,
					      struct sriov_error **error);

/**
 * @brief Whether the kernel may take its power away altogether while it sleeps.
 * @param device the device.
 * @param[out] allowed true when D3cold is allowed.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel was built without ACPI or power management.
 * @retval SRIOV_CODE_MALFORMED the file holds neither 0 nor 1.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `d3cold_allowed` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_d3cold_allowed(const struct sriov_device *device, bool *allowed,
						 struct sriov_error **error);

/**
 * @brief How often it was enabled and not disabled again: 0 is a device that nobody uses.
 * @param device the device.
 * @param[out] count by drivers, and by root through the same file.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell.
 * @retval SRIOV_CODE_MALFORMED the file holds no number.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `enable` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_enable_count(const struct sriov_device *device,
					       unsigned int *count, struct sriov_error **error);

/**
 * @brief The one driver that it is kept for.
 *
 * One that was left behind keeps the device's own driver away for good.
 * @param device the device.
 * @param[out] driver released with free(); NULL when any driver may have it, which is usual.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel has no such thing: it came with 3.16.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `driver_override` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_driver_override(const struct sriov_device *device, char **driver,
						  struct sriov_error **error);

/**
 * @brief How many MSI-X vectors its driver has taken.
 *
 * How many there are sriov_msix_capability_get_table_size() tells.
 * @param device the device.
 * @param[out] count 0 to 2048; 0 too when it uses MSI, a pin or no interrupts.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @par Kernel interface
 * `msi_irqs/` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_msix_in_use(const struct sriov_device *device,
					      unsigned int *count, struct sriov_error **error);

/**
 * @brief Its Vital Product Data: name, part number and serial number, as the maker wrote them.
 *
 * The device gives 4 bytes at a time, so that this takes milliseconds, and seconds with some. A VF
 * has none: ask its PF.
 * @param device the device.
 * @param[out] vpd released with sriov_vpd_unref(). It may be there with a fault, which
 * sriov_vpd_get_error() tells.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED it has none.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it; it takes root.
 * @retval SRIOV_CODE_MALFORMED not even the first of it makes sense; the message has the offset.
 * @retval SRIOV_CODE_FAILED the kernel finds nothing sound there (EIO), the device does not answer
 * in time (ETIMEDOUT), or it cannot be read.
 * @par Kernel interface
 * `vpd` of the device, at most 32 KiB. Reading it wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_vpd(const struct sriov_device *device, struct sriov_vpd **vpd,
				      struct sriov_error **error);

/**
 * @brief Its BARs in use: its own by number, its ROM, and those of its VFs by number.
 * @param device the device.
 * @param[out] list released with sriov_bar_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell.
 * @retval SRIOV_CODE_MALFORMED the kernel's table of them is not understood.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `resource` of the device. For the size of one VF's part `virtfn0/resource`, or, of a PF that has
 * VF BARs and no VFs, `config`, which wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_list_bars(const struct sriov_device *device,
				       struct sriov_bar_list **list, struct sriov_error **error);

/**
 * @brief The network interfaces on it, in the context's network namespace.
 *
 * An interface that was moved to another namespace is not seen: it is in a context of that one, see
 * sriov_context_options_set_netns().
 * @param device the device.
 * @param[out] interfaces released with sriov_string_list_unref(), sorted; often empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_UNSUPPORTED the context is of a given namespace, and the kernel does not say
 * by netlink on which device an interface is.
 * @retval SRIOV_CODE_BUSY the same, and interfaces came and went all the time.
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @par Kernel interface
 * `net/` of the device; in a context of a given namespace `RTM_GETLINK` and its
 * `IFLA_PARENT_DEV_NAME`.
 * @since 0.1
 */
enum sriov_code sriov_device_list_interfaces(const struct sriov_device *device,
					     struct sriov_string_list **interfaces,
					     struct sriov_error **error);

/**
 * @brief The interfaces of one kind on it: what the rest of the system knows it by.
 *
 * Network interfaces are those of the context's network namespace, all others those that sysfs
 * shows.
 * @param device the device.
 * @param kind which kind.
 * @param[out] interfaces released with sriov_string_list_unref(), sorted; often empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or there is no such kind.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED network interfaces of another network namespace are not told by
 * this kernel: it takes 5.14.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @par Kernel interface
 * `net/`, `infiniband/`, `nvme/` or `vfio-dev/` of the device; for the network interfaces of
 * another network namespace netlink.
 * @since 0.1
 */
enum sriov_code sriov_device_list_interfaces_of_kind(const struct sriov_device *device,
						     enum sriov_interface_kind kind,
						     struct sriov_string_list **interfaces,
						     struct sriov_error **error);

/**
 * @brief The modules that say they can drive it, whether loaded or not.
 * @param device the device.
 * @param[out] modules released with sriov_string_list_unref(), in modprobe's order; empty when
 * there is none. Blacklisted ones are in it, VFIO drivers are not: for them see
 * sriov_device_list_vfio_modules().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FAILED the index of modules cannot be read.
 * @par Kernel interface
 * `modules.alias`, through libkmod.
 * @since 0.1
 */
enum sriov_code sriov_device_list_modules(const struct sriov_device *device,
					  struct sriov_string_list **modules,
					  struct sriov_error **error);

/**
 * @brief The modules whose drivers can hand it to user space through VFIO, whether loaded or not.
 *
 * A VFIO variant driver knows more of its device than vfio-pci: some VFs can migrate with one only.
 * @param device the device.
 * @param[out] modules released with sriov_string_list_unref(), the best first: a variant whose
 * alias names this device comes before one with an alias for many devices, and "vfio_pci", which
 * takes any device, is last. Blacklisted ones are in it. Empty when the kernel has no VFIO.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FAILED the index of modules cannot be read.
 * @par Kernel interface
 * aliases that begin with `vfio_pci:` in `modules.alias` and in the modules, through libkmod.
 * @since 0.1
 */
enum sriov_code sriov_device_list_vfio_modules(const struct sriov_device *device,
					       struct sriov_string_list **modules,
					       struct sriov_error **error);

/**
 * @brief All its capabilities, of the first and of the extended list.
 * @param device the device.
 * @param[out] list released with sriov_capability_list_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FORBIDDEN the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed, or answers all ones.
 * @retval SRIOV_CODE_MALFORMED the lists run in a circle or out of the configuration space.
 * @retval SRIOV_CODE_FAILED the configuration space cannot be read.
 * @par Kernel interface
 * `config` of the device. Reading it wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_list_capabilities(const struct sriov_device *device,
					       struct sriov_capability_list **list,
					       struct sriov_error **error);

/**
 * @brief The SR-IOV capability, decoded.
 * @param device the device.
 * @param[out] capability released with sriov_iov_capability_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the device has no such capability.
 * @retval SRIOV_CODE_FORBIDDEN the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed, or answers all ones.
 * @retval SRIOV_CODE_MALFORMED the lists run in a circle or out of the configuration space.
 * @retval SRIOV_CODE_FAILED the configuration space cannot be read.
 * @par Kernel interface
 * `config` of the device. Reading it wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_iov_capability(const struct sriov_device *device,
						 struct sriov_iov_capability **capability,
						 struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
