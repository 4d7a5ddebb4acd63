/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code read_all(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_capabilities *all;
	enum sriov_code code = sriov_device_read_capabilities(device, &all, error);

	if (!code && (!sriov_capabilities_get_iov(all) || !sriov_capabilities_get_msix(all) ||
		      !sriov_capabilities_get_serial_number(all)))
		code = HALF;
	sriov_capabilities_unref(all);
	return code;
}

/* Of a card whose extended list is out of reach. */
static enum sriov_code read_first(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_capabilities *all;
	enum sriov_code code = sriov_device_read_capabilities(device, &all, error);

	if (!code && !sriov_capabilities_get_obstacle(all))
		code = HALF;
	sriov_capabilities_unref(all);
	return code;
}

static const struct step steps[] = {
	{"read all capabilities", .on_device = read_all, .target = SECOND},
	{"read the first capabilities", .on_device = read_first, .target = VF},
};

STEPS(capabilities)
