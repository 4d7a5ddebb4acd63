/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Options that have to be made.
 */
#include "gadget.h"

/**
 * @brief Turns it once.
 * @param gadget the gadget.
 * @param options how.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID it always is.
 * @since 0.1
 */
/* refused: sriov_gadget_turn(): options is not const */
/* refused: sriov_gadget_turn(): what is options without any, NULL? */
enum sriov_code sriov_gadget_turn(struct sriov_gadget *gadget, struct sriov_spin_options *options,
				  struct sriov_error **error);
