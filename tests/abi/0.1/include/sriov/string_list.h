/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_STRING_LIST_H
#define SRIOV_STRING_LIST_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_string_list;

struct sriov_string_list *sriov_string_list_ref(struct sriov_string_list *list);

void sriov_string_list_unref(struct sriov_string_list *list);

size_t sriov_string_list_get_count(const struct sriov_string_list *list);

const char *sriov_string_list_get(const struct sriov_string_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
