/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/plan/plan_check.h"

#include <stdio.h>

#include "sriov/pf_use.h"
#include "sriov/reservation.h"
#include "sriov/vf_use.h"

#include "base/error.h"
#include "change/lease/lease.h"
#include "change/lease/owner.h"
#include "object/vf/vf.h"

/* Which VFs of a PF its steps disturb. */
static bool is_disturbed(const struct sriov_plan *plan, const struct pf_plan *pf,
			 unsigned int index)
{
	for (size_t i = 0; i < pf->count; i++) {
		const struct sriov_step *step = sriov_step_list_get(plan->steps, pf->first + i);

		if (step->kind == SRIOV_STEP_KIND_REMOVE_VFS)
			return true;
		if (step->kind == SRIOV_STEP_KIND_SET_DRIVER && step->vf_index == index &&
		    step->effect != SRIOV_STEP_EFFECT_NONE)
			return true;
	}
	return false;
}

static bool disturbs_any(const struct sriov_plan *plan, const struct pf_plan *pf)
{
	for (unsigned int i = 0; i < pf->now->count; i++)
		if (is_disturbed(plan, pf, i))
			return true;
	return false;
}

static void note(const struct sriov_vf *vf, struct mistakes *mistakes, const char *use)
{
	struct sriov_error *error = NULL;

	error_set(&error, SRIOV_CODE_WOULD_DESTROY,
		  "%s, and would lose it; that has to be allowed for this PF (allow_in_use)", use);
	error_set_device(&error, vf->pf->device->address);
	error_set_vf(&error, vf->index);
	mistakes_add(mistakes, error);
}

/* Whoever has the PF's lease may keep its VFs for himself, and then only while he changes it. */
static enum sriov_code read_reservation(const struct sriov_vf *vf, struct sriov_owner **owner,
					struct sriov_error **error)
{
	struct sriov_owner *changer = NULL;
	enum sriov_code code = sriov_vf_read_reservation_owner(vf, owner, error);

	if (code || !*owner)
		return code;
	code = lease_read_owner(vf->device->context, vf->pf->device->address, &changer, error);
	if (code || (changer && changer->pid == (*owner)->pid)) {
		sriov_owner_unref(*owner);
		*owner = NULL;
	}
	sriov_owner_unref(changer);
	return code;
}

/* Somebody has reserved it and may not have begun to use it. */
static enum sriov_code check_reservation(struct sriov_vf *vf, struct reservation_keep *keep,
					 struct mistakes *mistakes, struct sriov_error **error)
{
	char label[VF_LABEL_SIZE], text[VF_LABEL_SIZE + 320];
	struct sriov_owner *owner = NULL;
	enum sriov_code code;

	if (!vf->device)
		return SRIOV_CODE_OK;
	code = keep ? reservation_keep_add(keep, vf->device->context, vf->device->address, &owner,
					   error)
		    : read_reservation(vf, &owner, error);
	if (code)
		error_set_vf(error, vf->index);
	if (code || !owner)
		return code;
	vf_label(vf, label);
	snprintf(text, sizeof(text), "%s is reserved by %.300s", label,
		 sriov_owner_get_description(owner));
	note(vf, mistakes, text);
	sriov_owner_unref(owner);
	return SRIOV_CODE_OK;
}

static enum sriov_code check_use(const struct sriov_vf_use *use, struct reservation_keep *keep,
				 struct mistakes *mistakes, struct sriov_error **error)
{
	struct sriov_vf *vf = sriov_vf_use_get_vf(use);

	if (!sriov_vf_use_is_in_use(use))
		return check_reservation(vf, keep, mistakes, error);
	note(vf, mistakes, sriov_vf_use_get_description(use));
	return SRIOV_CODE_OK;
}

static enum sriov_code check_vfs(const struct sriov_plan *plan, const struct pf_plan *pf,
				 struct reservation_keep *keep, struct mistakes *mistakes,
				 struct sriov_error **error)
{
	const struct sriov_vf_use *use;
	struct sriov_vf_use_list *uses;
	enum sriov_code code;

