/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "object/device/device.h"
#include "object/iommu/iommu_group.h"

OBJECT_LIST(iommu_group)

/* By group, and within one by address. */
static int compare(const void *left, const void *right)
{
	const struct sriov_device *const *first = left, *const *second = right;

	if ((*first)->iommu_group != (*second)->iommu_group)
		return (*first)->iommu_group < (*second)->iommu_group ? -1 : 1;
	return address_compare((*first)->address, (*second)->address);
}

static bool is_alike(const struct list *members, const struct sriov_device *device)
{
	const struct sriov_device *first = list_get(members, 0);

	return first && device && first->iommu_group == device->iommu_group;
}

/* The devices of one group that stand together in the order, from a position on. */
static struct list *take_members(struct list *sorted, size_t *position)
{
	struct list *members = list_new();
	bool whole = members;

	do
		whole = whole && list_add(members, object_ref(list_get(sorted, (*position)++)));
	while (whole && is_alike(members, list_get(sorted, *position)));
	if (whole)
		return members;
	object_unref(members);
	return NULL;
}

static enum sriov_code add_group(struct sriov_context *context, enum sriov_viability_rule rule,
				 struct list *members, void *list, struct sriov_error **error)
{
	const struct sriov_device *first = list_get(members, 0);
	struct sriov_iommu_group *group;
	enum sriov_code code;

	if (!first)
		return error_no_memory(error);
	code = iommu_group_make(context, first->iommu_group, rule,
				(struct sriov_device_list *)members, &group, error);
	if (!code && !list_add(list, group))
		code = error_no_memory(error);
	return code;
}

static enum sriov_code fill(struct sriov_context *context, const struct sriov_device_list *devices,
			    struct list *sorted, void *list, struct sriov_error **error)
{
	enum sriov_viability_rule rule = iommu_group_read_rule(context);
	struct sriov_device *device;
	struct list *members;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; i < sriov_device_list_get_count(devices); i++) {
		device = sriov_device_list_get(devices, i);
		if (device->iommu_group >= 0 && !list_add(sorted, sriov_device_ref(device)))
			return error_no_memory(error);
	}
	list_sort(sorted, compare);
	for (size_t at = 0; !code && at < list_get_count(sorted);) {
		members = take_members(sorted, &at);
		code = add_group(context, rule, members, list, error);
		object_unref(members);
	}
	return code;
}

enum sriov_code iommu_group_list_of(struct sriov_context *context,
				    const struct sriov_device_list *devices,
				    struct sriov_iommu_group_list **list,
				    struct sriov_error **error)
{
	struct list *sorted = list_new();
	enum sriov_code code;

	*list = list_new();
	code = sorted && *list ? fill(context, devices, sorted, *list, error)
			       : error_no_memory(error);
	object_unref(sorted);
	if (code) {
		sriov_iommu_group_list_unref(*list);
		*list = NULL;
	}
	return code;
}

static enum sriov_code read_all(struct sriov_context *context, struct sriov_string_list *names,
				void *list, struct sriov_error **error)
{
	enum sriov_viability_rule rule = iommu_group_read_rule(context);
	struct sriov_iommu_group *group;
	uint64_t number;

	string_list_sort(names);
	for (size_t i = 0; i < sriov_string_list_get_count(names); i++) {
		if (!number_parse(sriov_string_list_get(names, i), 10, INT_MAX, &number))
			continue;
		group = iommu_group_read_for_list(context, (int)number, rule);
		if (!group || !list_add(list, group))
			return error_no_memory(error);
	}
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_iommu_group_list(struct sriov_context *context,
					      struct sriov_iommu_group_list **list,
					      struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_string_list *names = NULL;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!context)
		return error_null(error, "context");
	code = tree_list(&context->sysfs, &names, &failure, "kernel/iommu_groups");
	/* It is not there in a kernel that was built without an IOMMU. */
	if (code && code != SRIOV_CODE_NOT_FOUND)
		return error_move(error, &failure);
	*list = list_new();
	if (!*list)
		code = error_no_memory(error);
	else
		code = names ? read_all(context, names, *list, error) : SRIOV_CODE_OK;
	sriov_string_list_unref(names);
	if (code) {
		sriov_iommu_group_list_unref(*list);
		*list = NULL;
	}
	return code;
}
