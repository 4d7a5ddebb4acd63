/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "sriov/module.h"

#include "base/error.h"
#include "base/mistakes.h"
#include "base/string_list.h"
#include "change/plan/pf_diff.h"
#include "change/plan/pf_find.h"
#include "change/plan/pf_target.h"
#include "change/plan/plan_check.h"
#include "change/state/pf_capture.h"
#include "change/state/state.h"

OBJECT_REFERENCES(plan)

static void destroy(void *object)
{
	struct sriov_plan *plan = object;

	for (size_t i = 0; i < plan->pf_count; i++) {
		sriov_pf_unref(plan->pfs[i].pf);
		sriov_pf_state_unref(plan->pfs[i].now);
		sriov_pf_state_unref(plan->pfs[i].target);
	}
	free(plan->pfs);
	sriov_step_list_unref(plan->steps);
	sriov_context_unref(plan->context);
}

static struct sriov_plan *plan_new(struct sriov_context *context, size_t count)
{
	struct sriov_plan *plan = object_new(sizeof(*plan), destroy);

	if (!plan)
		return NULL;
	plan->context = sriov_context_ref(context);
	plan->steps = list_new();
	plan->pfs = calloc(count + 1, sizeof(*plan->pfs));
	if (plan->steps && plan->pfs)
		return plan;
	sriov_plan_unref(plan);
	return NULL;
}

/* --- The PFs ---------------------------------------------------------------------------------- */

static const struct pf_plan *find_pf(const struct sriov_plan *plan, const char *address)
{
	for (size_t i = 0; i < plan->pf_count; i++)
		if (!strcmp(plan->pfs[i].pf->device->address, address))
			return &plan->pfs[i];
	return NULL;
}

static enum sriov_code look_at_pf(struct sriov_plan *plan, const struct sriov_pf_state *wanted,
				  struct sriov_error **error)
{
	struct pf_plan *made = &plan->pfs[plan->pf_count];
	enum sriov_code code = pf_find(plan->context, wanted, &made->pf, error);

	if (!code && find_pf(plan, made->pf->device->address)) {
		code = error_set(error, SRIOV_CODE_INVALID,
				 "%s is in the state twice: as %s, and by another name",
				 made->pf->device->address,
				 wanted->name ? wanted->name : wanted->serial_number);
		sriov_pf_unref(made->pf);
	}
	if (code) {
		made->pf = NULL;
		return code;
	}
	plan->pf_count++;
	made->number = tree_find_number(&plan->context->sysfs, "bus/pci/devices/%s",
					made->pf->device->address);
	code = pf_capture(made->pf, &made->now, error);
	return code ? code : pf_target_make(made->pf, wanted, made->now, &made->target, error);
}

/* Each PF is looked at, whatever is wrong with others. */
static void look_at_pfs(struct sriov_plan *plan, const struct sriov_state *state,
			struct mistakes *mistakes)
{
	const struct sriov_pf_state *wanted;

	for (size_t i = 0; (wanted = sriov_pf_state_list_get(state->pfs, i)); i++) {
		struct sriov_error *failure = NULL;

		if (look_at_pf(plan, wanted, &failure))
			mistakes_add(mistakes, failure);
	}
}

static int compare(const void *left, const void *right)
{
	const struct pf_plan *first = left, *second = right;

	return address_compare(first->pf->device->address, second->pf->device->address);
}

/* --- Modules ---------------------------------------------------------------------------------- */

static bool is_word(const char *driver)
{
	return !strcmp(driver, VF_DRIVER_NONE) || !strcmp(driver, VF_DRIVER_NATIVE);
}

/* That it can be loaded is found out now and not when VFs are gone. */
static enum sriov_code add_module(struct sriov_plan *plan, const char *driver,
				  struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code = sriov_module_open(plan->context, driver, &module, error);

	if (code == SRIOV_CODE_NOT_FOUND)
		return error_explain(error, SRIOV_CODE_NO_DRIVER,
				     "the driver %s is not loaded, and there is no module of that "
				     "name",
				     driver);
	if (code)
		return code;
	if (sriov_module_is_blacklisted(module))
		code = error_set(error, SRIOV_CODE_BLACKLISTED,
				 "the driver %s is not loaded, and its module is blacklisted: "
				 "remove that from modprobe's configuration",
				 driver);
	else
		code = step_add_module(plan->steps, sriov_module_get_name(module), error);
	sriov_module_unref(module);
	return code;
}

