/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Devices by their own file and an iommufd. */
#include "sriov/vfio_descriptor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#include "base/error.h"
#include "base/string_list.h"
#include "kernel/vfio.h"
#include "object/holder/holder.h"
#include "object/vfio/vfio_descriptor.h"

EXPORT enum sriov_code sriov_vfio_open_iommufd(struct sriov_context *context, int *fd,
					       struct sriov_error **error)
{
	const struct tree *devfs;
	enum sriov_code code;

	if (!fd)
		return error_null(error, "fd");
	*fd = -1;
	if (!context)
		return error_null(error, "context");
	code = context_get_devfs(context, &devfs, error);
	if (code)
		return code;
	code = tree_open_file(devfs, O_RDWR, fd, error, "iommu");
	if (code == SRIOV_CODE_NOT_FOUND || code == SRIOV_CODE_GONE)
		return error_explain(error, SRIOV_CODE_UNSUPPORTED,
				     "this kernel has no iommufd (CONFIG_IOMMUFD, from Linux 6.2), "
				     "or its module is not loaded (modprobe iommufd)");
	if (code == SRIOV_CODE_FORBIDDEN)
		return vfio_explain_forbidden(NULL, "the file of iommufd", error);
	return code;
}

EXPORT enum sriov_code sriov_vfio_allocate_ioas(int iommufd, uint32_t *ioas,
						struct sriov_error **error)
{
	int number;

	if (!ioas)
		return error_null(error, "ioas");
	number = iommufd_allocate_ioas(iommufd, ioas);
	if (!number)
		return SRIOV_CODE_OK;
	*ioas = 0;
	return vfio_request_failed(NULL, "IOMMU_IOAS_ALLOC", number, error);
}

/* "vfio3"; it has a number of its own in every kernel from 6.1, but a file only in some. */
static enum sriov_code find_name(const struct sriov_device *device, char name[NAME_MAX + 1],
				 struct sriov_error **error)
{
	const struct tree *sysfs = &device->context->sysfs;
	struct sriov_string_list *names = NULL;
	const char *first;

	name[0] = '\0';
	tree_list(sysfs, &names, NULL, "bus/pci/devices/%s/vfio-dev", device->address);
	first = sriov_string_list_get(names, 0);
	if (first &&
	    tree_exists(sysfs, "bus/pci/devices/%s/vfio-dev/%s/dev", device->address, first))
		snprintf(name, NAME_MAX + 1, "%s", first);
	sriov_string_list_unref(names);
	if (name[0])
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_UNSUPPORTED,
			 "%s: this kernel makes no files of single devices "
			 "(CONFIG_VFIO_DEVICE_CDEV, from Linux 6.6): open its group",
			 device->address);
}

EXPORT enum sriov_code sriov_vfio_open_character_device(const struct sriov_device *device, int *fd,
							struct sriov_error **error)
{
	const struct tree *devfs;
	char name[NAME_MAX + 1];
	enum sriov_code code;

	if (!fd)
		return error_null(error, "fd");
	*fd = -1;
	if (!device)
		return error_null(error, "device");
	code = vfio_check_bound(device, error);
	if (!code)
		code = find_name(device, name, error);
	if (!code)
		code = context_get_devfs(device->context, &devfs, error);
	if (!code)
		code = tree_open_file(devfs, O_RDWR, fd, error, "vfio/devices/%s", name);
	if (code == SRIOV_CODE_FORBIDDEN)
		vfio_explain_forbidden(device, "its file of VFIO's", error);
	if (code)
		error_set_device(error, device->address);
	return code;
}

static bool is_held(const struct sriov_device *device)
{
	struct sriov_holder_list *holders = NULL;
	bool held;

	sriov_device_list_holders(device, &holders, NULL);
	held = holder_find_other(holders);
	sriov_holder_list_unref(holders);
	return held;
}

EXPORT enum sriov_code sriov_vfio_bind_iommufd(const struct sriov_device *device, int fd,
					       int iommufd, const char *vf_token, uint32_t *id,
					       struct sriov_error **error)
{
	uint8_t token[VFIO_TOKEN_BYTES] = {0};
	uint32_t made = 0;
	enum sriov_code code;
	int number;

	if (id)
		*id = 0;
	if (!device)
		return error_null(error, "device");
	if (vf_token && vfio_parse_token(vf_token, token, error))
		return SRIOV_CODE_INVALID;
	number = vfio_device_bind_iommufd(fd, iommufd, vf_token ? token : NULL, &made);
	if (!number && id)
		*id = made;
	if (!number)
		return SRIOV_CODE_OK;
	code = vfio_request_failed(device, "VFIO_DEVICE_BIND_IOMMUFD", number, error);
	/* A device that another process has bound is EINVAL, as is much else. */
	if (number == EBUSY || (number == EINVAL && is_held(device)))
		return vfio_explain_busy(device, error);
	return code;
}

EXPORT enum sriov_code sriov_vfio_attach_ioas(const struct sriov_device *device, int fd,
					      uint32_t ioas, struct sriov_error **error)
{
	enum sriov_code code;
	int number;

	if (!device)
		return error_null(error, "device");
	number = vfio_device_attach(fd, ioas);
	if (!number)
		return SRIOV_CODE_OK;
	code = vfio_request_failed(device, "VFIO_DEVICE_ATTACH_IOMMUFD_PT", number, error);
	if (number == ENOENT)
		return error_explain(error, code, "%s: the iommufd has no address space %u",
				     device->address, ioas);
	return code;
}
