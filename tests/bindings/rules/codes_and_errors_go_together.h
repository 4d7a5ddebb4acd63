/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Failures without an error.
 */
#include "gadget.h"

/**
 * @brief Fails without a word.
 * @param gadget the gadget.
 * @return a code.
 * @since 0.1
 */
/* refused: sriov_gadget_stop() can fail and takes no struct sriov_error ** */
enum sriov_code sriov_gadget_stop(struct sriov_gadget *gadget);

/**
 * @brief Fails and returns something of its own.
 * @param gadget the gadget.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID it always is.
 * @since 0.1
 */
/* refused: sriov_gadget_start() takes an error and returns no sriov_code */
int sriov_gadget_start(struct sriov_gadget *gadget, struct sriov_error **error);

/**
 * @brief The error comes first.
 * @param gadget the gadget.
 * @param[out] error may be NULL.
 * @param force true to push.
 * @retval SRIOV_CODE_INVALID it always is.
 * @since 0.1
 */
/* refused: sriov_gadget_push(): the error is not the last parameter */
enum sriov_code sriov_gadget_push(struct sriov_gadget *gadget, struct sriov_error **error,
				  bool force);

/**
 * @brief The error is called by another name.
 * @param gadget the gadget.
 * @param[out] failure may be NULL.
 * @retval SRIOV_CODE_INVALID it always is.
 * @since 0.1
 */
/* refused: sriov_gadget_pull(): the error is not "@param[out] error" */
enum sriov_code sriov_gadget_pull(struct sriov_gadget *gadget, struct sriov_error **failure);
