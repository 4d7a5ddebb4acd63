/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* refused at 1: all_is_documented.h has no @file @brief */
#include "gadget.h"

/** @since 0.1 */
/* refused: sriov_mood is not documented */
enum sriov_mood {
	/* refused: SRIOV_MOOD_GOOD is not documented */
	SRIOV_MOOD_GOOD = 0,
};

/**
 * @param gadget may be NULL.
 * @since 0.1
 */
/* refused: sriov_gadget_hide is not documented */
void sriov_gadget_hide(struct sriov_gadget *gadget);

/* refused: sriov_gadget_show has no @since */
/* refused: sriov_gadget_show is not documented */
/* refused: sriov_gadget_show(): no @param gadget */
void sriov_gadget_show(struct sriov_gadget *gadget);
