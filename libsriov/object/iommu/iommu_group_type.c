/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Setting the type of a group's default domain, and what the kernel's refusals mean. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "object/device/device.h"
#include "object/iommu/iommu_group.h"

#define TYPE_SIZE 32

static bool can_be_set(enum sriov_iommu_domain_type type)
{
	return type == SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY || type == SRIOV_IOMMU_DOMAIN_TYPE_DMA ||
	       type == SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ || type == SRIOV_IOMMU_DOMAIN_TYPE_AUTO;
}

/* A wish while it is carried out. */
struct wish {
	const struct sriov_iommu_group *group;
	const char *type;
	char what[96]; /* "IOMMU group 9: cannot change its type to identity" */
};

static enum sriov_code read_type(const struct wish *wish, char type[TYPE_SIZE],
				 struct sriov_error **error)
{
	enum sriov_code code = tree_read_line(&wish->group->context->sysfs, type, TYPE_SIZE, error,
					      "kernel/iommu_groups/%d/type", wish->group->number);

	if (code != SRIOV_CODE_NOT_FOUND)
		return code;
	if (tree_exists(&wish->group->context->sysfs, "kernel/iommu_groups/%d",
			wish->group->number))
		return error_explain(error, SRIOV_CODE_UNSUPPORTED,
				     "%s: this kernel has no such attribute", wish->what);
	return error_explain(error, SRIOV_CODE_GONE, "%s: the group is not there any more",
			     wish->what);
}

/*
 * Who is in the way now. Kernels that answer EPERM mind drivers that do the DMA themselves; those
 * before 6.4, which answer EBUSY, any driver.
 */
static const struct sriov_device *find_driver(const struct sriov_iommu_group *now, int number)
{
	const struct sriov_device *device, *any = NULL;

	for (size_t i = 0; (device = sriov_device_list_get(now->devices, i)); i++) {
		if (!device->driver)
			continue;
		if (!viability_allows(SRIOV_VIABILITY_RULE_DMA_OWNER, device->driver,
				      device->class))
			return device;
		any = device;
	}
	return number == EBUSY ? any : NULL;
}

static enum sriov_code explain_busy(const struct wish *wish, const struct sriov_iommu_group *now,
				    struct sriov_error **error)
{
	const struct sriov_device *device = find_driver(now, sriov_error_get_errno(*error));

	if (!device)
		return error_explain(error, SRIOV_CODE_BUSY,
				     "%s: no driver of the host has a device of it, but VFIO has "
				     "the group open for somebody",
				     wish->what);
	error_explain(error, SRIOV_CODE_BUSY, "%s: %s is on %s: unbind it first", wish->what,
		      device->address, device->driver);
	error_set_device(error, device->address);
	return SRIOV_CODE_BUSY;
}

/* Kernels before 6.5 take groups of one device only. */
static enum sriov_code explain_invalid(const struct wish *wish, const struct sriov_iommu_group *now,
				       struct sriov_error **error)
{
	size_t count = sriov_device_list_get_count(now->devices);
	CLEANUP(text_clear) struct text names = {0};

	if (count < 2)
		return error_explain(
			error, SRIOV_CODE_UNSUPPORTED,
			"%s: this IOMMU or this device (%s) cannot have that type", wish->what,
			count ? sriov_device_list_get(now->devices, 0)->address : "none");
	for (size_t i = 0; i < count; i++)
		text_add(&names, "%s%s", i ? ", " : "",
			 sriov_device_list_get(now->devices, i)->address);
	return error_explain(error, SRIOV_CODE_UNSUPPORTED,
			     "%s: this kernel does that for groups of one device only, and here "
			     "are %zu (%s)",
			     wish->what, count, names.data ? names.data : "");
}

static enum sriov_code explain_refusal(const struct wish *wish, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	int number = sriov_error_get_errno(*error);
	struct sriov_iommu_group *now = NULL;
	enum sriov_code code = sriov_error_get_code(*error);

	if (number == EACCES)
		return error_explain(error, code, "%s: it needs CAP_SYS_ADMIN and CAP_SYS_RAWIO",
				     wish->what);
	if (number == EIO)
		return error_explain(error, SRIOV_CODE_UNSUPPORTED,
				     "%s: this kernel does not let it be changed", wish->what);
	if (number != EBUSY && number != EPERM && number != EINVAL)
		return error_explain(error, code, "%s", wish->what);
	if (sriov_iommu_group_open(wish->group->context, wish->group->number, &now, &failure))
		return error_explain(error, code, "%s", wish->what);
	code = number == EINVAL ? explain_invalid(wish, now, error)
				: explain_busy(wish, now, error);
	sriov_iommu_group_unref(now);
	return code;
}

static enum sriov_code change(const struct wish *wish, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char line[TYPE_SIZE + 1], now[TYPE_SIZE];
	enum sriov_code code = read_type(wish, now, error);

	if (code || !strcmp(now, wish->type))
		return code;
	snprintf(line, sizeof(line), "%s\n", wish->type);
	if (tree_write(&wish->group->context->sysfs, line, &failure, "kernel/iommu_groups/%d/type",
		       wish->group->number)) {
		explain_refusal(wish, &failure);
		return error_move(error, &failure);
	}
	code = read_type(wish, now, error);
	if (!code && strcmp(now, wish->type) && strcmp(wish->type, "auto"))
		return error_set(error, SRIOV_CODE_FAILED,
				 "%s: the kernel took it, and the type is %s now", wish->what, now);
	return code;
}

EXPORT enum sriov_code sriov_iommu_group_set_type(const struct sriov_iommu_group *group,
						  enum sriov_iommu_domain_type type,
						  struct sriov_error **error)
{
	struct wish wish = {.group = group, .type = sriov_iommu_domain_type_get_name(type)};

	if (!group)
		return error_null(error, "group");
	if (!can_be_set(type))
		return error_set(error, SRIOV_CODE_INVALID,
				 "%d (%s) is no type that an IOMMU group can be given: there are "
				 "identity, DMA, DMA-FQ and auto",
				 (int)type, wish.type);
	snprintf(wish.what, sizeof(wish.what), "IOMMU group %d: cannot change its type to %s",
		 group->number, wish.type);
	return change(&wish, error);
}
