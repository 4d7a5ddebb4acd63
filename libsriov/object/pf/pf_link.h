/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From a PF to the network interface that takes the settings of its VFs. */
#ifndef OBJECT_PF_LINK_H
#define OBJECT_PF_LINK_H

#include "object/pf/pf.h"

struct netlink;

/* Good for the moment of use: the netlink is the context's. */
struct pf_link {
	struct netlink *netlink;
	int index;
};

/*
 * Looks the interface up anew and makes sure that the kernel has it, in the network namespace of
 * this process, on this very device: sysfs may be that of another namespace, or made up, and then
 * the index is somebody else's. SRIOV_CODE_UNSUPPORTED when the PF has none,
 * SRIOV_CODE_NOT_FOUND when it is elsewhere.
 */
enum sriov_code pf_link_find(const struct sriov_pf *pf, struct pf_link *link,
			     struct sriov_error **error);

#endif
