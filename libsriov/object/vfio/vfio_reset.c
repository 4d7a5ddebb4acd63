/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an open device is asked to do: be reset, and let nobody have its VFs without a token. */
#include "sriov/vfio_info.h"

#include <errno.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/string_list.h"
#include "kernel/vfio.h"
#include "object/vfio/vfio_descriptor.h"

EXPORT enum sriov_code sriov_vfio_reset(const struct sriov_device *device, int fd,
					struct sriov_error **error)
{
	int number;

	if (!device)
		return error_null(error, "device");
	number = vfio_device_reset(fd);
	return number ? vfio_request_failed(device, "VFIO_DEVICE_RESET", number, error)
		      : SRIOV_CODE_OK;
}

static enum sriov_code list_addresses(const struct vfio_dependent *dependents, size_t count,
				      struct sriov_string_list **addresses,
				      struct sriov_error **error)
{
	struct sriov_string_list *made = string_list_new();
	bool good = made;

	for (size_t i = 0; good && i < count; i++)
		good = string_list_add_format(made, "%04x:%02x:%02x.%x",
					      (unsigned int)dependents[i].domain,
					      (unsigned int)dependents[i].bus,
					      (unsigned int)dependents[i].function >> 3,
					      (unsigned int)dependents[i].function & 7);
	if (!good) {
		sriov_string_list_unref(made);
		return error_no_memory(error);
	}
	string_list_sort(made);
	*addresses = made;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_vfio_list_reset_devices(const struct sriov_device *device, int fd,
						     struct sriov_string_list **addresses,
						     struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct vfio_dependent *dependents = NULL;
	enum sriov_code code;
	size_t count;
	int number;

	if (!addresses)
		return error_null(error, "addresses");
	*addresses = NULL;
	if (!device)
		return error_null(error, "device");
	number = vfio_device_list_dependents(fd, &dependents, &count);
	if (!number)
		return list_addresses(dependents, count, addresses, error);
	code = vfio_request_failed(device, "VFIO_DEVICE_GET_PCI_HOT_RESET_INFO", number, error);
	/* The descriptor is one all the same: the device has no slot and bus that can be reset. */
	if (number == ENODEV)
		return error_explain(error, SRIOV_CODE_UNSUPPORTED,
				     "%s: neither its slot nor its bus can be reset",
				     device->address);
	return code;
}

EXPORT enum sriov_code sriov_vfio_set_vf_token(const struct sriov_device *device, int fd,
					       const char *token, struct sriov_error **error)
{
	uint8_t bytes[VFIO_TOKEN_BYTES] = {0};
	enum sriov_code code;
	int number;

	if (!device)
		return error_null(error, "device");
	if (!token)
		return error_null(error, "token");
	if (vfio_parse_token(token, bytes, error))
		return SRIOV_CODE_INVALID;
	number = vfio_device_set_token(fd, bytes);
	if (!number)
		return SRIOV_CODE_OK;
	code = vfio_request_failed(device, "VFIO_DEVICE_FEATURE_PCI_VF_TOKEN", number, error);
	if (number == ENOTTY)
		return error_explain(error, SRIOV_CODE_UNSUPPORTED,
				     "%s: it takes no VF token: it is no PF, or its driver or the "
				     "kernel has none",
				     device->address);
	return code;
}
