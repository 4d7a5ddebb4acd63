/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_DEVICE_LIST_H
#define SRIOV_DEVICE_LIST_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/device_filter.h>
#include <sriov/error.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_device_list;

enum sriov_code sriov_device_list(struct sriov_context *context,
				  const struct sriov_device_filter *filter,
				  struct sriov_device_list **list, struct sriov_error **error);

enum sriov_code sriov_device_list_new(struct sriov_device_list **list, struct sriov_error **error);

enum sriov_code sriov_device_list_add(struct sriov_device_list *list, struct sriov_device *device,
				      struct sriov_error **error);

struct sriov_device_list *sriov_device_list_ref(struct sriov_device_list *list);

void sriov_device_list_unref(struct sriov_device_list *list);

size_t sriov_device_list_get_count(const struct sriov_device_list *list);

struct sriov_device *sriov_device_list_get(const struct sriov_device_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
