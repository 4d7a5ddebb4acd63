/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a snapshot of a host answers. */
#include "object/host/host.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "object/device/device_filter.h"
#include "object/device/device_list.h"

OBJECT_REFERENCES(host)

/* Of an address that a user wrote. */
static bool find(const struct sriov_host *host, const char *name, size_t *position)
{
	char address[ADDRESS_SIZE];

	return host && name && address_parse(name, address) &&
	       device_list_find(host->devices, address, position);
}

EXPORT const struct sriov_device_list *sriov_host_get_devices(const struct sriov_host *host)
{
	return host ? host->devices : NULL;
}

EXPORT const struct sriov_pf_list *sriov_host_get_pfs(const struct sriov_host *host)
{
	return host ? host->pfs : NULL;
}

EXPORT const struct sriov_vf_list *sriov_host_get_vfs(const struct sriov_host *host,
						      const struct sriov_pf *pf)
{
	const struct sriov_pf *own = pf ? sriov_host_get_pf(host, pf->device->address) : NULL;

	for (size_t i = 0; own && i < sriov_pf_list_get_count(host->pfs); i++)
		if (sriov_pf_list_get(host->pfs, i) == own)
			return list_get(host->vf_lists, i);
	return NULL;
}

EXPORT const struct sriov_iommu_group_list *sriov_host_get_groups(const struct sriov_host *host)
{
	return host ? host->groups : NULL;
}

EXPORT struct sriov_device *sriov_host_get_device(const struct sriov_host *host,
						  const char *address)
{
	size_t position;

	return find(host, address, &position) ? sriov_device_list_get(host->devices, position)
					      : NULL;
}

static bool same(const char *interface, const char *name)
{
	return interface && name && !strcmp(interface, name);
}

EXPORT struct sriov_pf *sriov_host_get_pf(const struct sriov_host *host, const char *name)
{
	struct sriov_pf *pf;
	size_t position;

	if (find(host, name, &position))
		return host->roles[position].pf;
	for (size_t i = 0; host && i < sriov_pf_list_get_count(host->pfs); i++) {
		pf = sriov_pf_list_get(host->pfs, i);
		if (same(pf->interface, name))
			return pf;
	}
	return NULL;
}

EXPORT struct sriov_vf *sriov_host_get_vf(const struct sriov_host *host, const char *name)
{
	size_t position;

	if (find(host, name, &position))
		return host->roles[position].vf;
	for (size_t i = 0; host && i < sriov_device_list_get_count(host->devices); i++)
		if (host->roles[i].vf && same(host->roles[i].vf->interface, name))
			return host->roles[i].vf;
	return NULL;
}

EXPORT struct sriov_iommu_group *sriov_host_get_group(const struct sriov_host *host, int number)
{
	size_t low = 0, high = host ? sriov_iommu_group_list_get_count(host->groups) : 0, middle;
	struct sriov_iommu_group *group;
	int at;

	while (low < high) {
		middle = (low + high) / 2;
		group = sriov_iommu_group_list_get(host->groups, middle);
		at = sriov_iommu_group_get_number(group);
		if (at == number)
			return group;
		if (number < at)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool wanted(const struct sriov_host *host, size_t position,
		   const struct sriov_device_filter *filter)
{
	const struct host_role *role = &host->roles[position];

	if (filter && filter->function == SRIOV_FUNCTION_PF && !role->pf)
		return false;
	if (filter && filter->function >= SRIOV_FUNCTION_VF && !role->vf)
		return false;
	return device_filter_passes(filter, sriov_device_list_get(host->devices, position));
}

EXPORT enum sriov_code sriov_host_list_devices(const struct sriov_host *host,
					       const struct sriov_device_filter *filter,
					       struct sriov_device_list **list,
					       struct sriov_error **error)
{
	bool whole;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!host)
		return error_null(error, "host");
	*list = list_new();
	whole = *list;
	for (size_t i = 0; whole && i < sriov_device_list_get_count(host->devices); i++)
		if (wanted(host, i, filter))
			whole = list_add(*list,
					 sriov_device_ref(sriov_device_list_get(host->devices, i)));
	if (whole)
		return SRIOV_CODE_OK;
	sriov_device_list_unref(*list);
	*list = NULL;
	return error_no_memory(error);
}
