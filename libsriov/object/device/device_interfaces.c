/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the rest of the system knows a device by. */
#include "sriov/device_interfaces.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "object/device/device_attribute.h"
#include "object/device/interface.h"

static const char *directory_of(enum sriov_interface_kind kind)
{
	static const char *const directories[] = {
		[SRIOV_INTERFACE_KIND_NET] = "net",
		[SRIOV_INTERFACE_KIND_INFINIBAND] = "infiniband",
		[SRIOV_INTERFACE_KIND_NVME] = "nvme",
		[SRIOV_INTERFACE_KIND_VFIO] = "vfio-dev",
	};

	return (unsigned int)kind < ARRAY_SIZE(directories) ? directories[kind] : NULL;
}

/* A device that has none has no such directory. */
static enum sriov_code list(const struct sriov_device *device, const char *directory,
			    struct sriov_string_list **interfaces, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code = tree_list(&device->context->sysfs, interfaces, &failure,
					 "bus/pci/devices/%s/%s", device->address, directory);

	if (code == SRIOV_CODE_NOT_FOUND) {
		if (device_is_gone(device))
			return device_gone(device, error);
		*interfaces = string_list_new();
		return *interfaces ? SRIOV_CODE_OK : error_no_memory(error);
	}
	if (code) {
		error_set_device(&failure, device->address);
		return error_move(error, &failure);
	}
	string_list_sort(*interfaces);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_list_interfaces_of_kind(const struct sriov_device *device,
							    enum sriov_interface_kind kind,
							    struct sriov_string_list **interfaces,
							    struct sriov_error **error)
{
	const char *directory = directory_of(kind);

	if (!interfaces)
		return error_null(error, "interfaces");
	*interfaces = NULL;
	if (!device)
		return error_null(error, "device");
	if (!directory)
		return error_set(error, SRIOV_CODE_INVALID, "%d is no kind of interface",
				 (int)kind);
	/* These alone are in network namespaces. */
	if (kind == SRIOV_INTERFACE_KIND_NET)
		return interface_list(device->context, device->address, interfaces, error);
	return list(device, directory, interfaces, error);
}

EXPORT enum sriov_code sriov_device_list_interfaces(const struct sriov_device *device,
						    struct sriov_string_list **interfaces,
						    struct sriov_error **error)
{
	return sriov_device_list_interfaces_of_kind(device, SRIOV_INTERFACE_KIND_NET, interfaces,
						    error);
}

enum sriov_code device_read_interface(const struct sriov_device *device, char **interface,
				      struct sriov_error **error)
{
	struct sriov_string_list *interfaces;
	enum sriov_code code = sriov_device_list_interfaces(device, &interfaces, error);
	const char *first = sriov_string_list_get(interfaces, 0);

	*interface = first ? strdup(first) : NULL;
	if (first && !*interface)
		code = error_no_memory(error);
	sriov_string_list_unref(interfaces);
	return code;
}
