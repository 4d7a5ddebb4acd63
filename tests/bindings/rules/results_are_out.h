/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Results that do not say so.
 */
#include "gadget.h"

/**
 * @brief Reads all kinds of things.
 * @param gadget the gadget.
 * @param degrees how hot it is.
 * @param other what is beside it.
 * @param text what is written on it.
 * @param buffer what is to be written.
 * @param[out] fixed may not be written.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID it always is.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
/* refused: sriov_gadget_read_all() gives buffer: say @param[out] of it */
/* refused: sriov_gadget_read_all() gives degrees: say @param[out] of it */
/* refused: sriov_gadget_read_all() gives fixed, which is const */
/* refused: sriov_gadget_read_all() gives other: say @param[out] of it */
/* refused: sriov_gadget_read_all() gives text: say @param[out] of it */
/* refused: sriov_gadget_read_all(): "char **" is no type for a header */
/* refused: sriov_gadget_read_all(): "int *" is no type for a header */
/* refused: sriov_gadget_read_all(): "struct sriov_gadget **" is no type for a header */
/* refused: sriov_gadget_read_all(): who releases fixed, and how? */
enum sriov_code sriov_gadget_read_all(const struct sriov_gadget *gadget, int *degrees,
				      struct sriov_gadget **other, char **text, char *buffer,
				      const char **fixed, struct sriov_error **error);
