/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Who gave a VF its MAC.
 *
 * The kernel gives the MAC that a PF has for a VF, and not who set it: the administrator, or the
 * VF's driver, which tells the PF the one that it made up. Only an admin MAC binds the VF. The VF's
 * interface tells the two apart as long as the host sees it.
 */
#ifndef OBJECT_VF_MAC_H
#define OBJECT_VF_MAC_H

#include "sriov/vf.h"

enum vf_mac_origin {
	/* The PF has none for it. */
	VF_MAC_NONE,
	/* The VF's driver made it up. */
	VF_MAC_OWN,
	/* The host does not tell. */
	VF_MAC_UNKNOWN,
	VF_MAC_ADMIN,
};

/* The numbers of addr_assign_type, and one for "no interface that is seen here". */
enum vf_mac_assignment {
	VF_MAC_UNSEEN = -1,
	VF_MAC_PERMANENT = 0,
	VF_MAC_RANDOM = 1,
	VF_MAC_STOLEN = 2,
	VF_MAC_SET = 3,
};

/* Both MACs may be NULL: the one that the PF has, and that of the VF's interface. */
enum vf_mac_origin vf_mac_judge(const char *pf_driver, const char *pf_mac,
				enum vf_mac_assignment assignment, const char *interface_mac);

/* The same for a VF as it is now, whose settings have this MAC. What cannot be read is unknown. */
enum vf_mac_origin vf_mac_find_origin(const struct sriov_vf *vf, const char *pf_mac);

#endif
