/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A group as it was read, and the parts of its reading. */
#ifndef OBJECT_IOMMU_GROUP_H
#define OBJECT_IOMMU_GROUP_H

#include "sriov/iommu_group.h"

#include "base/object.h"
#include "base/string_list.h"
#include "object/context/context.h"
#include "object/iommu/viability.h"

/* What spoils the group by one rule: devices and their drivers side by side, and the sentence. */
struct obstacle {
	struct sriov_string_list *devices;
	struct sriov_string_list *drivers;
	char *sentence;
};

struct sriov_iommu_group {
	struct object object;
	struct sriov_context *context;
	struct sriov_error *error;
	int number;
	char *type;
	char *name;
	struct sriov_device_list *devices;
	/* The names of members that are on no PCI bus. */
	struct sriov_string_list *others;
	enum sriov_viability_rule rule;
	struct obstacle obstacles[VIABILITY_RULES];
};

/* The rule of the running kernel. */
enum sriov_viability_rule iommu_group_read_rule(struct sriov_context *context);

/* Judges the members of a group that is read but for that. */
enum sriov_code iommu_group_judge(struct sriov_iommu_group *group, struct sriov_error **error);
void iommu_group_clear_obstacle(struct obstacle *obstacle);

/* By the kernel's word; unknown for NULL and for other words. */
enum sriov_iommu_domain_type iommu_domain_type_of(const char *word);

/*
 * The group of this number for a list, with its error when it cannot be read. NULL when there is no
 * memory.
 */
struct sriov_iommu_group *iommu_group_read_for_list(struct sriov_context *context, int number,
						    enum sriov_viability_rule rule);

/*
 * The group of this number with these devices in order, which are not read again. Other members
 * are only judged. It is made in any case: members that cannot be told are its error.
 */
enum sriov_code iommu_group_make(struct sriov_context *context, int number,
				 enum sriov_viability_rule rule, struct sriov_device_list *devices,
				 struct sriov_iommu_group **group, struct sriov_error **error);

/* All groups that these devices say they are in, by number. */
enum sriov_code iommu_group_list_of(struct sriov_context *context,
				    const struct sriov_device_list *devices,
				    struct sriov_iommu_group_list **list,
				    struct sriov_error **error);

#endif
