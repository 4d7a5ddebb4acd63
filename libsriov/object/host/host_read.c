/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One pass over the host: its devices first, of those the PFs, of these the VFs, and of all the
 * groups. What comes later in the pass refers to the devices that were read in the beginning.
 */
#include "object/host/host.h"

#include <stdlib.h>

#include "base/error.h"
#include "object/device/device_filter.h"
#include "object/device/device_list.h"
#include "object/device/interface_map.h"
#include "object/iommu/iommu_group.h"

struct pass {
	struct sriov_context *context;
	struct sriov_host *host;
	size_t count;	   /* of the devices that were listed */
	bool *are_vfs;	   /* which of them are known to be VFs */
	struct list *late; /* VFs that came after that */
	size_t vf_count;
};

static void destroy(void *object)
{
	struct sriov_host *host = object;

	free(host->roles);
	sriov_iommu_group_list_unref(host->groups);
	object_unref(host->vf_lists);
	sriov_pf_list_unref(host->pfs);
	sriov_device_list_unref(host->devices);
}

/* A reference to the VF's device; NULL when there is no memory. */
static struct sriov_device *take_device(struct pass *pass, const char *address)
{
	struct sriov_device *device;
	size_t position;

	if (device_list_find(pass->host->devices, address, &position)) {
		pass->are_vfs[position] = true;
		return sriov_device_ref(sriov_device_list_get(pass->host->devices, position));
	}
	for (size_t i = 0; i < list_get_count(pass->late); i++) {
		device = list_get(pass->late, i);
		if (!address_compare(device->address, address))
			return sriov_device_ref(device);
	}
	device = device_read_for_list(pass->context, address);
	return device && list_add(pass->late, sriov_device_ref(device)) ? device : NULL;
}

static enum sriov_code add_vf(struct pass *pass, struct sriov_pf *pf, unsigned int index, void *vfs,
			      struct sriov_error **error)
{
	struct sriov_vf *vf = vf_new(pf, index);
	char address[ADDRESS_SIZE];

	if (!vf || !list_add(vfs, vf))
		return error_no_memory(error);
	if (vf_find_device(vf, address, &vf->error))
		return SRIOV_CODE_OK;
	vf->device = take_device(pass, address);
	if (!vf->device)
		return error_no_memory(error);
	if (vf->device->error)
		vf->error = sriov_error_ref(vf->device->error);
	return SRIOV_CODE_OK;
}

/* The PF is still ours to write: how many VFs it has is what is in the list of them. */
static enum sriov_code add_vfs(struct pass *pass, struct sriov_pf *pf, struct sriov_error **error)
{
	CLEANUP(cleanup_free) unsigned int *indexes = NULL;
	void *vfs = list_new();
	unsigned int count = 0;
	enum sriov_code code = SRIOV_CODE_OK;

	if (!vfs || !list_add(pass->host->vf_lists, vfs))
		return error_no_memory(error);
	if (!pf->error)
		pf_list_indexes(pf, &indexes, &count, &pf->error);
	for (unsigned int i = 0; !code && i < count; i++)
		code = add_vf(pass, pf, indexes[i], vfs, error);
	pf->vf_count = count;
	pass->vf_count += count;
	return code;
}

static enum sriov_code add_pf(struct pass *pass, struct sriov_device *device,
			      struct sriov_error **error)
{
	struct sriov_pf *pf = pf_new(sriov_device_ref(device));

	if (!pf || !list_add(pass->host->pfs, pf))
		return error_no_memory(error);
	if (device->error)
		pf->error = sriov_error_ref(device->error);
	else
		pf_fill(pf, &pf->error);
	return add_vfs(pass, pf, error);
}

/* In the order of addresses a PF is before its VFs, which need not be asked whether they are one.
 */
