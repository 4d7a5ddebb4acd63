/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/common.h"
#include "object/capability/capability.h"

OBJECT_REFERENCES(acs_capability)

#define EGRESS_VECTOR(capability) ((capability) >> 8)

/* What Linux wants of a port, for groups of their own behind it. */
#define WANTED                                                                                     \
	(1U << SRIOV_ACS_SERVICE_SOURCE_VALIDATION | 1U << SRIOV_ACS_SERVICE_REQUEST_REDIRECT |    \
	 1U << SRIOV_ACS_SERVICE_COMPLETION_REDIRECT |                                             \
	 1U << SRIOV_ACS_SERVICE_UPSTREAM_FORWARDING)

static const char *const names[] = {
	[SRIOV_ACS_SERVICE_SOURCE_VALIDATION] = "Source Validation",
	[SRIOV_ACS_SERVICE_TRANSLATION_BLOCKING] = "Translation Blocking",
	[SRIOV_ACS_SERVICE_REQUEST_REDIRECT] = "P2P Request Redirect",
	[SRIOV_ACS_SERVICE_COMPLETION_REDIRECT] = "P2P Completion Redirect",
	[SRIOV_ACS_SERVICE_UPSTREAM_FORWARDING] = "Upstream Forwarding",
	[SRIOV_ACS_SERVICE_EGRESS_CONTROL] = "P2P Egress Control",
	[SRIOV_ACS_SERVICE_DIRECT_TRANSLATED] = "Direct Translated P2P",
};

EXPORT const char *sriov_acs_service_get_name(enum sriov_acs_service service)
{
	return (size_t)service < ARRAY_SIZE(names) ? names[service] : "unknown";
}

static bool is_set(uint16_t bits, enum sriov_acs_service service)
{
	return (size_t)service < ARRAY_SIZE(names) && bits >> service & 1;
}

EXPORT unsigned int sriov_acs_capability_get_offset(const struct sriov_acs_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

EXPORT bool sriov_acs_capability_has(const struct sriov_acs_capability *capability,
				     enum sriov_acs_service service)
{
	return capability && is_set(capability->facts.capability, service);
}

EXPORT bool sriov_acs_capability_is_enabled(const struct sriov_acs_capability *capability,
					    enum sriov_acs_service service)
{
	return capability && is_set(capability->facts.control, service);
}

EXPORT unsigned int
sriov_acs_capability_get_egress_vector_bits(const struct sriov_acs_capability *capability)
{
	unsigned int bits;

	if (!sriov_acs_capability_has(capability, SRIOV_ACS_SERVICE_EGRESS_CONTROL))
		return 0;
	bits = EGRESS_VECTOR(capability->facts.capability);
	return bits ? bits : 256;
}

/* A service that the hardware lacks is one that it does not need: so the kernel takes it. */
bool capability_isolates(const struct config_pair *acs)
{
	unsigned int wanted = WANTED & acs->capability;

	return acs->offset && (acs->control & wanted) == wanted;
}

EXPORT bool sriov_acs_capability_is_isolating(const struct sriov_acs_capability *capability)
{
	return capability && capability_isolates(&capability->facts);
}
