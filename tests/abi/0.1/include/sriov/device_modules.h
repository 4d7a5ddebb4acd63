/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_DEVICE_MODULES_H
#define SRIOV_DEVICE_MODULES_H

#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/string_list.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_code sriov_device_list_modules(const struct sriov_device *device,
					  struct sriov_string_list **modules,
					  struct sriov_error **error);

enum sriov_code sriov_device_list_vfio_modules(const struct sriov_device *device,
					       struct sriov_string_list **modules,
					       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
