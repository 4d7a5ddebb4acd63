/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The VPD of a device. */
#include "object/device/device_attribute.h"

#include <stdlib.h>

#include "base/error.h"
#include "object/device/vpd.h"

static enum sriov_code read_bytes(const struct sriov_device *device, uint8_t *bytes, size_t *size,
				  struct sriov_error **error)
{
	enum sriov_code code =
		vpd_read(&device->context->sysfs, device->address, bytes, size, error);

	if (code == SRIOV_CODE_NOT_FOUND || code == SRIOV_CODE_GONE) {
		if (device_is_gone(device))
			return error_explain(error, SRIOV_CODE_GONE, "%s was removed",
					     device->address);
		return error_explain(error, SRIOV_CODE_UNSUPPORTED, "%s has no VPD",
				     device->address);
	}
	return code;
}

/* Half of it is better than nothing, nothing is a failure. */
static bool is_empty(const struct sriov_vpd *vpd)
{
	return vpd->error && !vpd->product_name && !sriov_vpd_field_list_get_count(vpd->fields);
}

static enum sriov_code parse(const struct sriov_device *device, const uint8_t *bytes, size_t size,
			     struct sriov_vpd **vpd, struct sriov_error **error)
{
	struct sriov_vpd *made = vpd_new(device->address, bytes, size);
	struct sriov_error *failure;

	if (!made)
		return error_no_memory(error);
	if (!is_empty(made)) {
		*vpd = made;
		return SRIOV_CODE_OK;
	}
	failure = sriov_error_ref(made->error);
	sriov_vpd_unref(made);
	return error_move(error, &failure);
}

EXPORT enum sriov_code sriov_device_read_vpd(const struct sriov_device *device,
					     struct sriov_vpd **vpd, struct sriov_error **error)
{
	CLEANUP(cleanup_free) uint8_t *bytes = NULL;
	enum sriov_code code;
	size_t size;

	if (!vpd)
		return error_null(error, "vpd");
	*vpd = NULL;
	if (!device)
		return error_null(error, "device");
	bytes = malloc(VPD_MOST);
	if (!bytes)
		return error_no_memory(error);
	code = read_bytes(device, bytes, &size, error);
	if (code)
		error_set_device(error, device->address);
	return code ? code : parse(device, bytes, size, vpd, error);
}
