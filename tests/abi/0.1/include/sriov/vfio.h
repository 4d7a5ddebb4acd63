/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VFIO_H
#define SRIOV_VFIO_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_vfio;

enum sriov_code sriov_vfio_bind(struct sriov_device *device, const char *driver,
				struct sriov_vfio **vfio, struct sriov_error **error);

enum sriov_code sriov_vfio_find_driver(const struct sriov_device *device, char **driver,
				       struct sriov_error **error);

enum sriov_code sriov_vfio_open(struct sriov_device *device, struct sriov_vfio **vfio,
				struct sriov_error **error);

struct sriov_vfio *sriov_vfio_ref(struct sriov_vfio *vfio);

void sriov_vfio_unref(struct sriov_vfio *vfio);

struct sriov_device *sriov_vfio_get_device(const struct sriov_vfio *vfio);

const char *sriov_vfio_get_former_driver(const struct sriov_vfio *vfio);

enum sriov_code sriov_vfio_unbind(struct sriov_vfio *vfio, struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
