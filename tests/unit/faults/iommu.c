/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code read_iommu(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_iommu *iommu;
	enum sriov_code code = sriov_iommu_open(context, &iommu, error);

	if (!code && !sriov_iommu_is_enabled(iommu))
		code = HALF;
	sriov_iommu_unref(iommu);
	return code;
}

static enum sriov_code read_group(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_iommu_group *group;
	enum sriov_code code = sriov_iommu_group_open(context, 10, &group, error);

	if (!code && sriov_device_list_get_count(sriov_iommu_group_get_devices(group)) != 1)
		code = HALF;
	sriov_iommu_group_unref(group);
	return code;
}

static const struct step steps[] = {
	{"read the IOMMU", .run = read_iommu},
	{"read a group", .run = read_group},
};

STEPS(iommu)
