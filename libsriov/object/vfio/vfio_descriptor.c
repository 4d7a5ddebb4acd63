/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vfio/vfio_descriptor.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "kernel/vfio.h"
#include "object/device/vfio_driver.h"
#include "object/holder/holder.h"

/* The kernel says EINVAL to what makes no sense, which is the caller's doing here. */
enum sriov_code vfio_request_failed(const struct sriov_device *device, const char *request,
				    int number, struct sriov_error **error)
{
	enum sriov_code code;

	if (number == ENOMEM)
		return error_no_memory(error);
	if (device)
		code = error_set_system(error, number, "ioctl", NULL, "%s: %s", device->address,
					request);
	else
		code = error_set_system(error, number, "ioctl", NULL, "%s", request);
	if (number == EINVAL || number == ENOTTY || number == EBADF)
		code = error_explain(error, SRIOV_CODE_INVALID,
				     "%s: the descriptor is none that the kernel takes here",
				     device ? device->address : "VFIO");
	if (device)
		error_set_device(error, device->address);
	return code;
}

static int digit_of(char character)
{
	if (isdigit((unsigned char)character))
		return character - '0';
	return isxdigit((unsigned char)character) ? tolower((unsigned char)character) - 'a' + 10
						  : -1;
}

static bool parse_token(const char *text, uint8_t *token)
{
	static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
	size_t digits = 0;
	int digit;

	if (strlen(text) != strlen(form))
		return false;
	for (size_t i = 0; i < strlen(form); i++) {
		digit = digit_of(text[i]);
		if (form[i] == '-' ? text[i] != '-' : digit < 0)
			return false;
		if (form[i] == '-')
			continue;
		token[digits / 2] = (uint8_t)(token[digits / 2] << 4 | digit);
		digits++;
	}
	return true;
}

enum sriov_code vfio_parse_token(const char *text, uint8_t *token, struct sriov_error **error)
{
	if (parse_token(text, token))
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_INVALID,
			 "\"%s\" is no VF token, which is a UUID such as "
			 "\"83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7d\"",
			 text);
}

enum sriov_code vfio_check_bound(const struct sriov_device *device, struct sriov_error **error)
{
	char driver[NAME_MAX + 1];
	enum sriov_code code = device_read_driver(device, driver, error);

	if (!code && !driver_is_vfio(driver))
		code = error_set(error, SRIOV_CODE_NO_DRIVER, "%s is not bound to VFIO but on %s",
				 device->address, driver[0] ? driver : "no driver");
	if (code)
		error_set_device(error, device->address);
	return code;
}

enum sriov_code vfio_explain_busy(const struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_holder_list *holders = NULL;
	const struct sriov_holder *holder;
	char label[HOLDER_LABEL_SIZE];

	sriov_device_list_holders(device, &holders, NULL);
	holder = holder_find_other(holders);
	if (holder)
		holder_label(holder, label);
	error_explain(error, SRIOV_CODE_BUSY, "%s is held by %s", device->address,
		      holder ? label : "a process that cannot be seen from here");
	error_set_device(error, device->address);
	sriov_holder_list_unref(holders);
	return SRIOV_CODE_BUSY;
}

enum sriov_code vfio_explain_forbidden(const struct sriov_device *device, const char *what,
				       struct sriov_error **error)
{
	return error_explain(error, SRIOV_CODE_FORBIDDEN,
			     "%s%s%s is not this caller's to open: that takes root, or a chown of "
			     "it to him, and in a container that it is passed in",
			     device ? device->address : "", device ? ": " : "", what);
}
