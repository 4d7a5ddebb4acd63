/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands about IOMMU groups. */
#include <stdlib.h>

#include "json.h"
#include "probe.h"

static void put_obstacles(const struct sriov_iommu_group *group)
{
	json_bool("viable", sriov_iommu_group_is_viable(group));
	json_number("rule", sriov_iommu_group_get_viability_rule(group));
	json_text("obstacle", sriov_iommu_group_get_obstacle(group));
	json_text("obstacle_before",
		  sriov_iommu_group_get_obstacle_by(group, SRIOV_VIABILITY_RULE_DRIVER_LIST));
	json_text("obstacle_after",
		  sriov_iommu_group_get_obstacle_by(group, SRIOV_VIABILITY_RULE_DMA_OWNER));
	json_open("obstacles", '{');
	for (size_t i = 0; i < sriov_iommu_group_get_obstacle_count(group); i++)
		json_text(sriov_iommu_group_get_obstacle_device(group, i),
			  sriov_iommu_group_get_obstacle_driver(group, i));
	json_close('}');
}

static void put_group(const struct sriov_iommu_group *group)
{
	const struct sriov_device_list *devices = sriov_iommu_group_get_devices(group);

	json_number("number", sriov_iommu_group_get_number(group));
	if (sriov_iommu_group_get_error(group))
		put_error("error", sriov_iommu_group_get_error(group));
	json_text("name", sriov_iommu_group_get_name(group));
	json_text("type", sriov_iommu_group_get_type(group));
	json_number("domain_type", sriov_iommu_group_get_domain_type(group));
	put_obstacles(group);
	json_open("devices", '[');
	for (size_t i = 0; i < sriov_device_list_get_count(devices); i++)
		put_device(NULL, sriov_device_list_get(devices, i));
	json_close(']');
}

static enum sriov_code open_group(struct call *call, struct sriov_iommu_group **group)
{
	return sriov_iommu_group_open(call->context, call->words[0] ? atoi(call->words[0]) : -1,
				      group, &call->error);
}

/* group NUMBER */
static enum sriov_code group(struct call *call)
{
	struct sriov_iommu_group *group = NULL;
	enum sriov_code code = open_group(call, &group);

	if (!code)
		put_group(group);
	sriov_iommu_group_unref(group);
	return code;
}

/* groups */
static enum sriov_code groups(struct call *call)
{
	struct sriov_iommu_group_list *list = NULL;
	enum sriov_code code = sriov_iommu_group_list(call->context, &list, &call->error);

	json_open("groups", '[');
	for (size_t i = 0; i < sriov_iommu_group_list_get_count(list); i++) {
		json_open(NULL, '{');
		put_group(sriov_iommu_group_list_get(list, i));
		json_close('}');
	}
	json_close(']');
	sriov_iommu_group_list_unref(list);
	return code;
}

/* group-type NUMBER TYPE */
static enum sriov_code group_type(struct call *call)
{
	struct sriov_iommu_group *group = NULL;
	enum sriov_code code = open_group(call, &group);

	if (!code)
		code = sriov_iommu_group_set_type(
			group, (enum sriov_iommu_domain_type)number_of(call->words[1]),
			&call->error);
	sriov_iommu_group_unref(group);
	return code;
}

static void put_region(const struct sriov_reserved_region *region)
{
	json_open(NULL, '{');
	json_number("start", (long long)sriov_reserved_region_get_start(region));
	json_number("end", (long long)sriov_reserved_region_get_end(region));
	json_number("type", sriov_reserved_region_get_type(region));
	json_text("type_name", sriov_reserved_region_get_type_name(region));
	json_close('}');
}

/* regions NUMBER */
static enum sriov_code regions(struct call *call)
{
	struct sriov_reserved_region_list *list = NULL;
	struct sriov_iommu_group *group = NULL;
	enum sriov_code code = open_group(call, &group);

	if (!code)
		code = sriov_iommu_group_list_reserved_regions(group, &list, &call->error);
	json_open("regions", '[');
	for (size_t i = 0; i < sriov_reserved_region_list_get_count(list); i++)
		put_region(sriov_reserved_region_list_get(list, i));
	json_close(']');
	sriov_reserved_region_list_unref(list);
	sriov_iommu_group_unref(group);
	return code;
}

static void put_reason(const struct sriov_sharing_reason *reason)
{
	json_open(NULL, '{');
	json_number("cause", sriov_sharing_reason_get_cause(reason));
	json_text("device", sriov_sharing_reason_get_device(reason));
	put_strings("devices", sriov_sharing_reason_get_devices(reason));
	json_text("message", sriov_sharing_reason_get_message(reason));
	json_close('}');
}

/* sharing NUMBER */
static enum sriov_code sharing(struct call *call)
{
	struct sriov_sharing_reason_list *list = NULL;
	struct sriov_iommu_group *group = NULL;
	enum sriov_code code = open_group(call, &group);

	if (!code)
		code = sriov_iommu_group_list_sharing_reasons(group, &list, &call->error);
	json_open("reasons", '[');
	for (size_t i = 0; i < sriov_sharing_reason_list_get_count(list); i++)
		put_reason(sriov_sharing_reason_list_get(list, i));
	json_close(']');
	sriov_sharing_reason_list_unref(list);
	sriov_iommu_group_unref(group);
	return code;
}

const struct command group_commands[] = {
	{"group", "NUMBER", group},
	{"groups", "", groups},
	{"group-type", "NUMBER TYPE", group_type},
	{"regions", "NUMBER", regions},
	{"sharing", "NUMBER", sharing},
	{NULL, NULL, NULL},
};
