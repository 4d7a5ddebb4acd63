/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/way.h"

#include <stdlib.h>

#include "sriov/vf_use.h"

#include "base/error.h"
#include "base/mistakes.h"
#include "change/apply/whole.h"
#include "change/plan/pf_diff.h"

/* Who is gone has nothing to be brought back to. */
static void look_at_pf(struct way *way, struct sriov_context *context, struct way_pf *pf,
		       struct mistakes *mistakes)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code = whole_capture(context, pf->address, &pf->pf, &pf->now, &failure);

	(void)way;
	if (code)
		mistakes_add(mistakes, failure);
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
		/* Who holds them is told by them; without it nobody is named. */
		if (lane->pf)
			sriov_pf_list_vfs(way->pfs[i].pf, &lane->vfs, NULL);
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
		look_at_pf(way, context, &way->pfs[i], mistakes);
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

static bool removes_vfs(const struct way *way, size_t number)
{
	const struct lane *lane = &way->run.lanes[number];

	for (size_t i = 0; i < lane->count; i++)
		if (lane_get_step(lane, i)->kind == SRIOV_STEP_KIND_REMOVE_VFS)
			return true;
	return false;
}

static bool note_uses(struct sriov_pf *pf, struct mistakes *mistakes)
{
	const struct sriov_vf_use *use;
	struct sriov_vf_use_list *uses;
	bool found = false;

	if (sriov_pf_list_vf_uses(pf, &uses, NULL))
		return false;
	for (size_t i = 0; (use = sriov_vf_use_list_get(uses, i)); i++) {
		struct sriov_error *error = NULL;

		if (!sriov_vf_use_is_in_use(use))
			continue;
		error_set(&error, SRIOV_CODE_WOULD_DESTROY, "%s, and would lose it",
			  sriov_vf_use_get_description(use));
		mistakes_add(mistakes, error);
		found = true;
	}
	sriov_vf_use_list_unref(uses);
	return found;
}

bool way_would_destroy(const struct way *way, struct mistakes *mistakes)
{
	bool found = false;

	for (size_t i = 0; i < way->count; i++)
		if (way->pfs[i].pf && removes_vfs(way, i))
			found |= note_uses(way->pfs[i].pf, mistakes);
	return found;
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
