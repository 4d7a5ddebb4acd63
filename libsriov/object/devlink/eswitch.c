/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/eswitch.h"

#include <errno.h>

#include "base/error.h"
#include "object/devlink/devlink.h"
#include "object/pf/pf.h"

struct sriov_eswitch {
	struct object object;
	struct devlink_eswitch facts;
};

OBJECT_REFERENCES(eswitch)

static const char *const mode_names[] = {
	[SRIOV_ESWITCH_MODE_LEGACY] = "legacy",
	[SRIOV_ESWITCH_MODE_SWITCHDEV] = "switchdev",
	[SRIOV_ESWITCH_MODE_SWITCHDEV_INACTIVE] = "switchdev_inactive",
};

static enum sriov_code read_facts(const struct sriov_pf *pf, struct devlink_eswitch *facts,
				  struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct devlink_target target;
	char label[PF_LABEL_SIZE];
	enum sriov_code code = devlink_find(pf->device, &target, &failure);

	pf_label(pf, label);
	if (!code)
		code = devlink_read_eswitch(target.devlink, &target.handle, facts, &failure);
	if (code)
		return devlink_explain(pf->device, label, "read the mode of its switch", &failure,
				       error);
	if (facts->mode >= 0)
		return code;
	/* It has devlink, for other things. */
	error_set(error, SRIOV_CODE_UNSUPPORTED, "%s: its driver %s has no modes of a switch",
		  label, pf->device->driver ? pf->device->driver : "?");
	error_set_device(error, pf->device->address);
	return SRIOV_CODE_UNSUPPORTED;
}

EXPORT enum sriov_code sriov_pf_read_eswitch(struct sriov_pf *pf, struct sriov_eswitch **eswitch,
					     struct sriov_error **error)
{
	struct devlink_eswitch facts;
	enum sriov_code code;

	if (!eswitch)
		return error_null(error, "eswitch");
	*eswitch = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = read_facts(pf, &facts, error);
	if (code)
		return code;
	*eswitch = object_new(sizeof(**eswitch), NULL);
	if (!*eswitch)
		return error_no_memory(error);
	(*eswitch)->facts = facts;
	return SRIOV_CODE_OK;
}

static enum sriov_code change(const struct sriov_pf *pf, enum sriov_eswitch_mode mode,
			      struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct devlink_target target;
	char label[PF_LABEL_SIZE];
	enum sriov_code code = devlink_find(pf->device, &target, &failure);
	int number;

	pf_label(pf, label);
	log_add(&pf->device->context->log, SRIOV_LOG_LEVEL_INFO, "%s: set its switch to %s", label,
		mode_names[mode]);
	if (!code)
		code = devlink_set_eswitch_mode(target.devlink, &target.handle, (int)mode,
						&failure);
	if (!code)
		return code;
	number = sriov_error_get_errno(failure);
	/* What the kernel or the driver says to a mode that it has never heard of. */
	if (mode == SRIOV_ESWITCH_MODE_SWITCHDEV_INACTIVE && code == SRIOV_CODE_FAILED &&
	    (number == EINVAL || number == ERANGE))
		error_explain(&failure, SRIOV_CODE_UNSUPPORTED, "there is no such mode here");
	error_set_attribute(&failure, "DEVLINK_ATTR_ESWITCH_MODE");
	return devlink_explain(pf->device, label, "set the mode of its switch", &failure, error);
}

static enum sriov_code verify(const struct sriov_pf *pf, enum sriov_eswitch_mode mode,
			      struct sriov_error **error)
{
	struct devlink_eswitch facts;
	char label[PF_LABEL_SIZE];
	enum sriov_code code = read_facts(pf, &facts, error);

	if (code || facts.mode == (int)mode)
		return code;
	pf_label(pf, label);
	error_set(error, SRIOV_CODE_BUSY,
		  "%s: the mode of its switch was set to %s, and is %d: somebody else set it at "
		  "the same time",
		  label, mode_names[mode], facts.mode);
	error_set_device(error, pf->device->address);
	return SRIOV_CODE_BUSY;
}

EXPORT enum sriov_code sriov_pf_set_eswitch_mode(struct sriov_pf *pf, enum sriov_eswitch_mode mode,
						 struct sriov_error **error)
{
	struct devlink_eswitch facts;
	enum sriov_code code;

	if (!pf)
		return error_null(error, "pf");
	if ((int)mode < 0 || (size_t)mode >= ARRAY_SIZE(mode_names))
		return error_set(error, SRIOV_CODE_INVALID,
				 "%d is no mode of a switch that can be set", (int)mode);
	code = tree_check_overdue(&pf->device->context->sysfs, pf->device->address, error);
	if (!code)
		code = read_facts(pf, &facts, error);
	if (code || facts.mode == (int)mode)
		return code;
	code = change(pf, mode, error);
	return code ? code : verify(pf, mode, error);
}

EXPORT enum sriov_eswitch_mode sriov_eswitch_get_mode(const struct sriov_eswitch *eswitch)
{
	int mode = eswitch ? eswitch->facts.mode : -1;

	return mode > SRIOV_ESWITCH_MODE_SWITCHDEV_INACTIVE ? SRIOV_ESWITCH_MODE_UNKNOWN
							    : (enum sriov_eswitch_mode)mode;
}

EXPORT enum sriov_eswitch_inline_mode
sriov_eswitch_get_inline_mode(const struct sriov_eswitch *eswitch)
{
	int mode = eswitch ? eswitch->facts.inline_mode : -1;

	return mode > SRIOV_ESWITCH_INLINE_MODE_TRANSPORT ? SRIOV_ESWITCH_INLINE_MODE_UNKNOWN
							  : (enum sriov_eswitch_inline_mode)mode;
}

EXPORT enum sriov_switch sriov_eswitch_get_encapsulation(const struct sriov_eswitch *eswitch)
{
	int told = eswitch ? eswitch->facts.encapsulation : -1;

	return told > SRIOV_SWITCH_ON ? SRIOV_SWITCH_UNKNOWN : (enum sriov_switch)told;
}
