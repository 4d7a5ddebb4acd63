/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What has been there since when?
 */
#include "gadget.h"

/** @brief How it smells. */
/* refused: sriov_smell has no @since */
enum sriov_smell {
	/** Of oil. */
	SRIOV_SMELL_OIL = 0,
};

/**
 * @brief Hides it.
 * @param gadget may be NULL.
 * @since the beginning
 */
/* refused: sriov_gadget_hide: @since "the beginning" is no version */
void sriov_gadget_hide(struct sriov_gadget *gadget);
