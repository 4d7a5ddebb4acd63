/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Which PCI capabilities a device has. What is in them: see <sriov/capabilities.h>.
 */
#ifndef SRIOV_CAPABILITY_H
#define SRIOV_CAPABILITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief One entry of a device's capability lists. Immutable and counted.
 * @since 0.1
 */
struct sriov_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_capability *sriov_capability_ref(struct sriov_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_capability_unref(struct sriov_capability *capability);

/**
 * @brief The number the PCI standards give it.
 * @param capability may be NULL.
 * @return 0x01 to 0xff in the first list, 0x0001 to 0xffff in the extended list.
 * @since 0.1
 */
unsigned int sriov_capability_get_id(const struct sriov_capability *capability);

/**
 * @brief Whether it is in the extended list, above offset 0xff.
 * @param capability may be NULL.
 * @return true for an extended capability.
 * @since 0.1
 */
bool sriov_capability_is_extended(const struct sriov_capability *capability);

/**
 * @brief The version of its layout.
 * @param capability may be NULL.
 * @return 0 to 15; 0 for those of the first list, which have none.
 * @since 0.1
 */
unsigned int sriov_capability_get_version(const struct sriov_capability *capability);

/**
 * @brief Where it is in the configuration space: 0x160 for the igb's SR-IOV.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_capability_get_offset(const struct sriov_capability *capability);

/**
 * @brief Its name as the standards have it: "Single Root I/O Virtualization (SR-IOV)".
 * @param capability may be NULL.
 * @return constant; "unknown" for a number that this version does not know.
 * @since 0.1
 */
const char *sriov_capability_get_name(const struct sriov_capability *capability);

/**
 * @brief Capabilities in the order of the device's lists. Immutable and counted.
 * @since 0.1
 */
struct sriov_capability_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_capability_list *sriov_capability_list_ref(struct sriov_capability_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_capability_list_unref(struct sriov_capability_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_capability_list_get_count(const struct sriov_capability_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_capability_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_capability *sriov_capability_list_get(const struct sriov_capability_list *list,
						   size_t position);

#ifdef __cplusplus
}
#endif

#endif
