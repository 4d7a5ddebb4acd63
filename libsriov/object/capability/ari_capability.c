/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/common.h"
#include "object/capability/capability.h"

OBJECT_REFERENCES(ari_capability)

#define HAS_MFVC_GROUPS		0x01
#define HAS_ACS_GROUPS		0x02
#define NEXT_FUNCTION(bits)	((bits) >> 8)
#define FUNCTION_GROUP(control) ((control) >> 4 & 7U)

EXPORT unsigned int sriov_ari_capability_get_offset(const struct sriov_ari_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

EXPORT unsigned int
sriov_ari_capability_get_next_function(const struct sriov_ari_capability *capability)
{
	return capability ? NEXT_FUNCTION(capability->facts.capability) : 0;
}

EXPORT bool sriov_ari_capability_has_mfvc_groups(const struct sriov_ari_capability *capability)
{
	return capability && capability->facts.capability & HAS_MFVC_GROUPS;
}

EXPORT bool sriov_ari_capability_has_acs_groups(const struct sriov_ari_capability *capability)
{
	return capability && capability->facts.capability & HAS_ACS_GROUPS;
}

EXPORT unsigned int
sriov_ari_capability_get_function_group(const struct sriov_ari_capability *capability)
{
	return capability ? FUNCTION_GROUP(capability->facts.control) : 0;
}
