/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/way.h"

#include <stdlib.h>

#include "sriov/vf_use.h"

#include "base/error.h"
#include "change/apply/whole.h"
#include "change/plan/pf_diff.h"
#include "object/vf/vf.h"

/* Who is gone has nothing to be brought back to. */
static void look_at_pf(struct sriov_context *context, struct way_pf *pf, struct lane *lane,
		       struct mistakes *mistakes)
{
	struct sriov_error *failure = NULL;

	if (!whole_capture(context, pf->address, pf->target, &pf->pf, &pf->now, &lane->vfs,
			   &failure))
		return;
	if (tree_exists(&context->sysfs, "bus/pci/devices/%s", pf->address))
		mistakes_add(mistakes, failure);
	else
		sriov_error_unref(failure);
}

/* Each lane's part of the steps, one after the other. */
static enum sriov_code add_steps(struct way *way, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && i < way->count; i++) {
		struct lane *lane = &way->run.lanes[i];
		struct way_pf *pf = &way->pfs[i];

		lane->first = sriov_step_list_get_count(way->steps);
		if (pf->now)
			code = pf_diff(pf->pf, pf->now, pf->target, way->steps, error);
		lane->count = sriov_step_list_get_count(way->steps) - lane->first;
	}
	return code;
}

static void fill_lanes(struct way *way, const struct leases *leases)
{
	for (size_t i = 0; i < way->count; i++) {
		struct lane *lane = &way->run.lanes[i];

		lane->pf = way->pfs[i].pf;
		lane->steps = way->steps;
		lane->outcomes = way->outcomes;
		lane->lease = leases_find(leases, way->pfs[i].address);
	}
}

enum sriov_code way_prepare(struct way *way, struct sriov_context *context,
			    const struct leases *leases, struct mistakes *mistakes,
			    struct sriov_error **error)
{
	enum sriov_code code;

	way->run.context = context;
	code = run_prepare(&way->run, way->count, error);
	if (code)
		return code;
	way->steps = list_new();
	if (!way->steps)
		return error_no_memory(error);
	for (size_t i = 0; i < way->count; i++)
		look_at_pf(context, &way->pfs[i], &way->run.lanes[i], mistakes);
	code = add_steps(way, error);
	if (code)
		return code;
	way->outcomes = calloc(sriov_step_list_get_count(way->steps) + 1, sizeof(*way->outcomes));
	if (!way->outcomes)
		return error_no_memory(error);
	fill_lanes(way, leases);
	return SRIOV_CODE_OK;
}

void way_note_failures(const struct way *way, struct mistakes *mistakes)
{
	for (size_t i = 0; i < sriov_step_list_get_count(way->steps); i++)
		if (way->outcomes[i].result == SRIOV_STEP_RESULT_FAILED ||
		    way->outcomes[i].result == SRIOV_STEP_RESULT_STUCK)
			mistakes_add(mistakes, sriov_error_ref(way->outcomes[i].error));
}

/* Whether the steps of a PF take a VF from who uses it. */
static bool disturbs(const struct way *way, size_t number, unsigned int index)
{
	const struct lane *lane = &way->run.lanes[number];

	for (size_t i = 0; i < lane->count; i++) {
		const struct sriov_step *step = lane_get_step(lane, i);

		if (step->kind == SRIOV_STEP_KIND_REMOVE_VFS)
			return true;
		if (step->kind == SRIOV_STEP_KIND_SET_DRIVER && step->vf_index == index &&
		    step->effect != SRIOV_STEP_EFFECT_NONE && !way->pfs[number].may_rebind)
			return true;
	}
	return false;
}

static bool disturbs_any(const struct way *way, size_t number)
{
	const struct way_pf *pf = &way->pfs[number];

	for (unsigned int i = 0; pf->now && i < pf->now->count; i++)
		if (disturbs(way, number, i))
			return true;
	return false;
}

static void note_use(const struct sriov_vf_use *use, struct mistakes *mistakes)
{
	const struct sriov_vf *vf = sriov_vf_use_get_vf(use);
	struct sriov_error *error = NULL;

	error_set(&error, SRIOV_CODE_WOULD_DESTROY, "%s, and would lose it",
		  sriov_vf_use_get_description(use));
	error_set_device(&error, vf->pf->device->address);
	error_set_vf(&error, vf->index);
	mistakes_add(mistakes, error);
}

/* Where it is not known who uses them, nobody is to lose them. */
static void note_uses(const struct way *way, size_t number, struct mistakes *mistakes)
{
	const struct sriov_vf_use *use;
	struct sriov_error *failure = NULL;
	struct sriov_vf_use_list *uses;

	if (sriov_pf_list_vf_uses(way->pfs[number].pf, &uses, &failure)) {
		mistakes_add(mistakes, failure);
		return;
	}
	for (size_t i = 0; (use = sriov_vf_use_list_get(uses, i)); i++)
		if (sriov_vf_use_is_in_use(use) &&
		    disturbs(way, number, sriov_vf_use_get_vf(use)->index))
			note_use(use, mistakes);
	sriov_vf_use_list_unref(uses);
}

bool way_would_destroy(const struct way *way, struct mistakes *mistakes)
{
	size_t before = mistakes->count;

	for (size_t i = 0; i < way->count; i++)
		if (disturbs_any(way, i))
			note_uses(way, i, mistakes);
	return mistakes->count > before;
}

void way_clear(struct way *way)
{
	run_clear(&way->run);
	for (size_t i = 0; way->outcomes && i < sriov_step_list_get_count(way->steps); i++)
		sriov_error_unref(way->outcomes[i].error);
	free(way->outcomes);
	sriov_step_list_unref(way->steps);
	for (size_t i = 0; way->pfs && i < way->count; i++) {
		sriov_pf_unref(way->pfs[i].pf);
		sriov_pf_state_unref(way->pfs[i].now);
	}
	free(way->pfs);
	*way = (struct way) {.count = 0};
}
