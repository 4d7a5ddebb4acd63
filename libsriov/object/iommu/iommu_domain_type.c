/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of sysfs for how the IOMMU treats a group. */
#include <string.h>

#include "base/common.h"
#include "object/iommu/iommu_group.h"

static const char *const names[] = {
	[SRIOV_IOMMU_DOMAIN_TYPE_BLOCKED] = "blocked",
	[SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY] = "identity",
	[SRIOV_IOMMU_DOMAIN_TYPE_DMA] = "DMA",
	[SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ] = "DMA-FQ",
	[SRIOV_IOMMU_DOMAIN_TYPE_UNMANAGED] = "unmanaged",
	[SRIOV_IOMMU_DOMAIN_TYPE_AUTO] = "auto",
};

EXPORT const char *sriov_iommu_domain_type_get_name(enum sriov_iommu_domain_type type)
{
	return (size_t)type < ARRAY_SIZE(names) ? names[type] : "unknown";
}

enum sriov_iommu_domain_type iommu_domain_type_of(const char *word)
{
	for (size_t i = 0; word && i < ARRAY_SIZE(names); i++)
		if (!strcmp(word, names[i]))
			return (enum sriov_iommu_domain_type)i;
	return SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN;
}
