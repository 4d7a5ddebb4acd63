/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Two functions that other languages would call the same.
 */
#include "gadget.h"

/**
 * @brief What it is made of.
 * @param gadget may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_gadget_get_matter(const struct sriov_gadget *gadget);

/**
 * @brief Makes it matter.
 * @param gadget may be NULL.
 * @since 0.1
 */
/* refused: sriov_gadget_matter() and sriov_gadget_get_matter() would both be called matter of
 * sriov_gadget */
void sriov_gadget_matter(struct sriov_gadget *gadget);
