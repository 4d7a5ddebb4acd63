/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/iommu/iommu_group.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "object/device/device.h"
#include "object/device/device_list.h"

OBJECT_REFERENCES(iommu_group)

static void destroy(void *object)
{
	struct sriov_iommu_group *group = object;

	for (size_t rule = 0; rule < VIABILITY_RULES; rule++)
		iommu_group_clear_obstacle(&group->obstacles[rule]);
	free(group->type);
	free(group->name);
	sriov_device_list_unref(group->devices);
	sriov_string_list_unref(group->others);
	sriov_error_unref(group->error);
	sriov_context_unref(group->context);
}

static bool is_pci(const char *name)
{
	char address[ADDRESS_SIZE];

	return address_parse(name, address) && !strcmp(name, address);
}

static enum sriov_code take_members(struct sriov_iommu_group *group,
				    const struct sriov_string_list *members,
				    struct sriov_error **error)
{
	struct sriov_string_list *addresses = string_list_new();
	enum sriov_code code = SRIOV_CODE_OK;
	const char *name;

	group->devices = list_new();
	group->others = string_list_new();
	if (!addresses || !group->devices || !group->others)
		code = error_no_memory(error);
	for (size_t i = 0; !code && i < sriov_string_list_get_count(members); i++) {
		name = sriov_string_list_get(members, i);
		if (!string_list_add(is_pci(name) ? addresses : group->others, name))
			code = error_no_memory(error);
	}
	if (!code)
		code = device_list_fill(group->context, addresses, NULL, group->devices, error);
	sriov_string_list_unref(addresses);
	return code;
}

/*
 * What may be missing: few groups have a name, and old kernels tell no type. False when there is no
 * memory.
 */
static bool read_word(const struct sriov_iommu_group *group, const char *attribute, char **word)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char line[64];

	if (tree_read_line(&group->context->sysfs, line, sizeof(line), &failure,
			   "kernel/iommu_groups/%d/%s", group->number, attribute))
		return true;
	*word = strdup(line);
	return *word;
}

static enum sriov_code no_group(const struct sriov_iommu_group *group, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_string_list *groups = NULL;
	size_t count;

	tree_list(&group->context->sysfs, &groups, &failure, "kernel/iommu_groups");
	count = sriov_string_list_get_count(groups);
	sriov_string_list_unref(groups);
	return error_explain(error, SRIOV_CODE_NOT_FOUND, "there is no IOMMU group %d%s",
			     group->number, count ? "" : ": the IOMMU is off");
}

/* What is read when the members are known. */
static enum sriov_code conclude(struct sriov_iommu_group *group, struct sriov_error **error)
{
	if (!read_word(group, "type", &group->type) || !read_word(group, "name", &group->name))
		return error_no_memory(error);
	return iommu_group_judge(group, error);
}

static enum sriov_code fill(struct sriov_iommu_group *group, struct sriov_error **error)
{
	struct sriov_string_list *members;
	enum sriov_code code = tree_list(&group->context->sysfs, &members, error,
					 "kernel/iommu_groups/%d/devices", group->number);

	if (code == SRIOV_CODE_NOT_FOUND)
		return no_group(group, error);
	if (code)
		return code;
	string_list_sort(members);
	code = take_members(group, members, error);
	sriov_string_list_unref(members);
	if (code)
		return code;
	return conclude(group, error);
}

static struct sriov_iommu_group *make(struct sriov_context *context, int number,
				      enum sriov_viability_rule rule)
{
	struct sriov_iommu_group *group = object_new(sizeof(*group), destroy);

	if (!group)
		return NULL;
	group->context = sriov_context_ref(context);
	group->number = number;
	group->rule = rule;
	return group;
}

EXPORT enum sriov_code sriov_iommu_group_open(struct sriov_context *context, int number,
					      struct sriov_iommu_group **group,
					      struct sriov_error **error)
{
	struct sriov_iommu_group *made;
	enum sriov_code code;

