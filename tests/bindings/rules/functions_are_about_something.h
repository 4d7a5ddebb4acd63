/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Functions that are about nothing.
 */
#include "gadget.h"

/**
 * @brief This is about the header, as sriov_get_version() is in version.h.
 * @return constant.
 * @since 0.1
 */
const char *sriov_get_functions_are_about_something(void);

/**
 * @brief This is not.
 * @param gadget may be NULL.
 * @since 0.1
 */
/* refused: sriov_turn_gadget() names no object: sriov_<object>_<verb> */
void sriov_turn_gadget(struct sriov_gadget *gadget);
