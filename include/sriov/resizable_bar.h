/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Resizable BARs, of a function and of its VFs.
 */
#ifndef SRIOV_RESIZABLE_BAR_H
#define SRIOV_RESIZABLE_BAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A BAR whose size can be chosen. Immutable and counted.
 * @since 0.1
 */
struct sriov_resizable_bar;

/**
 * @brief Takes a reference.
 * @param bar may be NULL.
 * @return `bar`.
 * @since 0.1
 */
struct sriov_resizable_bar *sriov_resizable_bar_ref(struct sriov_resizable_bar *bar);

/**
 * @brief Drops a reference; the last one frees it.
 * @param bar may be NULL.
 * @since 0.1
 */
void sriov_resizable_bar_unref(struct sriov_resizable_bar *bar);

/**
 * @brief Which BAR it is.
 * @param bar may be NULL.
 * @return 0 to 5; 6 and 7 stand for nothing.
 * @since 0.1
 */
unsigned int sriov_resizable_bar_get_index(const struct sriov_resizable_bar *bar);

/**
 * @brief The size that is set; for the BAR of VFs, that of one VF.
 * @param bar may be NULL.
 * @return in bytes; 0 when the register holds no size.
 * @since 0.1
 */
uint64_t sriov_resizable_bar_get_size_bytes(const struct sriov_resizable_bar *bar);

/**
 * @brief How many sizes it can have.
 * @param bar may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_resizable_bar_get_possible_size_count(const struct sriov_resizable_bar *bar);

/**
 * @brief One of the sizes, the smallest first.
 * @param bar may be NULL.
 * @param position from 0, below sriov_resizable_bar_get_possible_size_count().
 * @return in bytes, 1 MiB or more; 0 past the end.
 * @since 0.1
 */
uint64_t sriov_resizable_bar_get_possible_size_bytes(const struct sriov_resizable_bar *bar,
						     unsigned int position);

/**
 * @brief Resizable BARs in the order of the device's registers. Immutable and counted.
 * @since 0.1
 */
struct sriov_resizable_bar_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_resizable_bar_list *
sriov_resizable_bar_list_ref(struct sriov_resizable_bar_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_resizable_bar_list_unref(struct sriov_resizable_bar_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_resizable_bar_list_get_count(const struct sriov_resizable_bar_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_resizable_bar_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_resizable_bar *
sriov_resizable_bar_list_get(const struct sriov_resizable_bar_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
