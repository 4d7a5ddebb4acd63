/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Functions that only C can call.
 */
#include "gadget.h"

/**
 * @brief How fast it could be.
 * @param gadget may be NULL.
 * @return the speed.
 * @since 0.1
 */
/* refused: sriov_gadget_get_most_mbps() is inline: no library exports it */
static inline unsigned int sriov_gadget_get_most_mbps(const struct sriov_gadget *gadget)
{
	return gadget ? 2 : 0;
}

/**
 * @brief Writes something on it.
 * @param gadget may be NULL.
 * @param format like printf()'s.
 * @since 0.1
 */
/* refused: sriov_gadget_write() takes any number of arguments */
void sriov_gadget_write(struct sriov_gadget *gadget, const char *format, ...);
