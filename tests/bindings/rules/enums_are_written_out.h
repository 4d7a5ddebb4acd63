/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Numbers that may change by themselves.
 */
#include "gadget.h"

/**
 * @brief How it feels.
 * @since 0.1
 */
enum sriov_feeling {
	/** Nobody knows. */
	SRIOV_FEELING_UNKNOWN = -1,
	/** Good. */
	/* refused: SRIOV_FEELING_GOOD has no number */
	SRIOV_FEELING_GOOD,
	/** Better. */
	SRIOV_FEELING_BETTER = 2,
	/** Well. */
	/* refused: SRIOV_FEELING_WELL has the number of SRIOV_FEELING_BETTER */
	SRIOV_FEELING_WELL = 2,
	/** Best. */
	/* refused: SRIOV_FEELING_BEST is SRIOV_FEELING_BETTER + 1, which is no plain number */
	SRIOV_FEELING_BEST = SRIOV_FEELING_BETTER + 1,
	/** Out of this world. */
	/* refused: SRIOV_FEELING_HUGE does not fit in an int */
	SRIOV_FEELING_HUGE = 0x80000000,
};

/**
 * @brief It has no name.
 * @since 0.1
 */
/* refused: an enum has no name */
enum {
	/** One. */
	SRIOV_LOOSE = 1,
};
