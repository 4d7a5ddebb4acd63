/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Getters that might change something.
 */
#include "gadget.h"

/**
 * @brief What it is made of.
 * @param gadget may be NULL.
 * @return borrowed.
 * @since 0.1
 */
/* refused: sriov_gadget_get_matter() gets, and its gadget is not const */
const char *sriov_gadget_get_matter(struct sriov_gadget *gadget);
