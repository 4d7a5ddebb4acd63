/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether a device is on, may go off, and is in use. */
#include "object/device/device_attribute.h"

#include <string.h>

#include "base/error.h"

static enum sriov_power_state parse_state(const char *line)
{
	static const char *const names[] = {
		[SRIOV_POWER_STATE_D0] = "D0",	       [SRIOV_POWER_STATE_D1] = "D1",
		[SRIOV_POWER_STATE_D2] = "D2",	       [SRIOV_POWER_STATE_D3HOT] = "D3hot",
		[SRIOV_POWER_STATE_D3COLD] = "D3cold", [SRIOV_POWER_STATE_ERROR] = "error",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (!strcmp(line, names[i]))
			return (enum sriov_power_state)i;
	return SRIOV_POWER_STATE_UNKNOWN;
}

EXPORT enum sriov_code sriov_device_read_power_state(const struct sriov_device *device,
						     enum sriov_power_state *state,
						     struct sriov_error **error)
{
	static const struct device_attribute attribute = {
		"power_state", "power state",
		"this kernel does not tell it (it does from 5.11 on)"};
	char line[32];
	enum sriov_code code;

	if (!state)
		return error_null(error, "state");
	*state = SRIOV_POWER_STATE_UNKNOWN;
	if (!device)
		return error_null(error, "device");
	code = device_attribute_read(device, &attribute, line, sizeof(line), error);
	if (!code)
		*state = parse_state(line);
	return code;
}

EXPORT enum sriov_code sriov_device_read_d3cold_allowed(const struct sriov_device *device,
							bool *allowed, struct sriov_error **error)
{
	static const struct device_attribute attribute = {
		"d3cold_allowed", "permission for D3cold",
		"the kernel was built without ACPI or power management"};
	uint64_t number = 0;
	enum sriov_code code;

	if (!allowed)
		return error_null(error, "allowed");
	*allowed = false;
	if (!device)
		return error_null(error, "device");
	code = device_attribute_read_number(device, &attribute, 10, 1, &number, error);
	*allowed = number;
	return code;
}

EXPORT enum sriov_code sriov_device_read_enable_count(const struct sriov_device *device,
						      unsigned int *count,
						      struct sriov_error **error)
{
	static const struct device_attribute attribute = {"enable", "count of users",
							  "this kernel does not tell it"};
	uint64_t number = 0;
	enum sriov_code code;

	if (!count)
		return error_null(error, "count");
	*count = 0;
	if (!device)
		return error_null(error, "device");
	code = device_attribute_read_number(device, &attribute, 10, INT_MAX, &number, error);
	*count = (unsigned int)number;
	return code;
}
