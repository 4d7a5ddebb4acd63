/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Values and what is said of them.
 */
#include "gadget.h"

/**
 * @brief How many wheels.
 * @param gadget may be NULL.
 * @since 0.1
 */
/* refused: sriov_gadget_get_wheel_count() has no @return */
size_t sriov_gadget_get_wheel_count(const struct sriov_gadget *gadget);

/**
 * @brief Hides it.
 * @param gadget may be NULL.
 * @return nothing.
 * @since 0.1
 */
/* refused: sriov_gadget_hide() has a @return and returns no value */
void sriov_gadget_hide(struct sriov_gadget *gadget);
