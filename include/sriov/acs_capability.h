/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Access Control Services: what keeps devices of one hierarchy apart.
 */
#ifndef SRIOV_ACS_CAPABILITY_H
#define SRIOV_ACS_CAPABILITY_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The services, each a bit of both registers. Later versions may add more.
 * @since 0.1
 */
enum sriov_acs_service {
	/** None that this version knows. */
	SRIOV_ACS_SERVICE_UNKNOWN = -1,
	/** Source Validation: requests with a foreign bus number are refused. */
	SRIOV_ACS_SERVICE_SOURCE_VALIDATION = 0,
	/** Translation Blocking: requests that say they are translated already are refused. */
	SRIOV_ACS_SERVICE_TRANSLATION_BLOCKING = 1,
	/** P2P Request Redirect: requests to a neighbour go up, to the IOMMU. */
	SRIOV_ACS_SERVICE_REQUEST_REDIRECT = 2,
	/** P2P Completion Redirect: so do the answers. */
	SRIOV_ACS_SERVICE_COMPLETION_REDIRECT = 3,
	/** Upstream Forwarding: what comes from below and is meant for below goes up first. */
	SRIOV_ACS_SERVICE_UPSTREAM_FORWARDING = 4,
	/** P2P Egress Control: a vector says to which neighbours requests may go. */
	SRIOV_ACS_SERVICE_EGRESS_CONTROL = 5,
	/** Direct Translated P2P: translated requests may go to a neighbour directly. */
	SRIOV_ACS_SERVICE_DIRECT_TRANSLATED = 6,
};

/**
 * @brief The name of a service as the standard has it: "Source Validation".
 * @param service any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_acs_service_get_name(enum sriov_acs_service service);

/**
 * @brief The ACS capability of a port or function. Immutable and counted.
 * @since 0.1
 */
struct sriov_acs_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_acs_capability *sriov_acs_capability_ref(struct sriov_acs_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_acs_capability_unref(struct sriov_acs_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_acs_capability_get_offset(const struct sriov_acs_capability *capability);

/**
 * @brief Whether the hardware has a service.
 * @param capability may be NULL.
 * @param service the service.
 * @return true when it has.
 * @since 0.1
 */
bool sriov_acs_capability_has(const struct sriov_acs_capability *capability,
			      enum sriov_acs_service service);

/**
 * @brief Whether a service is on.
 * @param capability may be NULL.
 * @param service the service.
 * @return true when it is.
 * @since 0.1
 */
bool sriov_acs_capability_is_enabled(const struct sriov_acs_capability *capability,
				     enum sriov_acs_service service);

/**
 * @brief How long the vector of egress control is.
 * @param capability may be NULL.
 * @return 1 to 256 bits; 0 without egress control.
 * @since 0.1
 */
unsigned int
sriov_acs_capability_get_egress_vector_bits(const struct sriov_acs_capability *capability);

/**
 * @brief Whether it keeps devices apart as Linux wants it for IOMMU groups of their own: of source
 * validation, request redirect, completion redirect and upstream forwarding each is on that the
 * hardware has.
 * @param capability may be NULL.
 * @return true when it does; false for NULL, which is a port without ACS.
 * @since 0.1
 */
bool sriov_acs_capability_is_isolating(const struct sriov_acs_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
