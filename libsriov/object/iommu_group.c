/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/iommu_group.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/text.h"
#include "object/device.h"
#include "object/vfio_driver.h"

struct sriov_iommu_group {
	struct object object;
	int number;
	char *type;
	char *obstacle;
	struct sriov_device_list *devices;
};

OBJECT_REFERENCES(iommu_group)

static void destroy(void *object)
{
	struct sriov_iommu_group *group = object;

	free(group->type);
	free(group->obstacle);
	sriov_device_list_unref(group->devices);
}

/*
 * By the kernel's rule since 5.19: a driver that leaves its device's DMA to user space, or does
 * none. Older kernels let any driver of a bridge pass, and no other than these beyond that.
 */
static bool leaves_dma_alone(const char *driver)
{
	return driver_is_vfio(driver) || !strcmp(driver, "pci-stub") || !strcmp(driver, "pcieport");
}

/* A group while it is read: what spoils it is put together here. */
struct reading {
	struct sriov_context *context;
	struct sriov_iommu_group *group;
	struct text obstacle;
};

static void judge(struct reading *reading, const char *name, const char *driver)
{
	if (driver && driver[0] && !leaves_dma_alone(driver))
		text_add(&reading->obstacle, "%s%s is on %s", reading->obstacle.length ? ", " : "",
			 name, driver);
}

/* Whatever it is, a device that cannot be looked at is no good sign; one that is gone is none. */
static void judge_unreadable(struct reading *reading, const char *name,
			     const struct sriov_error *error)
{
	if (sriov_error_get_code(error) != SRIOV_CODE_GONE)
		text_add(&reading->obstacle, "%s%s cannot be read (%s)",
			 reading->obstacle.length ? ", " : "", name,
			 sriov_error_get_message(error));
}

static void judge_devices(struct reading *reading)
{
	const struct sriov_device_list *list = reading->group->devices;
	const struct sriov_device *device;

	for (size_t i = 0; i < sriov_device_list_get_count(list); i++) {
		device = sriov_device_list_get(list, i);
		if (device->error)
			judge_unreadable(reading, device->address, device->error);
		else
			judge(reading, device->address, device->driver);
	}
}

/* A member that is on another bus: a platform device beside the host bridge, for instance. */
static void judge_other(struct reading *reading, const char *name)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char driver[NAME_MAX + 1];

	if (tree_read_link_if_any(&reading->context->sysfs, driver, &failure,
				  "kernel/iommu_groups/%d/devices/%s/driver",
				  reading->group->number, name))
		judge_unreadable(reading, name, failure);
	else
		judge(reading, name, driver);
}

static bool is_pci(const char *name)
{
	char address[ADDRESS_SIZE];

	return address_parse(name, address) && !strcmp(name, address);
}

static enum sriov_code take_members(struct reading *reading,
				    const struct sriov_string_list *members,
				    struct sriov_error **error)
{
	struct sriov_string_list *addresses = string_list_new();
	enum sriov_code code = SRIOV_CODE_OK;
	const char *name;

	reading->group->devices = list_new();
	if (!addresses || !reading->group->devices)
		code = error_no_memory(error);
	for (size_t i = 0; !code && i < sriov_string_list_get_count(members); i++) {
		name = sriov_string_list_get(members, i);
		if (!is_pci(name))
			judge_other(reading, name);
		else if (!string_list_add(addresses, name))
			code = error_no_memory(error);
	}
	if (!code)
		code = device_list_fill(reading->context, addresses, NULL, reading->group->devices,
					error);
	sriov_string_list_unref(addresses);
	return code;
}

static enum sriov_code conclude(struct reading *reading, struct sriov_error **error)
{
	struct sriov_iommu_group *group = reading->group;
	CLEANUP(text_clear) struct text sentence = {0};
	CLEANUP(cleanup_free) char *obstacle = NULL;

	judge_devices(reading);
	if (!reading->obstacle.length && !reading->obstacle.failed)
		return SRIOV_CODE_OK;
	obstacle = text_take(&reading->obstacle);
	text_add(&sentence,
		 "IOMMU group %d cannot be given to VFIO: %s; every device of a group must be "
		 "without driver or on a VFIO driver",
		 group->number, obstacle ? obstacle : "");
	group->obstacle = text_take(&sentence);
	return obstacle && group->obstacle ? SRIOV_CODE_OK : error_no_memory(error);
}

