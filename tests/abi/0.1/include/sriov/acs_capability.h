/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_ACS_CAPABILITY_H
#define SRIOV_ACS_CAPABILITY_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_acs_service {
	SRIOV_ACS_SERVICE_UNKNOWN = -1,
	SRIOV_ACS_SERVICE_SOURCE_VALIDATION = 0,
	SRIOV_ACS_SERVICE_TRANSLATION_BLOCKING = 1,
	SRIOV_ACS_SERVICE_REQUEST_REDIRECT = 2,
	SRIOV_ACS_SERVICE_COMPLETION_REDIRECT = 3,
	SRIOV_ACS_SERVICE_UPSTREAM_FORWARDING = 4,
	SRIOV_ACS_SERVICE_EGRESS_CONTROL = 5,
	SRIOV_ACS_SERVICE_DIRECT_TRANSLATED = 6,
};

const char *sriov_acs_service_get_name(enum sriov_acs_service service);

struct sriov_acs_capability;

struct sriov_acs_capability *sriov_acs_capability_ref(struct sriov_acs_capability *capability);

void sriov_acs_capability_unref(struct sriov_acs_capability *capability);

unsigned int sriov_acs_capability_get_offset(const struct sriov_acs_capability *capability);

bool sriov_acs_capability_has(const struct sriov_acs_capability *capability,
			      enum sriov_acs_service service);

bool sriov_acs_capability_is_enabled(const struct sriov_acs_capability *capability,
				     enum sriov_acs_service service);

unsigned int
sriov_acs_capability_get_egress_vector_bits(const struct sriov_acs_capability *capability);

bool sriov_acs_capability_is_isolating(const struct sriov_acs_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
