/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

/* No interface of these indexes is in the test's own network namespace. */
static enum sriov_code read_settings(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_settings_list *list;
	enum sriov_code code = sriov_pf_list_vf_settings(pf, &list, error);

	sriov_vf_settings_list_unref(list);
	return code;
}

static enum sriov_code set_all(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_spoof_check_all(pf, false, error);
}

static const struct step steps[] = {
	{"read settings", .on_pf = read_settings, .target = "em1", .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_IN_NETWORK},
	{"set all VFs", .on_pf = set_all, .target = "em1", .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_IN_NETWORK},
};

STEPS(vf_settings)
