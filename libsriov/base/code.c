/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/error.h"

#include "base/common.h"

EXPORT const char *sriov_code_get_name(enum sriov_code code)
{
	static const char *const names[] = {
		[SRIOV_CODE_OK] = "ok",
		[SRIOV_CODE_FAILED] = "failed",
		[SRIOV_CODE_INVALID] = "invalid",
		[SRIOV_CODE_NOT_FOUND] = "not-found",
		[SRIOV_CODE_UNSUPPORTED] = "unsupported",
		[SRIOV_CODE_FORBIDDEN] = "forbidden",
		[SRIOV_CODE_NO_MEMORY] = "no-memory",
		[SRIOV_CODE_BUSY] = "busy",
		[SRIOV_CODE_GONE] = "gone",
		[SRIOV_CODE_NOT_PF] = "not-pf",
		[SRIOV_CODE_NOT_VF] = "not-vf",
		[SRIOV_CODE_TOO_MANY_VFS] = "too-many-vfs",
		[SRIOV_CODE_NO_DRIVER] = "no-driver",
		[SRIOV_CODE_WOULD_DESTROY] = "would-destroy",
		[SRIOV_CODE_ALREADY] = "already",
		[SRIOV_CODE_PARTIAL] = "partial",
		[SRIOV_CODE_BLACKLISTED] = "blacklisted",
		[SRIOV_CODE_MALFORMED] = "malformed",
		[SRIOV_CODE_TIMEOUT] = "timeout",
		[SRIOV_CODE_CANCELLED] = "cancelled",
	};

	return (size_t)code < ARRAY_SIZE(names) ? names[code] : "unknown";
}
