/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/vfio.h"

#include <errno.h>
#include <linux/vfio.h>
#include <sys/ioctl.h>

#include "base/common.h"

/* The answer of a request that gives 0 when it is done. */
static int ask(int fd, unsigned long request, void *argument)
{
	return ioctl(fd, request, argument) < 0 ? errno : 0;
}

int vfio_container_check(int container)
{
	int version = ioctl(container, VFIO_GET_API_VERSION);

	if (version < 0)
		return errno;
	return version == VFIO_API_VERSION ? 0 : EPROTONOSUPPORT;
}

/* A container without one knows no such question; that without translation answers otherwise. */
bool vfio_container_has_iommu(int container)
{
	struct vfio_iommu_type1_info info = {.argsz = sizeof(info)};

	return ask(container, VFIO_IOMMU_GET_INFO, &info) != EINVAL;
}

int vfio_container_set_iommu(int container, bool without_iommu)
{
	unsigned long kind = VFIO_TYPE1v2_IOMMU;

	if (without_iommu)
		kind = VFIO_NOIOMMU_IOMMU;
	else if (ioctl(container, VFIO_CHECK_EXTENSION, kind) <= 0)
		kind = VFIO_TYPE1_IOMMU;
	return ioctl(container, VFIO_SET_IOMMU, kind) < 0 ? errno : 0;
}

int vfio_group_is_viable(int group, bool *viable)
{
	struct vfio_group_status status = {.argsz = sizeof(status)};
	int number = ask(group, VFIO_GROUP_GET_STATUS, &status);

	*viable = !number && status.flags & VFIO_GROUP_FLAGS_VIABLE;
	return number;
}

int vfio_group_set_container(int group, int container)
{
	return ask(group, VFIO_GROUP_SET_CONTAINER, &container);
}

/* The kernel sets O_CLOEXEC by itself. */
int vfio_group_open_device(int group, const char *name, int *fd)
{
	*fd = ioctl(group, VFIO_GROUP_GET_DEVICE_FD, name);
	return *fd < 0 ? errno : 0;
}
