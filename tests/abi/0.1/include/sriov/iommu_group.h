/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_IOMMU_GROUP_H
#define SRIOV_IOMMU_GROUP_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/device_list.h>
#include <sriov/error.h>
#include <sriov/iommu.h>
#include <sriov/reserved_region.h>
#include <sriov/sharing_reason.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_iommu_group;

struct sriov_iommu_group_list;

struct sriov_iommu_group_list *sriov_iommu_group_list_ref(struct sriov_iommu_group_list *list);

void sriov_iommu_group_list_unref(struct sriov_iommu_group_list *list);

size_t sriov_iommu_group_list_get_count(const struct sriov_iommu_group_list *list);

struct sriov_iommu_group *sriov_iommu_group_list_get(const struct sriov_iommu_group_list *list,
						     size_t position);

enum sriov_viability_rule {
	SRIOV_VIABILITY_RULE_UNKNOWN = -1,
	SRIOV_VIABILITY_RULE_DRIVER_LIST = 0,
	SRIOV_VIABILITY_RULE_DMA_OWNER = 1,
};

enum sriov_code sriov_iommu_group_open(struct sriov_context *context, int number,
				       struct sriov_iommu_group **group,
				       struct sriov_error **error);

struct sriov_iommu_group *sriov_iommu_group_ref(struct sriov_iommu_group *group);

void sriov_iommu_group_unref(struct sriov_iommu_group *group);

const struct sriov_error *sriov_iommu_group_get_error(const struct sriov_iommu_group *group);

int sriov_iommu_group_get_number(const struct sriov_iommu_group *group);

const char *sriov_iommu_group_get_name(const struct sriov_iommu_group *group);

bool sriov_iommu_group_is_no_iommu(const struct sriov_iommu_group *group);

const char *sriov_iommu_group_get_type(const struct sriov_iommu_group *group);

enum sriov_iommu_domain_type
sriov_iommu_group_get_domain_type(const struct sriov_iommu_group *group);

enum sriov_code sriov_iommu_group_set_type(const struct sriov_iommu_group *group,
					   enum sriov_iommu_domain_type type,
					   struct sriov_error **error);

enum sriov_code sriov_iommu_group_list_reserved_regions(const struct sriov_iommu_group *group,
							struct sriov_reserved_region_list **list,
							struct sriov_error **error);

enum sriov_code sriov_iommu_group_list_sharing_reasons(const struct sriov_iommu_group *group,
						       struct sriov_sharing_reason_list **list,
						       struct sriov_error **error);

const struct sriov_device_list *
sriov_iommu_group_get_devices(const struct sriov_iommu_group *group);

enum sriov_viability_rule
sriov_iommu_group_get_viability_rule(const struct sriov_iommu_group *group);

bool sriov_iommu_group_is_viable(const struct sriov_iommu_group *group);

const char *sriov_iommu_group_get_obstacle(const struct sriov_iommu_group *group);

const char *sriov_iommu_group_get_obstacle_by(const struct sriov_iommu_group *group,
					      enum sriov_viability_rule rule);

size_t sriov_iommu_group_get_obstacle_count(const struct sriov_iommu_group *group);

const char *sriov_iommu_group_get_obstacle_device(const struct sriov_iommu_group *group,
						  size_t position);

const char *sriov_iommu_group_get_obstacle_driver(const struct sriov_iommu_group *group,
						  size_t position);

enum sriov_code sriov_iommu_group_list(struct sriov_context *context,
				       struct sriov_iommu_group_list **list,
				       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
