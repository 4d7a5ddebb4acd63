/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief An object, what is asked of it, a list of it, and options.
 */
#ifndef SRIOV_GADGET_H
#define SRIOV_GADGET_H

#include "error.h"
#include <stdbool.h>
#include <stdint.h>

/**
 * @brief An object. See sriov_gadget_open().
 * @since 0.1
 */
struct sriov_gadget;

/**
 * @brief Some of them.
 * @since 0.1
 */
struct sriov_gadget_list;

/**
 * @brief What sriov_gadget_spin() may be told.
 * @since 0.1
 */
struct sriov_spin_options;

/**
 * @brief Which way it turns.
 * @since 0.2
 */
enum sriov_direction {
	/** This version does not know. */
	SRIOV_DIRECTION_UNKNOWN = -1,
	/** To the left. */
	SRIOV_DIRECTION_LEFT = 0,
	/** To the right. */
	SRIOV_DIRECTION_RIGHT = 0x10,
};

/**
 * @brief Finds one.
 *
 * There are two ways to name it:
 * - by its name,
 * - by its number.
 *
 * ~~~
 * sriov_gadget_open("7", &gadget, NULL);
 * ~~~
 * @param name the name, `NULL` is none.
 * @param[out] gadget released with sriov_gadget_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_FAILED there is none.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/gadgets`.
 * @since 0.1
 */
enum sriov_code sriov_gadget_open(const char *name, struct sriov_gadget **gadget,
				  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param gadget may be NULL.
 * @return `gadget`.
 * @since 0.1
 */
struct sriov_gadget *sriov_gadget_ref(struct sriov_gadget *gadget);

/**
 * @brief Drops a reference.
 * @param gadget may be NULL.
 * @since 0.1
 */
void sriov_gadget_unref(struct sriov_gadget *gadget);

/**
 * @brief What it is called.
 * @param gadget may be NULL.
 * @return borrowed; NULL when it has no name.
 * @since 0.1
 */
const char *sriov_gadget_get_name(const struct sriov_gadget *gadget);

/**
 * @brief Which way it turns.
 * @param gadget may be NULL.
 * @return the direction.
 * @since 0.1
 */
enum sriov_direction sriov_gadget_get_direction(const struct sriov_gadget *gadget);

/**
 * @brief What it has in store.
 * @param gadget may be NULL.
 * @return borrowed; NULL when there is nothing.
 * @since 0.1
 */
const uint8_t *sriov_gadget_get_data(const struct sriov_gadget *gadget);

/**
 * @brief How much it has in store.
 * @param gadget may be NULL.
 * @return the number of bytes.
 * @since 0.1
 */
size_t sriov_gadget_get_size(const struct sriov_gadget *gadget);

/**
 * @brief Whether it turns at all.
 * @param gadget may be NULL.
 * @return true when it does.
 * @since 0.1
 */
bool sriov_gadget_is_turning(const struct sriov_gadget *gadget);

/**
 * @brief Makes it turn, and tells of each turn.
 * @param gadget the gadget.
 * @param speed_mbps how fast.
 * @param options NULL for the defaults.
 * @param callback called for each turn; NULL for nobody.
 * @param user_data handed to the callback.
 * @param[out] turns how many there were.
 * @param[out] report one line, released with free(); NULL when there is none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `gadget` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_gadget_spin(struct sriov_gadget *gadget, unsigned int speed_mbps,
				  const struct sriov_spin_options *options,
				  void (*callback)(void *user_data, const char *text),
				  void *user_data, uint64_t *turns, char **report,
				  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_gadget_list *sriov_gadget_list_ref(struct sriov_gadget_list *list);

/**
 * @brief Drops a reference.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_gadget_list_unref(struct sriov_gadget_list *list);

/**
 * @brief How many.
 * @param list may be NULL.
 * @return the number.
 * @since 0.1
 */
size_t sriov_gadget_list_get_count(const struct sriov_gadget_list *list);

/**
 * @brief One of them.
 * @param list may be NULL.
 * @param position from 0.
 * @return borrowed; NULL past the end.
 * @since 0.1
 */
struct sriov_gadget *sriov_gadget_list_get(const struct sriov_gadget_list *list, size_t position);

/**
 * @brief Makes options that hold the defaults.
 * @param[out] options released with sriov_spin_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_spin_options_new(struct sriov_spin_options **options,
				       struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.1
 */
struct sriov_spin_options *sriov_spin_options_ref(struct sriov_spin_options *options);

/**
 * @brief Drops a reference.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_spin_options_unref(struct sriov_spin_options *options);

/**
 * @brief Which way to turn.
 * @param options may be NULL.
 * @param direction the way.
 * @since 0.1
 */
void sriov_spin_options_set_direction(struct sriov_spin_options *options,
				      enum sriov_direction direction);

#endif
