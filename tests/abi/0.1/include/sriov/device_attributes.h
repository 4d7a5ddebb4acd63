/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_DEVICE_ATTRIBUTES_H
#define SRIOV_DEVICE_ATTRIBUTES_H

#include <sriov/bar.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/pcie_link.h>
#include <sriov/string_list.h>
#include <sriov/vpd.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_power_state {
	SRIOV_POWER_STATE_UNKNOWN = -1,
	SRIOV_POWER_STATE_D0 = 0,
	SRIOV_POWER_STATE_D1 = 1,
	SRIOV_POWER_STATE_D2 = 2,
	SRIOV_POWER_STATE_D3HOT = 3,
	SRIOV_POWER_STATE_D3COLD = 4,
	SRIOV_POWER_STATE_ERROR = 5,
};

enum sriov_code sriov_device_read_name(const struct sriov_device *device, char **name,
				       struct sriov_error **error);

enum sriov_code sriov_device_read_numa_node(const struct sriov_device *device, int *node,
					    struct sriov_error **error);

enum sriov_code sriov_device_read_local_cpus(const struct sriov_device *device, char **cpus,
					     struct sriov_error **error);

enum sriov_code sriov_device_read_revision(const struct sriov_device *device,
					   unsigned int *revision, struct sriov_error **error);

enum sriov_code sriov_device_read_pcie_link(const struct sriov_device *device,
					    struct sriov_pcie_link **link,
					    struct sriov_error **error);

enum sriov_code sriov_device_list_reset_methods(const struct sriov_device *device,
						struct sriov_string_list **methods,
						struct sriov_error **error);

enum sriov_code sriov_device_read_reset_support(const struct sriov_device *device, bool *supported,
						struct sriov_error **error);

enum sriov_code sriov_device_read_power_state(const struct sriov_device *device,
					      enum sriov_power_state *state,
					      struct sriov_error **error);

enum sriov_code sriov_device_read_d3cold_allowed(const struct sriov_device *device, bool *allowed,
						 struct sriov_error **error);

enum sriov_code sriov_device_read_enable_count(const struct sriov_device *device,
					       unsigned int *count, struct sriov_error **error);

enum sriov_code sriov_device_read_driver_override(const struct sriov_device *device, char **driver,
						  struct sriov_error **error);

enum sriov_code sriov_device_read_msix_in_use(const struct sriov_device *device,
					      unsigned int *count, struct sriov_error **error);

enum sriov_code sriov_device_read_vpd(const struct sriov_device *device, struct sriov_vpd **vpd,
				      struct sriov_error **error);

enum sriov_code sriov_device_list_bars(const struct sriov_device *device,
				       struct sriov_bar_list **list, struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
