/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where sysfs has what is on a device: "../../devices/pci0000:00/0000:01:00.0/nvme/nvme0/nvme0n1".
 */
#ifndef OBJECT_DEVICE_PATH_H
#define OBJECT_DEVICE_PATH_H

#include "base/address.h"

/* The PCI device nearest to the end of the path; "" when there is none on the way. */
void device_path_take_address(const char *path, char address[ADDRESS_SIZE]);

#endif
