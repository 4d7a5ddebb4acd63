/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief PCI devices.
 */
#ifndef SRIOV_DEVICE_H
#define SRIOV_DEVICE_H

#include <sriov/capability.h>
#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/iov_capability.h>
#include <sriov/string_list.h>
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
 * @param name "0000:01:00.0", "01:00.0" (domain 0), or "em1".
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
 * `iommu_group`.
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
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `numa_node` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_numa_node(const struct sriov_device *device, int *node,
					    struct sriov_error **error);

/**
 * @brief The network interfaces on it, in the network namespace that sysfs shows.
 *
 * An interface that was moved to another namespace is not seen.
 * @param device the device.
 * @param[out] interfaces released with sriov_string_list_unref(), sorted; often empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @par Kernel interface
 * `net/` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_list_interfaces(const struct sriov_device *device,
					     struct sriov_string_list **interfaces,
					     struct sriov_error **error);

/**
 * @brief The modules that say they can drive it, whether loaded or not.
 * @param device the device.
 * @param[out] modules released with sriov_string_list_unref(); empty when there is none.
 * Blacklisted ones are in it.
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
