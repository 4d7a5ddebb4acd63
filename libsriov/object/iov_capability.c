/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/capability.h"

#include "base/common.h"

OBJECT_REFERENCES(iov_capability)

/* Bits of the capability's control register. */
#define CONTROL_VF_ENABLE 0x01
#define CONTROL_VF_MEMORY 0x08
#define CONTROL_ARI	  0x10

EXPORT unsigned int sriov_iov_capability_get_offset(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

EXPORT unsigned int
sriov_iov_capability_get_initial_vfs(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.initial_vfs : 0;
}

EXPORT unsigned int
sriov_iov_capability_get_total_vfs(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.total_vfs : 0;
}

EXPORT unsigned int sriov_iov_capability_get_vf_count(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.vf_count : 0;
}

EXPORT unsigned int
sriov_iov_capability_get_vf_offset(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.vf_offset : 0;
}

EXPORT unsigned int
sriov_iov_capability_get_vf_stride(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.vf_stride : 0;
}

EXPORT uint16_t sriov_iov_capability_get_vf_device_id(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.vf_device_id : 0;
}

EXPORT uint32_t
sriov_iov_capability_get_supported_page_sizes(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.supported_page_sizes : 0;
}

EXPORT uint32_t
sriov_iov_capability_get_system_page_size(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.system_page_size : 0;
}

EXPORT unsigned int
sriov_iov_capability_get_dependency_link(const struct sriov_iov_capability *capability)
{
	return capability ? capability->facts.dependency_link : 0;
}

EXPORT bool sriov_iov_capability_is_enabled(const struct sriov_iov_capability *capability)
{
	return capability && capability->facts.control & CONTROL_VF_ENABLE;
}

EXPORT bool sriov_iov_capability_is_memory_enabled(const struct sriov_iov_capability *capability)
{
	return capability && capability->facts.control & CONTROL_VF_MEMORY;
}

EXPORT bool
sriov_iov_capability_is_ari_capable_hierarchy(const struct sriov_iov_capability *capability)
{
	return capability && capability->facts.control & CONTROL_ARI;
}

EXPORT uint32_t sriov_iov_capability_get_vf_bar(const struct sriov_iov_capability *capability,
						unsigned int bar)
{
	if (!capability || bar >= ARRAY_SIZE(capability->facts.vf_bars))
		return 0;
	return capability->facts.vf_bars[bar];
}
