/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Getters that can fail.
 */
#include "gadget.h"

/**
 * @brief How hot it is.
 * @param gadget the gadget.
 * @param[out] degrees how hot.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID it always is.
 * @since 0.1
 */
/* refused: sriov_gadget_get_heat() can fail, so it is no _get_: _read_ */
enum sriov_code sriov_gadget_get_heat(const struct sriov_gadget *gadget, int *degrees,
				      struct sriov_error **error);

/**
 * @brief Gets nothing.
 * @param gadget may be NULL.
 * @since 0.1
 */
/* refused: sriov_gadget_get_nothing() returns nothing */
void sriov_gadget_get_nothing(const struct sriov_gadget *gadget);

/**
 * @brief Whether it is round.
 * @param gadget may be NULL.
 * @return how round.
 * @since 0.1
 */
/* refused: sriov_gadget_is_round() is a question and returns no bool */
int sriov_gadget_is_round(const struct sriov_gadget *gadget);
