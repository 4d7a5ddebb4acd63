/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The functions that test_added.py adds, on top of the library's own. */
#include <sriov/sriov.h>
#include <stdio.h>

unsigned int sriov_pf_get_spare_vfs(const struct sriov_pf *pf)
{
	return sriov_pf_get_total_vfs(pf) - sriov_pf_get_vf_count(pf);
}

enum sriov_code sriov_pf_read_motto(const struct sriov_pf *pf, const char *greeting, char **motto,
				    struct sriov_error **error)
{
	const char *begin = greeting ? greeting : "Hello";
	const char *interface = sriov_pf_get_interface(pf);
	struct sriov_device *none;

	*motto = NULL;
	/* The error of another call will do. */
	if (*begin == ' ')
		return sriov_device_open(NULL, begin, &none, error);
	if (asprintf(motto, "%s, %s", begin, interface) < 0)
		return SRIOV_CODE_NO_MEMORY;
	return SRIOV_CODE_OK;
}
