/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/iommu/iommu.h"

#include <stdlib.h>

#include "base/error.h"
#include "object/iommu/iommu_reading.h"

OBJECT_REFERENCES(iommu)

static void destroy(void *object)
{
	struct sriov_iommu *iommu = object;

	sriov_string_list_unref(iommu->units);
	sriov_string_list_unref(iommu->evidence);
	free(iommu->parameters);
	free(iommu->advice);
}

/* All but the advice; lists and texts are there when it succeeds. */
static enum sriov_code read_state(struct sriov_context *context, struct sriov_iommu *iommu,
				  struct sriov_error **error)
{
	struct iommu_reading reading = {
		.context = context,
		.sysfs = &context->sysfs,
		.iommu = iommu,
	};
	enum sriov_code code;

	iommu->vendor = SRIOV_IOMMU_VENDOR_UNKNOWN;
	iommu->processor = SRIOV_IOMMU_VENDOR_UNKNOWN;
	iommu->remapping = SRIOV_SWITCH_UNKNOWN;
	iommu->domain_type = SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN;
	iommu->lockdown = SRIOV_LOCKDOWN_UNKNOWN;
	iommu->evidence = string_list_new();
	if (!iommu->evidence)
		return error_no_memory(error);
	code = iommu_read_sysfs(&reading, error);
	if (code)
		return code;
	iommu_read_procfs(&reading);
	if (!reading.failed)
		iommu_read_safety(&reading);
	return reading.failed ? error_no_memory(error) : SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_iommu_open(struct sriov_context *context, struct sriov_iommu **iommu,
					struct sriov_error **error)
{
	struct sriov_iommu *made;
	enum sriov_code code;

	if (!iommu)
		return error_null(error, "iommu");
	*iommu = NULL;
	if (!context)
		return error_null(error, "context");
	made = object_new(sizeof(*made), destroy);
	if (!made)
		return error_no_memory(error);
	code = read_state(context, made, error);
	if (!code && !sriov_iommu_is_enabled(made))
		code = iommu_advise(made, error);
	if (code)
		sriov_iommu_unref(made);
	else
		*iommu = made;
	return code;
}

EXPORT bool sriov_iommu_is_enabled(const struct sriov_iommu *iommu)
{
	return iommu && iommu->group_count > 0;
}

EXPORT enum sriov_iommu_vendor sriov_iommu_get_vendor(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->vendor : SRIOV_IOMMU_VENDOR_UNKNOWN;
}

EXPORT unsigned int sriov_iommu_get_group_count(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->group_count : 0;
}

EXPORT enum sriov_switch sriov_iommu_get_interrupt_remapping(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->remapping : SRIOV_SWITCH_UNKNOWN;
}

EXPORT const struct sriov_string_list *sriov_iommu_get_units(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->units : NULL;
}

EXPORT const char *sriov_iommu_get_parameters(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->parameters : "";
}

EXPORT const char *sriov_iommu_get_advice(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->advice : NULL;
}

EXPORT const char *sriov_iommu_get_wanted_parameters(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->wanted : NULL;
}

EXPORT const struct sriov_string_list *sriov_iommu_get_evidence(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->evidence : NULL;
}
