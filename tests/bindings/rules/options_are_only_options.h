/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Options that are more.
 */
#include "gadget.h"

/**
 * @brief Not only set.
 * @since 0.1
 */
/* refused: struct sriov_turn_options is more than options, or less */
struct sriov_turn_options;

/**
 * @brief Makes options that hold the defaults.
 * @param[out] options released with sriov_turn_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_turn_options_new(struct sriov_turn_options **options,
				       struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.1
 */
struct sriov_turn_options *sriov_turn_options_ref(struct sriov_turn_options *options);

/**
 * @brief Drops a reference.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_turn_options_unref(struct sriov_turn_options *options);

/**
 * @brief Forgets all.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_turn_options_clear(struct sriov_turn_options *options);
