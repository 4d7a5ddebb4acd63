/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The reading of what tells of the IOMMU, and the noting of it as evidence.
 *
 * All but the groups may be missing, hidden as in a container, or forbidden: that is evidence then,
 * and no error.
 */
#ifndef OBJECT_IOMMU_READING_H
#define OBJECT_IOMMU_READING_H

#include "base/error.h"
#include "base/string_list.h"
#include "kernel/tree.h"
#include "object/iommu/iommu.h"

struct iommu_reading {
	struct sriov_context *context;
	const struct tree *sysfs;
	const struct tree *procfs; /* NULL when there is none */
	struct sriov_iommu *iommu;
	bool failed; /* for want of memory, looked at in the end */
};

/* One sentence of evidence. */
PRINTF_LIKE(2, 3) void iommu_tell(struct iommu_reading *reading, const char *format, ...);

/* Something could not be read. */
void iommu_tell_failure(struct iommu_reading *reading, const struct sriov_error *failure);

bool iommu_begins(const char *text, const char *beginning);

enum sriov_code iommu_read_sysfs(struct iommu_reading *reading, struct sriov_error **error);
void iommu_read_procfs(struct iommu_reading *reading);

/* Comes last: it wants the kernel's parameters. */
void iommu_read_safety(struct iommu_reading *reading);

#endif
