/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief A layout.
 */
#include "gadget.h"

/**
 * @brief What is in a wheel.
 * @since 0.1
 */
/* refused: struct sriov_wheel shows what is in it: spokes, name */
struct sriov_wheel {
	/** How many. */
	int spokes;
	/** What it is called. */
	const char *name;
};

/**
 * @brief Takes a reference.
 * @param wheel may be NULL.
 * @return `wheel`.
 * @since 0.1
 */
struct sriov_wheel *sriov_wheel_ref(struct sriov_wheel *wheel);

/**
 * @brief Drops a reference.
 * @param wheel may be NULL.
 * @since 0.1
 */
void sriov_wheel_unref(struct sriov_wheel *wheel);
