/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/pf/pf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"

OBJECT_REFERENCES(pf)

static void destroy(void *object)
{
	struct sriov_pf *pf = object;

	free(pf->interface);
	sriov_error_unref(pf->error);
	sriov_device_unref(pf->device);
}

struct sriov_pf *pf_new(struct sriov_device *device)
{
	struct sriov_pf *pf = object_new(sizeof(*pf), destroy);

	if (pf)
		pf->device = device;
	else
		sriov_device_unref(device);
	return pf;
}

/* A device without sriov_totalvfs: what is it then? */
static enum sriov_code explain_no_pf(const struct sriov_device *device, struct sriov_error **error)
{
	const struct tree *sysfs = &device->context->sysfs;
	char label[DEVICE_LABEL_SIZE], parent[NAME_MAX + 1] = "";

	device_label(device, label);
	tree_read_link_if_any(sysfs, parent, NULL, "bus/pci/devices/%s/physfn", device->address);
	if (parent[0])
		return error_set(error, SRIOV_CODE_NOT_PF,
				 "%s is no PF: it is a VF of %s, which is what to open", label,
				 parent);
	if (!tree_exists(sysfs, "bus/pci/devices/%s", device->address))
		return error_set(error, SRIOV_CODE_GONE, "%s was removed", label);
	return error_set(error, SRIOV_CODE_NOT_PF,
			 "%s is no PF: it has no SR-IOV capability, or the firmware hides it",
			 label);
}

static enum sriov_code read_total(struct sriov_pf *pf, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	uint64_t total;

	switch (tree_read_number(&pf->device->context->sysfs, 10, UINT16_MAX, &total, &failure,
				 "bus/pci/devices/%s/sriov_totalvfs", pf->device->address)) {
	case SRIOV_CODE_OK:
		pf->total_vfs = (unsigned int)total;
		return SRIOV_CODE_OK;
	case SRIOV_CODE_NOT_FOUND:
		return explain_no_pf(pf->device, error);
	default:
		return error_move(error, &failure);
	}
}

/* Kernels before 4.15 do not tell these: 0 stands for that. */
static enum sriov_code read_layout(struct sriov_pf *pf, const char *file, int base,
				   unsigned int *value, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	uint64_t number = 0;
	enum sriov_code code =
		tree_read_number(&pf->device->context->sysfs, base, UINT16_MAX, &number, &failure,
				 "bus/pci/devices/%s/%s", pf->device->address, file);

	if (code && code != SRIOV_CODE_NOT_FOUND)
		return error_move(error, &failure);
	*value = (unsigned int)number;
	return SRIOV_CODE_OK;
}

enum sriov_code pf_fill(struct sriov_pf *pf, struct sriov_error **error)
{
	unsigned int vf_device_id = 0;
	enum sriov_code code = read_total(pf, error);

	if (!code)
		code = read_layout(pf, "sriov_offset", 10, &pf->vf_offset, error);
	if (!code)
		code = read_layout(pf, "sriov_stride", 10, &pf->vf_stride, error);
	if (!code)
		code = read_layout(pf, "sriov_vf_device", 16, &vf_device_id, error);
	if (!code)
		code = pf_count_vfs(pf, &pf->vf_count, error);
	if (!code)
		code = device_read_interface(pf->device, &pf->interface, error);
	pf->vf_device_id = (uint16_t)vf_device_id;
	if (code)
		error_set_device(error, pf->device->address);
	return code;
}

enum sriov_code pf_read(struct sriov_context *context, const char *address, struct sriov_pf **pf,
			struct sriov_error **error)
{
	struct sriov_device *device;
	enum sriov_code code = device_read(context, address, &device, error);

	*pf = NULL;
	if (code)
		return code;
	*pf = pf_new(device);
	code = *pf ? pf_fill(*pf, error) : error_no_memory(error);
	if (code) {
		sriov_pf_unref(*pf);
		*pf = NULL;
	}
	return code;
}

EXPORT enum sriov_code sriov_pf_open(struct sriov_context *context, const char *name,
				     struct sriov_pf **pf, struct sriov_error **error)
{
	char address[ADDRESS_SIZE];
	enum sriov_code code;

