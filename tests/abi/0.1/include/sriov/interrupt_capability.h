/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_INTERRUPT_CAPABILITY_H
#define SRIOV_INTERRUPT_CAPABILITY_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_msi_capability;

struct sriov_msi_capability *sriov_msi_capability_ref(struct sriov_msi_capability *capability);

void sriov_msi_capability_unref(struct sriov_msi_capability *capability);

unsigned int sriov_msi_capability_get_offset(const struct sriov_msi_capability *capability);

unsigned int sriov_msi_capability_get_vector_count(const struct sriov_msi_capability *capability);

unsigned int
sriov_msi_capability_get_enabled_vector_count(const struct sriov_msi_capability *capability);

bool sriov_msi_capability_is_enabled(const struct sriov_msi_capability *capability);

bool sriov_msi_capability_is_64bit(const struct sriov_msi_capability *capability);

bool sriov_msi_capability_has_masking(const struct sriov_msi_capability *capability);

struct sriov_msix_capability;

struct sriov_msix_capability *sriov_msix_capability_ref(struct sriov_msix_capability *capability);

void sriov_msix_capability_unref(struct sriov_msix_capability *capability);

unsigned int sriov_msix_capability_get_offset(const struct sriov_msix_capability *capability);

unsigned int sriov_msix_capability_get_table_size(const struct sriov_msix_capability *capability);

bool sriov_msix_capability_is_enabled(const struct sriov_msix_capability *capability);

bool sriov_msix_capability_is_masked(const struct sriov_msix_capability *capability);

unsigned int sriov_msix_capability_get_table_bar(const struct sriov_msix_capability *capability);

uint32_t sriov_msix_capability_get_table_offset(const struct sriov_msix_capability *capability);

unsigned int sriov_msix_capability_get_pending_bar(const struct sriov_msix_capability *capability);

uint32_t sriov_msix_capability_get_pending_offset(const struct sriov_msix_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
