/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The groups of devices that were read already. */
#ifndef OBJECT_IOMMU_GROUP_H
#define OBJECT_IOMMU_GROUP_H

#include "sriov/iommu_group.h"

#include "object/context.h"

/*
 * The group of this number with these devices in order, which are not read again. Other members
 * are only judged. It is made in any case: members that cannot be told are an obstacle.
 */
enum sriov_code iommu_group_make(struct sriov_context *context, int number,
				 struct sriov_device_list *devices,
				 struct sriov_iommu_group **group, struct sriov_error **error);

/* All groups that these devices say they are in, by number. */
enum sriov_code iommu_group_list_of(struct sriov_context *context,
				    const struct sriov_device_list *devices,
				    struct sriov_iommu_group_list **list,
				    struct sriov_error **error);

#endif
