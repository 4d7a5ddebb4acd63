/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* ATS, PASID and PRI. */
#include "base/common.h"
#include "object/capability/capability.h"

OBJECT_REFERENCES(ats_capability)
OBJECT_REFERENCES(pasid_capability)
OBJECT_REFERENCES(pri_capability)

#define ATS_QUEUE_DEPTH	      0x001f
#define ATS_PAGE_ALIGNED      0x0020
#define ATS_GLOBAL_INVALIDATE 0x0040
#define ATS_SMALLEST_UNIT     0x001f
#define ATS_ENABLE	      0x8000

/* The same bits in both registers, but for the first, which only control has. */
#define PASID_ENABLE	  0x01
#define PASID_EXECUTE	  0x02
#define PASID_PRIVILEGED  0x04
#define PASID_WIDTH(bits) ((bits) >> 8 & 0x1fU)

#define PRI_ENABLE	   0x0001
#define PRI_FAILURES	   0x0003
#define PRI_STOPPED	   0x0100
#define PRI_PASID_REQUIRED 0x8000

EXPORT unsigned int sriov_ats_capability_get_offset(const struct sriov_ats_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

/* 0 stands for 32. */
EXPORT unsigned int
sriov_ats_capability_get_queue_depth(const struct sriov_ats_capability *capability)
{
	unsigned int depth;

	if (!capability)
		return 0;
	depth = capability->facts.capability & ATS_QUEUE_DEPTH;
	return depth ? depth : 32;
}

EXPORT bool sriov_ats_capability_is_page_aligned(const struct sriov_ats_capability *capability)
{
	return capability && capability->facts.capability & ATS_PAGE_ALIGNED;
}

EXPORT bool
sriov_ats_capability_has_global_invalidate(const struct sriov_ats_capability *capability)
{
	return capability && capability->facts.capability & ATS_GLOBAL_INVALIDATE;
}

EXPORT bool sriov_ats_capability_is_enabled(const struct sriov_ats_capability *capability)
{
	return capability && capability->facts.control & ATS_ENABLE;
}

EXPORT uint64_t
sriov_ats_capability_get_smallest_translation_bytes(const struct sriov_ats_capability *capability)
{
	return capability ? UINT64_C(4096) << (capability->facts.control & ATS_SMALLEST_UNIT) : 0;
}

EXPORT unsigned int
sriov_pasid_capability_get_offset(const struct sriov_pasid_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

EXPORT unsigned int
sriov_pasid_capability_get_width_bits(const struct sriov_pasid_capability *capability)
{
	return capability ? PASID_WIDTH(capability->facts.capability) : 0;
}

EXPORT bool sriov_pasid_capability_has_execute(const struct sriov_pasid_capability *capability)
{
	return capability && capability->facts.capability & PASID_EXECUTE;
}

EXPORT bool sriov_pasid_capability_has_privileged(const struct sriov_pasid_capability *capability)
{
	return capability && capability->facts.capability & PASID_PRIVILEGED;
}

EXPORT bool sriov_pasid_capability_is_enabled(const struct sriov_pasid_capability *capability)
{
	return capability && capability->facts.control & PASID_ENABLE;
}

EXPORT bool
sriov_pasid_capability_is_execute_enabled(const struct sriov_pasid_capability *capability)
{
	return capability && capability->facts.control & PASID_EXECUTE;
}

EXPORT bool
sriov_pasid_capability_is_privileged_enabled(const struct sriov_pasid_capability *capability)
{
	return capability && capability->facts.control & PASID_PRIVILEGED;
}

EXPORT unsigned int sriov_pri_capability_get_offset(const struct sriov_pri_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

EXPORT bool sriov_pri_capability_is_enabled(const struct sriov_pri_capability *capability)
{
	return capability && capability->facts.control & PRI_ENABLE;
}

EXPORT bool sriov_pri_capability_is_stopped(const struct sriov_pri_capability *capability)
{
	return capability && capability->facts.status & PRI_STOPPED;
}

EXPORT bool sriov_pri_capability_has_failed(const struct sriov_pri_capability *capability)
{
	return capability && capability->facts.status & PRI_FAILURES;
}

EXPORT bool sriov_pri_capability_is_pasid_required(const struct sriov_pri_capability *capability)
{
	return capability && capability->facts.status & PRI_PASID_REQUIRED;
}

EXPORT uint32_t sriov_pri_capability_get_capacity(const struct sriov_pri_capability *capability)
{
	return capability ? capability->facts.capacity : 0;
}

EXPORT uint32_t sriov_pri_capability_get_allocation(const struct sriov_pri_capability *capability)
{
	return capability ? capability->facts.allocation : 0;
}
