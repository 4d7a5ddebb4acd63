/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vfio/vfio.h"

#include "base/error.h"
#include "object/holder/vfio_held.h"
#include "object/vfio/vfio_descriptor.h"

EXPORT enum sriov_code sriov_vfio_bind(struct sriov_device *device, const char *driver,
				       struct sriov_vfio **vfio, struct sriov_error **error)
{
	struct sriov_vfio *made;
	enum sriov_code code;

	if (vfio)
		*vfio = NULL;
	if (!device)
		return error_null(error, "device");
	if (!driver)
		driver = VFIO_DEFAULT_DRIVER;
	code = vfio_check_driver(driver, error);
	if (!code)
		code = vfio_check_unheld(device, driver, error);
	if (!code)
		code = vfio_bind(device, driver, &made, error);
	if (code)
		return code;
	vfio_refresh(made);
	if (vfio)
		*vfio = made;
	else
		sriov_vfio_unref(made);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_vfio_open(struct sriov_device *device, struct sriov_vfio **vfio,
				       struct sriov_error **error)
{
	struct sriov_device *now;
	enum sriov_code code;

	if (!vfio)
		return error_null(error, "vfio");
	*vfio = NULL;
	if (!device)
		return error_null(error, "device");
	code = vfio_check_bound(device, error);
	if (!code)
		code = device_read(device->context, device->address, &now, error);
	if (code) {
		error_set_device(error, device->address);
		return code;
	}
	code = vfio_make(now, vfio, error);
	sriov_device_unref(now);
	return code;
}

EXPORT enum sriov_code sriov_vfio_unbind(struct sriov_vfio *vfio, struct sriov_error **error)
{
	enum sriov_code code;

	if (!vfio)
		return error_null(error, "vfio");
	code = vfio_check_unheld(vfio->device, NULL, error);
	return code ? code : vfio_unbind(vfio, error);
}

EXPORT struct sriov_device *sriov_vfio_get_device(const struct sriov_vfio *vfio)
{
	return vfio ? vfio->device : NULL;
}

EXPORT const char *sriov_vfio_get_former_driver(const struct sriov_vfio *vfio)
{
	return vfio && vfio->former_driver && vfio->former_driver[0] ? vfio->former_driver : NULL;
}
