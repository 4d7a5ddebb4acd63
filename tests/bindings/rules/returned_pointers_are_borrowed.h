/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What is returned and would have to be released.
 */
#include "gadget.h"

/**
 * @brief What is written on it.
 * @param gadget may be NULL.
 * @return not borrowed at all.
 * @since 0.1
 */
/* refused: sriov_gadget_get_text() returns a char * that is not const */
char *sriov_gadget_get_text(const struct sriov_gadget *gadget);
