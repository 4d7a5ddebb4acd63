/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Types of others.
 */
#include "gadget.h"

struct timeval;

/**
 * @brief When it was made.
 * @param gadget may be NULL.
 * @return borrowed.
 * @since 0.1
 */
/* refused: sriov_gadget_get_birth(): "const struct timeval *" is no type for a header */
const struct timeval *sriov_gadget_get_birth(const struct sriov_gadget *gadget);

/**
 * @brief Sets what is of another width elsewhere, of an enum that nobody has, and an array.
 * @param gadget may be NULL.
 * @param width how wide.
 * @param colour how bright.
 * @param numbers some.
 * @since 0.1
 */
/* refused: sriov_gadget_set_width(): "enum sriov_colour" is no type for a header */
/* refused: sriov_gadget_set_width(): "int[4]" is no type for a header */
/* refused: sriov_gadget_set_width(): "long" is no type for a header */
void sriov_gadget_set_width(struct sriov_gadget *gadget, long width, enum sriov_colour colour,
			    int numbers[4]);

/**
 * @brief Calls back with something strange.
 * @param gadget may be NULL.
 * @param callback gets a float.
 * @param user_data handed to the callback.
 * @since 0.1
 */
/* refused: sriov_gadget_set_float(): "float" is no type for a header */
void sriov_gadget_set_float(struct sriov_gadget *gadget,
			    void (*callback)(void *user_data, float number), void *user_data);
