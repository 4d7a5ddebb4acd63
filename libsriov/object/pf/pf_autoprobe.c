/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of a PF is set before its VFs are made: who gets them, and how many vectors they share. */
#include <limits.h>
#include <string.h>

#include "base/error.h"
#include "object/pf/pf.h"

#define AUTOPROBE "sriov_drivers_autoprobe"
#define POOL	  "sriov_vf_total_msix"

/* A file of the PF that is missing or refused, in the words of a person who wants to know why. */
static enum sriov_code explain(const struct sriov_pf *pf, const char *what, const char *since,
			       struct sriov_error **failure, struct sriov_error **error)
{
	const struct sriov_device *device = pf->device;
	enum sriov_code code = sriov_error_get_code(*failure);
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
	if (!tree_exists(&device->context->sysfs, "bus/pci/devices/%s", device->address))
		error_explain(failure, SRIOV_CODE_GONE, "%s was removed", label);
	else if (code == SRIOV_CODE_NOT_FOUND)
		error_explain(failure, SRIOV_CODE_UNSUPPORTED,
			      "%s: cannot %s: this kernel is older than %s", label, what, since);
	else if (code == SRIOV_CODE_FORBIDDEN)
		error_explain(failure, code, "%s: cannot %s: that takes root and a writable sysfs",
			      label, what);
	else if (code == SRIOV_CODE_TIMEOUT)
		error_explain(failure, code, "%s: asked the kernel to %s, which is not over", label,
			      what);
	else
		error_explain(failure, code, "%s: cannot %s", label, what);
	error_set_device(failure, device->address);
	return error_move(error, failure);
}

EXPORT enum sriov_code sriov_pf_read_autoprobe(struct sriov_pf *pf, bool *enabled,
					       struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	uint64_t number;

	if (!enabled)
		return error_null(error, "enabled");
	*enabled = false;
	if (!pf)
		return error_null(error, "pf");
	if (tree_read_number(&pf->device->context->sysfs, 10, 1, &number, &failure,
			     "bus/pci/devices/%s/" AUTOPROBE, pf->device->address))
		return explain(pf, "read whether new VFs get drivers", "4.12", &failure, error);
	*enabled = number;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_pf_set_autoprobe(struct sriov_pf *pf, bool enable,
					      struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char label[PF_LABEL_SIZE];
	enum sriov_code code;
	bool now;

	if (!pf)
		return error_null(error, "pf");
	if (tree_write(&pf->device->context->sysfs, enable ? "1" : "0", &failure,
		       "bus/pci/devices/%s/" AUTOPROBE, pf->device->address))
		return explain(pf, "set whether new VFs get drivers", "4.12", &failure, error);
	code = sriov_pf_read_autoprobe(pf, &now, error);
	if (code || now == enable)
		return code;
	pf_label(pf, label);
	error_set(error, SRIOV_CODE_BUSY,
		  "%s: whether new VFs get drivers was set to %d, and is %d: somebody else set it "
		  "at the same time",
		  label, enable, now);
	error_set_device(error, pf->device->address);
	return SRIOV_CODE_BUSY;
}

/* To the kernel, a driver without such a pool and no driver at all are both 0. */
static enum sriov_code explain_no_pool(const struct sriov_pf *pf, struct sriov_error **error)
{
	char label[PF_LABEL_SIZE], driver[NAME_MAX + 1];
	enum sriov_code code = device_read_driver(pf->device, driver, error);

	if (code)
		return code;
	pf_label(pf, label);
	code = driver[0] ? SRIOV_CODE_UNSUPPORTED : SRIOV_CODE_NO_DRIVER;
	if (driver[0])
		error_set(error, code,
			  "%s: its driver %s has no pool of MSI-X vectors for VFs: each has a "
			  "fixed number",
			  label, driver);
	else
		error_set(error, code,
			  "%s: its pool of MSI-X vectors is not known: no driver is bound to it",
			  label);
	error_set_device(error, pf->device->address);
	return code;
}

EXPORT enum sriov_code sriov_pf_read_vf_msix_pool(struct sriov_pf *pf, unsigned int *vectors,
						  struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	uint64_t number;

	if (!vectors)
		return error_null(error, "vectors");
	*vectors = 0;
	if (!pf)
		return error_null(error, "pf");
	if (tree_read_locked_number(&pf->device->context->sysfs, UINT_MAX, &number, &failure,
				    "bus/pci/devices/%s/" POOL, pf->device->address))
		return explain(pf, "read its pool of MSI-X vectors", "5.13", &failure, error);
	*vectors = (unsigned int)number;
	return number ? SRIOV_CODE_OK : explain_no_pool(pf, error);
}
