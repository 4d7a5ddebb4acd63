/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_DEVICE_H
#define SRIOV_DEVICE_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_device;

enum sriov_code sriov_device_open(struct sriov_context *context, const char *name,
				  struct sriov_device **device, struct sriov_error **error);

struct sriov_device *sriov_device_ref(struct sriov_device *device);

void sriov_device_unref(struct sriov_device *device);

struct sriov_context *sriov_device_get_context(const struct sriov_device *device);

const char *sriov_device_get_address(const struct sriov_device *device);

const struct sriov_error *sriov_device_get_error(const struct sriov_device *device);

uint16_t sriov_device_get_vendor_id(const struct sriov_device *device);

uint16_t sriov_device_get_device_id(const struct sriov_device *device);

uint16_t sriov_device_get_subsystem_vendor_id(const struct sriov_device *device);

uint16_t sriov_device_get_subsystem_device_id(const struct sriov_device *device);

uint32_t sriov_device_get_class(const struct sriov_device *device);

const char *sriov_device_get_driver(const struct sriov_device *device);

const char *sriov_device_get_modalias(const struct sriov_device *device);

int sriov_device_get_iommu_group(const struct sriov_device *device);

#ifdef __cplusplus
}
#endif

#endif
