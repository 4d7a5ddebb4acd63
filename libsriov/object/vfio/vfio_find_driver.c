/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which VFIO driver fits a device best. */
#include "object/vfio/vfio.h"

#include <stdlib.h>
#include <string.h>

#include "sriov/device_modules.h"

#include "base/error.h"
#include "base/string_list.h"
#include "object/device/vfio_driver.h"

/*
 * Module and driver may be called differently: a module that is loaded lists its drivers. That of
 * vfio_pci is known, so that one that is not loaded is called as everybody calls it.
 */
static char *name_driver(const struct sriov_device *device, const char *module)
{
	static const char bus[] = "pci:";
	struct sriov_string_list *drivers;
	const char *name;
	char *found = NULL;

	if (!strcmp(module, "vfio_pci"))
		return strdup(VFIO_DEFAULT_DRIVER);
	if (tree_list(&device->context->sysfs, &drivers, NULL, "module/%s/drivers", module))
		return strdup(module);
	for (size_t i = 0; !found && (name = sriov_string_list_get(drivers, i)); i++)
		if (!strncmp(name, bus, strlen(bus)))
			found = strdup(name + strlen(bus));
	sriov_string_list_unref(drivers);
	return found ? found : strdup(module);
}

EXPORT enum sriov_code sriov_vfio_find_driver(const struct sriov_device *device, char **driver,
					      struct sriov_error **error)
{
	struct sriov_string_list *modules;
	const char *best = NULL, *name;
	enum sriov_code code;

	if (!driver)
		return error_null(error, "driver");
	*driver = NULL;
	if (!device)
		return error_null(error, "device");
	code = sriov_device_list_vfio_modules(device, &modules, error);
	if (code) {
		error_set_device(error, device->address);
		return code;
	}
	/* The best is the first; of others than VFIO's names binding wants to know nothing. */
	for (size_t i = 0; !best && (name = sriov_string_list_get(modules, i)); i++)
		if (driver_is_vfio(name))
			best = name;
	*driver = best ? name_driver(device, best) : strdup(VFIO_DEFAULT_DRIVER);
	sriov_string_list_unref(modules);
	return *driver ? SRIOV_CODE_OK : error_no_memory(error);
}
