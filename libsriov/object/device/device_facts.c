/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a device is and which driver it is kept for: read only when asked for. */
#include "object/device/device_attribute.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "kernel/pci_names.h"
#include "object/device/driver.h"

EXPORT enum sriov_code sriov_device_read_name(const struct sriov_device *device, char **name,
					      struct sriov_error **error)
{
	struct pci_names *names;
	enum sriov_code code;

	if (!name)
		return error_null(error, "name");
	*name = NULL;
	if (!device)
		return error_null(error, "device");
	code = context_get_names(device->context, &names, error);
	return code ? code
		    : pci_names_find(names, device->vendor_id, device->device_id, name, error);
}

EXPORT enum sriov_code sriov_device_read_revision(const struct sriov_device *device,
						  unsigned int *revision,
						  struct sriov_error **error)
{
	static const struct device_attribute attribute = {
		"revision", "revision", "this kernel does not tell it (it does from 4.10 on)"};
	uint64_t number = 0;
	enum sriov_code code;

	if (!revision)
		return error_null(error, "revision");
	*revision = 0;
	if (!device)
		return error_null(error, "device");
	code = device_attribute_read_number(device, &attribute, 16, UINT8_MAX, &number, error);
	*revision = (unsigned int)number;
	return code;
}

EXPORT enum sriov_code sriov_device_read_driver_override(const struct sriov_device *device,
							 char **driver, struct sriov_error **error)
{
	char name[NAME_MAX + 1];
	enum sriov_code code;

	if (!driver)
		return error_null(error, "driver");
	*driver = NULL;
	if (!device)
		return error_null(error, "device");
	code = driver_read_override(device, name, error);
	if (code || !name[0])
		return code;
	*driver = strdup(name);
	return *driver ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code device_read_driver(const struct sriov_device *device, char driver[NAME_MAX + 1],
				   struct sriov_error **error)
{
	enum sriov_code code = tree_read_link_if_any(&device->context->sysfs, driver, error,
						     "bus/pci/devices/%s/driver", device->address);

	if (!code && !driver[0] && device_is_gone(device))
		return device_gone(device, error);
	return code;
}
