/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/devlink/devlink.h"

#include <errno.h>
#include <stdlib.h>

#include "base/error.h"

enum sriov_code devlink_find(const struct sriov_device *device, struct devlink_target *target,
			     struct sriov_error **error)
{
	target->handle = (struct devlink_handle) {.bus = "pci", .device = device->address};
	return context_get_devlink(device->context, &target->devlink, error);
}

/* To the kernel all of these are "no such device". */
static enum sriov_code explain_no_device(const struct sriov_device *device, const char *label,
					 const char *what, struct sriov_error **failure)
{
	char driver[NAME_MAX + 1] = "";
	enum sriov_code code = device_read_driver(device, driver, NULL);

	if (code == SRIOV_CODE_GONE)
		return error_explain(failure, code, "%s was removed", label);
	if (!code && !driver[0])
		return error_explain(failure, SRIOV_CODE_NO_DRIVER,
				     "%s: cannot %s: no driver is bound to it", label, what);
	return error_explain(failure, SRIOV_CODE_UNSUPPORTED,
			     "%s: cannot %s: its driver %s has no devlink, or has it in another "
			     "network namespace",
			     label, what, driver);
}

/* The words for a code that has its own. */
static const char *find_reason(enum sriov_code code)
{
	switch (code) {
	case SRIOV_CODE_FORBIDDEN:
		return ": the caller lacks CAP_NET_ADMIN, or the driver forbids it";
	case SRIOV_CODE_BUSY:
		return ": the driver cannot now";
	default:
		return "";
	}
}

enum sriov_code devlink_explain(const struct sriov_device *device, const char *label,
				const char *what, struct sriov_error **failure,
				struct sriov_error **error)
{
	enum sriov_code code = sriov_error_get_code(*failure);

	if (code == SRIOV_CODE_GONE)
		explain_no_device(device, label, what, failure);
	else if (sriov_error_get_errno(*failure) == EOPNOTSUPP)
		error_explain(failure, code, "%s: cannot %s: its driver %s does not support that",
			      label, what, device->driver ? device->driver : "?");
	/* An errno that is of no file here. */
	else if (code == SRIOV_CODE_NOT_FOUND)
		error_explain(failure, SRIOV_CODE_FAILED, "%s: cannot %s", label, what);
	else if (code != SRIOV_CODE_NO_MEMORY)
		error_explain(failure, code, "%s: cannot %s%s", label, what, find_reason(code));
	error_set_device(failure, device->address);
	return error_move(error, failure);
}

enum sriov_code devlink_read_ports(const struct sriov_device *device, const char *label,
				   struct devlink_port **ports, size_t *count,
				   struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct devlink_target target;
	enum sriov_code code = devlink_find(device, &target, &failure);

	*ports = NULL;
	*count = 0;
	if (!code)
		code = devlink_list_ports(target.devlink, &target.handle, ports, count, &failure);
	/* Kernels before 6.6 list all ports: a device without devlink has none of them, too. */
	if (!code && !*count)
		code = devlink_check(target.devlink, &target.handle, &failure);
	if (!code)
		return code;
	free(*ports);
	*ports = NULL;
	return devlink_explain(device, label, "list its ports", &failure, error);
}
