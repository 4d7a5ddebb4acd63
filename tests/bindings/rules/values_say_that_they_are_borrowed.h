/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Whose is it?
 */
#include "gadget.h"

/**
 * @brief What it is made of.
 * @param gadget may be NULL.
 * @return the matter.
 * @since 0.1
 */
/* refused: sriov_gadget_get_matter(): @return does not say "borrowed" */
const char *sriov_gadget_get_matter(const struct sriov_gadget *gadget);
