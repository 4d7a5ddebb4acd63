/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_BAR_H
#define SRIOV_BAR_H

#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_bar_role {
	SRIOV_BAR_ROLE_UNKNOWN = -1,
	SRIOV_BAR_ROLE_DEVICE = 0,
	SRIOV_BAR_ROLE_ROM = 1,
	SRIOV_BAR_ROLE_VF = 2,
};

const char *sriov_bar_role_get_name(enum sriov_bar_role role);

enum sriov_bar_space {
	SRIOV_BAR_SPACE_UNKNOWN = -1,
	SRIOV_BAR_SPACE_MEMORY = 0,
	SRIOV_BAR_SPACE_IO = 1,
};

struct sriov_bar;

struct sriov_bar *sriov_bar_ref(struct sriov_bar *bar);

void sriov_bar_unref(struct sriov_bar *bar);

enum sriov_bar_role sriov_bar_get_role(const struct sriov_bar *bar);

unsigned int sriov_bar_get_index(const struct sriov_bar *bar);

enum sriov_bar_space sriov_bar_get_space(const struct sriov_bar *bar);

bool sriov_bar_is_64_bit(const struct sriov_bar *bar);

bool sriov_bar_is_prefetchable(const struct sriov_bar *bar);

bool sriov_bar_is_assigned(const struct sriov_bar *bar);

uint64_t sriov_bar_get_address(const struct sriov_bar *bar);

uint64_t sriov_bar_get_size_bytes(const struct sriov_bar *bar);

uint64_t sriov_bar_get_vf_size_bytes(const struct sriov_bar *bar);

const struct sriov_error *sriov_bar_get_error(const struct sriov_bar *bar);

struct sriov_bar_list;

struct sriov_bar_list *sriov_bar_list_ref(struct sriov_bar_list *list);

void sriov_bar_list_unref(struct sriov_bar_list *list);

size_t sriov_bar_list_get_count(const struct sriov_bar_list *list);

struct sriov_bar *sriov_bar_list_get(const struct sriov_bar_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
