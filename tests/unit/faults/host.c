/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code list_vfs(struct sriov_host *host, struct sriov_error **error)
{
	struct sriov_device_filter *filter;
	struct sriov_device_list *list = NULL;
	enum sriov_code code = sriov_device_filter_new(&filter, error);

	if (!code)
		code = sriov_device_filter_set_function(filter, SRIOV_FUNCTION_VF, error);
	if (!code)
		code = sriov_host_list_devices(host, filter, &list, error);
	if (!code && sriov_device_list_get_count(list) != 7)
		code = HALF;
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
	return code;
}

/* A PF for which memory ran out has no VFs, and says so. */
static enum sriov_code read_host(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_host *host;
	enum sriov_code code = sriov_host_read(context, &host, error);
	const struct sriov_pf *pf;

	if (!code && sriov_device_list_get_count(sriov_host_get_devices(host)) != 9)
		code = HALF;
	pf = sriov_host_get_pf(host, CARD);
	if (!code && !sriov_pf_get_error(pf))
		code = list_vfs(host, error);
	sriov_host_unref(host);
	return code;
}

static const struct step steps[] = {
	{"read the host", .run = read_host},
};

STEPS(host)
