/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Results that nobody releases.
 */
#include "gadget.h"

/**
 * @brief Reads what is beside it, and what is written on it.
 * @param gadget the gadget.
 * @param[out] other what is beside it.
 * @param[out] text what is written on it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID it always is.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
/* refused: sriov_gadget_read_around(): who releases other, and how? */
/* refused: sriov_gadget_read_around(): who releases text, and how? */
enum sriov_code sriov_gadget_read_around(const struct sriov_gadget *gadget,
					 struct sriov_gadget **other, char **text,
					 struct sriov_error **error);
