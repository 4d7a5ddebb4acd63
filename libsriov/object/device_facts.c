/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is read of a device only when it is asked for. */
#include "object/device.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "kernel/module.h"
#include "kernel/pci_names.h"
#include "object/interface.h"

static bool is_gone(const struct sriov_device *device)
{
	return !tree_exists(&device->context->sysfs, "bus/pci/devices/%s", device->address);
}

static enum sriov_code gone(const struct sriov_device *device, struct sriov_error **error)
{
	error_set(error, SRIOV_CODE_GONE, "%s was removed", device->address);
	error_set_device(error, device->address);
	return SRIOV_CODE_GONE;
}

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

/* "-1" or a number */
static enum sriov_code parse_node(const struct sriov_device *device, const char *line, int *node,
				  struct sriov_error **error)
{
	uint64_t number;

	if (!strcmp(line, "-1"))
		return SRIOV_CODE_OK;
	if (!number_parse(line, 10, INT_MAX, &number))
		return error_set(error, SRIOV_CODE_MALFORMED, "%s: \"%s\" is no number of a node",
				 device->address, line);
	*node = (int)number;
	return SRIOV_CODE_OK;
}

static enum sriov_code read_node(const struct sriov_device *device, int *node,
				 struct sriov_error **error)
{
	char line[16];
	enum sriov_code code;

	code = tree_read_line(&device->context->sysfs, line, sizeof(line), error,
			      "bus/pci/devices/%s/numa_node", device->address);
	if (!code)
		return parse_node(device, line, node, error);
	if (code != SRIOV_CODE_NOT_FOUND)
		return code;
	code = is_gone(device) ? SRIOV_CODE_GONE : SRIOV_CODE_UNSUPPORTED;
	return error_explain(error, code, "%s: its NUMA node is not known: %s", device->address,
			     code == SRIOV_CODE_GONE ? "it was removed"
						     : "the kernel was built without NUMA");
}

EXPORT enum sriov_code sriov_device_read_numa_node(const struct sriov_device *device, int *node,
						   struct sriov_error **error)
{
	enum sriov_code code;

	if (!node)
		return error_null(error, "node");
	*node = -1;
	if (!device)
		return error_null(error, "device");
	code = read_node(device, node, error);
	if (code)
		error_set_device(error, device->address);
	return code;
}

EXPORT enum sriov_code sriov_device_list_interfaces(const struct sriov_device *device,
						    struct sriov_string_list **interfaces,
						    struct sriov_error **error)
{
	if (!interfaces)
		return error_null(error, "interfaces");
	*interfaces = NULL;
	if (!device)
		return error_null(error, "device");
	return interface_list(device->context, device->address, interfaces, error);
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

enum sriov_code device_read_driver(const struct sriov_device *device, char driver[NAME_MAX + 1],
				   struct sriov_error **error)
{
	enum sriov_code code = tree_read_link_if_any(&device->context->sysfs, driver, error,
						     "bus/pci/devices/%s/driver", device->address);

	if (!code && !driver[0] && is_gone(device))
		return gone(device, error);
	return code;
}
