/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which drivers hand a device to user space through VFIO. */
#ifndef OBJECT_VFIO_DRIVER_H
#define OBJECT_VFIO_DRIVER_H

#include <stdbool.h>

/*
 * "vfio-pci", a variant of it such as "mlx5_vfio_pci", or a driver for another bus such as
 * "vfio-platform". NULL and "" are none.
 */
bool driver_is_vfio(const char *driver);

#endif
