/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Codes and what is said of them.
 */
#include "gadget.h"

/**
 * @brief Hides it.
 * @param gadget the gadget.
 * @param[out] error may be NULL.
 * @since 0.1
 */
/* refused: sriov_gadget_hide() can fail and has no @retval */
enum sriov_code sriov_gadget_hide(struct sriov_gadget *gadget, struct sriov_error **error);

/**
 * @brief Shows it.
 * @param gadget the gadget.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID it always is.
 * @retval SRIOV_CODE_INVALID it still is.
 * @retval SRIOV_CODE_LOST nobody finds it.
 * @retval SRIOV_CODE_FAILED
 * @retval SRIOV_CODE_NO_MEMORY or any other code of sriov_gadget_open().
 * @par Kernel interface
 * `/sys/gadgets`.
 * @since 0.1
 */
/* refused: sriov_gadget_show(): @retval SRIOV_CODE_FAILED says nothing */
/* refused: sriov_gadget_show(): @retval SRIOV_CODE_INVALID is there 2 times */
/* refused: sriov_gadget_show(): @retval SRIOV_CODE_LOST is no code */
/* refused: sriov_gadget_show(): @retval SRIOV_CODE_NO_MEMORY is told of others too */
enum sriov_code sriov_gadget_show(struct sriov_gadget *gadget, struct sriov_error **error);

/**
 * @brief Rests.
 * @param gadget may be NULL.
 * @retval SRIOV_CODE_INVALID it never is.
 * @since 0.1
 */
/* refused: sriov_gadget_rest() has a @retval and cannot fail */
void sriov_gadget_rest(struct sriov_gadget *gadget);
