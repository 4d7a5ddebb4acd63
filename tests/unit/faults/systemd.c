/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code say(struct sriov_state *state, struct sriov_pf_state **pf,
			   struct sriov_error **error)
{
	struct sriov_vf_state *vf = NULL;
	enum sriov_code code = sriov_state_add_pf(state, "em1", pf, error);

	if (!code)
		code = sriov_pf_state_set_vf_count(*pf, 2, error);
	if (!code)
		code = sriov_vf_state_set_driver(sriov_pf_state_get_defaults(*pf), "vfio", error);
	if (!code)
		code = sriov_pf_state_add_vf(*pf, 1, &vf, error);
	if (!code)
		code = sriov_vf_state_set_mac(vf, "52:54:00:00:00:01", error);
	sriov_vf_state_unref(vf);
	return code;
}

static enum sriov_code format_link(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_string_list *unsaid = NULL;
	struct sriov_pf_state *pf = NULL;
	struct sriov_state *state;
	char *link = NULL;
	enum sriov_code code = sriov_state_new(&state, error);

	if (!code)
		code = say(state, &pf, error);
	if (!code)
		code = sriov_systemd_format_link(pf, context, &link, &unsaid, error);
	if (!code && (!link || sriov_string_list_get_count(unsaid) != 1))
		code = HALF;
	free(link);
	sriov_string_list_unref(unsaid);
	sriov_pf_state_unref(pf);
	sriov_state_unref(state);
	return code;
}

static const struct step steps[] = {
	{"format a .link file", .run = format_link},
};

STEPS(systemd)
