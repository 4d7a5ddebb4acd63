/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vf/vf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "object/device/interface_map.h"

OBJECT_REFERENCES(vf)
OBJECT_LIST(vf)

static void destroy(void *object)
{
	struct sriov_vf *vf = object;

	free(vf->interface);
	sriov_error_unref(vf->error);
	sriov_device_unref(vf->device);
	sriov_pf_unref(vf->pf);
}

struct sriov_vf *vf_new(struct sriov_pf *pf, unsigned int index)
{
	struct sriov_vf *vf = object_new(sizeof(*vf), destroy);

	if (!vf)
		return NULL;
	vf->pf = sriov_pf_ref(pf);
	vf->index = index;
	return vf;
}

static enum sriov_code read_address(const struct sriov_pf *pf, unsigned int index,
				    char name[NAME_MAX + 1], struct sriov_error **error)
{
	return tree_read_link(&pf->device->context->sysfs, name, error,
			      "bus/pci/devices/%s/virtfn%u", pf->device->address, index);
}

static enum sriov_code explain_absent(const struct sriov_pf *pf, unsigned int index,
				      struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];
	unsigned int count;
	enum sriov_code code = pf_count_vfs(pf, &count, NULL);

	if (code)
		return error_explain(error, code, "%s was removed", pf->device->address);
	pf_label(pf, label);
	if (!count)
		return error_explain(error, SRIOV_CODE_NOT_FOUND, "%s has no VF %u: it has no VFs",
				     label, index);
	if (index < count)
		return error_explain(error, SRIOV_CODE_NOT_FOUND,
				     "%s has no VF %u now: its VFs are being removed or made",
				     label, index);
	return error_explain(error, SRIOV_CODE_NOT_FOUND,
			     "%s has no VF %u: it has %u, numbered 0 to %u", label, index, count,
			     count - 1);
}

/* Which VF an error is about. */
static enum sriov_code name_vf(const struct sriov_vf *vf, enum sriov_code code,
			       struct sriov_error **error)
{
	if (!code)
		return code;
	error_set_device(error, vf->pf->device->address);
	error_set_vf(error, vf->index);
	return code;
}

enum sriov_code vf_find_device(const struct sriov_vf *vf, char address[ADDRESS_SIZE],
			       struct sriov_error **error)
{
	char name[NAME_MAX + 1];
	enum sriov_code code = read_address(vf->pf, vf->index, name, error);

	if (code == SRIOV_CODE_NOT_FOUND)
		code = explain_absent(vf->pf, vf->index, error);
	else if (!code && !address_parse(name, address))
		code = error_set(error, SRIOV_CODE_MALFORMED, "%s: its virtfn%u points to \"%s\"",
				 vf->pf->device->address, vf->index, name);
	return name_vf(vf, code, error);
}

enum sriov_code vf_read_interface(struct sriov_vf *vf, const struct interface_map *map,
				  struct sriov_error **error)
{
	return name_vf(vf, interface_map_find(map, vf->device, &vf->interface, error), error);
}

static enum sriov_code fill(struct sriov_vf *vf, const struct interface_map *map,
			    struct sriov_error **error)
{
	char address[ADDRESS_SIZE];
	enum sriov_code code = vf_find_device(vf, address, error);

	if (code)
		return code;
	code = device_read(vf->pf->device->context, address, &vf->device, error);
	return code ? name_vf(vf, code, error) : vf_read_interface(vf, map, error);
}

EXPORT enum sriov_code sriov_pf_open_vf(struct sriov_pf *pf, unsigned int index,
					struct sriov_vf **vf, struct sriov_error **error)
{
	enum sriov_code code;

	if (!vf)
		return error_null(error, "vf");
	*vf = NULL;
	if (!pf)
		return error_null(error, "pf");
	*vf = vf_new(pf, index);
	code = *vf ? fill(*vf, NULL, error) : error_no_memory(error);
	if (code) {
		sriov_vf_unref(*vf);
		*vf = NULL;
	}
	return code;
}

/* A VF that vanishes meanwhile, or cannot be read, is in the list with its error. */
static enum sriov_code fill_list(struct sriov_pf *pf, const unsigned int *indexes,
				 unsigned int count, const struct interface_map *map, void *list,
				 struct sriov_error **error)
{
	struct sriov_vf *vf;

