/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_RESERVED_REGION_H
#define SRIOV_RESERVED_REGION_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_reserved_region_type {
	SRIOV_RESERVED_REGION_TYPE_UNKNOWN = -1,
	SRIOV_RESERVED_REGION_TYPE_RESERVED = 0,
	SRIOV_RESERVED_REGION_TYPE_DIRECT = 1,
	SRIOV_RESERVED_REGION_TYPE_DIRECT_RELAXABLE = 2,
	SRIOV_RESERVED_REGION_TYPE_MSI = 3,
};

struct sriov_reserved_region;

struct sriov_reserved_region *sriov_reserved_region_ref(struct sriov_reserved_region *region);

void sriov_reserved_region_unref(struct sriov_reserved_region *region);

uint64_t sriov_reserved_region_get_start(const struct sriov_reserved_region *region);

uint64_t sriov_reserved_region_get_end(const struct sriov_reserved_region *region);

enum sriov_reserved_region_type
sriov_reserved_region_get_type(const struct sriov_reserved_region *region);

const char *sriov_reserved_region_get_type_name(const struct sriov_reserved_region *region);

struct sriov_reserved_region_list;

struct sriov_reserved_region_list *
sriov_reserved_region_list_ref(struct sriov_reserved_region_list *list);

void sriov_reserved_region_list_unref(struct sriov_reserved_region_list *list);

size_t sriov_reserved_region_list_get_count(const struct sriov_reserved_region_list *list);

struct sriov_reserved_region *
sriov_reserved_region_list_get(const struct sriov_reserved_region_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
