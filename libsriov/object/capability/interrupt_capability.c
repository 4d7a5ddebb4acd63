/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* MSI and MSI-X. */
#include "base/common.h"
#include "object/capability/capability.h"

OBJECT_REFERENCES(msi_capability)
OBJECT_REFERENCES(msix_capability)

#define MSI_ENABLE	     0x0001
#define MSI_CAPABLE(control) (1U << ((control) >> 1 & 7U))
#define MSI_ENABLED(control) (1U << ((control) >> 4 & 7U))
#define MSI_64BIT	     0x0080
#define MSI_MASKING	     0x0100
#define MSI_MOST_VECTORS     32

#define MSIX_SIZE(control) (((control)&0x07ffU) + 1)
#define MSIX_MASKED	   0x4000
#define MSIX_ENABLE	   0x8000
#define MSIX_BAR	   0x7U

EXPORT unsigned int sriov_msi_capability_get_offset(const struct sriov_msi_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

/* The codes for 64 and 128 are reserved. */
static unsigned int limit(unsigned int vectors)
{
	return vectors < MSI_MOST_VECTORS ? vectors : MSI_MOST_VECTORS;
}

EXPORT unsigned int
sriov_msi_capability_get_vector_count(const struct sriov_msi_capability *capability)
{
	return capability ? limit(MSI_CAPABLE(capability->facts.control)) : 0;
}

EXPORT unsigned int
sriov_msi_capability_get_enabled_vector_count(const struct sriov_msi_capability *capability)
{
	return capability ? limit(MSI_ENABLED(capability->facts.control)) : 0;
}

EXPORT bool sriov_msi_capability_is_enabled(const struct sriov_msi_capability *capability)
{
	return capability && capability->facts.control & MSI_ENABLE;
}

EXPORT bool sriov_msi_capability_is_64bit(const struct sriov_msi_capability *capability)
{
	return capability && capability->facts.control & MSI_64BIT;
}

EXPORT bool sriov_msi_capability_has_masking(const struct sriov_msi_capability *capability)
{
	return capability && capability->facts.control & MSI_MASKING;
}

EXPORT unsigned int sriov_msix_capability_get_offset(const struct sriov_msix_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

EXPORT unsigned int
sriov_msix_capability_get_table_size(const struct sriov_msix_capability *capability)
{
	return capability ? MSIX_SIZE(capability->facts.control) : 0;
}

EXPORT bool sriov_msix_capability_is_enabled(const struct sriov_msix_capability *capability)
{
	return capability && capability->facts.control & MSIX_ENABLE;
}

EXPORT bool sriov_msix_capability_is_masked(const struct sriov_msix_capability *capability)
{
	return capability && capability->facts.control & MSIX_MASKED;
}

EXPORT unsigned int
sriov_msix_capability_get_table_bar(const struct sriov_msix_capability *capability)
{
	return capability ? capability->facts.table & MSIX_BAR : 0;
}

EXPORT uint32_t
sriov_msix_capability_get_table_offset(const struct sriov_msix_capability *capability)
{
	return capability ? capability->facts.table & ~MSIX_BAR : 0;
}

EXPORT unsigned int
sriov_msix_capability_get_pending_bar(const struct sriov_msix_capability *capability)
{
	return capability ? capability->facts.pending & MSIX_BAR : 0;
}

EXPORT uint32_t
sriov_msix_capability_get_pending_offset(const struct sriov_msix_capability *capability)
{
	return capability ? capability->facts.pending & ~MSIX_BAR : 0;
}
