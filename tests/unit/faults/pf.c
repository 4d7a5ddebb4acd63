/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code list_pfs(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_pf_list *list;
	enum sriov_code code = sriov_pf_list(context, &list, error);

	if (!code && sriov_pf_list_get_count(list) != 2)
		code = HALF;
	sriov_pf_list_unref(list);
	return code;
}

static enum sriov_code find_pf(struct sriov_context *context, struct sriov_error **error)
{
	char *address;
	enum sriov_code code = sriov_pf_find(context, "em1", &address, error);

	free(address);
	return code;
}

static enum sriov_code find_vf(struct sriov_context *context, struct sriov_error **error)
{
	char *address;

	return sriov_pf_find(context, "enp1s16f2", &address, error);
}

static enum sriov_code keep_count(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_vf_count(pf, 7, NULL, error);
}

static enum sriov_code lower_count(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_vf_count(pf, 3, NULL, error);
}

/* The made-up host does not react: the VFs do not go. */
static enum sriov_code force_count(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_count_options *allow;
	enum sriov_code code = sriov_vf_count_options_new(&allow, error);

	if (code)
		return code;
	sriov_vf_count_options_set_allow_destroy(allow, true);
	code = sriov_pf_set_vf_count(pf, 3, allow, error);
	sriov_vf_count_options_unref(allow);
	return code;
}

static enum sriov_code make_vfs(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_vf_count(pf, 2, NULL, error);
}

static enum sriov_code keep_autoprobe(struct sriov_pf *pf, struct sriov_error **error)
{
	bool enabled;
	enum sriov_code code = sriov_pf_read_autoprobe(pf, &enabled, error);

	return code ? code : sriov_pf_set_autoprobe(pf, enabled, error);
}

static enum sriov_code read_pool(struct sriov_pf *pf, struct sriov_error **error)
{
	unsigned int vectors;

	return sriov_pf_read_vf_msix_pool(pf, &vectors, error);
}

static const struct step steps[] = {
	{"list PFs", .run = list_pfs},
	{"find a PF", .run = find_pf},
	{"find what is no PF", .run = find_vf, .code = SRIOV_CODE_NOT_PF},
	{"keep the number", .on_pf = keep_count, .target = "em1"},
	{"lower the number", .on_pf = lower_count, .target = "em1",
	 .code = SRIOV_CODE_WOULD_DESTROY},
	{"force the number", .on_pf = force_count, .target = "em1", .code = SRIOV_CODE_BUSY},
	{"keep autoprobe", .on_pf = keep_autoprobe, .target = "em1"},
	{"read the vectors", .on_pf = read_pool, .target = "em1", .code = SRIOV_CODE_UNSUPPORTED},
	{"make VFs", .on_pf = make_vfs, .target = "em2", .code = SRIOV_CODE_PARTIAL},
};

STEPS(pf)
