/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From a PF to the network interface that takes the settings of its VFs. */
#ifndef OBJECT_PF_LINK_H
#define OBJECT_PF_LINK_H

#include "object/pf/pf.h"

struct link_facts;
struct netlink;

/* IF_NAMESIZE, without all else that is in its header. */
#define PF_LINK_NAME_SIZE 16

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

/*
 * The same in two parts, for who asks the kernel about that index himself, in between: the name is
 * for the second one. The failure is that of the kernel's answer, and NULL when there is one.
 */
enum sriov_code pf_link_guess(const struct sriov_pf *pf, char name[PF_LINK_NAME_SIZE], int *index,
			      struct sriov_error **error);
enum sriov_code pf_link_judge(const struct sriov_pf *pf, const char *name, int index,
			      const struct link_facts *link, struct sriov_error *failure,
			      struct sriov_error **error);

#endif
