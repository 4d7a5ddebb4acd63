/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_DEVICE_FILTER_H
#define SRIOV_DEVICE_FILTER_H

#include <sriov/error.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_device_filter;

enum sriov_function {
	SRIOV_FUNCTION_ANY = 0,
	SRIOV_FUNCTION_PF = 1,
	SRIOV_FUNCTION_VF = 2,
	SRIOV_FUNCTION_FREE_VF = 3,
};

enum sriov_code sriov_device_filter_new(struct sriov_device_filter **filter,
					struct sriov_error **error);

struct sriov_device_filter *sriov_device_filter_ref(struct sriov_device_filter *filter);

void sriov_device_filter_unref(struct sriov_device_filter *filter);

enum sriov_code sriov_device_filter_set_class(struct sriov_device_filter *filter, uint32_t wanted,
					      uint32_t mask, struct sriov_error **error);

enum sriov_code sriov_device_filter_set_vendor_id(struct sriov_device_filter *filter,
						  uint16_t vendor_id, struct sriov_error **error);

enum sriov_code sriov_device_filter_set_device_id(struct sriov_device_filter *filter,
						  uint16_t device_id, struct sriov_error **error);

enum sriov_code sriov_device_filter_set_driver(struct sriov_device_filter *filter,
					       const char *driver, struct sriov_error **error);

enum sriov_code sriov_device_filter_set_function(struct sriov_device_filter *filter,
						 enum sriov_function function,
						 struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
