/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VFIO_DESCRIPTOR_H
#define SRIOV_VFIO_DESCRIPTOR_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_code sriov_vfio_open_container(struct sriov_context *context, int *fd,
					  struct sriov_error **error);

enum sriov_code sriov_vfio_open_group(const struct sriov_device *device, int container, int *fd,
				      struct sriov_error **error);

enum sriov_code sriov_vfio_open_device(const struct sriov_device *device, int group,
				       const char *vf_token, int *fd, struct sriov_error **error);

enum sriov_code sriov_vfio_open_iommufd(struct sriov_context *context, int *fd,
					struct sriov_error **error);

enum sriov_code sriov_vfio_allocate_ioas(int iommufd, uint32_t *ioas, struct sriov_error **error);

enum sriov_code sriov_vfio_open_character_device(const struct sriov_device *device, int *fd,
						 struct sriov_error **error);

enum sriov_code sriov_vfio_bind_iommufd(const struct sriov_device *device, int fd, int iommufd,
					const char *vf_token, uint32_t *id,
					struct sriov_error **error);

enum sriov_code sriov_vfio_attach_ioas(const struct sriov_device *device, int fd, uint32_t ioas,
				       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
