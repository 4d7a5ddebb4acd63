/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads what the reasons for a shared group are found in: places and capabilities of its members.
 */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "object/device/device.h"
#include "object/iommu/iommu_group.h"
#include "object/iommu/sharing.h"

static enum sriov_code read_place(const struct tree *sysfs, struct sharing_member *member,
				  struct sriov_error **error)
{
	char target[PATH_MAX];
	enum sriov_code code;

	member->above = string_list_new();
	if (!member->above)
		return error_no_memory(error);
	code = tree_read_target(sysfs, target, error, "bus/pci/devices/%s", member->address);
	if (code)
		return code;
	return sharing_parse_place(target, member->above) ? SRIOV_CODE_OK : error_no_memory(error);
}

static enum sriov_code read_facts(const struct tree *sysfs, struct sharing_member *member,
				  struct sriov_error **error)
{
	struct config_space space;
	enum sriov_code code = config_space_open(sysfs, member->address, &space, error);

	if (code)
		return code;
	code = config_facts_read(&space, &member->facts, NULL, NULL, error);
	config_space_close(&space);
	return code;
}

static enum sriov_code read_member(const struct tree *sysfs, struct sharing_member *member,
				   struct sriov_error **error)
{
	enum sriov_code code = read_place(sysfs, member, error);

	if (!code)
		code = read_facts(sysfs, member, error);
	if (code == SRIOV_CODE_NOT_FOUND)
		code = error_explain(error, SRIOV_CODE_GONE, "%s was removed", member->address);
	if (code)
		error_set_device(error, member->address);
	return code;
}

static bool is_explained(const char *name, const void *list)
{
	const struct sriov_sharing_reason *reason;

	for (size_t i = 0; (reason = list_get(list, i)); i++)
		if (string_list_has(reason->devices, name))
			return true;
	return false;
}

/* Members of which nothing was found; those of other buses are always among them. */
static enum sriov_code add_rest(const struct sriov_iommu_group *group,
				const struct sharing_member *members, size_t count, void *list,
				struct sriov_error **error)
{
	struct sriov_string_list *rest = string_list_new();
	bool good = rest;

	for (size_t i = 0; good && i < count; i++)
		if (!is_explained(members[i].address, list))
			good = string_list_add(rest, members[i].address);
	for (size_t i = 0; good && i < sriov_string_list_get_count(group->others); i++)
		good = string_list_add(rest, sriov_string_list_get(group->others, i));
	if (good && sriov_string_list_get_count(rest))
		return sharing_add_unknown(rest, list) ? SRIOV_CODE_OK : error_no_memory(error);
	sriov_string_list_unref(rest);
	return good ? SRIOV_CODE_OK : error_no_memory(error);
}

static enum sriov_code find_reasons(const struct sriov_iommu_group *group,
				    struct sharing_member *members, size_t count, void *list,
				    struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && i < count; i++) {
		snprintf(members[i].address, sizeof(members[i].address), "%s",
			 sriov_device_list_get(group->devices, i)->address);
		code = read_member(&group->context->sysfs, &members[i], error);
	}
	if (!code && !sharing_find(members, count, list))
		code = error_no_memory(error);
	if (!code)
		code = add_rest(group, members, count, list, error);
	for (size_t i = 0; i < count; i++)
		sriov_string_list_unref(members[i].above);
	return code;
}

EXPORT enum sriov_code
sriov_iommu_group_list_sharing_reasons(const struct sriov_iommu_group *group,
				       struct sriov_sharing_reason_list **list,
				       struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct sharing_member *members = NULL;
	enum sriov_code code = SRIOV_CODE_OK;
	size_t count;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!group)
		return error_null(error, "group");
	count = sriov_device_list_get_count(group->devices);
	*list = list_new();
	members = calloc(count + 1, sizeof(*members));
	if (!*list || !members)
		code = error_no_memory(error);
	else if (count + sriov_string_list_get_count(group->others) > 1)
		code = find_reasons(group, members, count, *list, error);
	if (code) {
		sriov_sharing_reason_list_unref(*list);
		*list = NULL;
	}
	return code;
}
