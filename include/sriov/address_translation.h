/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Address Translation Services, Process Address Space IDs and the Page Request Interface:
 * what a device needs for shared virtual addressing.
 */
#ifndef SRIOV_ADDRESS_TRANSLATION_H
#define SRIOV_ADDRESS_TRANSLATION_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The ATS capability: the device asks the IOMMU for translations and keeps them. Immutable
 * and counted.
 * @since 0.1
 */
struct sriov_ats_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_ats_capability *sriov_ats_capability_ref(struct sriov_ats_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_ats_capability_unref(struct sriov_ats_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_ats_capability_get_offset(const struct sriov_ats_capability *capability);

/**
 * @brief Invalidate Queue Depth: how many invalidations it takes before it holds up the IOMMU.
 * @param capability may be NULL.
 * @return 1 to 32; 0 for NULL.
 * @since 0.1
 */
unsigned int sriov_ats_capability_get_queue_depth(const struct sriov_ats_capability *capability);

/**
 * @brief Page Aligned Request: it asks for whole pages only.
 * @param capability may be NULL.
 * @return true when it does.
 * @since 0.1
 */
bool sriov_ats_capability_is_page_aligned(const struct sriov_ats_capability *capability);

/**
 * @brief Global Invalidate Supported.
 * @param capability may be NULL.
 * @return true when all address spaces can be invalidated at once.
 * @since 0.1
 */
bool sriov_ats_capability_has_global_invalidate(const struct sriov_ats_capability *capability);

/**
 * @brief Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_ats_capability_is_enabled(const struct sriov_ats_capability *capability);

/**
 * @brief Smallest Translation Unit: the smallest piece that the IOMMU answers with.
 * @param capability may be NULL.
 * @return in bytes, 4096 or more; 0 for NULL.
 * @since 0.1
 */
uint64_t
sriov_ats_capability_get_smallest_translation_bytes(const struct sriov_ats_capability *capability);

/**
 * @brief The PASID capability: requests say which address space they are in. Immutable and counted.
 * @since 0.1
 */
struct sriov_pasid_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_pasid_capability *
sriov_pasid_capability_ref(struct sriov_pasid_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_pasid_capability_unref(struct sriov_pasid_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_pasid_capability_get_offset(const struct sriov_pasid_capability *capability);

/**
 * @brief Max PASID Width.
 * @param capability may be NULL.
 * @return in bits, 0 to 20 by the standard.
 * @since 0.1
 */
unsigned int sriov_pasid_capability_get_width_bits(const struct sriov_pasid_capability *capability);

/**
 * @brief Execute Permission Supported.
 * @param capability may be NULL.
 * @return true when requests may ask for it.
 * @since 0.1
 */
bool sriov_pasid_capability_has_execute(const struct sriov_pasid_capability *capability);

/**
 * @brief Privileged Mode Supported.
 * @param capability may be NULL.
 * @return true when requests may ask for it.
 * @since 0.1
 */
bool sriov_pasid_capability_has_privileged(const struct sriov_pasid_capability *capability);

/**
 * @brief PASID Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_pasid_capability_is_enabled(const struct sriov_pasid_capability *capability);

/**
 * @brief Execute Permission Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_pasid_capability_is_execute_enabled(const struct sriov_pasid_capability *capability);

/**
 * @brief Privileged Mode Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_pasid_capability_is_privileged_enabled(const struct sriov_pasid_capability *capability);

/**
 * @brief The PRI capability: the device can wait for pages that are not there yet. Immutable and
 * counted.
 * @since 0.1
 */
struct sriov_pri_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_pri_capability *sriov_pri_capability_ref(struct sriov_pri_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_pri_capability_unref(struct sriov_pri_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_pri_capability_get_offset(const struct sriov_pri_capability *capability);

/**
 * @brief Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_pri_capability_is_enabled(const struct sriov_pri_capability *capability);

/**
 * @brief Stopped: no requests are outstanding since it was turned off.
 * @param capability may be NULL.
 * @return true when it is.
 * @since 0.1
 */
bool sriov_pri_capability_is_stopped(const struct sriov_pri_capability *capability);

/**
 * @brief Response Failure, or an answer that belongs to no request: it wants a reset.
 * @param capability may be NULL.
 * @return true when it has.
 * @since 0.1
 */
bool sriov_pri_capability_has_failed(const struct sriov_pri_capability *capability);

/**
 * @brief PRG Response PASID Required: answers have to name the address space.
 * @param capability may be NULL.
 * @return true when they have to.
 * @since 0.1
 */
bool sriov_pri_capability_is_pasid_required(const struct sriov_pri_capability *capability);

/**
 * @brief Outstanding Page Request Capacity: how many requests it can have at once.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
uint32_t sriov_pri_capability_get_capacity(const struct sriov_pri_capability *capability);

/**
 * @brief Outstanding Page Request Allocation: how many it may have.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
uint32_t sriov_pri_capability_get_allocation(const struct sriov_pri_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
