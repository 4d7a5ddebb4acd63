/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Requests of iommufd, and those of VFIO that go with it, by Linux 6.6 and 6.18: the kernel headers
 * that the library is built with may be older.
 */
#ifndef KERNEL_IOMMUFD_H
#define KERNEL_IOMMUFD_H

#include <linux/types.h>
#include <linux/vfio.h>
#include <stddef.h>

struct iommufd_alloc_ioas {
	__u32 size;
	__u32 flags;
	__u32 out_ioas_id;
};

#define IOMMUFD_ALLOC_IOAS _IO(';', 0x81)

struct vfio_bind_iommufd {
	__u32 argsz;
	__u32 flags;
	__s32 iommufd;
	__u32 out_devid;
	__u64 token_uuid_ptr; /* not before Linux 6.18 */
};

#define VFIO_BIND_IOMMUFD	 _IO(VFIO_TYPE, VFIO_BASE + 18)
#define VFIO_BIND_IOMMUFD_TOKEN	 (1U << 0)
#define VFIO_BIND_IOMMUFD_SIZE_1 offsetof(struct vfio_bind_iommufd, token_uuid_ptr)

struct vfio_attach_iommufd {
	__u32 argsz;
	__u32 flags;
	__u32 pt_id;
};

#define VFIO_ATTACH_IOMMUFD _IO(VFIO_TYPE, VFIO_BASE + 19)

#endif
