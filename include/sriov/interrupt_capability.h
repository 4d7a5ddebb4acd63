/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Message signalled interrupts: MSI and MSI-X.
 */
#ifndef SRIOV_INTERRUPT_CAPABILITY_H
#define SRIOV_INTERRUPT_CAPABILITY_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The MSI capability. Immutable and counted.
 * @since 0.1
 */
struct sriov_msi_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_msi_capability *sriov_msi_capability_ref(struct sriov_msi_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_msi_capability_unref(struct sriov_msi_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_msi_capability_get_offset(const struct sriov_msi_capability *capability);

/**
 * @brief How many vectors the device asks for.
 * @param capability may be NULL.
 * @return 1 to 32, a power of two; 0 for NULL.
 * @since 0.1
 */
unsigned int sriov_msi_capability_get_vector_count(const struct sriov_msi_capability *capability);

/**
 * @brief How many it was given.
 * @param capability may be NULL.
 * @return 1 to 32, a power of two; it counts while MSI is on. 0 for NULL.
 * @since 0.1
 */
unsigned int
sriov_msi_capability_get_enabled_vector_count(const struct sriov_msi_capability *capability);

/**
 * @brief MSI Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_msi_capability_is_enabled(const struct sriov_msi_capability *capability);

/**
 * @brief 64-bit Address Capable.
 * @param capability may be NULL.
 * @return true when messages may go above 4 GiB.
 * @since 0.1
 */
bool sriov_msi_capability_is_64bit(const struct sriov_msi_capability *capability);

/**
 * @brief Per-Vector Masking Capable.
 * @param capability may be NULL.
 * @return true when each vector has a mask.
 * @since 0.1
 */
bool sriov_msi_capability_has_masking(const struct sriov_msi_capability *capability);

/**
 * @brief The MSI-X capability. Immutable and counted.
 * @since 0.1
 */
struct sriov_msix_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_msix_capability *sriov_msix_capability_ref(struct sriov_msix_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_msix_capability_unref(struct sriov_msix_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_msix_capability_get_offset(const struct sriov_msix_capability *capability);

/**
 * @brief Table Size: how many vectors it has.
 * @param capability may be NULL.
 * @return 1 to 2048; 0 for NULL.
 * @since 0.1
 */
unsigned int sriov_msix_capability_get_table_size(const struct sriov_msix_capability *capability);

/**
 * @brief MSI-X Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_msix_capability_is_enabled(const struct sriov_msix_capability *capability);

/**
 * @brief Function Mask: all vectors are held back.
 * @param capability may be NULL.
 * @return true when they are.
 * @since 0.1
 */
bool sriov_msix_capability_is_masked(const struct sriov_msix_capability *capability);

/**
 * @brief The BAR that the table is in.
 * @param capability may be NULL.
 * @return 0 to 5; 6 and 7 stand for nothing.
 * @since 0.1
 */
unsigned int sriov_msix_capability_get_table_bar(const struct sriov_msix_capability *capability);

/**
 * @brief Where in that BAR the table is.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
uint32_t sriov_msix_capability_get_table_offset(const struct sriov_msix_capability *capability);

/**
 * @brief The BAR that the bits of pending interrupts (PBA) are in.
 * @param capability may be NULL.
 * @return 0 to 5; 6 and 7 stand for nothing.
 * @since 0.1
 */
unsigned int sriov_msix_capability_get_pending_bar(const struct sriov_msix_capability *capability);

/**
 * @brief Where in that BAR they are.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
uint32_t sriov_msix_capability_get_pending_offset(const struct sriov_msix_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
