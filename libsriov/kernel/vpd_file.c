/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The door to a device's VPD: a file that the device itself answers, slowly. */
#include "kernel/vpd.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/common.h"

static const char *explain(int number)
{
	switch (number) {
	case EIO:
		return "the kernel finds nothing sound there, or the device does not answer; see "
		       "the kernel's log (dmesg)";
	case ETIMEDOUT:
		return "the device does not answer in time, which may be its firmware's fault";
	case EPERM:
	case EACCES:
		return "it takes root";
	default:
		return NULL;
	}
}

static enum sriov_code fail(const struct tree *sysfs, const char *address, int number,
			    struct sriov_error **error)
{
	const char *why = explain(number);
	enum sriov_code code =
		error_set_system(error, number, "read", NULL, "read %s/bus/pci/devices/%s/vpd",
				 sysfs->root, address);

	if (!why)
		return code;
	return error_explain(error, code, "%s: its VPD cannot be read: %s", address, why);
}

enum sriov_code vpd_read(const struct tree *sysfs, const char *address, uint8_t bytes[VPD_MOST],
			 size_t *size, struct sriov_error **error)
{
	CLEANUP(cleanup_close) int fd = -1;
	ssize_t count = 0;
	enum sriov_code code =
		tree_open_file(sysfs, O_RDONLY, &fd, error, "bus/pci/devices/%s/vpd", address);

	*size = 0;
	if (code == SRIOV_CODE_FORBIDDEN)
		return error_explain(error, code, "%s: its VPD cannot be read: %s", address,
				     explain(EACCES));
	if (code)
		return code;
	do {
		*size += (size_t)count;
		count = pread(fd, bytes + *size, VPD_MOST - *size, (off_t)*size);
	} while (count > 0);
	return count < 0 ? fail(sysfs, address, errno, error) : SRIOV_CODE_OK;
}
