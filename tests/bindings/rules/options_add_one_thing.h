/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Options of which several may be given.
 */
#include "gadget.h"

/**
 * @brief What a gadget may be told.
 * @since 0.1
 */
struct sriov_paint_options;

/**
 * @brief Makes options.
 * @param[out] options released with sriov_paint_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_paint_options_new(struct sriov_paint_options **options,
					struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.1
 */
struct sriov_paint_options *sriov_paint_options_ref(struct sriov_paint_options *options);

/**
 * @brief Drops a reference.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_paint_options_unref(struct sriov_paint_options *options);

/**
 * @brief One of its colours.
 * @param options the options.
 * @param colour what it is called.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID it is none.
 * @since 0.1
 */
enum sriov_code sriov_paint_options_add_colour(struct sriov_paint_options *options,
					       const char *colour, struct sriov_error **error);

/**
 * @brief Where it is painted.
 * @param options the options.
 * @param left from there.
 * @param right to there.
 * @since 0.1
 */
/* refused: sriov_paint_options_add_stripe() adds something else than one value */
void sriov_paint_options_add_stripe(struct sriov_paint_options *options, unsigned int left,
				    unsigned int right);

/**
 * @brief Who has painted it.
 * @param options the options.
 * @param painter NULL for nobody.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID he is unknown.
 * @since 0.1
 */
/* refused: sriov_paint_options_add_painter() adds NULL, which is nothing */
enum sriov_code sriov_paint_options_add_painter(struct sriov_paint_options *options,
						const char *painter, struct sriov_error **error);
