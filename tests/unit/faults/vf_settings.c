/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

#include "kernel/netlink.h"
#include "object/pf/pf_link.h"
#include "object/settings/vf_change.h"
#include "object/settings/vf_change_make.h"
#include "object/settings/vf_changes.h"
#include "object/settings/vf_statistics.h"

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

static enum sriov_code read_statistics(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_statistics_list *list;
	enum sriov_code code = sriov_pf_list_vf_statistics(pf, &list, error);

	sriov_vf_statistics_list_unref(list);
	return code;
}

static enum sriov_code find_link(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_changes *changes;
	enum sriov_code code = sriov_vf_changes_new(pf, &changes, error);

	sriov_vf_changes_unref(changes);
	return code;
}

/* The loopback interface of the test's own namespace, which has no VFs and refuses them all. */
#define LOOPBACK 1

static enum sriov_code change(struct sriov_pf *pf, struct sriov_error **error)
{
	struct pf_link link = {.index = LOOPBACK};
	struct sriov_vf_changes *changes = NULL;
	enum sriov_code code = context_get_netlink(pf->device->context, &link.netlink, error);

	if (!code) {
		changes = vf_changes_make(pf, &link);
		code = changes ? SRIOV_CODE_OK : error_no_memory(error);
	}
	if (!code)
		code = sriov_vf_changes_set_trust(changes, SRIOV_VF_INDEX_ALL, true, error);
	for (unsigned int i = 0; !code && i < 20; i++)
		code = sriov_vf_changes_set_rates(changes, i, 1, 2, error);
	if (!code)
		code = sriov_vf_changes_apply(changes, error);
	sriov_vf_changes_unref(changes);
	return code;
}

/* Refusals lose their causes, never themselves, when there is no memory for them. */
static enum sriov_code tell_refusals(struct sriov_pf *pf, struct sriov_error **error)
{
	struct pf_link link = {.index = LOOPBACK};
	enum sriov_code code = context_get_netlink(pf->device->context, &link.netlink, error);

	if (code)
		return code;
	return vf_change_apply(pf, &link,
			       (struct vf_change[]) {
				       vf_change_make_switch(SRIOV_VF_SETTING_TRUST, true),
				       vf_change_make_switch(SRIOV_VF_SETTING_TRUST, false),
			       },
			       2, error);
}

static const struct step steps[] = {
	{"read statistics", .on_pf = read_statistics, .target = "em1", .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_IN_NETWORK},
	{"find where changes go", .on_pf = find_link, .target = "em1", .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_IN_NETWORK},
	{"change", .on_pf = change, .target = "em1", .code = SRIOV_CODE_UNSUPPORTED,
	 .where = FAULTS_IN_NETWORK},
	{"tell refusals", .on_pf = tell_refusals, .target = "em1", .code = SRIOV_CODE_UNSUPPORTED,
	 .where = FAULTS_IN_NETWORK},
	{"read settings", .on_pf = read_settings, .target = "em1", .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_IN_NETWORK},
	{"set all VFs", .on_pf = set_all, .target = "em1", .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_IN_NETWORK},
};

STEPS(vf_settings)
