/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A plan for a person, and for a program. */
#include "sriov/vf_changes.h"

#include "base/error.h"
#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "change/plan/plan.h"

static const char *name_effect(enum sriov_step_effect effect)
{
	static const char *const names[] = {
		[SRIOV_STEP_EFFECT_NONE] = "none",
		[SRIOV_STEP_EFFECT_VF] = "vf",
		[SRIOV_STEP_EFFECT_ALL_VFS] = "all-vfs",
		[SRIOV_STEP_EFFECT_PF] = "pf",
	};

	return names[effect];
}

static const char *explain_effect(enum sriov_step_effect effect)
{
	static const char *const words[] = {
		[SRIOV_STEP_EFFECT_NONE] = "nobody notices",
		[SRIOV_STEP_EFFECT_VF] = "who uses this VF notices",
		[SRIOV_STEP_EFFECT_ALL_VFS] = "who uses a VF of this PF notices",
		[SRIOV_STEP_EFFECT_PF] = "who uses the PF or a VF of it notices",
	};

	return words[effect];
}

static const char *name_kind(enum sriov_step_kind kind)
{
	static const char *const names[] = {
		[SRIOV_STEP_KIND_LOAD_MODULE] = "load-module",
		[SRIOV_STEP_KIND_SET_AUTOPROBE] = "set-autoprobe",
		[SRIOV_STEP_KIND_REMOVE_VFS] = "remove-vfs",
		[SRIOV_STEP_KIND_MAKE_VFS] = "make-vfs",
		[SRIOV_STEP_KIND_SET_VF] = "set-vf",
		[SRIOV_STEP_KIND_SET_MSIX_COUNT] = "set-msix-count",
		[SRIOV_STEP_KIND_SET_DRIVER] = "set-driver",
	};

	return names[kind];
}

static void add_step(struct text *text, size_t number, const struct sriov_step *step)
{
	text_add(text, "%zu. %s\n", number, step->description);
	text_add(text, "     from %s to %s; %s\n", step->from, step->to,
		 explain_effect(step->effect));
	text_add(text, "     back: %s\n", step->undo);
	text_add(text, "     by hand: %s\n", step->command);
}

EXPORT enum sriov_code sriov_plan_format_text(const struct sriov_plan *plan, char **text,
					      struct sriov_error **error)
{
	struct text made = {0};
	const struct sriov_step *step;

	if (!text)
		return error_null(error, "text");
	*text = NULL;
	if (!plan)
		return error_null(error, "plan");
	if (!sriov_step_list_get_count(plan->steps))
		text_add(&made, "nothing is to be done\n");
	for (size_t i = 0; (step = sriov_step_list_get(plan->steps, i)); i++)
		add_step(&made, i + 1, step);
	*text = text_take(&made);
	return *text ? SRIOV_CODE_OK : error_no_memory(error);
}

static struct json *write_step(const struct sriov_step *step)
{
	struct json *json = json_new_object();
	bool of_vf = step->vf_index != SRIOV_VF_INDEX_ALL;

	if (json && json_set_text(json, "kind", name_kind(step->kind)) &&
	    json_set_text(json, "pf", sriov_step_get_address(step)) &&
	    (!of_vf || json_set_number(json, "vf", step->vf_index)) &&
	    (step->kind != SRIOV_STEP_KIND_SET_VF ||
	     json_set_text(json, "setting", sriov_vf_setting_get_name(step->change.setting))) &&
	    json_set_text(json, "description", step->description) &&
	    json_set_text(json, "from", step->from) && json_set_text(json, "to", step->to) &&
	    json_set_text(json, "effect", name_effect(step->effect)) &&
	    json_set_switch(json, "reversible", step->is_reversible) &&
	    json_set_text(json, "undo", step->undo) &&
	    json_set_text(json, "command", step->command))
		return json;
	json_free(json);
	return NULL;
}

static struct json *write_steps(const struct sriov_step_list *steps)
{
	struct json *json = json_new_array();
	const struct sriov_step *step;
	bool good = json;

	for (size_t i = 0; good && (step = sriov_step_list_get(steps, i)); i++)
		good = json_append(json, write_step(step));
	if (good)
		return json;
	json_free(json);
	return NULL;
}

/* What was read is UTF-8, but for the names of interfaces. */
static enum sriov_code explain(const struct sriov_plan *plan, struct sriov_error **error)
{
	const struct sriov_step *step;

	for (size_t i = 0; (step = sriov_step_list_get(plan->steps, i)); i++) {
		if (utf8_is_valid(step->description) && utf8_is_valid(step->command))
			continue;
		error_set(error, SRIOV_CODE_MALFORMED,
			  "%s: its interface's name is no UTF-8, and cannot be told in JSON: give "
			  "it another one",
			  step->address);
		error_set_device(error, step->address);
		return SRIOV_CODE_MALFORMED;
	}
	return error_no_memory(error);
}

EXPORT enum sriov_code sriov_plan_format_json(const struct sriov_plan *plan, char **json,
					      struct sriov_error **error)
{
	struct json *made;

	if (!json)
		return error_null(error, "json");
	*json = NULL;
	if (!plan)
		return error_null(error, "plan");
	made = json_new_object();
	if (made && json_set_number(made, "version", 1) &&
	    json_set(made, "steps", write_steps(plan->steps)))
		*json = json_format(made);
	json_free(made);
	return *json ? SRIOV_CODE_OK : explain(plan, error);
}
