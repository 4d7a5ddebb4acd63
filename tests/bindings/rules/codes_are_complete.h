/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Some codes are forgotten, and one is too many.
 */
#include "gadget.h"

/**
 * @brief Hides it.
 * @param gadget the gadget.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_OK all is well.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
/* refused: sriov_gadget_hide() has no @retval SRIOV_CODE_INVALID */
/* refused: sriov_gadget_hide() has no @par Kernel interface */
/* refused: sriov_gadget_hide(): @retval SRIOV_CODE_OK is no error */
enum sriov_code sriov_gadget_hide(struct sriov_gadget *gadget, struct sriov_error **error);

/**
 * @brief Reads what is written on it.
 * @param gadget the gadget.
 * @param[out] text what is written on it, released with free().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @since 0.1
 */
/* refused: sriov_gadget_read_text() makes text, without @retval SRIOV_CODE_NO_MEMORY */
enum sriov_code sriov_gadget_read_text(const struct sriov_gadget *gadget, char **text,
				       struct sriov_error **error);
