/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is known of the host's IOMMU: read by iommu_sysfs.c, iommu_procfs.c and iommu_safety.c,
 * judged by iommu_advice.c. */
#ifndef OBJECT_IOMMU_H
#define OBJECT_IOMMU_H

#include "sriov/iommu.h"

#include "base/object.h"
#include "object/context/context.h"

struct sriov_iommu {
	struct object object;
	struct sriov_string_list *units;
	struct sriov_string_list *evidence;
	char *parameters;
	char *advice;	    /* NULL when it is on */
	const char *wanted; /* a constant, or NULL */
	unsigned int group_count;
	enum sriov_iommu_vendor vendor;
	enum sriov_switch remapping;
	enum sriov_iommu_domain_type domain_type;
	enum sriov_lockdown lockdown;
	enum sriov_module_switch unsafe_interrupts;
	enum sriov_module_switch iommufd_unsafe_interrupts;
	enum sriov_module_switch no_iommu_mode;
	/* Whose processor it is, known only when nothing else tells the vendor. */
	enum sriov_iommu_vendor processor;
	bool is_virtual_machine;
};

/* Fills in the advice and the wanted parameters of one that is off. */
enum sriov_code iommu_advise(struct sriov_iommu *iommu, struct sriov_error **error);

#endif
