/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_RESIZABLE_BAR_H
#define SRIOV_RESIZABLE_BAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_resizable_bar;

struct sriov_resizable_bar *sriov_resizable_bar_ref(struct sriov_resizable_bar *bar);

void sriov_resizable_bar_unref(struct sriov_resizable_bar *bar);

unsigned int sriov_resizable_bar_get_index(const struct sriov_resizable_bar *bar);

uint64_t sriov_resizable_bar_get_size_bytes(const struct sriov_resizable_bar *bar);

unsigned int sriov_resizable_bar_get_possible_size_count(const struct sriov_resizable_bar *bar);

uint64_t sriov_resizable_bar_get_possible_size_bytes(const struct sriov_resizable_bar *bar,
						     unsigned int position);

struct sriov_resizable_bar_list;

struct sriov_resizable_bar_list *
sriov_resizable_bar_list_ref(struct sriov_resizable_bar_list *list);

void sriov_resizable_bar_list_unref(struct sriov_resizable_bar_list *list);

size_t sriov_resizable_bar_list_get_count(const struct sriov_resizable_bar_list *list);

struct sriov_resizable_bar *
sriov_resizable_bar_list_get(const struct sriov_resizable_bar_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
