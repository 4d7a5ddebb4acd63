/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Lists of names.
 */
#ifndef SRIOV_STRING_LIST_H
#define SRIOV_STRING_LIST_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Names in order: interfaces, modules, sentences. Immutable and counted.
 * @since 0.1
 */
struct sriov_string_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_string_list *sriov_string_list_ref(struct sriov_string_list *list);

/**
 * @brief Drops a reference; the last one frees it and its strings.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_string_list_unref(struct sriov_string_list *list);

/**
 * @brief How many strings.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_string_list_get_count(const struct sriov_string_list *list);

/**
 * @brief One string.
 * @param list may be NULL.
 * @param position from 0, below sriov_string_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.1
 */
const char *sriov_string_list_get(const struct sriov_string_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