/* It is for root's eyes in some kernels, and not there in old ones. */
static void read_type(struct reading *reading)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char line[32];

	if (!tree_read_line(&reading->context->sysfs, line, sizeof(line), &failure,
			    "kernel/iommu_groups/%d/type", reading->group->number))
		reading->group->type = strdup(line);
}

static enum sriov_code no_group(const struct reading *reading, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_string_list *groups = NULL;
	size_t count;

	tree_list(&reading->context->sysfs, &groups, &failure, "kernel/iommu_groups");
	count = sriov_string_list_get_count(groups);
	sriov_string_list_unref(groups);
	return error_explain(error, SRIOV_CODE_NOT_FOUND, "there is no IOMMU group %d%s",
			     reading->group->number,
			     count ? "" : ": the IOMMU is off, see sriov_iommu_get_advice()");
}

static enum sriov_code fill(struct reading *reading, struct sriov_error **error)
{
	struct sriov_string_list *members;
	enum sriov_code code = tree_list(&reading->context->sysfs, &members, error,
					 "kernel/iommu_groups/%d/devices", reading->group->number);

	if (code == SRIOV_CODE_NOT_FOUND)
		return no_group(reading, error);
	if (code)
		return code;
	string_list_sort(members);
	code = take_members(reading, members, error);
	sriov_string_list_unref(members);
	if (code)
		return code;
	read_type(reading);
	return conclude(reading, error);
}

/* What else is in the group than the devices that are known. */
static void judge_strangers(struct reading *reading)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	const struct sriov_device_list *devices = reading->group->devices;
	struct sriov_string_list *members = NULL;
	size_t position;
	const char *name;

	if (tree_list(&reading->context->sysfs, &members, &failure,
		      "kernel/iommu_groups/%d/devices", reading->group->number))
		text_add(&reading->obstacle, "its members cannot be told (%s)",
			 sriov_error_get_message(failure));
	string_list_sort(members);
	for (size_t i = 0; i < sriov_string_list_get_count(members); i++) {
		name = sriov_string_list_get(members, i);
		if (!is_pci(name) || !device_list_find(devices, name, &position))
			judge_other(reading, name);
	}
	sriov_string_list_unref(members);
}

enum sriov_code iommu_group_make(struct sriov_context *context, int number,
				 struct sriov_device_list *devices,
				 struct sriov_iommu_group **group, struct sriov_error **error)
{
	struct reading reading = {.context = context};
	enum sriov_code code;

	*group = NULL;
	reading.group = object_new(sizeof(*reading.group), destroy);
	if (!reading.group)
		return error_no_memory(error);
	reading.group->number = number;
	reading.group->devices = sriov_device_list_ref(devices);
	judge_strangers(&reading);
	read_type(&reading);
	code = conclude(&reading, error);
	text_clear(&reading.obstacle);
	if (code)
		sriov_iommu_group_unref(reading.group);
	else
		*group = reading.group;
	return code;
}

EXPORT enum sriov_code sriov_iommu_group_open(struct sriov_context *context, int number,
					      struct sriov_iommu_group **group,
					      struct sriov_error **error)
{
	struct reading reading = {.context = context};
	enum sriov_code code;

	if (!group)
		return error_null(error, "group");
	*group = NULL;
	if (!context)
		return error_null(error, "context");
	if (number < 0)
		return error_set(error, SRIOV_CODE_INVALID, "%d is no number of an IOMMU group",
				 number);
	reading.group = object_new(sizeof(*reading.group), destroy);
	if (!reading.group)
		return error_no_memory(error);
	reading.group->number = number;
	code = fill(&reading, error);
	text_clear(&reading.obstacle);
	if (code)
		sriov_iommu_group_unref(reading.group);
	else
		*group = reading.group;
	return code;
}

EXPORT int sriov_iommu_group_get_number(const struct sriov_iommu_group *group)
{
	return group ? group->number : -1;
}

EXPORT const char *sriov_iommu_group_get_type(const struct sriov_iommu_group *group)
{
	return group ? group->type : NULL;
}

EXPORT const struct sriov_device_list *
sriov_iommu_group_get_devices(const struct sriov_iommu_group *group)
{
	return group ? group->devices : NULL;
}

EXPORT bool sriov_iommu_group_is_viable(const struct sriov_iommu_group *group)
{
	return group && !group->obstacle;
}

EXPORT const char *sriov_iommu_group_get_obstacle(const struct sriov_iommu_group *group)
{
	return group ? group->obstacle : NULL;
}
