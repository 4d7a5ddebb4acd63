/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "object/device/device_filter.h"
#include "object/device/device_list.h"
#include "object/pf/pf.h"

OBJECT_LIST(pf)

static int compare(const void *left, const void *right)
{
	const struct sriov_pf *const *first = left, *const *second = right;

	return address_compare((*first)->device->address, (*second)->device->address);
}

/* A PF that cannot be read is in the list with its error. */
static struct sriov_pf *read_for_list(struct sriov_context *context, const char *address)
{
	struct sriov_device *device = device_read_for_list(context, address);
	struct sriov_pf *pf = device ? pf_new(device) : NULL;

	if (!pf)
		return NULL;
	if (device->error)
		pf->error = sriov_error_ref(device->error);
	else
		pf_fill(pf, &pf->error);
	return pf;
}

static enum sriov_code fill(struct sriov_context *context,
			    const struct sriov_string_list *addresses, void *list,
			    struct sriov_error **error)
{
	static const struct sriov_device_filter only_pfs = {.function = SRIOV_FUNCTION_PF};
	size_t count = sriov_string_list_get_count(addresses);
	const char *address;
	struct sriov_pf *pf;

	for (size_t i = 0; i < count; i++) {
		address = sriov_string_list_get(addresses, i);
		if (!device_filter_admits(&only_pfs, context, address))
			continue;
		pf = read_for_list(context, address);
		if (!pf || !list_add(list, pf))
			return error_no_memory(error);
	}
	list_sort(list, compare);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_pf_list(struct sriov_context *context, struct sriov_pf_list **list,
				     struct sriov_error **error)
{
	struct sriov_string_list *addresses;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	code = device_list_addresses(context, &addresses, error);
	if (code)
		return code;
	*list = list_new();
	code = *list ? fill(context, addresses, *list, error) : error_no_memory(error);
	sriov_string_list_unref(addresses);
	if (code) {
		sriov_pf_list_unref(*list);
		*list = NULL;
	}
	return code;
}

static bool has(const struct sriov_pf_list *list, const char *address)
{
	for (size_t i = 0; i < list_get_count(list); i++)
		if (!strcmp(sriov_pf_list_get(list, i)->device->address, address))
			return true;
	return false;
}

/* Takes over the PF; one that has two names in the text is there once. */
static enum sriov_code add_once(struct sriov_pf_list *list, struct sriov_pf *pf,
				struct sriov_error **error)
{
	if (has(list, pf->device->address)) {
		sriov_pf_unref(pf);
		return SRIOV_CODE_OK;
	}
	return list_add(list, pf) ? SRIOV_CODE_OK : error_no_memory(error);
}

static enum sriov_code open_all(struct sriov_context *context, char *names,
				struct sriov_pf_list *list, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	struct sriov_pf *pf;
	char *save = NULL;

	for (const char *name = strtok_r(names, " \t\n", &save); name && !code;
	     name = strtok_r(NULL, " \t\n", &save)) {
		code = sriov_pf_open(context, name, &pf, error);
		if (!code)
			code = add_once(list, pf, error);
	}
	if (!code && !list_get_count(list))
		code = error_set(error, SRIOV_CODE_INVALID, "there is no PF's name in \"%s\"",
				 names);
	return code;
}

EXPORT enum sriov_code sriov_pf_list_by_names(struct sriov_context *context, const char *names,
					      struct sriov_pf_list **list,
					      struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *copy = NULL;
	struct sriov_pf_list *made;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!context)
		return error_null(error, "context");
	if (!names)
		return error_null(error, "names");
	copy = strdup(names);
	made = list_new();
	code = copy && made ? open_all(context, copy, made, error) : error_no_memory(error);
	if (code)
		sriov_pf_list_unref(made);
	else
		*list = made;
	return code;
}
