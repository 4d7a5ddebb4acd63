/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Names of another library.
 */
#include "gadget.h"

/**
 * @brief A wheel.
 * @since 0.1
 */
/* refused: gadget_wheel is not called sriov_..., in small letters */
struct gadget_wheel;

/**
 * @brief Takes a reference.
 * @param wheel may be NULL.
 * @return `wheel`.
 * @since 0.1
 */
/* refused: gadget_wheel_ref is not called sriov_..., in small letters */
struct gadget_wheel *gadget_wheel_ref(struct gadget_wheel *wheel);

/**
 * @brief Drops a reference.
 * @param wheel may be NULL.
 * @since 0.1
 */
/* refused: gadget_wheel_unref is not called sriov_..., in small letters */
void gadget_wheel_unref(struct gadget_wheel *wheel);

/**
 * @brief How it looks.
 * @since 0.1
 */
/* refused: sriov_Look is not called sriov_..., in small letters */
enum sriov_Look {
	/** Round. */
	SRIOV_LOOK_ROUND = 0,
};
