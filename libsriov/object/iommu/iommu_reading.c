/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/iommu/iommu_reading.h"

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