	if (pf->target->allow_in_use || !disturbs_any(plan, pf))
		return SRIOV_CODE_OK;
	code = sriov_pf_list_vf_uses(pf->pf, &uses, error);
	if (code)
		return code;
	if (keep && !reservation_keep_make_room(keep, sriov_vf_use_list_get_count(uses)))
		code = error_no_memory(error);
	for (size_t i = 0; !code && (use = sriov_vf_use_list_get(uses, i)); i++)
		if (is_disturbed(plan, pf, sriov_vf_use_get_vf(use)->index))
			code = check_use(use, keep, mistakes, error);
	sriov_vf_use_list_unref(uses);
	return code;
}

/* Its driver may reset it for another number of VFs, and VFs that carry something are gone. */
static bool disturbs_pf(const struct sriov_plan *plan, const struct pf_plan *pf)
{
	for (size_t i = 0; i < pf->count; i++)
		if (sriov_step_list_get(plan->steps, pf->first + i)->effect >=
		    SRIOV_STEP_EFFECT_ALL_VFS)
			return true;
	return pf->now->count != pf->target->count;
}

static enum sriov_code check_pf(const struct sriov_plan *plan, const struct pf_plan *pf,
				struct mistakes *mistakes, struct sriov_error **error)
{
	struct sriov_error *reason = NULL;
	struct sriov_pf_use *use;
	enum sriov_code code;

	if (pf->target->allow_vital || !disturbs_pf(plan, pf))
		return SRIOV_CODE_OK;
	code = sriov_pf_read_use(pf->pf, &use, error);
	if (code)
		return code;
	if (sriov_pf_use_is_vital(use)) {
		error_set(&reason, SRIOV_CODE_WOULD_DESTROY,
			  "%s, and would be disturbed; that has to be allowed for it (allow_vital)",
			  sriov_pf_use_get_description(use));
		error_set_device(&reason, pf->pf->device->address);
		mistakes_add(mistakes, reason);
	}
	sriov_pf_use_unref(use);
	return SRIOV_CODE_OK;
}

static bool changes_count(const struct sriov_plan *plan, const struct pf_plan *pf)
{
	for (size_t i = 0; i < pf->count; i++) {
		const struct sriov_step *step = sriov_step_list_get(plan->steps, pf->first + i);

		if (step->kind == SRIOV_STEP_KIND_MAKE_VFS ||
		    step->kind == SRIOV_STEP_KIND_REMOVE_VFS)
			return true;
	}
	return false;
}

/* VFs that are made are nobody's before they are as they should be, and as long as they may go. */
static enum sriov_code keep_new_vfs(const struct sriov_plan *plan, const struct pf_plan *pf,
				    struct reservation_keep *keep, struct sriov_error **error)
{
	const char *address = pf->pf->device->address;
	struct sriov_owner *owner;
	enum sriov_code code;

	if (!keep || !changes_count(plan, pf))
		return SRIOV_CODE_OK;
	if (!reservation_keep_make_room(keep, 1))
		return error_no_memory(error);
	code = reservation_keep_add(keep, plan->context, address, &owner, error);
	if (owner)
		code = error_set(error, SRIOV_CODE_BUSY, "%s: all its VFs are reserved by %s",
				 address, sriov_owner_get_description(owner));
	sriov_owner_unref(owner);
	return code;
}

enum sriov_code plan_check_pf(const struct sriov_plan *plan, const struct pf_plan *pf,
			      struct mistakes *mistakes, struct sriov_error **error)
{
	return plan_check_and_keep(plan, pf, NULL, mistakes, error);
}

enum sriov_code plan_check_and_keep(const struct sriov_plan *plan, const struct pf_plan *pf,
				    struct reservation_keep *keep, struct mistakes *mistakes,
				    struct sriov_error **error)
{
	enum sriov_code code = check_pf(plan, pf, mistakes, error);

	if (!code)
		code = keep_new_vfs(plan, pf, keep, error);
	return code ? code : check_vfs(plan, pf, keep, mistakes, error);
}
