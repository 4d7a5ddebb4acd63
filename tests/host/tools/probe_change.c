/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands that change the host. */
#include <stdio.h>
#include <string.h>

#include "json.h"
#include "probe.h"

/* count PF COUNT [destroy] */
static enum sriov_code count(struct call *call)
{
	struct sriov_vf_count_options *options = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code && call->words[1] && call->words[2]) {
		code = sriov_vf_count_options_new(&options, &call->error);
		sriov_vf_count_options_set_allow_destroy(options, true);
	}
	if (!code)
		code = sriov_pf_set_vf_count(pf, number_of(call->words[1]), options, &call->error);
	sriov_vf_count_options_unref(options);
	sriov_pf_unref(pf);
	return code;
}

/* bind DEVICE [DRIVER] */
static enum sriov_code bind_one(struct call *call)
{
	struct sriov_device *device = NULL;
	struct sriov_vfio *vfio = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_vfio_bind(device, call->words[1], &vfio, &call->error);
	if (!code) {
		put_device("device", sriov_vfio_get_device(vfio));
		json_text("former_driver", sriov_vfio_get_former_driver(vfio));
	}
	sriov_vfio_unref(vfio);
	sriov_device_unref(device);
	return code;
}

/* unbind DEVICE: bound by whomever */
static enum sriov_code unbind(struct call *call)
{
	struct sriov_device *device = NULL;
	struct sriov_vfio *vfio = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_vfio_open(device, &vfio, &call->error);
	if (!code)
		code = sriov_vfio_unbind(vfio, &call->error);
	sriov_vfio_unref(vfio);
	sriov_device_unref(device);
	return code;
}

/* hold DEVICE: binds it, tells so, and puts it back when a line comes on standard input */
static enum sriov_code hold(struct call *call)
{
	struct sriov_device *device = NULL;
	struct sriov_vfio *vfio = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_vfio_bind(device, NULL, &vfio, &call->error);
	if (!code) {
		put_device("device", sriov_vfio_get_device(vfio));
		json_text("former_driver", sriov_vfio_get_former_driver(vfio));
		putchar('\n');
		fflush(stdout);
		getchar();
		code = sriov_vfio_unbind(vfio, &call->error);
	}
	sriov_vfio_unref(vfio);
	sriov_device_unref(device);
	return code;
}

/* load MODULE */
static enum sriov_code load(struct call *call)
{
	struct sriov_module *module = NULL;
	enum sriov_code code =
		sriov_module_open(call->context, call->words[0], &module, &call->error);

	if (!code)
		code = sriov_module_load(module, &call->error);
	sriov_module_unref(module);
	return code;
}

const struct command change_commands[] = {
	{"count", "PF COUNT [destroy]", count},
	{"bind", "DEVICE [DRIVER]", bind_one},
	{"unbind", "DEVICE", unbind},
	{"hold", "DEVICE", hold},
	{"load", "MODULE", load},
	{NULL, NULL, NULL},
};