	if (!pf)
		return error_null(error, "pf");
	*pf = NULL;
	code = device_resolve(context, name, address, error);
	return code ? code : pf_read(context, address, pf, error);
}

/* "virtfn12" */
static bool parse_vf_link(const char *name, unsigned int *index)
{
	uint64_t number;

	if (strncmp(name, "virtfn", 6) != 0 || !number_parse(name + 6, 10, UINT16_MAX, &number))
		return false;
	*index = (unsigned int)number;
	return true;
}

static enum sriov_code list_files(const struct sriov_pf *pf, struct sriov_string_list **names,
				  struct sriov_error **error)
{
	enum sriov_code code = tree_list(&pf->device->context->sysfs, names, error,
					 "bus/pci/devices/%s", pf->device->address);

	if (code == SRIOV_CODE_NOT_FOUND)
		code = error_explain(error, SRIOV_CODE_GONE, "%s was removed", pf->device->address);
	if (code)
		error_set_device(error, pf->device->address);
	return code;
}

enum sriov_code pf_count_vfs(const struct sriov_pf *pf, unsigned int *count,
			     struct sriov_error **error)
{
	struct sriov_string_list *names;
	unsigned int index;
	enum sriov_code code = list_files(pf, &names, error);

	*count = 0;
	if (code)
		return code;
	for (size_t i = 0; i < sriov_string_list_get_count(names); i++)
		*count += parse_vf_link(sriov_string_list_get(names, i), &index);
	sriov_string_list_unref(names);
	return SRIOV_CODE_OK;
}

static int compare_indexes(const void *left, const void *right)
{
	const unsigned int *first = left, *second = right;

	return (*first > *second) - (*first < *second);
}

enum sriov_code pf_list_indexes(const struct sriov_pf *pf, unsigned int **indexes,
				unsigned int *count, struct sriov_error **error)
{
	struct sriov_string_list *names;
	enum sriov_code code = list_files(pf, &names, error);

	*count = 0;
	*indexes = NULL;
	if (code)
		return code;
	*indexes = calloc(sriov_string_list_get_count(names) + 1, sizeof(**indexes));
	for (size_t i = 0; *indexes && i < sriov_string_list_get_count(names); i++)
		*count += parse_vf_link(sriov_string_list_get(names, i), &(*indexes)[*count]);
	sriov_string_list_unref(names);
	if (!*indexes)
		return error_no_memory(error);
	qsort(*indexes, *count, sizeof(**indexes), compare_indexes);
	return SRIOV_CODE_OK;
}

void pf_label(const struct sriov_pf *pf, char label[PF_LABEL_SIZE])
{
	const char *driver = pf->device->driver ? pf->device->driver : "no driver";

	if (pf->interface)
		snprintf(label, PF_LABEL_SIZE, "%s (%s, %s)", pf->interface, pf->device->address,
			 driver);
	else
		snprintf(label, PF_LABEL_SIZE, "%s (%s)", pf->device->address, driver);
}

EXPORT struct sriov_device *sriov_pf_get_device(const struct sriov_pf *pf)
{
	return pf ? pf->device : NULL;
}

EXPORT const struct sriov_error *sriov_pf_get_error(const struct sriov_pf *pf)
{
	return pf ? pf->error : NULL;
}

EXPORT const char *sriov_pf_get_interface(const struct sriov_pf *pf)
{
	return pf ? pf->interface : NULL;
}

EXPORT unsigned int sriov_pf_get_total_vfs(const struct sriov_pf *pf)
{
	return pf ? pf->total_vfs : 0;
}

EXPORT unsigned int sriov_pf_get_vf_count(const struct sriov_pf *pf)
{
	return pf ? pf->vf_count : 0;
}

EXPORT unsigned int sriov_pf_get_vf_offset(const struct sriov_pf *pf)
{
	return pf ? pf->vf_offset : 0;
}

EXPORT unsigned int sriov_pf_get_vf_stride(const struct sriov_pf *pf)
{
	return pf ? pf->vf_stride : 0;
}

EXPORT uint16_t sriov_pf_get_vf_device_id(const struct sriov_pf *pf)
{
	return pf ? pf->vf_device_id : 0;
}
