/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_HOST_H
#define SRIOV_HOST_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/device_list.h>
#include <sriov/error.h>
#include <sriov/iommu_group.h>
#include <sriov/pf.h>
#include <sriov/vf.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_host;

enum sriov_code sriov_host_read(struct sriov_context *context, struct sriov_host **host,
				struct sriov_error **error);

struct sriov_host *sriov_host_ref(struct sriov_host *host);

void sriov_host_unref(struct sriov_host *host);

const struct sriov_device_list *sriov_host_get_devices(const struct sriov_host *host);

const struct sriov_pf_list *sriov_host_get_pfs(const struct sriov_host *host);

const struct sriov_vf_list *sriov_host_get_vfs(const struct sriov_host *host,
					       const struct sriov_pf *pf);

const struct sriov_iommu_group_list *sriov_host_get_groups(const struct sriov_host *host);

struct sriov_device *sriov_host_get_device(const struct sriov_host *host, const char *address);

struct sriov_pf *sriov_host_get_pf(const struct sriov_host *host, const char *name);

struct sriov_vf *sriov_host_get_vf(const struct sriov_host *host, const char *name);

struct sriov_iommu_group *sriov_host_get_group(const struct sriov_host *host, int number);

enum sriov_code sriov_host_list_devices(const struct sriov_host *host,
					const struct sriov_device_filter *filter,
					struct sriov_device_list **list,
					struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
