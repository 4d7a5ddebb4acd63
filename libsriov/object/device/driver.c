/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/driver.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* What the kernel shows for an override that is not set. */
#define NO_OVERRIDE "(null)"

static const struct tree *sysfs_of(const struct sriov_device *device)
{
	return &device->context->sysfs;
}

/* A file of the device that is missing, where a person wants to know why. */
static enum sriov_code explain(const struct sriov_device *device, const char *what,
			       struct sriov_error **failure, struct sriov_error **error)
{
	enum sriov_code code = sriov_error_get_code(*failure);
	char label[DEVICE_LABEL_SIZE];

	device_label(device, label);
	if (!tree_exists(sysfs_of(device), "bus/pci/devices/%s", device->address))
		error_explain(failure, SRIOV_CODE_GONE, "%s was removed", label);
	else if (code == SRIOV_CODE_FORBIDDEN)
		error_explain(failure, code, "%s: cannot %s: that takes root and a writable sysfs",
			      label, what);
	else if (code == SRIOV_CODE_TIMEOUT)
		error_explain(failure, code, "%s: asked the kernel to %s, which is not over", label,
			      what);
	else
		error_explain(failure, code, "%s: cannot %s", label, what);
	error_set_device(failure, device->address);
	return error_move(error, failure);
}

enum sriov_code driver_read_override(const struct sriov_device *device, char name[NAME_MAX + 1],
				     struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code =
		tree_read_locked_line(sysfs_of(device), name, NAME_MAX + 1, &failure,
				      "bus/pci/devices/%s/driver_override", device->address);

	if (code == SRIOV_CODE_NOT_FOUND)
		error_explain(&failure, SRIOV_CODE_UNSUPPORTED,
			      "this kernel has no driver_override (it came with 3.16)");
	if (code)
		return explain(device, "read its driver_override", &failure, error);
	if (!strcmp(name, NO_OVERRIDE))
		name[0] = '\0';
	return SRIOV_CODE_OK;
}

enum sriov_code driver_set_override(const struct sriov_device *device, const char *name,
				    struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char text[NAME_MAX + 2];

	/* A write of nothing never reaches the kernel: a line end alone clears it. */
	snprintf(text, sizeof(text), "%s\n", name ? name : "");
	if (!tree_write(sysfs_of(device), text, &failure, "bus/pci/devices/%s/driver_override",
			device->address))
		return SRIOV_CODE_OK;
	return explain(device, "set its driver_override", &failure, error);
}

enum sriov_code driver_check_overdue(const struct sriov_device *device, struct sriov_error **error)
{
	enum sriov_code code = tree_check_overdue(sysfs_of(device), device->address, error);

	if (code == SRIOV_CODE_BUSY)
		error_explain(error, code, "%s: an earlier change of it is not over",
			      device->address);
	return code;
}

bool driver_is_loaded(const struct sriov_device *device, const char *driver)
{
	return tree_exists(sysfs_of(device), "bus/pci/drivers/%s", driver);
}

/* The driver is named, not reached through the device: nobody else's may be unbound. */
enum sriov_code driver_unbind(const struct sriov_device *device, const char *driver,
			      struct sriov_error **error)
{
	struct sriov_error *failure = NULL;

	if (!tree_write(sysfs_of(device), device->address, &failure, "bus/pci/drivers/%s/unbind",
			driver))
		return SRIOV_CODE_OK;
	return explain(device, "unbind it from its driver", &failure, error);
}

static enum sriov_code not_taken(const struct sriov_device *device, const char *driver,
				 const char *now, struct sriov_error **error)
{
	error_set(error, SRIOV_CODE_UNSUPPORTED, "%s: %s did not take it, it is on %s",
		  device->address, driver, now[0] ? now : "no driver");
	error_set_device(error, device->address);
	return SRIOV_CODE_UNSUPPORTED;
}

enum sriov_code driver_bind(const struct sriov_device *device, const char *driver,
			    struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char now[NAME_MAX + 1];
	enum sriov_code code;

	if (!driver_is_loaded(device, driver)) {
		error_set(error, SRIOV_CODE_NO_DRIVER, "%s: its driver %s is not loaded any more",
			  device->address, driver);
		error_set_device(error, device->address);
		return SRIOV_CODE_NO_DRIVER;
	}
	if (tree_write(sysfs_of(device), device->address, &failure, "bus/pci/drivers/%s/bind",
		       driver))
		return explain(device, "bind it to its driver", &failure, error);
	code = device_read_driver(device, now, error);
	if (!code && strcmp(now, driver))
		code = not_taken(device, driver, now, error);
	return code;
}

enum sriov_code driver_probe(const struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;

	if (!tree_write(sysfs_of(device), device->address, &failure, "bus/pci/drivers_probe"))
		return SRIOV_CODE_OK;
	return explain(device, "have the kernel look for a driver for it", &failure, error);
}
