/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Lists of PCI devices: those of the host, and those that a caller puts together.
 */
#ifndef SRIOV_DEVICE_LIST_H
#define SRIOV_DEVICE_LIST_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/device_filter.h>
#include <sriov/error.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Devices in the order of their addresses. Immutable and counted.
 * @since 0.1
 */
struct sriov_device_list;

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

#ifdef __cplusplus
}
#endif

#endif
