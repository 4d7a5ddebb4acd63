/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_ADDRESS_TRANSLATION_H
#define SRIOV_ADDRESS_TRANSLATION_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_ats_capability;

struct sriov_ats_capability *sriov_ats_capability_ref(struct sriov_ats_capability *capability);

void sriov_ats_capability_unref(struct sriov_ats_capability *capability);

unsigned int sriov_ats_capability_get_offset(const struct sriov_ats_capability *capability);

unsigned int sriov_ats_capability_get_queue_depth(const struct sriov_ats_capability *capability);

bool sriov_ats_capability_is_page_aligned(const struct sriov_ats_capability *capability);

bool sriov_ats_capability_has_global_invalidate(const struct sriov_ats_capability *capability);

bool sriov_ats_capability_is_enabled(const struct sriov_ats_capability *capability);

uint64_t
sriov_ats_capability_get_smallest_translation_bytes(const struct sriov_ats_capability *capability);

struct sriov_pasid_capability;

struct sriov_pasid_capability *
sriov_pasid_capability_ref(struct sriov_pasid_capability *capability);

void sriov_pasid_capability_unref(struct sriov_pasid_capability *capability);

unsigned int sriov_pasid_capability_get_offset(const struct sriov_pasid_capability *capability);

unsigned int sriov_pasid_capability_get_width_bits(const struct sriov_pasid_capability *capability);

bool sriov_pasid_capability_has_execute(const struct sriov_pasid_capability *capability);

bool sriov_pasid_capability_has_privileged(const struct sriov_pasid_capability *capability);

bool sriov_pasid_capability_is_enabled(const struct sriov_pasid_capability *capability);

bool sriov_pasid_capability_is_execute_enabled(const struct sriov_pasid_capability *capability);

bool sriov_pasid_capability_is_privileged_enabled(const struct sriov_pasid_capability *capability);

struct sriov_pri_capability;

struct sriov_pri_capability *sriov_pri_capability_ref(struct sriov_pri_capability *capability);

void sriov_pri_capability_unref(struct sriov_pri_capability *capability);

unsigned int sriov_pri_capability_get_offset(const struct sriov_pri_capability *capability);

bool sriov_pri_capability_is_enabled(const struct sriov_pri_capability *capability);

bool sriov_pri_capability_is_stopped(const struct sriov_pri_capability *capability);

bool sriov_pri_capability_has_failed(const struct sriov_pri_capability *capability);

bool sriov_pri_capability_is_pasid_required(const struct sriov_pri_capability *capability);

uint32_t sriov_pri_capability_get_capacity(const struct sriov_pri_capability *capability);

uint32_t sriov_pri_capability_get_allocation(const struct sriov_pri_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
