/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Steps and what is told of them. Those of settings are in step_setting.c. */
#include "change/plan/step_make.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sriov/vf_changes.h"

#include "base/error.h"
#include "base/text.h"

static void destroy(void *object)
{
	struct sriov_step *step = object;

	free(step->from_driver);
	free(step->to_driver);
	free(step->override);
	free(step->from);
	free(step->to);
	free(step->description);
	free(step->undo);
	free(step->command);
}

struct sriov_step *step_new(enum sriov_step_kind kind, const struct sriov_pf *pf)
{
	struct sriov_step *step = object_new(sizeof(*step), destroy);

	if (!step)
		return NULL;
	step->kind = kind;
	step->vf_index = SRIOV_VF_INDEX_ALL;
	step->is_reversible = true;
	if (pf)
		snprintf(step->address, sizeof(step->address), "%s", pf->device->address);
	return step;
}

void step_tell(char **field, const char *format, ...)
{
	struct text text = {0};
	va_list arguments;

	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	*field = text_take(&text);
}

enum sriov_code step_add(struct sriov_step_list *steps, struct sriov_step *step,
			 struct sriov_error **error)
{
	bool whole =
		step && step->from && step->to && step->description && step->undo && step->command;

	if (whole && list_add(steps, sriov_step_ref(step))) {
		sriov_step_unref(step);
		return SRIOV_CODE_OK;
	}
	sriov_step_unref(step);
	return error_no_memory(error);
}

/* These drivers reset the PF when they make or remove VFs: its link goes down for a moment. */
static bool resets_itself(const struct sriov_pf *pf)
{
	static const char *const drivers[] = {"igb", "ixgbe", "i40e"};

	for (size_t i = 0; pf->device->driver && i < ARRAY_SIZE(drivers); i++)
		if (!strcmp(pf->device->driver, drivers[i]))
			return true;
	return false;
}

static const char *plural(unsigned int count)
{
	return count == 1 ? "" : "s";
}

enum sriov_code step_add_module(struct sriov_step_list *steps, const char *module,
				struct sriov_error **error)
{
	struct sriov_step *step = step_new(SRIOV_STEP_KIND_LOAD_MODULE, NULL);

	if (!step)
		return error_no_memory(error);
	step->is_reversible = false;
	step->to_driver = strdup(module);
	step_tell(&step->from, "not loaded");
	step_tell(&step->to, "loaded");
	step_tell(&step->description, "load the module %s", module);
	step_tell(&step->undo, "it stays loaded");
	step_tell(&step->command, "modprobe %s", module);
	if (!step->to_driver) {
		sriov_step_unref(step);
		return error_no_memory(error);
	}
	return step_add(steps, step, error);
}

enum sriov_code step_add_autoprobe(struct sriov_step_list *steps, const struct sriov_pf *pf,
				   bool enable, struct sriov_error **error)
{
	struct sriov_step *step = step_new(SRIOV_STEP_KIND_SET_AUTOPROBE, pf);
	char label[PF_LABEL_SIZE];

	if (!step)
		return error_no_memory(error);
	pf_label(pf, label);
	step->enable = enable;
	step_tell(&step->from, "%s", enable ? "off" : "on");
	step_tell(&step->to, "%s", enable ? "on" : "off");
	step_tell(&step->description, "%s: new VFs get %s by themselves", label,
		  enable ? "drivers" : "no drivers");
	step_tell(&step->undo, "it is set back");
	step_tell(&step->command, "echo %d >" STEP_SYSFS "/sriov_drivers_autoprobe", enable,
		  step->address);
	return step_add(steps, step, error);
}

enum sriov_code step_add_remove(struct sriov_step_list *steps, const struct sriov_pf *pf,
				unsigned int count, struct sriov_error **error)
{
	struct sriov_step *step = step_new(SRIOV_STEP_KIND_REMOVE_VFS, pf);
	char label[PF_LABEL_SIZE];

	if (!step)
		return error_no_memory(error);
	pf_label(pf, label);
	step->effect = resets_itself(pf) ? SRIOV_STEP_EFFECT_PF : SRIOV_STEP_EFFECT_ALL_VFS;
	step->is_reversible = false;
	step_tell(&step->from, "%u", count);
	step_tell(&step->to, "0");
	step_tell(&step->description, "%s: remove its %u VF%s", label, count, plural(count));
	step_tell(&step->undo,
		  "as many are made again and set as before; who used one of them has lost it");
	step_tell(&step->command, "echo 0 >" STEP_SYSFS "/sriov_numvfs", step->address);
	return step_add(steps, step, error);
}

