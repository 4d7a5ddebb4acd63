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

/* That memory ran out says nothing of a member. */
static enum sriov_code judge_group(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_iommu_group *group;
	enum sriov_code code = sriov_iommu_group_open(context, SHARED_GROUP, &group, error);

	if (!code && !sriov_iommu_group_is_viable(group))
		code = HALF;
	sriov_iommu_group_unref(group);
	return code;
}

static enum sriov_code list_groups(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_iommu_group_list *list;
	enum sriov_code code = sriov_iommu_group_list(context, &list, error);

	for (size_t i = 0; !code && i < sriov_iommu_group_list_get_count(list); i++)
		if (sriov_iommu_group_get_error(sriov_iommu_group_list_get(list, i)))
			code = HALF;
	sriov_iommu_group_list_unref(list);
	return code;
}

/* A group of two. */
static enum sriov_code with_group(struct sriov_context *context, struct sriov_error **error,
				  enum sriov_code (*step)(struct sriov_iommu_group *group,
							  struct sriov_error **error))
{
	struct sriov_iommu_group *group;
	enum sriov_code code = sriov_iommu_group_open(context, SHARED_GROUP, &group, error);

	if (!code)
		code = step(group, error);
	sriov_iommu_group_unref(group);
	return code;
}

static enum sriov_code list_reasons_of(struct sriov_iommu_group *group, struct sriov_error **error)
{
	struct sriov_sharing_reason_list *list;
	enum sriov_code code = sriov_iommu_group_list_sharing_reasons(group, &list, error);

	if (!code && sriov_sharing_reason_list_get_count(list) != 1)
		code = HALF;
	sriov_sharing_reason_list_unref(list);
	return code;
}

static enum sriov_code list_reasons(struct sriov_context *context, struct sriov_error **error)
{
	return with_group(context, error, list_reasons_of);
}

static enum sriov_code list_regions_of(struct sriov_iommu_group *group, struct sriov_error **error)
{
	struct sriov_reserved_region_list *list;
	enum sriov_code code = sriov_iommu_group_list_reserved_regions(group, &list, error);

	if (!code && sriov_reserved_region_list_get_count(list) != 1)
		code = HALF;
	sriov_reserved_region_list_unref(list);
	return code;
}

static enum sriov_code list_regions(struct sriov_context *context, struct sriov_error **error)
{
	return with_group(context, error, list_regions_of);
}

static enum sriov_code set_type_of(struct sriov_iommu_group *group, struct sriov_error **error)
{
	return sriov_iommu_group_set_type(group, SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY, error);
}

static enum sriov_code set_type(struct sriov_context *context, struct sriov_error **error)
{
	return with_group(context, error, set_type_of);
}

static const struct step steps[] = {
	{"read the IOMMU", .run = read_iommu},
	{"read a group", .run = read_group},
	{"judge a group", .run = judge_group},
	{"list groups", .run = list_groups},
	{"list reasons to share", .run = list_reasons},
	{"list reserved regions", .run = list_regions},
	{"set a type", .run = set_type},
};

STEPS(iommu)
