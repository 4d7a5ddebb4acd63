/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_mac.h"

#include <string.h>
#include <strings.h>

#include "base/mac.h"
#include "object/vf/vf.h"

/*
 * These give a VF without an admin MAC none at all, so that its driver makes one up and says so.
 * Others (i40e, ice) make one up in the PF, and it looks like an admin MAC.
 */
static bool pf_leaves_mac_to_vf(const char *pf_driver)
{
	return pf_driver && (!strcmp(pf_driver, "igb") || !strcmp(pf_driver, "ixgbe"));
}

enum vf_mac_origin vf_mac_judge(const char *pf_driver, const char *pf_mac,
				enum vf_mac_assignment assignment, const char *interface_mac)
{
	if (!pf_mac)
		return VF_MAC_NONE;
	/* Once somebody set the interface's MAC it tells nothing more. */
	if (!interface_mac || (assignment != VF_MAC_PERMANENT && assignment != VF_MAC_RANDOM))
		return VF_MAC_UNKNOWN;
	/* Given since the VF's driver was loaded: it counts from the next load on. */
	if (strcasecmp(pf_mac, interface_mac) != 0)
		return VF_MAC_ADMIN;
	if (assignment == VF_MAC_RANDOM)
		return VF_MAC_OWN;
	return pf_leaves_mac_to_vf(pf_driver) ? VF_MAC_ADMIN : VF_MAC_UNKNOWN;
}

static enum vf_mac_assignment read_interface(const struct sriov_device *device,
					     const char *interface, char mac[MAC_SIZE + 1])
{
	const struct tree *sysfs = &device->context->sysfs;
	uint64_t assignment;

	if (tree_read_line(sysfs, mac, MAC_SIZE + 1, NULL, "bus/pci/devices/%s/net/%s/address",
			   device->address, interface) ||
	    tree_read_number(sysfs, 10, VF_MAC_SET, &assignment, NULL,
			     "bus/pci/devices/%s/net/%s/addr_assign_type", device->address,
			     interface))
		return VF_MAC_UNSEEN;
	return (enum vf_mac_assignment)assignment;
}

enum vf_mac_origin vf_mac_find_origin(const struct sriov_vf *vf, const char *pf_mac)
{
	CLEANUP(cleanup_free) char *interface = NULL;
	enum vf_mac_assignment assignment = VF_MAC_UNSEEN;
	char mac[MAC_SIZE + 1] = "";

	/* It may have been renamed since the VF was read, or have come or gone. */
	if (vf->device && !device_read_interface(vf->device, &interface, NULL) && interface)
		assignment = read_interface(vf->device, interface, mac);
	return vf_mac_judge(sriov_device_get_driver(vf->pf->device), pf_mac, assignment, mac);
}