enum sriov_code step_add_make(struct sriov_step_list *steps, const struct sriov_pf *pf,
			      unsigned int count, struct sriov_error **error)
{
	struct sriov_step *step = step_new(SRIOV_STEP_KIND_MAKE_VFS, pf);
	char label[PF_LABEL_SIZE];

	if (!step)
		return error_no_memory(error);
	pf_label(pf, label);
	step->effect = resets_itself(pf) ? SRIOV_STEP_EFFECT_PF : SRIOV_STEP_EFFECT_NONE;
	step->count = count;
	step_tell(&step->from, "0");
	step_tell(&step->to, "%u", count);
	step_tell(&step->description, "%s: make %u VF%s", label, count, plural(count));
	step_tell(&step->undo, "they are removed");
	step_tell(&step->command, "echo %u >" STEP_SYSFS "/sriov_numvfs", count, step->address);
	return step_add(steps, step, error);
}

enum sriov_code step_add_msix_count(struct sriov_step_list *steps, const struct sriov_pf *pf,
				    unsigned int vf_index, unsigned int from, unsigned int to,
				    bool is_fresh, struct sriov_error **error)
{
	struct sriov_step *step = step_new(SRIOV_STEP_KIND_SET_MSIX_COUNT, pf);
	char label[PF_LABEL_SIZE];

	if (!step)
		return error_no_memory(error);
	pf_label(pf, label);
	step->vf_index = vf_index;
	step->count = to;
	step->is_fresh = is_fresh;
	step->is_reversible = is_fresh || from;
	if (from)
		step_tell(&step->from, "%u", from);
	else
		step_tell(&step->from, "unknown");
	step_tell(&step->to, "%u", to);
	step_tell(&step->description, "VF %u of %s: give it %u MSI-X vector%s", vf_index, label, to,
		  plural(to));
	step_tell(&step->undo, "%s",
		  is_fresh ? "the VF is removed again"
		  : from   ? "it is set back"
			   : "it stays: what it was cannot be read");
	step_tell(&step->command, "echo %u >" STEP_SYSFS "/virtfn%u/sriov_vf_msix_count", to,
		  step->address, vf_index);
	return step_add(steps, step, error);
}

/* --- Drivers ---------------------------------------------------------------------------------- */

static const char *name(const char *driver)
{
	return driver[0] ? driver : "none";
}

/*
 * The address of a VF that is not made yet is the kernel's to choose: the shell looks it up, and
 * stays where it is.
 */
static void tell_command(struct sriov_step *step)
{
	struct text text = {0};

	text_add(&text, "(cd " STEP_SYSFS "/virtfn%u", step->address, step->vf_index);
	if (step->to_driver[0])
		text_add(&text, " && echo %s >driver_override", step->to_driver);
	if (step->from_driver[0] && strcmp(step->from_driver, step->to_driver) != 0)
		text_add(&text, " && basename $(pwd -P) >driver/unbind");
	if (step->to_driver[0] && strcmp(step->from_driver, step->to_driver) != 0)
		text_add(&text, " && basename $(pwd -P) >/sys/bus/pci/drivers_probe");
	if (!step->override[0])
		text_add(&text, " && echo >driver_override");
	text_add(&text, ")");
	step->command = text_take(&text);
}

static void tell_driver(struct sriov_step *step, const struct sriov_pf *pf, bool is_known)
{
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
	step_tell(&step->from, "%s", is_known ? name(step->from_driver) : "unknown");
	step_tell(&step->to, "%s", name(step->to_driver));
	if (is_known && !strcmp(step->from_driver, step->to_driver))
		step_tell(&step->description, "VF %u of %s: set its driver_override to %s",
			  step->vf_index, label, name(step->override));
	else if (step->to_driver[0])
		step_tell(&step->description, "VF %u of %s: bind it to %s", step->vf_index, label,
			  step->to_driver);
	else
		step_tell(&step->description, "VF %u of %s: take it from its driver",
			  step->vf_index, label);
	step_tell(&step->undo, "%s",
		  is_known ? "it gets its former driver" : "the VF is removed again");
	tell_command(step);
}

enum sriov_code step_add_driver(struct sriov_step_list *steps, const struct sriov_pf *pf,
				unsigned int vf_index, const struct step_driver *from,
				const struct step_driver *to, struct sriov_error **error)
{
	struct sriov_step *step = step_new(SRIOV_STEP_KIND_SET_DRIVER, pf);

	if (!step)
		return error_no_memory(error);
	step->vf_index = vf_index;
	step->is_fresh = !from;
	step->effect = from && from->name[0] ? SRIOV_STEP_EFFECT_VF : SRIOV_STEP_EFFECT_NONE;
	step->from_driver = strdup(from ? from->name : "");
	step->to_driver = strdup(to->name);
	step->override = strdup(to->override);
	if (step->from_driver && step->to_driver && step->override)
		tell_driver(step, pf, from);
	return step_add(steps, step, error);
}
