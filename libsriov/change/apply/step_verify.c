/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the kernel tells of a step that it was asked for. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "change/apply/run.h"
#include "change/state/vf_state.h"
#include "object/device/vfio_driver.h"
#include "object/holder/holder.h"
#include "object/holder/vf_count.h"
#include "object/vf/vf.h"

static enum sriov_code verify_autoprobe(const struct lane *lane, const struct sriov_step *step,
					struct sriov_error **error)
{
	uint64_t now;
	enum sriov_code code =
		tree_read_number(&lane->run->context->sysfs, 10, 1, &now, error,
				 "bus/pci/devices/%s/sriov_drivers_autoprobe", step->address);

	if (!code && now != step->enable)
		code = error_set(error, SRIOV_CODE_BUSY,
				 "%s: it is %d again: somebody else set it at the same time",
				 step->description, (int)now);
	return code;
}

static enum sriov_code verify_count(const struct lane *lane, const struct sriov_step *step,
				    struct sriov_error **error)
{
	unsigned int made;
	enum sriov_code code = pf_count_vfs(lane->pf, &made, error);

	if (code || made == step->count)
		return code;
	return error_set(error, made < step->count ? SRIOV_CODE_PARTIAL : SRIOV_CODE_BUSY,
			 "%s: no error was reported, but it has %u VF%s", step->description, made,
			 made == 1 ? "" : "s");
}

/* drivers_probe reports success when no driver took the device: the link tells. */
static enum sriov_code verify_driver(const struct lane *lane, const struct sriov_step *step,
				     const char *vf, struct sriov_error **error)
{
	const struct tree *sysfs = &lane->run->context->sysfs;
	char now[NAME_MAX + 1];
	bool good;
	enum sriov_code code =
		tree_read_link_if_any(sysfs, now, error, "bus/pci/devices/%s/driver", vf);

	if (code)
		return code;
	good = strcmp(step->to_driver, VF_DRIVER_NATIVE) ? !strcmp(now, step->to_driver)
							 : now[0] && !driver_is_vfio(now);
	if (good)
		return SRIOV_CODE_OK;
	error_set(error, SRIOV_CODE_UNSUPPORTED,
		  "%s: the kernel reported no error, but %s is on %s; %s", step->description, vf,
		  now[0] ? now : "no driver",
		  driver_is_vfio(step->to_driver) &&
				  !tree_exists(sysfs, "bus/pci/devices/%s/iommu_group", vf)
			  ? "it is in no IOMMU group, so VFIO does not take it"
			  : "its log may say why");
	error_set_vf(error, step->vf_index);
	return SRIOV_CODE_UNSUPPORTED;
}

enum sriov_code step_verify(const struct lane *lane, const struct sriov_step *step, const char *vf,
			    struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	switch (step->kind) {
	case SRIOV_STEP_KIND_SET_AUTOPROBE:
		code = verify_autoprobe(lane, step, error);
		break;
	case SRIOV_STEP_KIND_REMOVE_VFS:
	case SRIOV_STEP_KIND_MAKE_VFS:
		code = verify_count(lane, step, error);
		break;
	case SRIOV_STEP_KIND_SET_DRIVER:
		code = verify_driver(lane, step, vf, error);
		break;
	case SRIOV_STEP_KIND_SET_MSIX_COUNT:
	case SRIOV_STEP_KIND_SET_VF:
	case SRIOV_STEP_KIND_LOAD_MODULE:
	case SRIOV_STEP_KIND_UNKNOWN:
		break;
	}
	if (code)
		error_set_device(error, lane->pf->device->address);
	return code;
}

/* --- Refusals --------------------------------------------------------------------------------- */

static bool is_count(const struct sriov_step *step)
{
	return step->kind == SRIOV_STEP_KIND_MAKE_VFS || step->kind == SRIOV_STEP_KIND_REMOVE_VFS;
}

static void explain(const struct lane *lane, const struct sriov_step *step, int number,
		    struct sriov_error **failure)
{
	enum sriov_code code = number ? error_code_of(number) : SRIOV_CODE_FAILED;

	if (!tree_exists(&lane->run->context->sysfs, "bus/pci/devices/%s",
			 lane->pf->device->address))
		error_explain(failure, SRIOV_CODE_GONE, "%s: the device was removed",
			      step->description);
	else if (number == EOWNERDEAD)
		error_explain(failure, code,
			      "%s: the process that did it was killed, so what came of it is not "
			      "known",
			      step->description);
	else if (is_count(step))
		vf_count_explain(lane->pf, step->count, number, failure);
	else if (code == SRIOV_CODE_FORBIDDEN)
		error_explain(failure, code, "%s: that takes root and a writable sysfs",
			      step->description);
	else
		error_explain(failure, code, "%s: the kernel refused it", step->description);
}

enum sriov_code step_explain(const struct lane *lane, const struct sriov_step *step,
			     const struct task_write *write, int number, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/%s", lane->run->context->sysfs.root, write->path);
	error_set_system(&failure, number, "write", path, "write \"%.*s\" to %s",
			 (int)strcspn(write->text, "\n"), write->text, path);
	explain(lane, step, number, &failure);
	error_set_device(&failure, lane->pf->device->address);
	if (step->vf_index <= UINT16_MAX)
		error_set_vf(&failure, step->vf_index);
	return error_move(error, &failure);
}

/* Looks at what does not block alone: where the descriptors of processes lead to. */
static bool find_holder(const struct lane *lane, const struct sriov_step *step,
			char label[HOLDER_LABEL_SIZE + 64])
{
	CLEANUP(holdings_clear) struct holdings holdings = {0};
	const struct sriov_holder *holder = NULL;
	char text[HOLDER_LABEL_SIZE];
	struct sriov_vf *vf;

	if (holdings_read(lane->run->context, &holdings, NULL))
		return false;
	for (size_t i = 0; !holder && (vf = sriov_vf_list_get(lane->vfs, i)); i++) {
		struct sriov_holder_list *holders;

		if (!vf->device || (step->vf_index <= UINT16_MAX && vf->index != step->vf_index) ||
		    holdings_select(&holdings, vf->device, &holders, NULL))
			continue;
		holder = holder_find_certain(holders);
		if (holder) {
			holder_label(holder, text);
			snprintf(label, HOLDER_LABEL_SIZE + 64, "VF %u (%s) is held by %s",
				 vf->index, vf->device->address, text);
		}
		sriov_holder_list_unref(holders);
	}
	return holder != NULL;
}

enum sriov_code step_explain_stuck(const struct lane *lane, const struct sriov_step *step,
				   const struct task_write *write, uint64_t ms,
				   struct sriov_error **error)
{
	char path[PATH_MAX], label[HOLDER_LABEL_SIZE + 64];
	bool is_held = find_holder(lane, step, label);

	snprintf(path, sizeof(path), "%s/%s", lane->run->context->sysfs.root, write->path);
	error_set_system(error, ETIMEDOUT, "write", path, "write \"%.*s\" to %s",
			 (int)strcspn(write->text, "\n"), write->text, path);
	error_explain(error, SRIOV_CODE_TIMEOUT,
		      "%s: it is not over after %llu.%llu s, and goes on in the kernel%s%s",
		      step->description, (unsigned long long)(ms / 1000),
		      (unsigned long long)(ms % 1000 / 100), is_held ? ": " : "",
		      is_held ? label : "");
	error_set_device(error, lane->pf->device->address);
	if (step->vf_index <= UINT16_MAX)
		error_set_vf(error, step->vf_index);
	return SRIOV_CODE_TIMEOUT;
}
