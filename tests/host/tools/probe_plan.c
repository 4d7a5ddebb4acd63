/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands for states and plans. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "probe.h"

/* capture [PF]: the state, as the library writes it. */
static enum sriov_code capture(struct call *call)
{
	struct sriov_pf_state *one = NULL;
	struct sriov_state *state = NULL;
	struct sriov_pf *pf = NULL;
	char *json = NULL;
	enum sriov_code code;

	if (!call->words[0]) {
		code = sriov_state_capture(call->context, &state, &call->error);
	} else {
		code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);
		if (!code)
			code = sriov_pf_state_capture(pf, &one, &call->error);
		if (!code)
			code = sriov_state_new(&state, &call->error);
		if (!code)
			code = sriov_state_add(state, one, &call->error);
	}
	if (!code)
		code = sriov_state_format_json(state, &json, &call->error);
	if (!code)
		json_text("state", json);
	free(json);
	sriov_pf_state_unref(one);
	sriov_state_unref(state);
	sriov_pf_unref(pf);
	return code;
}

enum sriov_code make_plan(struct call *call, const char *json, struct sriov_plan **plan)
{
	struct sriov_state *state = NULL;
	enum sriov_code code = sriov_state_new(&state, &call->error);

	if (!code)
		code = sriov_state_add_json(state, json, &call->error);
	if (!code)
		code = sriov_plan_make(call->context, state, plan, &call->error);
	sriov_state_unref(state);
	return code;
}

/* plan STATE: the plan for a state in JSON, as the library writes it in both ways. */
static enum sriov_code plan(struct call *call)
{
	struct sriov_plan *made = NULL;
	char *json = NULL, *text = NULL;
	enum sriov_code code = make_plan(call, call->words[0], &made);

	if (!code)
		code = sriov_plan_format_json(made, &json, &call->error);
	if (!code)
		code = sriov_plan_format_text(made, &text, &call->error);
	if (!code) {
		json_text("plan", json);
		json_text("text", text);
	}
	free(json);
	free(text);
	sriov_plan_unref(made);
	return code;
}

const struct command plan_commands[] = {
	{"capture", "[PF]", capture},
	{"plan", "STATE", plan},
	{NULL, NULL, NULL},
};
