/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What keeps VFIO from taking a group, by either rule. */
#include <stdio.h>
#include <sys/utsname.h>

#include "base/error.h"
#include "base/text.h"
#include "object/device/device.h"
#include "object/iommu/iommu_group.h"

/* A group while it is judged: the lists of what spoils it, in words. */
struct judgement {
	struct sriov_iommu_group *group;
	struct text words[VIABILITY_RULES];
	bool failed;
};

enum sriov_viability_rule iommu_group_read_rule(struct sriov_context *context)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	const struct tree *procfs;
	struct utsname name = {0};
	char line[96];

	/* A container may hide it, but its kernel is the host's. */
	if (context_get_procfs(context, &procfs, &failure) ||
	    tree_read_line(procfs, line, sizeof(line), &failure, "sys/kernel/osrelease")) {
		uname(&name);
		return viability_rule_of(name.release);
	}
	return viability_rule_of(line);
}

static void add(struct judgement *judgement, size_t rule, const char *device, const char *driver,
		const char *words)
{
	struct obstacle *obstacle = &judgement->group->obstacles[rule];
	struct text *text = &judgement->words[rule];

	text_add(text, "%s%s %s", text->length ? ", " : "", device, words);
	if (!string_list_add(obstacle->devices, device) ||
	    !string_list_add(obstacle->drivers, driver))
		judgement->failed = true;
}

static void judge(struct judgement *judgement, const char *device, const char *driver,
		  uint32_t class)
{
	char words[NAME_MAX + sizeof("is on ")];

	for (size_t rule = 0; rule < VIABILITY_RULES; rule++) {
		if (viability_allows((enum sriov_viability_rule)rule, driver, class))
			continue;
		snprintf(words, sizeof(words), "is on %s", driver);
		add(judgement, rule, device, driver, words);
	}
}

/* Whatever it is, a device that cannot be looked at is no good sign; one that is gone is none. */
static void judge_unreadable(struct judgement *judgement, const char *device,
			     const struct sriov_error *error)
{
	CLEANUP(text_clear) struct text words = {0};

	if (sriov_error_get_code(error) == SRIOV_CODE_GONE)
		return;
	/* That says nothing of the device. */
	if (sriov_error_get_code(error) == SRIOV_CODE_NO_MEMORY) {
		judgement->failed = true;
		return;
	}
	text_add(&words, "cannot be read (%s)", sriov_error_get_message(error));
	judgement->failed |= words.failed;
	for (size_t rule = 0; !words.failed && rule < VIABILITY_RULES; rule++)
		add(judgement, rule, device, "", words.data);
}

static void judge_devices(struct judgement *judgement)
{
	const struct sriov_device *device;

	for (size_t i = 0; (device = sriov_device_list_get(judgement->group->devices, i)); i++) {
		if (device->error)
			judge_unreadable(judgement, device->address, device->error);
		else
			judge(judgement, device->address, device->driver, device->class);
	}
}

/* A member that is on another bus: a platform device beside the host bridge, for instance. */
static void judge_other(struct judgement *judgement, const char *name)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char driver[NAME_MAX + 1];

	if (tree_read_link_if_any(&judgement->group->context->sysfs, driver, &failure,
				  "kernel/iommu_groups/%d/devices/%s/driver",
				  judgement->group->number, name))
		judge_unreadable(judgement, name, failure);
	else
		judge(judgement, name, driver, 0);
}

static void conclude(struct judgement *judgement, size_t rule)
{
	CLEANUP(cleanup_free) char *words = NULL;
	struct text sentence = {0};

	if (!judgement->words[rule].length && !judgement->words[rule].failed)
		return;
	words = text_take(&judgement->words[rule]);
	text_add(&sentence,
		 "IOMMU group %d cannot be given to VFIO: %s; every device of a group must be "
		 "without driver or on a VFIO driver",
		 judgement->group->number, words ? words : "");
	judgement->group->obstacles[rule].sentence = text_take(&sentence);
	judgement->failed |= !words || !judgement->group->obstacles[rule].sentence;
}

void iommu_group_clear_obstacle(struct obstacle *obstacle)
{
	sriov_string_list_unref(obstacle->devices);
	sriov_string_list_unref(obstacle->drivers);
	free(obstacle->sentence);
}

enum sriov_code iommu_group_judge(struct sriov_iommu_group *group, struct sriov_error **error)
{
	struct judgement judgement = {.group = group};

	for (size_t rule = 0; rule < VIABILITY_RULES; rule++) {
		group->obstacles[rule].devices = string_list_new();
		group->obstacles[rule].drivers = string_list_new();
		if (!group->obstacles[rule].devices || !group->obstacles[rule].drivers)
			return error_no_memory(error);
	}
	for (size_t i = 0; i < sriov_string_list_get_count(group->others); i++)
		judge_other(&judgement, sriov_string_list_get(group->others, i));
	judge_devices(&judgement);
	for (size_t rule = 0; rule < VIABILITY_RULES; rule++) {
		conclude(&judgement, rule);
		text_clear(&judgement.words[rule]);
	}
	return judgement.failed ? error_no_memory(error) : SRIOV_CODE_OK;
}

EXPORT enum sriov_viability_rule
sriov_iommu_group_get_viability_rule(const struct sriov_iommu_group *group)
{
	return group ? group->rule : SRIOV_VIABILITY_RULE_UNKNOWN;
}

EXPORT bool sriov_iommu_group_is_viable(const struct sriov_iommu_group *group)
{
	return group && !group->error && !group->obstacles[group->rule].sentence;
}

EXPORT const char *sriov_iommu_group_get_obstacle(const struct sriov_iommu_group *group)
{
	return sriov_iommu_group_get_obstacle_by(group, group ? group->rule
							      : SRIOV_VIABILITY_RULE_UNKNOWN);
}

EXPORT const char *sriov_iommu_group_get_obstacle_by(const struct sriov_iommu_group *group,
						     enum sriov_viability_rule rule)
{
	if (!group || (size_t)rule >= VIABILITY_RULES)
		return NULL;
	return group->error ? sriov_error_get_message(group->error)
			    : group->obstacles[rule].sentence;
}

EXPORT size_t sriov_iommu_group_get_obstacle_count(const struct sriov_iommu_group *group)
{
	return group ? sriov_string_list_get_count(group->obstacles[group->rule].devices) : 0;
}

EXPORT const char *sriov_iommu_group_get_obstacle_device(const struct sriov_iommu_group *group,
							 size_t position)
{
	return group ? sriov_string_list_get(group->obstacles[group->rule].devices, position)
		     : NULL;
}

EXPORT const char *sriov_iommu_group_get_obstacle_driver(const struct sriov_iommu_group *group,
							 size_t position)
{
	return group ? sriov_string_list_get(group->obstacles[group->rule].drivers, position)
		     : NULL;
}
