/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/settings_compare.h"

#include "base/error.h"
#include "object/settings/vf_change_compare.h"
#include "object/settings/vf_change_text.h"

bool settings_is_so(const struct vf_reading *reading, const struct vf_change *change)
{
	struct vf_change told;

	if (change->vf_index >= reading->count ||
	    !vf_change_is_told(change, &reading->facts[change->vf_index]))
		return false;
	told = vf_change_from_facts(change, &reading->facts[change->vf_index]);
	return vf_change_is_same(change, &told);
}

/* The driver agreed to it and tells something else: it may take effect later. */
static struct sriov_error *describe(const struct sriov_pf *pf, const struct vf_change *change,
				    const struct vf_facts *facts)
{
	struct vf_change told = vf_change_from_facts(change, facts);
	char label[PF_LABEL_SIZE], wanted[VF_CHANGE_TEXT_SIZE], found[VF_CHANGE_TEXT_SIZE];
	struct sriov_error *error = NULL;

	pf_label(pf, label);
	vf_change_describe(change, wanted);
	vf_change_describe_value(&told, found);
	error_set(&error, SRIOV_CODE_PARTIAL,
		  "VF %u of %s: the driver agreed to %s, and tells %s: it may take effect later",
		  change->vf_index, label, wanted, found);
	error_set_device(&error, pf->device->address);
	error_set_vf(&error, change->vf_index);
	return error;
}

struct sriov_error *settings_tell_change(const struct vf_reading *reading,
					 const struct vf_change *change)
{
	char label[PF_LABEL_SIZE], wanted[VF_CHANGE_TEXT_SIZE], found[VF_CHANGE_TEXT_SIZE];
	struct sriov_error *error = NULL;
	struct vf_change told;

	if (change->vf_index >= reading->count ||
	    !vf_change_is_told(change, &reading->facts[change->vf_index]))
		return NULL;
	told = vf_change_from_facts(change, &reading->facts[change->vf_index]);
	pf_label(reading->pf, label);
	vf_change_describe(change, wanted);
	vf_change_describe_value(&told, found);
	error_set(&error, SRIOV_CODE_PARTIAL,
		  "VF %u of %s: the driver of the PF agreed to %s, and tells %s since the VF's "
		  "driver was bound: that may have had no answer from the PF, and made up its own",
		  change->vf_index, label, wanted, found);
	error_set_device(&error, reading->pf->device->address);
	error_set_vf(&error, change->vf_index);
	return error;
}

struct sriov_error *settings_tell_difference(const struct vf_reading *reading,
					     const struct vf_change *change)
{
	if (change->vf_index >= reading->count || settings_is_so(reading, change) ||
	    !vf_change_is_told(change, &reading->facts[change->vf_index]))
		return NULL;
	return describe(reading->pf, change, &reading->facts[change->vf_index]);
}
