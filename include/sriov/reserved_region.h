/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Addresses that an IOMMU group may not map as it likes.
 */
#ifndef SRIOV_RESERVED_REGION_H
#define SRIOV_RESERVED_REGION_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Why a region is reserved.
 * @since 0.1
 */
enum sriov_reserved_region_type {
	/** For a reason that this version does not know. */
	SRIOV_RESERVED_REGION_TYPE_UNKNOWN = -1,
	/** "reserved": not to be mapped. */
	SRIOV_RESERVED_REGION_TYPE_RESERVED = 0,
	/** "direct": the firmware wants it mapped as it is, always; such a device cannot be handed
	 * to a machine. */
	SRIOV_RESERVED_REGION_TYPE_DIRECT = 1,
	/** "direct-relaxable": the firmware wants that too, until the device is handed on. */
	SRIOV_RESERVED_REGION_TYPE_DIRECT_RELAXABLE = 2,
	/** "msi": writing there raises an interrupt. */
	SRIOV_RESERVED_REGION_TYPE_MSI = 3,
};

/**
 * @brief A reserved region. Immutable and counted.
 * @since 0.1
 */
struct sriov_reserved_region;

/**
 * @brief Takes a reference.
 * @param region may be NULL.
 * @return `region`.
 * @since 0.1
 */
struct sriov_reserved_region *sriov_reserved_region_ref(struct sriov_reserved_region *region);

/**
 * @brief Drops a reference; the last one frees it.
 * @param region may be NULL.
 * @since 0.1
 */
void sriov_reserved_region_unref(struct sriov_reserved_region *region);

/**
 * @brief Its first address.
 * @param region may be NULL.
 * @return the address, as devices send it.
 * @since 0.1
 */
uint64_t sriov_reserved_region_get_start(const struct sriov_reserved_region *region);

/**
 * @brief Its last address, which belongs to it.
 * @param region may be NULL.
 * @return the address.
 * @since 0.1
 */
uint64_t sriov_reserved_region_get_end(const struct sriov_reserved_region *region);

/**
 * @brief Why it is reserved.
 * @param region may be NULL.
 * @return the reason.
 * @since 0.1
 */
enum sriov_reserved_region_type
sriov_reserved_region_get_type(const struct sriov_reserved_region *region);

/**
 * @brief The same in the kernel's word: "msi".
 * @param region may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_reserved_region_get_type_name(const struct sriov_reserved_region *region);

/**
 * @brief Reserved regions in the kernel's order. Immutable and counted.
 * @since 0.1
 */
struct sriov_reserved_region_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_reserved_region_list *
sriov_reserved_region_list_ref(struct sriov_reserved_region_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_reserved_region_list_unref(struct sriov_reserved_region_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_reserved_region_list_get_count(const struct sriov_reserved_region_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_reserved_region_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_reserved_region *
sriov_reserved_region_list_get(const struct sriov_reserved_region_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
