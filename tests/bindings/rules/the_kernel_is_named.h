/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Who asks the kernel says what.
 */
#include "gadget.h"

/**
 * @brief Hides it.
 * @param gadget the gadget.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `gadget` is NULL.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @since 0.1
 */
/* refused: sriov_gadget_hide() has no @par Kernel interface */
enum sriov_code sriov_gadget_hide(struct sriov_gadget *gadget, struct sriov_error **error);
