/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* In which ways the kernel can reset a device. */
#include "object/device/device_attribute.h"

#include <string.h>

#include "base/error.h"
#include "base/name.h"

static const struct device_attribute reset_method = {
	"reset_method", "list of reset methods",
	"it can be reset, but this kernel does not tell how (it does from 5.15 on)"};

static bool has_reset(const struct sriov_device *device)
{
	return tree_exists(&device->context->sysfs, "bus/pci/devices/%s/reset", device->address);
}

/* Takes the words of the line apart. */
static enum sriov_code split(const struct sriov_device *device, char *line,
			     struct sriov_string_list *methods, struct sriov_error **error)
{
	char *rest = line, *word;

	while ((word = strsep(&rest, " "))) {
		if (!*word)
			continue;
		if (!name_is_driver(word))
			return device_attribute_malformed(device, &reset_method, word, error);
		if (!string_list_add(methods, word))
			return error_no_memory(error);
	}
	return SRIOV_CODE_OK;
}

/* Neither file is there for a device that cannot be reset. */
static enum sriov_code fill(const struct sriov_device *device, struct sriov_string_list *methods,
			    struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char line[256];
	enum sriov_code code;

	code = device_attribute_read(device, &reset_method, line, sizeof(line), &failure);
	if (!code)
		return split(device, line, methods, error);
	if (code == SRIOV_CODE_UNSUPPORTED && !has_reset(device)) {
		sriov_error_unref(failure);
		return device_is_gone(device) ? device_gone(device, error) : SRIOV_CODE_OK;
	}
	return error_move(error, &failure);
}

EXPORT enum sriov_code sriov_device_list_reset_methods(const struct sriov_device *device,
						       struct sriov_string_list **methods,
						       struct sriov_error **error)
{
	struct sriov_string_list *made;
	enum sriov_code code;

	if (!methods)
		return error_null(error, "methods");
	*methods = NULL;
	if (!device)
		return error_null(error, "device");
	made = string_list_new();
	code = made ? fill(device, made, error) : error_no_memory(error);
	if (code)
		sriov_string_list_unref(made);
	else
		*methods = made;
	return code;
}

EXPORT enum sriov_code sriov_device_read_reset_support(const struct sriov_device *device,
						       bool *supported, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct sriov_string_list *methods;
	enum sriov_code code;

	if (!supported)
		return error_null(error, "supported");
	*supported = false;
	code = sriov_device_list_reset_methods(device, &methods, &failure);
	/* The older kernel, which has the file reset. */
	if (code == SRIOV_CODE_UNSUPPORTED) {
		*supported = true;
		sriov_error_unref(failure);
		return SRIOV_CODE_OK;
	}
	*supported = sriov_string_list_get_count(methods) > 0;
	sriov_string_list_unref(methods);
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}
