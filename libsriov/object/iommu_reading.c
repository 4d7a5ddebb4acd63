/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/iommu_reading.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

void iommu_tell(struct iommu_reading *reading, const char *format, ...)
{
	CLEANUP(text_clear) struct text text = {0};
	va_list arguments;

	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	reading->failed |= text.failed || !string_list_add(reading->iommu->evidence, text.data);
}

void iommu_tell_failure(struct iommu_reading *reading, const struct sriov_error *failure)
{
	iommu_tell(reading, "cannot %s", sriov_error_get_message(failure));
}

bool iommu_begins(const char *text, const char *beginning)
{
	return !strncmp(text, beginning, strlen(beginning));
}

enum sriov_code iommu_read(struct sriov_context *context, struct sriov_iommu *iommu,
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
	iommu->evidence = string_list_new();
	if (!iommu->evidence)
		return error_no_memory(error);
	code = iommu_read_sysfs(&reading, error);
	if (code)
		return code;
	iommu_read_procfs(&reading);
	return reading.failed ? error_no_memory(error) : SRIOV_CODE_OK;
}