	for (unsigned int i = 0; i < count; i++) {
		vf = vf_new(pf, indexes[i]);
		if (!vf)
			return error_no_memory(error);
		fill(vf, map, &vf->error);
		if (!list_add(list, vf))
			return error_no_memory(error);
	}
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_pf_list_vfs(struct sriov_pf *pf, struct sriov_vf_list **list,
					 struct sriov_error **error)
{
	CLEANUP(cleanup_free) unsigned int *indexes = NULL;
	struct interface_map *map;
	unsigned int count;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = pf_list_indexes(pf, &indexes, &count, error);
	if (code)
		return code;
	map = interface_map_read(pf->device->context, count);
	*list = list_new();
	code = *list ? fill_list(pf, indexes, count, map, *list, error) : error_no_memory(error);
	interface_map_free(map);
	if (code) {
		sriov_vf_list_unref(*list);
		*list = NULL;
	}
	return code;
}

/* The PF's link that points to the VF tells its index. */
static enum sriov_code find_index(const struct sriov_pf *pf, const char *address,
				  unsigned int *index, struct sriov_error **error)
{
	CLEANUP(cleanup_free) unsigned int *indexes = NULL;
	char name[NAME_MAX + 1];
	unsigned int count;
	enum sriov_code code = pf_list_indexes(pf, &indexes, &count, error);

	if (code)
		return code;
	for (unsigned int i = 0; i < count; i++) {
		*index = indexes[i];
		code = read_address(pf, *index, name, NULL);
		if (!code && !strcmp(name, address))
			return SRIOV_CODE_OK;
	}
	return error_set(error, SRIOV_CODE_GONE, "%s is no VF of %s any more", address,
			 pf->device->address);
}

static enum sriov_code open_at(struct sriov_context *context, const char *address,
			       struct sriov_vf **vf, struct sriov_error **error)
{
	char parent[NAME_MAX + 1], pf_address[ADDRESS_SIZE];
	struct sriov_pf *pf;
	unsigned int index = 0;
	enum sriov_code code;

	if (!tree_exists(&context->sysfs, "bus/pci/devices/%s", address))
		return error_set(error, SRIOV_CODE_NOT_FOUND, "no PCI device has the address %s",
				 address);
	code = tree_read_link_if_any(&context->sysfs, parent, error, "bus/pci/devices/%s/physfn",
				     address);
	if (code)
		return code;
	if (!address_parse(parent, pf_address))
		return error_set(error, SRIOV_CODE_NOT_VF,
				 "%s is no VF, or its PF is not visible from here", address);
	code = pf_read(context, pf_address, &pf, error);
	if (!code)
		code = find_index(pf, address, &index, error);
	if (!code)
		code = sriov_pf_open_vf(pf, index, vf, error);
	sriov_pf_unref(pf);
	return code;
}

EXPORT enum sriov_code sriov_vf_open(struct sriov_context *context, const char *name,
				     struct sriov_vf **vf, struct sriov_error **error)
{
	char address[ADDRESS_SIZE];
	enum sriov_code code;

	if (!vf)
		return error_null(error, "vf");
	*vf = NULL;
	code = device_resolve(context, name, address, error);
	if (code)
		return code;
	code = open_at(context, address, vf, error);
	if (code)
		error_set_device(error, address);
	return code;
}

void vf_label(const struct sriov_vf *vf, char label[VF_LABEL_SIZE])
{
	char pf[PF_LABEL_SIZE];

	pf_label(vf->pf, pf);
	snprintf(label, VF_LABEL_SIZE, "VF %u of %s", vf->index, pf);
}

EXPORT struct sriov_pf *sriov_vf_get_pf(const struct sriov_vf *vf)
{
	return vf ? vf->pf : NULL;
}

EXPORT unsigned int sriov_vf_get_index(const struct sriov_vf *vf)
{
	return vf ? vf->index : 0;
}

EXPORT struct sriov_device *sriov_vf_get_device(const struct sriov_vf *vf)
{
	return vf ? vf->device : NULL;
}

EXPORT const struct sriov_error *sriov_vf_get_error(const struct sriov_vf *vf)
{
	return vf ? vf->error : NULL;
}

EXPORT const char *sriov_vf_get_interface(const struct sriov_vf *vf)
{
	return vf ? vf->interface : NULL;
}
