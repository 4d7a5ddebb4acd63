/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/device_list.h"

#include "base/error.h"
#include "base/list.h"
#include "object/device/device_filter.h"

OBJECT_LIST(device)

static int compare(const void *left, const void *right)
{
	const struct sriov_device *const *first = left, *const *second = right;

	return address_compare((*first)->address, (*second)->address);
}

void device_list_sort(struct sriov_device_list *list)
{
	list_sort(list, compare);
}

bool device_list_find(const struct sriov_device_list *list, const char *address, size_t *position)
{
	size_t low = 0, high = sriov_device_list_get_count(list), middle;
	int order;

	while (low < high) {
		middle = (low + high) / 2;
		order = address_compare(address, sriov_device_list_get(list, middle)->address);
		if (!order) {
			*position = middle;
			return true;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

enum sriov_code device_list_fill(struct sriov_context *context,
				 const struct sriov_string_list *addresses,
				 const struct sriov_device_filter *filter, void *list,
				 struct sriov_error **error)
{
	size_t count = sriov_string_list_get_count(addresses);
	struct sriov_device *device;
	const char *address;

	for (size_t i = 0; i < count; i++) {
		address = sriov_string_list_get(addresses, i);
		if (!device_filter_admits(filter, context, address))
			continue;
		device = device_read_for_list(context, address);
		if (!device)
			return error_no_memory(error);
		if (!device_filter_passes(filter, device))
			sriov_device_unref(device);
		else if (!list_add(list, device))
			return error_no_memory(error);
	}
	list_sort(list, compare);
	return SRIOV_CODE_OK;
}

enum sriov_code device_list_addresses(struct sriov_context *context,
				      struct sriov_string_list **addresses,
				      struct sriov_error **error)
{
	enum sriov_code code;

	if (!context)
		return error_null(error, "context");
	code = tree_list_again(&context->sysfs, addresses, error, "bus/pci/devices");
	if (code == SRIOV_CODE_NOT_FOUND)
		code = error_explain(error, code, "this kernel has no PCI bus");
	return code;
}

EXPORT enum sriov_code sriov_device_list(struct sriov_context *context,
					 const struct sriov_device_filter *filter,
					 struct sriov_device_list **list,
					 struct sriov_error **error)
{
	struct sriov_string_list *addresses;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	code = device_list_addresses(context, &addresses, error);
	if (code)
		return code;
	*list = list_new();
	code = *list ? device_list_fill(context, addresses, filter, *list, error)
		     : error_no_memory(error);
	sriov_string_list_unref(addresses);
	if (code) {
		sriov_device_list_unref(*list);
		*list = NULL;
	}
	return code;
}

EXPORT enum sriov_code sriov_device_list_new(struct sriov_device_list **list,
					     struct sriov_error **error)
{
	if (!list)
		return error_null(error, "list");
	*list = list_new();
	return *list ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT enum sriov_code sriov_device_list_add(struct sriov_device_list *list,
					     struct sriov_device *device,
					     struct sriov_error **error)
{
	if (!list)
		return error_null(error, "list");
	if (!device)
		return error_null(error, "device");
	return list_add(list, sriov_device_ref(device)) ? SRIOV_CODE_OK : error_no_memory(error);
}
