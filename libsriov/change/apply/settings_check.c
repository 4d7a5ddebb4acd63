/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What drivers make of the settings of their VFs. One that gets no answer from the PF in time, as
 * igbvf while the PF's link comes back, makes up a MAC, and has a PF that trusts the VF take it in
 * place of the one that was set. So the kernel is asked once more when native drivers were bound.
 */
#include "sriov/vf_use.h"

#include "base/mac.h"
#include "change/apply/run.h"
#include "change/apply/settings_compare.h"
#include "change/state/vf_state.h"
#include "object/device/vfio_driver.h"
#include "object/vf/vf.h"

static const struct outcome *outcome_at(const struct lane *lane, size_t position)
{
	return &lane->outcomes[lane->first + position];
}

/* Whether it is the VF's native driver, or one of the kernel's choice. */
static bool is_native(const struct sriov_step *step)
{
	return step->kind == SRIOV_STEP_KIND_SET_DRIVER && step->to_driver[0] &&
	       !driver_is_vfio(step->to_driver);
}

/* The last step that bound a native driver to the VF; the lane's count when none did. */
static size_t find_driver(const struct lane *lane, unsigned int vf_index)
{
	for (size_t i = lane->count; i; i--)
		if (lane_get_step(lane, i - 1)->vf_index == vf_index &&
		    is_native(lane_get_step(lane, i - 1)) &&
		    outcome_at(lane, i - 1)->result == SRIOV_STEP_RESULT_DONE)
			return i - 1;
	return lane->count;
}

static bool has_native(const struct lane *lane)
{
	for (size_t i = 0; i < lane->count; i++)
		if (is_native(lane_get_step(lane, i)))
			return true;
	return false;
}

bool settings_are_to_be_checked(const struct lane *lane, size_t *position)
{
	if (!has_native(lane))
		return false;
	for (*position = 0; *position < lane->count; ++*position)
		if (lane_get_step(lane, *position)->kind == SRIOV_STEP_KIND_SET_VF)
			return true;
	return false;
}

/* What cannot be told is not disturbed either. */
static bool is_in_use(const struct lane *lane, unsigned int vf_index)
{
	struct sriov_vf_use *use = NULL;
	struct sriov_vf *vf = NULL;
	bool good;

	good = !sriov_pf_open_vf((struct sriov_pf *)lane->pf, vf_index, &vf, NULL) &&
	       !sriov_vf_read_use(vf, &use, NULL);
	good = good && !sriov_vf_use_is_in_use(use);
	sriov_vf_use_unref(use);
	sriov_vf_unref(vf);
	return !good;
}

/* Without a MAC of the PF's it is for the VF's driver to choose one. */
static bool leaves_choice(const struct vf_change *change)
{
	return change->setting == SRIOV_VF_SETTING_MAC && mac_is_zero(change->mac);
}

bool settings_may_set_again(const struct task *task, const struct sriov_step *step,
			    const struct outcome *outcome, const struct vf_reading *reading)
{
	struct lane *lane = task->lane;
	size_t driver = find_driver(lane, step->vf_index);
	bool was_so = outcome->result == SRIOV_STEP_RESULT_DONE ||
		      outcome->result == SRIOV_STEP_RESULT_ALREADY;
	struct sriov_error *change;

	if (driver == lane->count || !was_so || outcome->error || leaves_choice(&step->change))
		return false;
	change = settings_tell_change(reading, &step->change);
	if (!change)
		return false;
	if (lane->checks > 1 || is_in_use(lane, step->vf_index)) {
		lane_conclude(lane, driver, SRIOV_STEP_RESULT_FAILED, change);
		return false;
	}
	sriov_error_unref(change);
	lane->outcomes[lane->first + driver].is_again = true;
	return true;
}
