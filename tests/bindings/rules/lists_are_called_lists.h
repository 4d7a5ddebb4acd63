/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Lists that are none.
 */
#include "gadget.h"

/**
 * @brief Has nothing in it.
 * @since 0.1
 */
/* refused: struct sriov_empty_list has no sriov_empty_list_get() */
/* refused: struct sriov_empty_list has no sriov_empty_list_get_count() */
struct sriov_empty_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_empty_list *sriov_empty_list_ref(struct sriov_empty_list *list);

/**
 * @brief Drops a reference.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_empty_list_unref(struct sriov_empty_list *list);

/**
 * @brief Has numbers in it.
 * @since 0.1
 */
struct sriov_number_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_number_list *sriov_number_list_ref(struct sriov_number_list *list);

/**
 * @brief Drops a reference.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_number_list_unref(struct sriov_number_list *list);

/**
 * @brief How many.
 * @param list may be NULL.
 * @return the number.
 * @since 0.1
 */
/* refused: sriov_number_list_get_count() is not size_t of one list */
int sriov_number_list_get_count(const struct sriov_number_list *list);

/**
 * @brief One of them.
 * @param list may be NULL.
 * @param name what it is called.
 * @return the number.
 * @since 0.1
 */
/* refused: sriov_number_list_get() gives neither an object nor a text */
/* refused: sriov_number_list_get() takes something else than a size_t position */
int sriov_number_list_get(const struct sriov_number_list *list, const char *name);
