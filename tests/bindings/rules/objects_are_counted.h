/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Objects that nobody can release.
 */
#include "gadget.h"

/**
 * @brief It lives for ever.
 * @since 0.1
 */
/* refused: struct sriov_rock has no sriov_rock_ref() */
/* refused: struct sriov_rock has no sriov_rock_unref() */
struct sriov_rock;

/**
 * @brief It counts in its own way.
 * @since 0.1
 */
struct sriov_egg;

/**
 * @brief Takes a reference.
 * @param egg may be NULL.
 * @return the number.
 * @since 0.1
 */
/* refused: sriov_egg_ref() is not struct sriov_egg * of one struct sriov_egg * */
int sriov_egg_ref(struct sriov_egg *egg);

/**
 * @brief Drops references.
 * @param egg may be NULL.
 * @param count how many.
 * @since 0.1
 */
/* refused: sriov_egg_unref() is not void of one struct sriov_egg * */
void sriov_egg_unref(struct sriov_egg *egg, int count);
