/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_support.h"

#include <string.h>

/* The one of igb's devices that limits rates. */
static bool is_82576(const struct sriov_device *device)
{
	static const uint16_t ids[] = {0x10c9, 0x10e6, 0x10e7, 0x10e8,
				       0x150a, 0x150d, 0x1518, 0x1526};

	for (size_t i = 0; i < ARRAY_SIZE(ids); i++)
		if (sriov_device_get_vendor_id(device) == 0x8086 &&
		    sriov_device_get_device_id(device) == ids[i])
			return true;
	return false;
}

struct vf_support vf_support_of(const struct sriov_pf *pf)
{
	const char *driver = pf->device->driver;

	if (!driver || strcmp(driver, "igb") != 0)
		return (struct vf_support) {0};
	return (struct vf_support) {
		.no_min_rate = true,
		.no_max_rate = !is_82576(pf->device),
		.no_link_state = true,
		.no_statistics = true,
	};
}
