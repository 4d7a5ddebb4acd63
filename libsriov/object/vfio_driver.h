/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which drivers hand devices to user space through VFIO. */
#ifndef OBJECT_VFIO_DRIVER_H
#define OBJECT_VFIO_DRIVER_H

#include <stdbool.h>

/* "vfio-pci", or a variant driver such as "mlx5_vfio_pci". */
bool driver_is_vfio(const char *driver);

#endif
