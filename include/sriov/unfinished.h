/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What was not over when its deadline was, and what came of it.
 */
#ifndef SRIOV_UNFINISHED_H
#define SRIOV_UNFINISHED_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief One read or write of a file, one question or change by netlink, or the loading of a
 * module, that was not over in time: a call gave #SRIOV_CODE_TIMEOUT because of it. Immutable and
 * counted.
 *
 * It is done by a process of the library's own, which the kernel keeps until it is over, killed or
 * not.
 * @since 0.2
 */
struct sriov_unfinished;

/**
 * @brief Those of one context, the one that was begun first at the front.
 * @since 0.2
 */
struct sriov_unfinished_list;

/**
 * @brief Tells what of this context was not over in time: what is under way still, and what is over
 * by now with its outcome.
 *
 * It never waits. What is over is told once and then forgotten.
 * @param context the context.
 * @param[out] list released with sriov_unfinished_list_unref(); mostly empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory. Nothing was forgotten.
 * @since 0.2
 */
enum sriov_code sriov_unfinished_list(struct sriov_context *context,
				      struct sriov_unfinished_list **list,
				      struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.2
 */
struct sriov_unfinished_list *sriov_unfinished_list_ref(struct sriov_unfinished_list *list);

/**
 * @brief Drops a reference; the last one frees the list and drops what is in it.
 * @param list may be NULL.
 * @since 0.2
 */
void sriov_unfinished_list_unref(struct sriov_unfinished_list *list);

/**
 * @brief How many.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.2
 */
size_t sriov_unfinished_list_get_count(const struct sriov_unfinished_list *list);

/**
 * @brief One of them.
 * @param list may be NULL.
 * @param position from 0, below sriov_unfinished_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.2
 */
struct sriov_unfinished *sriov_unfinished_list_get(const struct sriov_unfinished_list *list,
						   size_t position);

/**
 * @brief Takes a reference.
 * @param unfinished may be NULL.
 * @return `unfinished`.
 * @since 0.2
 */
struct sriov_unfinished *sriov_unfinished_ref(struct sriov_unfinished *unfinished);

/**
 * @brief Drops a reference; the last one frees it.
 * @param unfinished may be NULL.
 * @since 0.2
 */
void sriov_unfinished_unref(struct sriov_unfinished *unfinished);

/**
 * @brief The file that is read or written, or that of the module that is loaded.
 * @param unfinished may be NULL.
 * @return an absolute path, borrowed; NULL when it goes by netlink, and for NULL.
 * @since 0.2
 */
const char *sriov_unfinished_get_path(const struct sriov_unfinished *unfinished);

/**
 * @brief What is written to it: "0"; of a change by netlink, in words, what is changed: "VF 3: turn
 * its trust on", or "28 settings of VFs 0 to 6"; of a module that is loaded, its name: "igbvf".
 * @param unfinished may be NULL.
 * @return without a line end, borrowed; NULL for a read or a question, and for NULL.
 * @since 0.2
 */
const char *sriov_unfinished_get_text(const struct sriov_unfinished *unfinished);

/**
 * @brief The PCI address of the device it is about: "0000:01:00.0".
 * @param unfinished may be NULL.
 * @return borrowed; NULL when it is about no device, and for NULL.
 * @since 0.2
 */
const char *sriov_unfinished_get_device(const struct sriov_unfinished *unfinished);

/**
 * @brief How long it was under way when the list was made; of one that is over, until that was
 * seen.
 * @param unfinished may be NULL.
 * @return in milliseconds; 0 for NULL.
 * @since 0.2
 */
uint64_t sriov_unfinished_get_duration_ms(const struct sriov_unfinished *unfinished);

/**
 * @brief The process that does it.
 * @param unfinished may be NULL.
 * @return its number, which means nothing any more when it is over; 0 for NULL.
 * @since 0.2
 */
int sriov_unfinished_get_pid(const struct sriov_unfinished *unfinished);

/**
 * @brief Whether it is over.
 * @param unfinished may be NULL.
 * @return false while it is under way, and for NULL.
 * @since 0.2
 */
bool sriov_unfinished_is_over(const struct sriov_unfinished *unfinished);

/**
 * @brief Why it failed.
 * @param unfinished may be NULL.
 * @return borrowed; NULL when it succeeded, while it is under way, and for NULL.
 * @since 0.2
 */
const struct sriov_error *sriov_unfinished_get_error(const struct sriov_unfinished *unfinished);

#ifdef __cplusplus
}
#endif

#endif
