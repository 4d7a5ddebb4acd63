/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/device_attribute.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"

/* Of a text that is not understood, in an error. */
#define MOST_SHOWN 80

bool device_is_gone(const struct sriov_device *device)
{
	return !tree_exists(&device->context->sysfs, "bus/pci/devices/%s", device->address);
}

enum sriov_code device_gone(const struct sriov_device *device, struct sriov_error **error)
{
	error_set(error, SRIOV_CODE_GONE, "%s was removed", device->address);
	error_set_device(error, device->address);
	return SRIOV_CODE_GONE;
}

enum sriov_code device_attribute_explain(const struct sriov_device *device,
					 const struct device_attribute *attribute,
					 enum sriov_code code, struct sriov_error **error)
{
	const char *why = NULL;

	if (code == SRIOV_CODE_NO_MEMORY)
		return code;
	if (code == SRIOV_CODE_NOT_FOUND)
		code = device_is_gone(device) ? SRIOV_CODE_GONE : SRIOV_CODE_UNSUPPORTED;
	if (code == SRIOV_CODE_GONE)
		why = "it was removed";
	else if (code == SRIOV_CODE_UNSUPPORTED)
		why = attribute->absent;
	if (why)
		code = error_explain(error, code, "%s: its %s is not known: %s", device->address,
				     attribute->what, why);
	else
		code = error_explain(error, code, "%s: its %s cannot be read", device->address,
				     attribute->what);
	error_set_device(error, device->address);
	return code;
}

enum sriov_code device_attribute_malformed(const struct sriov_device *device,
					   const struct device_attribute *attribute,
					   const char *text, struct sriov_error **error)
{
	size_t length = strcspn(text, "\n");

	error_set(error, SRIOV_CODE_MALFORMED,
		  "%s: its %s is not understood: \"%.*s\" in %s/bus/pci/devices/%s/%s",
		  device->address, attribute->what,
		  (int)(length < MOST_SHOWN ? length : MOST_SHOWN), text,
		  device->context->sysfs.root, device->address, attribute->name);
	error_set_device(error, device->address);
	return SRIOV_CODE_MALFORMED;
}

enum sriov_code device_attribute_read(const struct sriov_device *device,
				      const struct device_attribute *attribute, char *line,
				      size_t size, struct sriov_error **error)
{
	enum sriov_code code =
		tree_read_line(&device->context->sysfs, line, size, error, "bus/pci/devices/%s/%s",
			       device->address, attribute->name);

	if (code)
		return device_attribute_explain(device, attribute, code, error);
	/* Perhaps there is more that did not fit. */
	if (strlen(line) == size - 1)
		return device_attribute_malformed(device, attribute, line, error);
	return SRIOV_CODE_OK;
}

enum sriov_code device_attribute_read_number(const struct sriov_device *device,
					     const struct device_attribute *attribute, int base,
					     uint64_t maximum, uint64_t *value,
					     struct sriov_error **error)
{
	char line[32];
	enum sriov_code code = device_attribute_read(device, attribute, line, sizeof(line), error);

	if (!code && !number_parse(line, base, maximum, value))
		code = device_attribute_malformed(device, attribute, line, error);
	return code;
}
