/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

#define STATE(fields) "{\"version\": 1, \"pfs\": [{" fields "}]}"

static const char wanted[] =
	STATE("\"pf\": \"em2\", \"vf_count\": 2, \"allow_vital\": true,"
	      " \"defaults\": {\"driver\": \"vfio-pci\", \"trust\": true, \"msix_count\": 3},"
	      " \"vfs\": [{\"index\": 1, \"driver\": \"none\", \"mac\": \"52:54:00:00:00:01\"}]");

static enum sriov_code make(struct sriov_context *context, const char *json,
			    struct sriov_plan **plan, struct sriov_error **error)
{
	struct sriov_state *state;
	enum sriov_code code = sriov_state_new(&state, error);

	*plan = NULL;
	if (!code)
		code = sriov_state_add_json(state, json, error);
	if (!code)
		code = sriov_plan_make(context, state, plan, error);
	sriov_state_unref(state);
	return code;
}

static enum sriov_code plan_host(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_plan *plan;
	enum sriov_code code = make(context, wanted, &plan, error);

	if (!code && sriov_step_list_get_count(sriov_plan_get_steps(plan)) != 9)
		code = HALF;
	sriov_plan_unref(plan);
	return code;
}

static enum sriov_code plan_what_is_vital(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_plan *plan;
	enum sriov_code code =
		make(context, STATE("\"pf\": \"em2\", \"vf_count\": 1"), &plan, error);

	sriov_plan_unref(plan);
	return code;
}

static enum sriov_code format(struct sriov_context *context, struct sriov_error **error,
			      enum sriov_code (*call)(const struct sriov_plan *plan, char **text,
						      struct sriov_error **error))
{
	struct sriov_plan *plan;
	char *text = NULL;
	enum sriov_code code = make(context, wanted, &plan, error);

	if (!code)
		code = call(plan, &text, error);
	if (!code && !strstr(text, "VF 0 of em2"))
		code = HALF;
	free(text);
	sriov_plan_unref(plan);
	return code;
}

static enum sriov_code format_text(struct sriov_context *context, struct sriov_error **error)
{
	return format(context, error, sriov_plan_format_text);
}

static enum sriov_code format_json(struct sriov_context *context, struct sriov_error **error)
{
	return format(context, error, sriov_plan_format_json);
}

static const struct step steps[] = {
	{"plan", .run = plan_host},
	{"plan for a PF that the host lives by", .run = plan_what_is_vital,
	 .code = SRIOV_CODE_WOULD_DESTROY},
	{"a plan for a person", .run = format_text},
	{"a plan for a program", .run = format_json},
};

STEPS(plan)
