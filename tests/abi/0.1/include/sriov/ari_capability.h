/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_ARI_CAPABILITY_H
#define SRIOV_ARI_CAPABILITY_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_ari_capability;

struct sriov_ari_capability *sriov_ari_capability_ref(struct sriov_ari_capability *capability);

void sriov_ari_capability_unref(struct sriov_ari_capability *capability);

unsigned int sriov_ari_capability_get_offset(const struct sriov_ari_capability *capability);

unsigned int sriov_ari_capability_get_next_function(const struct sriov_ari_capability *capability);

bool sriov_ari_capability_has_mfvc_groups(const struct sriov_ari_capability *capability);

bool sriov_ari_capability_has_acs_groups(const struct sriov_ari_capability *capability);

unsigned int sriov_ari_capability_get_function_group(const struct sriov_ari_capability *capability);

#ifdef __cplusplus
}
#endif

#endif
