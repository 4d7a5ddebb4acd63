/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of a device that was opened and then removed. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "probe.h"

/* Each call's own failure; null for one that succeeds. */
static void put_result(const char *name, struct sriov_error *error)
{
	if (error)
		put_error(name, error);
	else
		json_text(name, NULL);
	sriov_error_unref(error);
}

static void ask_device(struct sriov_device *device)
{
	struct sriov_string_list *interfaces = NULL;
	struct sriov_capability_list *capabilities = NULL;
	struct sriov_iov_capability *iov = NULL;
	struct sriov_vfio *vfio = NULL;
	struct sriov_error *errors[6] = {NULL};
	int node;

	sriov_device_read_numa_node(device, &node, &errors[0]);
	sriov_device_list_interfaces(device, &interfaces, &errors[1]);
	sriov_device_list_capabilities(device, &capabilities, &errors[2]);
	sriov_device_read_iov_capability(device, &iov, &errors[3]);
	sriov_vfio_bind(device, NULL, &vfio, &errors[4]);
	sriov_vfio_open(device, &vfio, &errors[5]);
	put_result("numa_node", errors[0]);
	put_result("interfaces", errors[1]);
	put_result("capabilities", errors[2]);
	put_result("iov", errors[3]);
	put_result("bind", errors[4]);
	put_result("vfio", errors[5]);
	sriov_string_list_unref(interfaces);
	sriov_capability_list_unref(capabilities);
	sriov_iov_capability_unref(iov);
	sriov_vfio_unref(vfio);
}

static void ask_pf(struct sriov_pf *pf)
{
	struct sriov_vf_list *vfs = NULL;
	struct sriov_vf *vf = NULL;
	struct sriov_error *errors[3] = {NULL};

	sriov_pf_set_vf_count(pf, 1, NULL, &errors[0]);
	sriov_pf_list_vfs(pf, &vfs, &errors[1]);
	sriov_pf_open_vf(pf, 0, &vf, &errors[2]);
	put_result("set_vf_count", errors[0]);
	put_result("list_vfs", errors[1]);
	put_result("open_vf", errors[2]);
	sriov_vf_list_unref(vfs);
	sriov_vf_unref(vf);
}

/* stale PF: opens it, tells so, and asks it everything when a line comes on standard input */
static enum sriov_code stale(struct call *call)
{
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (code)
		return code;
	put_device("device", sriov_pf_get_device(pf));
	putchar('\n');
	fflush(stdout);
	getchar();
	json_open("calls", '{');
	ask_device(sriov_pf_get_device(pf));
	ask_pf(pf);
	json_close('}');
	sriov_pf_unref(pf);
	return code;
}

const struct command stale_commands[] = {
	{"stale", "PF", stale},
	{NULL, NULL, NULL},
};
