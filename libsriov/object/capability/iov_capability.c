/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/capability/capability.h"

#include "base/common.h"

OBJECT_REFERENCES(iov_capability)

/* Bits of the capability's control register. */
#define CONTROL_VF_ENABLE 0x01
#define CONTROL_MIGRATION 0x02
#define CONTROL_VF_MEMORY 0x08
#define CONTROL_ARI	  0x10

/* Bits of what it can. */
#define HAS_MIGRATION  0x01
#define ARI_PRESERVED  0x02
#define HAS_10BIT_TAGS 0x04

#define SMALLEST_PAGE UINT64_C(4096)

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

/* InitialVFs counts for migration only, which moves VFs in and out; else all are there at once. */
EXPORT bool sriov_iov_capability_is_consistent(const struct sriov_iov_capability *capability)
{
	if (!capability)
		return false;
	if (capability->facts.capability & HAS_MIGRATION)
		return capability->facts.initial_vfs <= capability->facts.total_vfs;
	return capability->facts.initial_vfs == capability->facts.total_vfs;
}

static uint64_t size_of_page(uint32_t bit)
{
	return SMALLEST_PAGE * bit;
}

EXPORT unsigned int
sriov_iov_capability_get_page_size_count(const struct sriov_iov_capability *capability)
{
	return capability ? (unsigned int)__builtin_popcount(capability->facts.supported_page_sizes)
			  : 0;
}

EXPORT uint64_t sriov_iov_capability_get_page_size_bytes(
	const struct sriov_iov_capability *capability, unsigned int position)
{
	uint32_t sizes = capability ? capability->facts.supported_page_sizes : 0;

	while (sizes && position--)
		sizes &= sizes - 1;
	return size_of_page(sizes & -sizes);
}

EXPORT uint64_t
sriov_iov_capability_get_system_page_size_bytes(const struct sriov_iov_capability *capability)
{
	uint32_t size = capability ? capability->facts.system_page_size : 0;

	return size & (size - 1) ? 0 : size_of_page(size);
}

EXPORT bool
sriov_iov_capability_is_ari_hierarchy_preserved(const struct sriov_iov_capability *capability)
{
	return capability && capability->facts.capability & ARI_PRESERVED;
}

EXPORT bool sriov_iov_capability_has_vf_migration(const struct sriov_iov_capability *capability)
{
	return capability && capability->facts.capability & HAS_MIGRATION;
}

EXPORT bool
sriov_iov_capability_is_vf_migration_enabled(const struct sriov_iov_capability *capability)
{
	return capability && capability->facts.control & CONTROL_MIGRATION;
}

EXPORT bool sriov_iov_capability_has_vf_10bit_tags(const struct sriov_iov_capability *capability)
{
	return capability && capability->facts.capability & HAS_10BIT_TAGS;
}
