/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/way.h"

#include <stdio.h>
#include <stdlib.h>

#include "sriov/vf_use.h"

#include "base/error.h"
#include "change/apply/whole.h"
#include "change/lease/reservation.h"
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

static void note(const struct sriov_vf *vf, const char *use, struct mistakes *mistakes)
{
	struct sriov_error *error = NULL;

	error_set(&error, SRIOV_CODE_WOULD_DESTROY, "%s, and would lose it", use);
	error_set_device(&error, vf->pf->device->address);
	error_set_vf(&error, vf->index);
	mistakes_add(mistakes, error);
}

/* Where it is not known who uses them, nobody is to lose them. */
static bool note_uses(const struct way *way, size_t number, struct mistakes *mistakes)
{
	size_t before = mistakes->count;
	const struct sriov_vf_use *use;
	struct sriov_error *failure = NULL;
	struct sriov_vf_use_list *uses;

	if (!disturbs_any(way, number))
		return false;
	if (sriov_pf_list_vf_uses(way->pfs[number].pf, &uses, &failure)) {
		mistakes_add(mistakes, failure);
		return true;
	}
	for (size_t i = 0; (use = sriov_vf_use_list_get(uses, i)); i++)
		if (sriov_vf_use_is_in_use(use) &&
		    disturbs(way, number, sriov_vf_use_get_vf(use)->index))
			note(sriov_vf_use_get_vf(use), sriov_vf_use_get_description(use), mistakes);
	sriov_vf_use_list_unref(uses);
	return mistakes->count > before;
}

bool way_would_destroy(const struct way *way, struct mistakes *mistakes)
{
	bool would = false;

	for (size_t i = 0; i < way->count; i++)
		would |= note_uses(way, i, mistakes);
	return would;
}

/* It is put back by the last step that sets it, if any does. */
static void keep_gate_alone(struct lane *lane)
{
	size_t last = lane->count;

	while (last && lane_get_step(lane, last - 1)->kind != SRIOV_STEP_KIND_SET_AUTOPROBE)
		last--;
	lane->first += last ? last - 1 : 0;
	lane->count = last ? 1 : 0;
}

void way_spare_used(struct way *way, struct mistakes *mistakes)
{
	for (size_t i = 0; i < way->count; i++)
		if (note_uses(way, i, mistakes))
			keep_gate_alone(&way->run.lanes[i]);
}

/* --- Reservations ----------------------------------------------------------------------------- */

static bool touches_vfs(const struct lane *lane)
{
	for (size_t i = 0; i < lane->count; i++)
		if (lane_get_step(lane, i)->kind != SRIOV_STEP_KIND_SET_AUTOPROBE &&
		    lane_get_step(lane, i)->kind != SRIOV_STEP_KIND_SET_VF)
			return true;
	return false;
}

static enum sriov_code note_reservation(const struct sriov_vf *vf, struct mistakes *mistakes,
					struct sriov_error **error)
{
	char label[VF_LABEL_SIZE], text[VF_LABEL_SIZE + 320];
	struct sriov_owner *owner;
	enum sriov_code code =
		reservation_read_owner(vf->device->context, vf->device->address, &owner, error);

	if (code || !owner)
		return code;
	vf_label(vf, label);
	snprintf(text, sizeof(text), "%s is reserved by %.300s", label,
		 sriov_owner_get_description(owner));
	note(vf, text, mistakes);
	sriov_owner_unref(owner);
	return SRIOV_CODE_OK;
}

/* Where VFs that are in use may be taken, those that are reserved may. */
static enum sriov_code look_at_reservations(const struct way *way, size_t number,
					    struct mistakes *mistakes, struct sriov_error **error)
{
	const struct sriov_vf *vf;
	enum sriov_code code = SRIOV_CODE_OK;

	if (way->pfs[number].may_rebind)
		return code;
	for (size_t i = 0; !code && (vf = sriov_vf_list_get(way->run.lanes[number].vfs, i)); i++)
		if (vf->device && disturbs(way, number, vf->index))
			code = note_reservation(vf, mistakes, error);
	return code;
}

static enum sriov_code keep_pf(struct reservation_keep *keep, const struct way *way, size_t number,
			       struct sriov_error **error)
{
	const char *address = way->pfs[number].address;
	struct sriov_owner *owner;
	enum sriov_code code;

	if (!reservation_keep_make_room(keep, 1))
		return error_no_memory(error);
	code = reservation_keep_add(keep, way->run.context, address, &owner, error);
	if (owner)
		code = error_set(error, SRIOV_CODE_BUSY, "%s: all its VFs are reserved by %s",
				 address, sriov_owner_get_description(owner));
	sriov_owner_unref(owner);
	return code;
}

bool way_would_take_reserved(const struct way *way, struct reservation_keep *keep,
			     struct mistakes *mistakes)
{
	size_t before = mistakes->count;

	for (size_t i = 0; i < way->count; i++) {
		struct sriov_error *failure = NULL;

		if (!touches_vfs(&way->run.lanes[i]))
			continue;
		if (keep_pf(keep, way, i, &failure) ||
		    look_at_reservations(way, i, mistakes, &failure))
			mistakes_add(mistakes, failure);
	}
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
