/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/version.h"

#include "base/common.h"

EXPORT const char *sriov_get_version(void)
{
	return PACKAGE_VERSION;
}
