/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/device_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/name.h"

OBJECT_REFERENCES(device_filter)

static void destroy(void *object)
{
	struct sriov_device_filter *filter = object;

	free(filter->driver);
}

EXPORT enum sriov_code sriov_device_filter_new(struct sriov_device_filter **filter,
					       struct sriov_error **error)
{
	if (!filter)
		return error_null(error, "filter");
	*filter = object_new(sizeof(**filter), destroy);
	return *filter ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT enum sriov_code sriov_device_filter_set_class(struct sriov_device_filter *filter,
						     uint32_t wanted, uint32_t mask,
						     struct sriov_error **error)
{
	if (!filter)
		return error_null(error, "filter");
	if (wanted > 0xffffff || mask > 0xffffff)
		return error_set(error, SRIOV_CODE_INVALID,
				 "class 0x%x with mask 0x%x: a class has 24 bits", wanted, mask);
	filter->class = wanted & mask;
	filter->mask = mask;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_filter_set_vendor_id(struct sriov_device_filter *filter,
							 uint16_t vendor_id,
							 struct sriov_error **error)
{
	if (!filter)
		return error_null(error, "filter");
	filter->by_vendor = true;
	filter->vendor_id = vendor_id;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_filter_set_device_id(struct sriov_device_filter *filter,
							 uint16_t device_id,
							 struct sriov_error **error)
{
	if (!filter)
		return error_null(error, "filter");
	filter->by_device = true;
	filter->device_id = device_id;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_filter_set_driver(struct sriov_device_filter *filter,
						      const char *driver,
						      struct sriov_error **error)
{
	char *copy = NULL;

	if (!filter)
		return error_null(error, "filter");
	if (driver && !name_is_driver(driver))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is no name that a driver can have", driver);
	if (driver) {
		copy = strdup(driver);
		if (!copy)
			return error_no_memory(error);
	}
	free(filter->driver);
	filter->driver = copy;
	filter->by_driver = true;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_filter_set_function(struct sriov_device_filter *filter,
							enum sriov_function function,
							struct sriov_error **error)
{
	if (!filter)
		return error_null(error, "filter");
	if ((int)function < SRIOV_FUNCTION_ANY || function > SRIOV_FUNCTION_FREE_VF)
		return error_set(error, SRIOV_CODE_INVALID, "%d is no kind of function",
				 (int)function);
	filter->function = function;
	return SRIOV_CODE_OK;
}

/* Whether the device has a file, or has none; either is true when that cannot be told. */
static bool may_have(const struct sriov_context *context, const char *address, const char *file,
		     bool wanted)
{
	bool found;

	return tree_find(&context->sysfs, &found, NULL, "bus/pci/devices/%s/%s", address, file) ||
	       found == wanted;
}

bool device_filter_admits(const struct sriov_device_filter *filter, struct sriov_context *context,
			  const char *address)
{
	switch (filter ? filter->function : SRIOV_FUNCTION_ANY) {
	case SRIOV_FUNCTION_PF:
		return may_have(context, address, "sriov_totalvfs", true);
	case SRIOV_FUNCTION_VF:
		return may_have(context, address, "physfn", true);
	case SRIOV_FUNCTION_FREE_VF:
		return may_have(context, address, "physfn", true) &&
		       may_have(context, address, "driver", false);
	default:
		return true;
	}
}

/* NULL is the name of no driver. */
static bool same_driver(const char *left, const char *right)
{
	return left && right ? !strcmp(left, right) : left == right;
}

bool device_filter_passes(const struct sriov_device_filter *filter,
			  const struct sriov_device *device)
{
	if (!filter || device->error)
		return true;
	return (device->class & filter->mask) == filter->class &&
	       (!filter->by_vendor || device->vendor_id == filter->vendor_id) &&
	       (!filter->by_device || device->device_id == filter->device_id) &&
	       (!filter->by_driver || same_driver(device->driver, filter->driver)) &&
	       (filter->function != SRIOV_FUNCTION_FREE_VF || !device->driver);
}
