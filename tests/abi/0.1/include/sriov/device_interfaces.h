/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_DEVICE_INTERFACES_H
#define SRIOV_DEVICE_INTERFACES_H

#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/string_list.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_interface_kind {
	SRIOV_INTERFACE_KIND_NET = 0,
	SRIOV_INTERFACE_KIND_INFINIBAND = 1,
	SRIOV_INTERFACE_KIND_NVME = 2,
	SRIOV_INTERFACE_KIND_VFIO = 3,
};

enum sriov_code sriov_device_list_interfaces(const struct sriov_device *device,
					     struct sriov_string_list **interfaces,
					     struct sriov_error **error);

enum sriov_code sriov_device_list_interfaces_of_kind(const struct sriov_device *device,
						     enum sriov_interface_kind kind,
						     struct sriov_string_list **interfaces,
						     struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
