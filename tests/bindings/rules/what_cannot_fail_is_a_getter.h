/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What returns a value, and what gives one.
 */
#include "gadget.h"

/**
 * @brief How many wheels.
 * @param gadget may be NULL.
 * @return the number.
 * @since 0.1
 */
/* refused: sriov_gadget_count_wheels() cannot fail: call it _get_, _is_ or _has_ */
size_t sriov_gadget_count_wheels(const struct sriov_gadget *gadget);

/**
 * @brief How heavy it is.
 * @param gadget may be NULL.
 * @param[out] grams how heavy.
 * @since 0.1
 */
/* refused: sriov_gadget_weigh() cannot fail: let it return what it gives */
void sriov_gadget_weigh(const struct sriov_gadget *gadget, int *grams);