static enum sriov_code read_functions(struct pass *pass, struct sriov_error **error)
{
	static const struct sriov_device_filter only_pfs = {.function = SRIOV_FUNCTION_PF};
	struct sriov_device *device;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && i < pass->count; i++) {
		device = sriov_device_list_get(pass->host->devices, i);
		if (!pass->are_vfs[i] &&
		    device_filter_admits(&only_pfs, pass->context, device->address))
			code = add_pf(pass, device, error);
	}
	return code;
}

static void read_interfaces(struct pass *pass)
{
	struct interface_map *map = interface_map_read(pass->context, pass->vf_count);
	const struct sriov_vf_list *vfs;
	struct sriov_vf *vf;

	for (size_t i = 0; i < list_get_count(pass->host->vf_lists); i++) {
		vfs = list_get(pass->host->vf_lists, i);
		for (size_t k = 0; k < sriov_vf_list_get_count(vfs); k++) {
			vf = sriov_vf_list_get(vfs, k);
			if (!vf->error)
				vf_read_interface(vf, map, &vf->error);
		}
	}
	interface_map_free(map);
}

static enum sriov_code join_late(struct pass *pass, struct sriov_error **error)
{
	for (size_t i = 0; i < list_get_count(pass->late); i++)
		if (!list_add(pass->host->devices, object_ref(list_get(pass->late, i))))
			return error_no_memory(error);
	if (list_get_count(pass->late))
		device_list_sort(pass->host->devices);
	return SRIOV_CODE_OK;
}

static struct host_role *role_of(struct sriov_host *host, const struct sriov_device *device)
{
	size_t position;

	return device && device_list_find(host->devices, device->address, &position)
		       ? &host->roles[position]
		       : NULL;
}

static enum sriov_code assign_roles(struct sriov_host *host, struct sriov_error **error)
{
	const struct sriov_vf_list *vfs;
	struct host_role *role;
	struct sriov_pf *pf;
	struct sriov_vf *vf;

	host->roles = calloc(sriov_device_list_get_count(host->devices) + 1, sizeof(*host->roles));
	if (!host->roles)
		return error_no_memory(error);
	for (size_t i = 0; i < sriov_pf_list_get_count(host->pfs); i++) {
		pf = sriov_pf_list_get(host->pfs, i);
		role_of(host, pf->device)->pf = pf;
		vfs = list_get(host->vf_lists, i);
		for (size_t k = 0; k < sriov_vf_list_get_count(vfs); k++) {
			vf = sriov_vf_list_get(vfs, k);
			role = role_of(host, vf->device);
			if (role)
				role->vf = vf;
		}
	}
	return SRIOV_CODE_OK;
}

static enum sriov_code read_pass(struct pass *pass, struct sriov_error **error)
{
	struct sriov_host *host = pass->host;
	enum sriov_code code = sriov_device_list(pass->context, NULL, &host->devices, error);

	if (code)
		return code;
	pass->count = sriov_device_list_get_count(host->devices);
	pass->are_vfs = calloc(pass->count + 1, sizeof(*pass->are_vfs));
	pass->late = list_new();
	host->pfs = list_new();
	host->vf_lists = list_new();
	if (!pass->are_vfs || !pass->late || !host->pfs || !host->vf_lists)
		return error_no_memory(error);
	code = read_functions(pass, error);
	if (!code)
		code = join_late(pass, error);
	if (!code)
		code = assign_roles(host, error);
	if (code)
		return code;
	read_interfaces(pass);
	return iommu_group_list_of(pass->context, host->devices, &host->groups, error);
}

EXPORT enum sriov_code sriov_host_read(struct sriov_context *context, struct sriov_host **host,
				       struct sriov_error **error)
{
	struct pass pass = {.context = context};
	enum sriov_code code;

	if (!host)
		return error_null(error, "host");
	*host = NULL;
	pass.host = object_new(sizeof(*pass.host), destroy);
	code = pass.host ? read_pass(&pass, error) : error_no_memory(error);
	free(pass.are_vfs);
	object_unref(pass.late);
	if (code)
		sriov_host_unref(pass.host);
	else
		*host = pass.host;
	return code;
}
