/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static size_t count_reasons(const struct sriov_pf_use *use)
{
	return sriov_pf_use_reason_list_get_count(sriov_pf_use_get_reasons(use));
}

/* No kernel has its interface. */
static enum sriov_code read_routes(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_pf_use *use;
	enum sriov_code code = sriov_pf_read_use(pf, &use, error);

	if (!code && (count_reasons(use) || sriov_pf_use_is_complete(use)))
		code = HALF;
	sriov_pf_use_unref(use);
	return code;
}

/* One that is mounted, one that is swapped to below another one, and one of btrfs. */
static enum sriov_code read_disks(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_pf_use *use;
	enum sriov_code code = sriov_pf_read_use(pf, &use, error);

	if (!code && count_reasons(use) != 3)
		code = HALF;
	sriov_pf_use_unref(use);
	return code;
}

static const struct step steps[] = {
	{"read a PF's use", .on_pf = read_routes, .target = "em1", .where = FAULTS_IN_NETWORK},
	{"read the use of disks", .on_pf = read_disks, .target = "em2", .where = FAULTS_IN_NETWORK},
};

STEPS(pf_use)
