/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static const char text[] =
	"{\"version\": 1, \"pfs\": [{\"pf\": \"em2\", \"vf_count\": 2, \"autoprobe\": false,"
	" \"defaults\": {\"driver\": \"vfio-pci\", \"trust\": true, \"msix_count\": 3},"
	" \"vfs\": [{\"index\": 1, \"mac\": \"52:54:00:00:00:01\", \"vlan\": {\"id\": 5},"
	" \"link_state\": \"auto\", \"node_guid\": \"00:02:c9:03:00:21:6e:70\"}]},"
	" {\"serial_number\": \"MU0123456789\", \"function\": 0}]}";

static const char mistakes[] =
	"{\"version\": 1, \"pfs\": [{\"pf\": \"em/1\", \"vf_count\": -1, \"no\": 1,"
	" \"vfs\": [{\"index\": 0, \"mac\": \"01\"}, {\"index\": 0}]}]}";

static enum sriov_code parse(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_state *state;
	enum sriov_code code = sriov_state_new(&state, error);

	(void)context;
	if (!code)
		code = sriov_state_add_json(state, text, error);
	if (!code && sriov_pf_state_list_get_count(sriov_state_get_pfs(state)) != 2)
		code = HALF;
	sriov_state_unref(state);
	return code;
}

static enum sriov_code refuse(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_state *state;
	enum sriov_code code = sriov_state_new(&state, error);

	(void)context;
	if (!code)
		code = sriov_state_add_json(state, mistakes, error);
	sriov_state_unref(state);
	return code;
}

static enum sriov_code format(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_state *state;
	char *json = NULL;
	enum sriov_code code = sriov_state_new(&state, error);

	(void)context;
	if (!code)
		code = sriov_state_add_json(state, text, error);
	if (!code)
		code = sriov_state_format_json(state, &json, error);
	if (!code && !strstr(json, "MU0123456789"))
		code = HALF;
	free(json);
	sriov_state_unref(state);
	return code;
}

static enum sriov_code capture(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_pf_state *state;
	enum sriov_code code = sriov_pf_state_capture(pf, &state, error);

	if (!code && !sriov_pf_state_has_vf_count(state))
		code = HALF;
	sriov_pf_state_unref(state);
	return code;
}

static const struct step steps[] = {
	{"read a state", .run = parse},
	{"refuse a state", .run = refuse, .code = SRIOV_CODE_INVALID},
	{"write a state", .run = format},
	{"capture a PF", .on_pf = capture, .target = "em2"},
};

STEPS(state)
