/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_CAPABILITY_H
#define SRIOV_CAPABILITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_capability;

struct sriov_capability *sriov_capability_ref(struct sriov_capability *capability);

void sriov_capability_unref(struct sriov_capability *capability);

unsigned int sriov_capability_get_id(const struct sriov_capability *capability);

bool sriov_capability_is_extended(const struct sriov_capability *capability);

unsigned int sriov_capability_get_version(const struct sriov_capability *capability);

unsigned int sriov_capability_get_offset(const struct sriov_capability *capability);

const char *sriov_capability_get_name(const struct sriov_capability *capability);

struct sriov_capability_list;

struct sriov_capability_list *sriov_capability_list_ref(struct sriov_capability_list *list);

void sriov_capability_list_unref(struct sriov_capability_list *list);

size_t sriov_capability_list_get_count(const struct sriov_capability_list *list);

struct sriov_capability *sriov_capability_list_get(const struct sriov_capability_list *list,
						   size_t position);

#ifdef __cplusplus
}
#endif

#endif
