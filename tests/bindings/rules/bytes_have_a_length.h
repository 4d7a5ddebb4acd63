/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Bytes without an end.
 */
#include "gadget.h"

/**
 * @brief What is on it.
 * @param gadget may be NULL.
 * @return borrowed.
 * @since 0.1
 */
/* refused: sriov_gadget_get_bytes() gives bytes: call it _data and tell how many in _size */
const uint8_t *sriov_gadget_get_bytes(const struct sriov_gadget *gadget);

/**
 * @brief Puts something on it.
 * @param gadget may be NULL.
 * @param bytes what.
 * @since 0.1
 */
/* refused: sriov_gadget_set_bytes(): bytes is bytes of no length */
void sriov_gadget_set_bytes(struct sriov_gadget *gadget, const uint8_t *bytes);
