/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which memory and which processors a device is near to. */
#include "object/device/device_attribute.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"

/* The kernel writes such a list into a page. */
#define LIST_SIZE 4098

/* "-1" or a number */
static bool parse_node(const char *line, int *node)
{
	uint64_t number;

	if (!strcmp(line, "-1"))
		return true;
	if (!number_parse(line, 10, INT_MAX, &number))
		return false;
	*node = (int)number;
	return true;
}

EXPORT enum sriov_code sriov_device_read_numa_node(const struct sriov_device *device, int *node,
						   struct sriov_error **error)
{
	static const struct device_attribute attribute = {"numa_node", "NUMA node",
							  "the kernel was built without NUMA"};
	char line[16];
	enum sriov_code code;

	if (!node)
		return error_null(error, "node");
	*node = -1;
	if (!device)
		return error_null(error, "device");
	code = device_attribute_read(device, &attribute, line, sizeof(line), error);
	if (!code && !parse_node(line, node))
		code = device_attribute_malformed(device, &attribute, line, error);
	return code;
}

EXPORT enum sriov_code sriov_device_read_local_cpus(const struct sriov_device *device, char **cpus,
						    struct sriov_error **error)
{
	static const struct device_attribute attribute = {
		"local_cpulist", "list of near processors", "this kernel does not tell it"};
	char line[LIST_SIZE];
	enum sriov_code code;

	if (!cpus)
		return error_null(error, "cpus");
	*cpus = NULL;
	if (!device)
		return error_null(error, "device");
	code = device_attribute_read(device, &attribute, line, sizeof(line), error);
	if (code)
		return code;
	if (line[strspn(line, "0123456789-,")])
		return device_attribute_malformed(device, &attribute, line, error);
	*cpus = strdup(line);
	return *cpus ? SRIOV_CODE_OK : error_no_memory(error);
}
