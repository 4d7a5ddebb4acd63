/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Devices by their IOMMU group and a container. */
#include "sriov/vfio_descriptor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "sriov/iommu_group.h"

#include "base/error.h"
#include "base/number.h"
#include "kernel/vfio.h"
#include "object/vfio/vfio_descriptor.h"

/* Its file is there before its module is, which the kernel then looks for in vain. */
static enum sriov_code explain_no_container(enum sriov_code code, struct sriov_error **error)
{
	if (code == SRIOV_CODE_NOT_FOUND || code == SRIOV_CODE_GONE)
		return error_explain(error, SRIOV_CODE_NO_DRIVER,
				     "VFIO is not loaded: load it first (modprobe vfio-pci)");
	if (code == SRIOV_CODE_FORBIDDEN)
		return vfio_explain_forbidden(NULL, "the file of VFIO's containers", error);
	return code;
}

EXPORT enum sriov_code sriov_vfio_open_container(struct sriov_context *context, int *fd,
						 struct sriov_error **error)
{
	const struct tree *devfs;
	enum sriov_code code;
	int number, opened;

	if (!fd)
		return error_null(error, "fd");
	*fd = -1;
	if (!context)
		return error_null(error, "context");
	code = context_get_devfs(context, &devfs, error);
	if (code)
		return code;
	code = tree_open_file(devfs, O_RDWR, &opened, error, "vfio/vfio");
	if (code)
		return explain_no_container(code, error);
	number = vfio_container_check(opened);
	if (number) {
		close(opened);
		return vfio_request_failed(NULL, "VFIO_GET_API_VERSION", number, error);
	}
	*fd = opened;
	return SRIOV_CODE_OK;
}

struct group {
	const struct sriov_device *device;
	unsigned int number;
	int fd;
	bool without_iommu;
};

/* The group may have come with the binding, so that the snapshot knows none. */
static enum sriov_code read_number(struct group *group, struct sriov_error **error)
{
	const struct sriov_device *device = group->device;
	char name[NAME_MAX + 1];
	uint64_t number;
	enum sriov_code code =
		tree_read_link_if_any(&device->context->sysfs, name, error,
				      "bus/pci/devices/%s/iommu_group", device->address);

	if (code)
		return code;
	if (!number_parse(name, 10, INT_MAX, &number))
		return error_set(error, SRIOV_CODE_UNSUPPORTED,
				 "%s is in no IOMMU group: the IOMMU is off", device->address);
	group->number = (unsigned int)number;
	return SRIOV_CODE_OK;
}

static enum sriov_code open_node(struct group *group, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	const struct tree *devfs;
	enum sriov_code code = context_get_devfs(group->device->context, &devfs, error);

	if (code)
		return code;
	group->without_iommu = tree_exists(devfs, "vfio/noiommu-%u", group->number);
	code = tree_open_file(devfs, O_RDWR, &group->fd, &failure,
			      group->without_iommu ? "vfio/noiommu-%u" : "vfio/%u", group->number);
	if (!code)
		return code;
	if (sriov_error_get_errno(failure) == EBUSY)
		vfio_explain_busy(group->device, &failure);
	else if (code == SRIOV_CODE_NOT_FOUND)
		error_explain(&failure, code,
			      "%s: the file of its IOMMU group is not there: in a container it has "
			      "to be passed in",
			      group->device->address);
	else if (code == SRIOV_CODE_FORBIDDEN)
		vfio_explain_forbidden(group->device, "the file of its IOMMU group", &failure);
	return error_move(error, &failure);
}

/* The kernel says no more than that: who spoils it is looked for. */
static enum sriov_code not_viable(const struct group *group, struct sriov_error **error)
{
	struct sriov_iommu_group *now = NULL;
	const char *obstacle;

	sriov_iommu_group_open(group->device->context, (int)group->number, &now, NULL);
	obstacle = sriov_iommu_group_get_obstacle(now);
	error_set(error, SRIOV_CODE_BUSY, "%s: %s", group->device->address,
		  obstacle ? obstacle : "its IOMMU group is not viable");
	sriov_iommu_group_unref(now);
	return SRIOV_CODE_BUSY;
}

