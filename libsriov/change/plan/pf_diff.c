/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/plan/pf_diff.h"

#include <string.h>

#include "base/error.h"
#include "object/device/vfio_driver.h"
#include "object/settings/vf_change_compare.h"

struct diff {
	const struct sriov_pf *pf;
	const struct sriov_pf_state *now;
	const struct sriov_pf_state *target;
	struct sriov_step_list *steps;
	bool is_made_anew;
	bool is_open; /* new VFs get drivers by themselves, after the steps so far */
	struct sriov_error **error;
};

/* What is told of a VF now; NULL of one that is made by these steps. */
static const struct sriov_vf_state *find_now(const struct diff *diff, unsigned int index)
{
	return diff->is_made_anew ? NULL : pf_state_find_vf(diff->now, index);
}

/* --- Settings --------------------------------------------------------------------------------- */

static enum sriov_code add_setting(const struct diff *diff, const struct sriov_vf_state *vf,
				   const struct sriov_vf_state *now, const struct vf_change *to,
				   bool is_told)
{
	struct vf_change from;

	if (!is_told)
		return step_add_setting(diff->steps, diff->pf, NULL, to, !now, diff->error);
	from = vf_change_from_facts(to, &now->facts);
	if (vf_change_is_same(to, &from))
		return SRIOV_CODE_OK;
	from.vf_index = vf->index;
	return step_add_setting(diff->steps, diff->pf, &from, to, false, diff->error);
}

/* They go together: the kernel takes a rate that is not given for 0. */
static enum sriov_code add_rates(const struct diff *diff, const struct sriov_vf_state *vf,
				 const struct sriov_vf_state *now)
{
	struct vf_change to = {.vf_index = vf->index, .setting = SRIOV_VF_SETTING_RATES};
	bool says_min = vf_state_says(vf, SRIOV_VF_SETTING_MIN_RATE),
	     says_max = vf_state_says(vf, SRIOV_VF_SETTING_MAX_RATE);

	if (!says_min && !says_max)
		return SRIOV_CODE_OK;
	to.rates.min_mbps = says_min ? vf->facts.min_rate_mbps : now ? now->facts.min_rate_mbps : 0;
	to.rates.max_mbps = says_max ? vf->facts.max_rate_mbps : now ? now->facts.max_rate_mbps : 0;
	return add_setting(diff, vf, now, &to, now);
}

static enum sriov_code add_settings(const struct diff *diff, const struct sriov_vf_state *vf)
{
	const struct sriov_vf_state *now = find_now(diff, vf->index);
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && i < vf_state_setting_count; i++) {
		struct vf_change to = {.vf_index = vf->index, .setting = vf_state_settings[i]};

		if (to.setting == SRIOV_VF_SETTING_MIN_RATE)
			code = add_rates(diff, vf, now);
		if (to.setting == SRIOV_VF_SETTING_MIN_RATE ||
		    to.setting == SRIOV_VF_SETTING_MAX_RATE || !vf_state_says(vf, to.setting))
			continue;
		to = vf_change_from_facts(&to, &vf->facts);
		code = add_setting(diff, vf, now, &to, now && vf_state_says(now, to.setting));
	}
	return code;
}

/* --- Drivers ---------------------------------------------------------------------------------- */

/* The kernel chooses the driver, which it does only while new VFs get drivers by themselves. */
static bool is_kernels_choice(const struct sriov_vf_state *vf)
{
	return vf->driver && !strcmp(vf->driver, VF_DRIVER_NATIVE);
}

static struct step_driver driver_of(const struct sriov_vf_state *vf)
{
	struct step_driver driver = {.name = "", .override = ""};

	if (vf->driver && strcmp(vf->driver, VF_DRIVER_NONE) != 0)
		driver.name = vf->driver;
	/* One on VFIO keeps it, so that nothing else takes the VF meanwhile. */
	if (vf->override)
		driver.override = vf->override;
	else if (driver_is_vfio(driver.name))
		driver.override = driver.name;
	return driver;
}

static bool is_same_override(const struct sriov_vf_state *one, const struct sriov_vf_state *other)
{
	return !one->override || !other->override || !strcmp(one->override, other->override);
}

static enum sriov_code add_driver(const struct diff *diff, const struct sriov_vf_state *vf)
{
	const struct sriov_vf_state *now = find_now(diff, vf->index);
	struct step_driver from, to = driver_of(vf);

	if (!vf->driver)
		return SRIOV_CODE_OK;
	if (!now) {
		if (!to.name[0] && !to.override[0])
			return SRIOV_CODE_OK;
		return step_add_driver(diff->steps, diff->pf, vf->index, NULL, &to, diff->error);
	}
	from = driver_of(now);
	if (!strcmp(from.name, to.name) && is_same_override(now, vf))
		return SRIOV_CODE_OK;
	return step_add_driver(diff->steps, diff->pf, vf->index, &from, &to, diff->error);
}

