/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Errors of a small library that keeps all rules.
 */
#ifndef SRIOV_ERROR_H
#define SRIOV_ERROR_H

#include <stddef.h>

/**
 * @brief What a call came to.
 * @since 0.1
 */
enum sriov_code {
	/** Success. */
	SRIOV_CODE_OK = 0,
	/** The kernel refused. */
	SRIOV_CODE_FAILED = 1,
	/** An argument makes no sense. */
	SRIOV_CODE_INVALID = 2,
	/** Out of memory. */
	SRIOV_CODE_NO_MEMORY = 6,
};

/**
 * @brief What a code is called.
 * @param code any value.
 * @return constant.
 * @since 0.1
 */
const char *sriov_code_get_name(enum sriov_code code);

/**
 * @brief One failure.
 * @since 0.1
 */
struct sriov_error;

/**
 * @brief Takes a reference.
 * @param error may be NULL.
 * @return `error`.
 * @since 0.1
 */
struct sriov_error *sriov_error_ref(struct sriov_error *error);

/**
 * @brief Drops a reference.
 * @param error may be NULL.
 * @since 0.1
 */
void sriov_error_unref(struct sriov_error *error);

/**
 * @brief The code that the call returned.
 * @param error may be NULL.
 * @return the code.
 * @since 0.1
 */
enum sriov_code sriov_error_get_code(const struct sriov_error *error);

#endif
