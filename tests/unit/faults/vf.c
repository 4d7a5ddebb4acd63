/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code list_vfs(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_list *list;
	enum sriov_code code = sriov_pf_list_vfs(pf, &list, error);

	if (!code && sriov_vf_list_get_count(list) != 7)
		code = HALF;
	sriov_vf_list_unref(list);
	return code;
}

static enum sriov_code open_vf_7(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf *vf;

	return sriov_pf_open_vf(pf, 7, &vf, error);
}

static enum sriov_code open_vf(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_vf *vf;
	enum sriov_code code = sriov_vf_open(context, "enp1s16f2", &vf, error);

	if (!code && sriov_vf_get_index(vf) != 1)
		code = HALF;
	sriov_vf_unref(vf);
	return code;
}

static const struct step steps[] = {
	{"list VFs", .on_pf = list_vfs, .target = "em1"},
	{"open a VF", .run = open_vf},
	{"open VF 7 of 7", .on_pf = open_vf_7, .target = "em1", .code = SRIOV_CODE_NOT_FOUND},
};

STEPS(vf)
