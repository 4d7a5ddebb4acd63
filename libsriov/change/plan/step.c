/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/plan/step.h"

#include "sriov/vf_changes.h"

OBJECT_REFERENCES(step)
OBJECT_LIST(step)

EXPORT enum sriov_step_kind sriov_step_get_kind(const struct sriov_step *step)
{
	return step ? step->kind : SRIOV_STEP_KIND_UNKNOWN;
}

EXPORT const char *sriov_step_get_address(const struct sriov_step *step)
{
	return step && step->address[0] ? step->address : NULL;
}

EXPORT unsigned int sriov_step_get_vf_index(const struct sriov_step *step)
{
	return step ? step->vf_index : SRIOV_VF_INDEX_ALL;
}

EXPORT enum sriov_vf_setting sriov_step_get_setting(const struct sriov_step *step)
{
	return step && step->kind == SRIOV_STEP_KIND_SET_VF ? step->change.setting
							    : SRIOV_VF_SETTING_UNKNOWN;
}

EXPORT const char *sriov_step_get_description(const struct sriov_step *step)
{
	return step ? step->description : NULL;
}

EXPORT const char *sriov_step_get_from(const struct sriov_step *step)
{
	return step ? step->from : NULL;
}

EXPORT const char *sriov_step_get_to(const struct sriov_step *step)
{
	return step ? step->to : NULL;
}

EXPORT enum sriov_step_effect sriov_step_get_effect(const struct sriov_step *step)
{
	return step ? step->effect : SRIOV_STEP_EFFECT_NONE;
}

EXPORT bool sriov_step_is_reversible(const struct sriov_step *step)
{
	return step && step->is_reversible;
}

EXPORT const char *sriov_step_get_undo(const struct sriov_step *step)
{
	return step ? step->undo : NULL;
}

EXPORT const char *sriov_step_get_command(const struct sriov_step *step)
{
	return step ? step->command : NULL;
}
