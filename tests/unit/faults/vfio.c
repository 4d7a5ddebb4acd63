/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

/* Nothing binds the device here, so this is the way back. */
static enum sriov_code bind(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_vfio *vfio;
	enum sriov_code code = sriov_vfio_bind(device, NULL, &vfio, error);

	sriov_vfio_unref(vfio);
	return code;
}

/* A process of the made-up host has it open. */
static enum sriov_code list_holders(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_holder_list *list;
	enum sriov_code code = sriov_device_list_holders(device, &list, error);

	if (!code && sriov_holder_list_get_count(list) != 1)
		code = HALF;
	sriov_holder_list_unref(list);
	return code;
}

static enum sriov_code list_uses(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_use_list *list;
	enum sriov_code code = sriov_pf_list_vf_uses(pf, &list, error);

	if (!code && sriov_vf_use_list_get_count(list) != 7)
		code = HALF;
	sriov_vf_use_list_unref(list);
	return code;
}

static enum sriov_code read_use(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_vf_use *use;
	struct sriov_vf *vf;
	enum sriov_code code = sriov_vf_open(context, HELD, &vf, error);

	if (code)
		return code;
	code = sriov_vf_read_use(vf, &use, error);
	if (!code && sriov_vf_use_get_state(use) != SRIOV_VF_USE_STATE_VFIO_HELD)
		code = HALF;
	sriov_vf_use_unref(use);
	sriov_vf_unref(vf);
	return code;
}

/* All at once: what is not bound is put back. */
static enum sriov_code bind_all(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vfio_bind_options *options = NULL;
	struct sriov_vfio_list *list = NULL;
	struct sriov_vf_list *vfs;
	enum sriov_code code = sriov_pf_list_vfs(pf, &vfs, error);

	if (!code)
		code = sriov_vfio_bind_options_new(&options, error);
	if (!code)
		code = sriov_vfio_bind_options_set_driver(options, "vfio-pci", error);
	if (!code)
		code = sriov_vfio_bind_vfs(vfs, options, &list, error);
	sriov_vfio_list_unref(list);
	sriov_vfio_bind_options_unref(options);
	sriov_vf_list_unref(vfs);
	return code;
}

static enum sriov_code open_group(struct sriov_device *device, struct sriov_error **error)
{
	int fd;

	return sriov_vfio_open_group(device, -1, &fd, error);
}

static const struct step steps[] = {
	{"bind", .on_device = bind, .target = "0000:01:10.0", .code = SRIOV_CODE_UNSUPPORTED},
	{"bind all", .on_pf = bind_all, .target = "em1", .code = SRIOV_CODE_PARTIAL},
	{"open a group", .on_device = open_group, .target = HELD, .code = SRIOV_CODE_NOT_FOUND},
	{"list holders", .on_device = list_holders, .target = HELD},
	{"list uses", .on_pf = list_uses, .target = "em1"},
	{"read a use", .run = read_use},
};

STEPS(vfio)
