/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VFIO_MANY_H
#define SRIOV_VFIO_MANY_H

#include <sriov/device.h>
#include <sriov/device_list.h>
#include <sriov/error.h>
#include <sriov/iommu_group.h>
#include <sriov/vf.h>
#include <sriov/vfio.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_vfio_bind_options;

struct sriov_vfio_list;

enum sriov_code sriov_vfio_bind_options_new(struct sriov_vfio_bind_options **options,
					    struct sriov_error **error);

struct sriov_vfio_bind_options *
sriov_vfio_bind_options_ref(struct sriov_vfio_bind_options *options);

void sriov_vfio_bind_options_unref(struct sriov_vfio_bind_options *options);

enum sriov_code sriov_vfio_bind_options_set_driver(struct sriov_vfio_bind_options *options,
						   const char *driver, struct sriov_error **error);

void sriov_vfio_bind_options_set_best_driver(struct sriov_vfio_bind_options *options, bool best);

enum sriov_code sriov_vfio_bind_options_set_parallelism(struct sriov_vfio_bind_options *options,
							unsigned int parallelism,
							struct sriov_error **error);

void sriov_vfio_bind_options_set_all_or_nothing(struct sriov_vfio_bind_options *options,
						bool all_or_nothing);

enum sriov_code sriov_vfio_bind_many(const struct sriov_device_list *devices,
				     const struct sriov_vfio_bind_options *options,
				     struct sriov_vfio_list **list, struct sriov_error **error);

enum sriov_code sriov_vfio_bind_vfs(const struct sriov_vf_list *vfs,
				    const struct sriov_vfio_bind_options *options,
				    struct sriov_vfio_list **list, struct sriov_error **error);

enum sriov_code sriov_vfio_bind_group(const struct sriov_iommu_group *group,
				      const struct sriov_vfio_bind_options *options,
				      struct sriov_vfio_list **list, struct sriov_error **error);

enum sriov_code sriov_vfio_unbind_many(const struct sriov_vfio_list *list,
				       const struct sriov_vfio_bind_options *options,
				       struct sriov_error **error);

struct sriov_vfio_list *sriov_vfio_list_ref(struct sriov_vfio_list *list);

void sriov_vfio_list_unref(struct sriov_vfio_list *list);

size_t sriov_vfio_list_get_count(const struct sriov_vfio_list *list);

struct sriov_vfio *sriov_vfio_list_get(const struct sriov_vfio_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