static enum sriov_code check_viable(const struct group *group, struct sriov_error **error)
{
	bool viable;
	int number = vfio_group_is_viable(group->fd, &viable);

	if (number)
		return vfio_request_failed(group->device, "VFIO_GROUP_GET_STATUS", number, error);
	return viable ? SRIOV_CODE_OK : not_viable(group, error);
}

static enum sriov_code explain_no_iommu(const struct group *group, int number,
					struct sriov_error **error)
{
	enum sriov_code code = vfio_request_failed(group->device, "VFIO_SET_IOMMU", number, error);

	if (number == ENODEV)
		return error_explain(error, SRIOV_CODE_NO_DRIVER,
				     "%s: vfio_iommu_type1 is not loaded: load it first (modprobe "
				     "vfio_iommu_type1)",
				     group->device->address);
	if (number == EPERM)
		return error_explain(error, code,
				     "%s: its interrupts are not remapped, and that is not allowed "
				     "(allow_unsafe_interrupts of vfio_iommu_type1)",
				     group->device->address);
	return code;
}

static enum sriov_code join(const struct group *group, int container, struct sriov_error **error)
{
	int number = vfio_group_set_container(group->fd, container);

	if (number)
		return vfio_request_failed(group->device, "VFIO_GROUP_SET_CONTAINER", number,
					   error);
	if (vfio_container_has_iommu(container))
		return SRIOV_CODE_OK;
	number = vfio_container_set_iommu(container, group->without_iommu);
	return number ? explain_no_iommu(group, number, error) : SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_vfio_open_group(const struct sriov_device *device, int container,
					     int *fd, struct sriov_error **error)
{
	struct group group = {.device = device, .fd = -1};
	enum sriov_code code;

	if (!fd)
		return error_null(error, "fd");
	*fd = -1;
	if (!device)
		return error_null(error, "device");
	code = vfio_check_bound(device, error);
	if (!code)
		code = read_number(&group, error);
	if (!code)
		code = open_node(&group, error);
	if (!code)
		code = check_viable(&group, error);
	if (!code && container >= 0)
		code = join(&group, container, error);
	if (!code) {
		*fd = group.fd;
		return code;
	}
	cleanup_close(&group.fd);
	error_set_device(error, device->address);
	return code;
}

static enum sriov_code explain_refusal(const struct sriov_device *device, const char *token,
				       int number, struct sriov_error **error)
{
	enum sriov_code code =
		vfio_request_failed(device, "VFIO_GROUP_GET_DEVICE_FD", number, error);

	if (number == ENODEV)
		return error_explain(error, code, "%s is not in that group, or was removed",
				     device->address);
	if (number == EACCES)
		return error_explain(error, code,
				     token ? "%s: that is not the VF token of its PF"
					   : "%s: its PF is bound to VFIO as well, so it takes the "
					     "VF token that the user of the PF has set",
				     device->address);
	return code;
}

EXPORT enum sriov_code sriov_vfio_open_device(const struct sriov_device *device, int group,
					      const char *vf_token, int *fd,
					      struct sriov_error **error)
{
	uint8_t token[VFIO_TOKEN_BYTES] = {0};
	char name[128];
	int number;

	if (!fd)
		return error_null(error, "fd");
	*fd = -1;
	if (!device)
		return error_null(error, "device");
	if (vf_token && vfio_parse_token(vf_token, token, error))
		return SRIOV_CODE_INVALID;
	snprintf(name, sizeof(name), "%s%s%s", device->address, vf_token ? " vf_token=" : "",
		 vf_token ? vf_token : "");
	number = vfio_group_open_device(group, name, fd);
	if (!number)
		return SRIOV_CODE_OK;
	*fd = -1;
	return explain_refusal(device, vf_token, number, error);
}
