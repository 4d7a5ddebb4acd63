/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The modules for a device. */
#include "sriov/device_modules.h"

#include "base/error.h"
#include "kernel/module.h"
#include "object/device/device.h"

EXPORT enum sriov_code sriov_device_list_modules(const struct sriov_device *device,
						 struct sriov_string_list **modules,
						 struct sriov_error **error)
{
	struct module_index *index;
	enum sriov_code code;

	if (!modules)
		return error_null(error, "modules");
	*modules = NULL;
	if (!device)
		return error_null(error, "device");
	code = context_get_modules(device->context, &index, error);
	return code ? code : module_index_list_by_alias(index, device->modalias, modules, error);
}

EXPORT enum sriov_code sriov_device_list_vfio_modules(const struct sriov_device *device,
						      struct sriov_string_list **modules,
						      struct sriov_error **error)
{
	struct module_index *index;
	enum sriov_code code;

	if (!modules)
		return error_null(error, "modules");
	*modules = NULL;
	if (!device)
		return error_null(error, "device");
	code = context_get_modules(device->context, &index, error);
	return code ? code : module_index_list_vfio(index, device->modalias, modules, error);
}