/* The kernel changes them while no driver is bound alone. */
static enum sriov_code add_vectors(const struct diff *diff, const struct sriov_vf_state *vf)
{
	const struct sriov_vf_state *now = find_now(diff, vf->index);
	struct step_driver from, none = {.name = "", .override = ""};
	enum sriov_code code = SRIOV_CODE_OK;

	if (!vf->vectors || (now && now->vectors == vf->vectors))
		return code;
	from = now ? driver_of(now) : none;
	if (from.name[0])
		code = step_add_driver(diff->steps, diff->pf, vf->index, &from, &none, diff->error);
	if (!code)
		code = step_add_msix_count(diff->steps, diff->pf, vf->index, now ? now->vectors : 0,
					   vf->vectors, !now, diff->error);
	if (!code && from.name[0] && vf->driver && !is_kernels_choice(vf)) {
		struct step_driver to = driver_of(vf);

		if (to.name[0])
			code = step_add_driver(diff->steps, diff->pf, vf->index, &none, &to,
					       diff->error);
	}
	return code;
}

/* --- The whole -------------------------------------------------------------------------------- */

/* Of a kind for all VFs, then of the next one: what is of one kind can be done side by side. */
static enum sriov_code for_each_vf(const struct diff *diff,
				   enum sriov_code (*add)(const struct diff *diff,
							  const struct sriov_vf_state *vf))
{
	const struct sriov_vf_state *vf;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && (vf = sriov_vf_state_list_get(diff->target->vfs, i)); i++)
		code = add(diff, vf);
	return code;
}

static enum sriov_code add_kernels_choice(const struct diff *diff, const struct sriov_vf_state *vf)
{
	return is_kernels_choice(vf) ? add_driver(diff, vf) : SRIOV_CODE_OK;
}

static bool has_kernels_choice(const struct diff *diff)
{
	const struct sriov_vf_state *vf;

	for (size_t i = 0; (vf = sriov_vf_state_list_get(diff->target->vfs, i)); i++)
		if (is_kernels_choice(vf))
			return true;
	return false;
}

/* Those with other vectors are unbound for that and bound again. */
static enum sriov_code add_driver_once(const struct diff *diff, const struct sriov_vf_state *vf)
{
	const struct sriov_vf_state *now = find_now(diff, vf->index);
	bool done = now && vf->vectors && now->vectors != vf->vectors && driver_of(now).name[0];

	done |= is_kernels_choice(vf);
	return done ? SRIOV_CODE_OK : add_driver(diff, vf);
}

static enum sriov_code add_count(const struct diff *diff)
{
	enum sriov_code code = SRIOV_CODE_OK;

	if (!diff->is_made_anew)
		return code;
	if (diff->now->count)
		code = step_add_remove(diff->steps, diff->pf, diff->now->count, diff->error);
	if (!code && diff->target->count)
		code = step_add_make(diff->steps, diff->pf, diff->target->count, diff->error);
	return code;
}

static enum sriov_code set_autoprobe(struct diff *diff, bool enable)
{
	/* Old kernels have no such switch. */
	if (diff->is_open == enable || diff->now->autoprobe == SRIOV_SWITCH_UNKNOWN)
		return SRIOV_CODE_OK;
	diff->is_open = enable;
	return step_add_autoprobe(diff->steps, diff->pf, enable, diff->error);
}

enum sriov_code pf_diff(const struct sriov_pf *pf, const struct sriov_pf_state *now,
			const struct sriov_pf_state *target, struct sriov_step_list *steps,
			struct sriov_error **error)
{
	struct diff diff = {
		.pf = pf,
		.now = now,
		.target = target,
		.steps = steps,
		.is_made_anew = now->count != target->count,
		.is_open = now->autoprobe == SRIOV_SWITCH_ON,
		.error = error,
	};
	enum sriov_code code = SRIOV_CODE_OK;

	if (diff.is_made_anew && target->count)
		code = set_autoprobe(&diff, false);
	if (!code)
		code = add_count(&diff);
	if (!code)
		code = for_each_vf(&diff, add_settings);
	if (!code)
		code = for_each_vf(&diff, add_vectors);
	if (!code)
		code = for_each_vf(&diff, add_driver_once);
	if (!code && has_kernels_choice(&diff))
		code = set_autoprobe(&diff, true);
	if (!code)
		code = for_each_vf(&diff, add_kernels_choice);
	if (!code && target->autoprobe != SRIOV_SWITCH_UNKNOWN)
		code = set_autoprobe(&diff, target->autoprobe == SRIOV_SWITCH_ON);
	return code;
}
