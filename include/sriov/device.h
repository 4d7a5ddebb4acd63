/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief PCI devices.
 */
#ifndef SRIOV_DEVICE_H
#define SRIOV_DEVICE_H

#include <sriov/context.h>
#include <sriov/error.h>
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
 * @retval SRIOV_CODE_BUSY the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
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

#ifdef __cplusplus
}
#endif

#endif