	if (!group)
		return error_null(error, "group");
	*group = NULL;
	if (!context)
		return error_null(error, "context");
	if (number < 0)
		return error_set(error, SRIOV_CODE_INVALID, "%d is no number of an IOMMU group",
				 number);
	made = make(context, number, iommu_group_read_rule(context));
	code = made ? fill(made, error) : error_no_memory(error);
	if (code)
		sriov_iommu_group_unref(made);
	else
		*group = made;
	return code;
}

struct sriov_iommu_group *iommu_group_read_for_list(struct sriov_context *context, int number,
						    enum sriov_viability_rule rule)
{
	struct sriov_iommu_group *group = make(context, number, rule);
	enum sriov_code code = group ? fill(group, &group->error) : SRIOV_CODE_NO_MEMORY;

	/* Want of memory is no group's own failure; what cannot be read is. */
	if (code == SRIOV_CODE_NO_MEMORY) {
		sriov_iommu_group_unref(group);
		return NULL;
	}
	/* It was there a moment ago. */
	if (code == SRIOV_CODE_NOT_FOUND)
		error_explain(&group->error, SRIOV_CODE_GONE, "IOMMU group %d is gone", number);
	return group;
}

/* What else is in the group than the devices that are known. */
static enum sriov_code find_strangers(struct sriov_iommu_group *group, struct sriov_error **error)
{
	struct sriov_string_list *members = NULL;
	enum sriov_code code = tree_list(&group->context->sysfs, &members, &group->error,
					 "kernel/iommu_groups/%d/devices", group->number);
	size_t position;
	const char *name;

	group->others = string_list_new();
	if (code == SRIOV_CODE_NO_MEMORY || !group->others) {
		sriov_string_list_unref(members);
		return error_no_memory(error);
	}
	if (code)
		error_explain(&group->error, code,
			      "IOMMU group %d cannot be given to VFIO: its members cannot be told",
			      group->number);
	string_list_sort(members);
	code = SRIOV_CODE_OK;
	for (size_t i = 0; !code && i < sriov_string_list_get_count(members); i++) {
		name = sriov_string_list_get(members, i);
		if ((!is_pci(name) || !device_list_find(group->devices, name, &position)) &&
		    !string_list_add(group->others, name))
			code = error_no_memory(error);
	}
	sriov_string_list_unref(members);
	return code;
}

enum sriov_code iommu_group_make(struct sriov_context *context, int number,
				 enum sriov_viability_rule rule, struct sriov_device_list *devices,
				 struct sriov_iommu_group **group, struct sriov_error **error)
{
	struct sriov_iommu_group *made = make(context, number, rule);
	enum sriov_code code;

	*group = NULL;
	if (!made)
		return error_no_memory(error);
	made->devices = sriov_device_list_ref(devices);
	code = find_strangers(made, error);
	if (!code)
		code = conclude(made, error);
	if (code)
		sriov_iommu_group_unref(made);
	else
		*group = made;
	return code;
}

EXPORT const struct sriov_error *sriov_iommu_group_get_error(const struct sriov_iommu_group *group)
{
	return group ? group->error : NULL;
}

EXPORT int sriov_iommu_group_get_number(const struct sriov_iommu_group *group)
{
	return group ? group->number : -1;
}

EXPORT const char *sriov_iommu_group_get_name(const struct sriov_iommu_group *group)
{
	return group ? group->name : NULL;
}

EXPORT bool sriov_iommu_group_is_no_iommu(const struct sriov_iommu_group *group)
{
	return group && group->name && !strcmp(group->name, "vfio-noiommu");
}

EXPORT const char *sriov_iommu_group_get_type(const struct sriov_iommu_group *group)
{
	return group ? group->type : NULL;
}

EXPORT enum sriov_iommu_domain_type
sriov_iommu_group_get_domain_type(const struct sriov_iommu_group *group)
{
	return iommu_domain_type_of(group ? group->type : NULL);
}

EXPORT const struct sriov_device_list *
sriov_iommu_group_get_devices(const struct sriov_iommu_group *group)
{
	return group ? group->devices : NULL;
}
