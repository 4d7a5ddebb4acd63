/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How many MSI-X vectors a VF has. */
#include <errno.h>
#include <stdio.h>

#include "base/error.h"
#include "object/vf/vf.h"

/* Of the field in the MSI-X capability. */
#define MOST_VECTORS 2048

static bool exists(const struct sriov_device *device)
{
	return tree_exists(&device->context->sysfs, "bus/pci/devices/%s", device->address);
}

/* The driver that is in the way, which may have gone since the kernel saw it. */
static enum sriov_code explain_busy(const struct sriov_vf *vf, const char *label,
				    struct sriov_error **failure)
{
	char driver[NAME_MAX + 1];

	if (device_read_driver(vf->device, driver, NULL) || !driver[0])
		return error_explain(failure, SRIOV_CODE_BUSY,
				     "%s: a driver was bound to it when its MSI-X vectors were to "
				     "be set: try again",
				     label);
	return error_explain(failure, SRIOV_CODE_BUSY,
			     "%s: its MSI-X vectors can be set only while no driver is bound to "
			     "it, and %s is: unbind it first",
			     label, driver);
}

static enum sriov_code explain_unsupported(const struct sriov_vf *vf, const char *label,
					   struct sriov_error **failure)
{
	char driver[NAME_MAX + 1];

	if (device_read_driver(vf->pf->device, driver, NULL) || !driver[0])
		return error_explain(failure, SRIOV_CODE_NO_DRIVER,
				     "%s: cannot set its MSI-X vectors: no driver is bound to the "
				     "PF",
				     label);
	return error_explain(failure, SRIOV_CODE_UNSUPPORTED,
			     "%s: cannot set its MSI-X vectors: the PF's driver %s gives each VF "
			     "a fixed number",
			     label, driver);
}

static enum sriov_code explain(const struct sriov_vf *vf, unsigned int vectors,
			       struct sriov_error **failure)
{
	int number = sriov_error_get_errno(*failure);
	char label[VF_LABEL_SIZE];

	vf_label(vf, label);
	if (!exists(vf->device) || number == ENODEV)
		return error_explain(failure, SRIOV_CODE_GONE, "%s was removed", label);
	if (sriov_error_get_code(*failure) == SRIOV_CODE_TIMEOUT)
		return error_explain(failure, SRIOV_CODE_TIMEOUT,
				     "%s: setting its MSI-X vectors to %u is not over", label,
				     vectors);
	switch (number) {
	case ENOENT:
		return error_explain(failure, SRIOV_CODE_UNSUPPORTED,
				     "%s: cannot set its MSI-X vectors: this kernel is older than "
				     "5.13",
				     label);
	case EBUSY:
		return explain_busy(vf, label, failure);
	case EOPNOTSUPP:
		return explain_unsupported(vf, label, failure);
	case EINVAL:
	case ERANGE:
	case EOVERFLOW:
		return error_explain(failure, SRIOV_CODE_INVALID,
				     "%s: the PF's driver does not give a VF %u MSI-X vectors",
				     label, vectors);
	case ENOSPC:
		return error_explain(failure, SRIOV_CODE_FAILED,
				     "%s: the PF's pool of MSI-X vectors has no %u left: give "
				     "other VFs fewer",
				     label, vectors);
	case EACCES:
	case EPERM:
	case EROFS:
		return error_explain(failure, SRIOV_CODE_FORBIDDEN,
				     "%s: cannot set its MSI-X vectors: that takes root and a "
				     "writable sysfs",
				     label);
	default:
		return error_explain(failure, sriov_error_get_code(*failure),
				     "%s: cannot set its MSI-X vectors to %u", label, vectors);
	}
}

EXPORT enum sriov_code sriov_vf_set_msix_count(struct sriov_vf *vf, unsigned int vectors,
					       struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char text[16];

	if (!vf)
		return error_null(error, "vf");
	if (!vf->device)
		return error_set(error, SRIOV_CODE_INVALID,
				 "VF %u of %s could not be read, so nothing can be set on it",
				 vf->index, vf->pf->device->address);
	if (vectors > MOST_VECTORS)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u MSI-X vectors are more than a function can have, which is %u",
				 vectors, MOST_VECTORS);
	snprintf(text, sizeof(text), "%u", vectors);
	if (!tree_write(&vf->device->context->sysfs, text, &failure,
			"bus/pci/devices/%s/sriov_vf_msix_count", vf->device->address))
		return SRIOV_CODE_OK;
	explain(vf, vectors, &failure);
	error_set_device(&failure, vf->pf->device->address);
	error_set_vf(&failure, vf->index);
	return error_move(error, &failure);
}
