/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief IOMMU groups: the devices that can be handed to a machine only together.
 */
#ifndef SRIOV_IOMMU_GROUP_H
#define SRIOV_IOMMU_GROUP_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief An IOMMU group as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_iommu_group;

/**
 * @brief Groups in the order of their numbers. Immutable and counted.
 * @since 0.1
 */
struct sriov_iommu_group_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_iommu_group_list *sriov_iommu_group_list_ref(struct sriov_iommu_group_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_iommu_group_list_unref(struct sriov_iommu_group_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_iommu_group_list_get_count(const struct sriov_iommu_group_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_iommu_group_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_iommu_group *sriov_iommu_group_list_get(const struct sriov_iommu_group_list *list,
						     size_t position);

/**
 * @brief Opens a group by its number.
 * @param context the host.
 * @param number from 0.
 * @param[out] group released with sriov_iommu_group_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the number negative.
 * @retval SRIOV_CODE_NOT_FOUND there is no such group; with the IOMMU off there is none at all.
 * @retval SRIOV_CODE_FORBIDDEN it may not be read.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/kernel/iommu_groups/N/devices` and `type`.
 * @since 0.1
 */
enum sriov_code sriov_iommu_group_open(struct sriov_context *context, int number,
				       struct sriov_iommu_group **group,
				       struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param group may be NULL.
 * @return `group`.
 * @since 0.1
 */
struct sriov_iommu_group *sriov_iommu_group_ref(struct sriov_iommu_group *group);

/**
 * @brief Drops a reference; the last one frees it.
 * @param group may be NULL.
 * @since 0.1
 */
void sriov_iommu_group_unref(struct sriov_iommu_group *group);

/**
 * @brief Its number.
 * @param group may be NULL.
 * @return from 0; -1 for NULL.
 * @since 0.1
 */
int sriov_iommu_group_get_number(const struct sriov_iommu_group *group);

/**
 * @brief The type of its default domain: "DMA", "DMA-FQ", "identity", "blocked", "auto".
 * @param group may be NULL.
 * @return borrowed; NULL when the kernel does not tell it to this caller.
 * @since 0.1
 */
const char *sriov_iommu_group_get_type(const struct sriov_iommu_group *group);

/**
 * @brief Its PCI devices.
 * @param group may be NULL.
 * @return borrowed. One that cannot be read is in it with its error.
 * @since 0.1
 */
const struct sriov_device_list *
sriov_iommu_group_get_devices(const struct sriov_iommu_group *group);

/**
 * @brief Whether VFIO could take the group now: no device in it is on a driver of the host.
 *
 * Free devices count as well, and those on a VFIO driver, on pci-stub and on a bridge driver.
 * The kernel decides when the group is opened; this foretells its answer.
 * @param group may be NULL.
 * @return true when it could.
 * @since 0.1
 */
bool sriov_iommu_group_is_viable(const struct sriov_iommu_group *group);

/**
 * @brief Why the group is not viable: the device and the driver that spoil it, in a sentence.
 * @param group may be NULL.
 * @return borrowed; NULL when it is viable.
 * @since 0.1
 */
const char *sriov_iommu_group_get_obstacle(const struct sriov_iommu_group *group);

#ifdef __cplusplus
}
#endif

#endif