static bool is_loaded(const struct sriov_plan *plan, const char *driver)
{
	return tree_exists(&plan->context->sysfs, "bus/pci/drivers/%s", driver);
}

static enum sriov_code add_modules(struct sriov_plan *plan, struct mistakes *mistakes)
{
	struct sriov_string_list *names = string_list_new();
	struct sriov_error *failure = NULL;
	const struct sriov_vf_state *vf;
	bool good = names;

	for (size_t i = 0; good && i < plan->pf_count; i++) {
		const struct sriov_pf_state *target = plan->pfs[i].target;

		for (size_t j = 0; target && (vf = sriov_vf_state_list_get(target->vfs, j)); j++)
			if (good && vf->driver && !is_word(vf->driver) &&
			    !string_list_has(names, vf->driver))
				good = string_list_add(names, vf->driver);
	}
	for (size_t i = 0; good && i < sriov_string_list_get_count(names); i++) {
		const char *driver = sriov_string_list_get(names, i);

		if (!is_loaded(plan, driver) && add_module(plan, driver, &failure))
			mistakes_add(mistakes, failure);
		failure = NULL;
	}
	sriov_string_list_unref(names);
	plan->module_count = sriov_step_list_get_count(plan->steps);
	return good ? SRIOV_CODE_OK : SRIOV_CODE_NO_MEMORY;
}

/* --- The whole -------------------------------------------------------------------------------- */

static enum sriov_code add_pf_steps(struct sriov_plan *plan, struct pf_plan *pf,
				    struct mistakes *mistakes, struct sriov_error **error)
{
	enum sriov_code code;

	pf->first = sriov_step_list_get_count(plan->steps);
	code = pf_diff(pf->pf, pf->now, pf->target, plan->steps, error);
	pf->count = sriov_step_list_get_count(plan->steps) - pf->first;
	return code ? code : plan_check_pf(plan, pf, mistakes, error);
}

static enum sriov_code fill(struct sriov_plan *plan, const struct sriov_state *state,
			    struct sriov_error **error)
{
	CLEANUP(mistakes_clear) struct mistakes mistakes = {.count = 0};

	look_at_pfs(plan, state, &mistakes);
	qsort(plan->pfs, plan->pf_count, sizeof(*plan->pfs), compare);
	if (add_modules(plan, &mistakes))
		return error_no_memory(error);
	for (size_t i = 0; i < plan->pf_count; i++) {
		struct sriov_error *failure = NULL;

		if (plan->pfs[i].target && add_pf_steps(plan, &plan->pfs[i], &mistakes, &failure))
			mistakes_add(&mistakes, failure);
	}
	return mistakes_conclude(&mistakes, "there is no plan", error);
}

EXPORT enum sriov_code sriov_plan_make(struct sriov_context *context,
				       const struct sriov_state *state, struct sriov_plan **plan,
				       struct sriov_error **error)
{
	struct sriov_plan *made;
	enum sriov_code code;

	if (!plan)
		return error_null(error, "plan");
	*plan = NULL;
	if (!context || !state)
		return error_null(error, context ? "state" : "context");
	made = plan_new(context, sriov_pf_state_list_get_count(state->pfs));
	if (!made)
		return error_no_memory(error);
	code = fill(made, state, error);
	if (code)
		sriov_plan_unref(made);
	else
		*plan = made;
	return code;
}

EXPORT const struct sriov_step_list *sriov_plan_get_steps(const struct sriov_plan *plan)
{
	return plan ? plan->steps : NULL;
}

EXPORT enum sriov_step_effect sriov_plan_get_effect(const struct sriov_plan *plan)
{
	enum sriov_step_effect worst = SRIOV_STEP_EFFECT_NONE;
	const struct sriov_step *step;

	for (size_t i = 0; plan && (step = sriov_step_list_get(plan->steps, i)); i++)
		if (step->effect > worst)
			worst = step->effect;
	return worst;
}
