/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_ERROR_H
#define SRIOV_ERROR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_code {
	SRIOV_CODE_OK = 0,
	SRIOV_CODE_FAILED = 1,
	SRIOV_CODE_INVALID = 2,
	SRIOV_CODE_NOT_FOUND = 3,
	SRIOV_CODE_UNSUPPORTED = 4,
	SRIOV_CODE_FORBIDDEN = 5,
	SRIOV_CODE_NO_MEMORY = 6,
	SRIOV_CODE_BUSY = 7,
	SRIOV_CODE_GONE = 8,
	SRIOV_CODE_NOT_PF = 9,
	SRIOV_CODE_NOT_VF = 10,
	SRIOV_CODE_TOO_MANY_VFS = 11,
	SRIOV_CODE_NO_DRIVER = 12,
	SRIOV_CODE_WOULD_DESTROY = 13,
	SRIOV_CODE_ALREADY = 14,
	SRIOV_CODE_PARTIAL = 15,
	SRIOV_CODE_BLACKLISTED = 16,
	SRIOV_CODE_MALFORMED = 17,
};

const char *sriov_code_get_name(enum sriov_code code);

struct sriov_error;

struct sriov_error *sriov_error_ref(struct sriov_error *error);

void sriov_error_unref(struct sriov_error *error);

enum sriov_code sriov_error_get_code(const struct sriov_error *error);

int sriov_error_get_errno(const struct sriov_error *error);

const char *sriov_error_get_operation(const struct sriov_error *error);

const char *sriov_error_get_path(const struct sriov_error *error);

const char *sriov_error_get_attribute(const struct sriov_error *error);

const char *sriov_error_get_device(const struct sriov_error *error);

int sriov_error_get_vf_index(const struct sriov_error *error);

const char *sriov_error_get_message(const struct sriov_error *error);

size_t sriov_error_get_cause_count(const struct sriov_error *error);

const struct sriov_error *sriov_error_get_cause(const struct sriov_error *error, size_t position);

#ifdef __cplusplus
}
#endif

#endif
