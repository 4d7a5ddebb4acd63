/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_IOV_CAPABILITY_H
#define SRIOV_IOV_CAPABILITY_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_iov_capability;

struct sriov_iov_capability *sriov_iov_capability_ref(struct sriov_iov_capability *capability);

void sriov_iov_capability_unref(struct sriov_iov_capability *capability);

unsigned int sriov_iov_capability_get_offset(const struct sriov_iov_capability *capability);

unsigned int sriov_iov_capability_get_initial_vfs(const struct sriov_iov_capability *capability);

unsigned int sriov_iov_capability_get_total_vfs(const struct sriov_iov_capability *capability);

unsigned int sriov_iov_capability_get_vf_count(const struct sriov_iov_capability *capability);

unsigned int sriov_iov_capability_get_vf_offset(const struct sriov_iov_capability *capability);

unsigned int sriov_iov_capability_get_vf_stride(const struct sriov_iov_capability *capability);

uint16_t sriov_iov_capability_get_vf_device_id(const struct sriov_iov_capability *capability);

uint32_t
sriov_iov_capability_get_supported_page_sizes(const struct sriov_iov_capability *capability);

uint32_t sriov_iov_capability_get_system_page_size(const struct sriov_iov_capability *capability);

unsigned int
sriov_iov_capability_get_dependency_link(const struct sriov_iov_capability *capability);

bool sriov_iov_capability_is_enabled(const struct sriov_iov_capability *capability);

bool sriov_iov_capability_is_memory_enabled(const struct sriov_iov_capability *capability);

bool sriov_iov_capability_is_ari_capable_hierarchy(const struct sriov_iov_capability *capability);

uint32_t sriov_iov_capability_get_vf_bar(const struct sriov_iov_capability *capability,
					 unsigned int bar);

bool sriov_iov_capability_is_consistent(const struct sriov_iov_capability *capability);

unsigned int
sriov_iov_capability_get_page_size_count(const struct sriov_iov_capability *capability);

uint64_t sriov_iov_capability_get_page_size_bytes(const struct sriov_iov_capability *capability,
						  unsigned int position);

uint64_t
sriov_iov_capability_get_system_page_size_bytes(const struct sriov_iov_capability *capability);

bool sriov_iov_capability_is_ari_hierarchy_preserved(const struct sriov_iov_capability *capability);

bool sriov_iov_capability_has_vf_migration(const struct sriov_iov_capability *capability);

bool sriov_iov_capability_is_vf_migration_enabled(const struct sriov_iov_capability *capability);

bool sriov_iov_capability_has_vf_10bit_tags(const struct sriov_iov_capability *capability);

enum sriov_vf_bar_kind {
	SRIOV_VF_BAR_KIND_UNKNOWN = -1,
	SRIOV_VF_BAR_KIND_NONE = 0,
	SRIOV_VF_BAR_KIND_MEMORY_32 = 1,
	SRIOV_VF_BAR_KIND_MEMORY_64 = 2,
	SRIOV_VF_BAR_KIND_UPPER_HALF = 3,
};

enum sriov_vf_bar_kind
sriov_iov_capability_get_vf_bar_kind(const struct sriov_iov_capability *capability,
				     unsigned int bar);

bool sriov_iov_capability_is_vf_bar_prefetchable(const struct sriov_iov_capability *capability,
						 unsigned int bar);

uint64_t sriov_iov_capability_get_vf_bar_address(const struct sriov_iov_capability *capability,
						 unsigned int bar);

#ifdef __cplusplus
}
#endif

#endif
