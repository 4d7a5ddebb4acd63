/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether taking a device from VFIO would wait for somebody who holds it. */
#ifndef OBJECT_VFIO_HELD_H
#define OBJECT_VFIO_HELD_H

#include "object/holder/holder.h"

/*
 * How often the device is enabled. VFIO enables it when it is opened and disables it when it is
 * closed: one that is not enabled is held by nobody. -1 when it cannot be read.
 */
int vfio_read_enabled(const struct sriov_device *device);

/*
 * SRIOV_CODE_BUSY, with who it is, when a process has the device open through VFIO and it is to go
 * to another driver than the one it has; NULL for none. The processes are looked at only
 * where the device is enabled, and only once for many: the holdings begin zeroed and are filled
 * when they are needed.
 */
enum sriov_code vfio_check_unheld_among(const struct sriov_device *device, const char *wanted,
					struct holdings *holdings, struct sriov_error **error);

enum sriov_code vfio_check_unheld(const struct sriov_device *device, const char *wanted,
				  struct sriov_error **error);

/*
 * Puts in front of a SRIOV_CODE_TIMEOUT who holds the device, where that is known; nothing is read
 * for it that could wait, too.
 */
void vfio_explain_wait(const struct sriov_device *device, struct sriov_error **failure);

#endif
