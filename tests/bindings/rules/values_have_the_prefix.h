/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Values that bear another name.
 */
#include "gadget.h"

/**
 * @brief How it looks.
 * @since 0.1
 */
enum sriov_look {
	/** Round. */
	SRIOV_LOOK_ROUND = 0,
	/** Flat. */
	/* refused: SRIOV_FLAT does not begin with SRIOV_LOOK_ */
	SRIOV_FLAT = 1,
};
