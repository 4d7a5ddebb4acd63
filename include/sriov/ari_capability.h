/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Alternative Routing-ID Interpretation: more than 8 functions in a device.
 */
#ifndef SRIOV_ARI_CAPABILITY_H
#define SRIOV_ARI_CAPABILITY_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The ARI capability of a function. Immutable and counted.
 *
 * Whether the port above passes such functions on: sriov_capabilities_is_ari_forwarding_enabled().
 * @since 0.1
 */
struct sriov_ari_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_ari_capability *sriov_ari_capability_ref(struct sriov_ari_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_ari_capability_unref(struct sriov_ari_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_ari_capability_get_offset(const struct sriov_ari_capability *capability);

/**
 * @brief The number of the next function of the device, by which all are found.
 * @param capability may be NULL.
 * @return 1 to 255; 0 for the last one.
 * @since 0.1
 */
unsigned int sriov_ari_capability_get_next_function(const struct sriov_ari_capability *capability);

/**
 * @brief MFVC Function Groups: arbitration may be by groups of functions.
 * @param capability may be NULL.
 * @return true when it may.
 * @since 0.1
 */
bool sriov_ari_capability_has_mfvc_groups(const struct sriov_ari_capability *capability);

/**
 * @brief ACS Function Groups: ACS may be by groups of functions.
 * @param capability may be NULL.
 * @return true when it may.
 * @since 0.1
 */
bool sriov_ari_capability_has_acs_groups(const struct sriov_ari_capability *capability);

/**
 * @brief The group that the function was put into.
 * @param capability may be NULL.
 * @return 0 to 7.
 * @since 0.1
 */
unsigned int sriov_ari_capability_get_function_group(const struct sriov_ari_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
