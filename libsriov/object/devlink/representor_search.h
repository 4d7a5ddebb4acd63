/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The search for the interfaces that stand for VFs, by ports of devlink or by names of ports. */
#ifndef OBJECT_REPRESENTOR_SEARCH_H
#define OBJECT_REPRESENTOR_SEARCH_H

#include "kernel/devlink_message.h"
#include "object/netdev/netdev.h"
#include "object/pf/pf.h"

/* What is read once for all VFs. */
struct representor_search {
	struct sriov_pf *pf;
	char label[PF_LABEL_SIZE];
	struct devlink_port *ports;
	size_t port_count;
	struct netdev_facts *links; /* only where the ports tell nothing of VFs */
	size_t link_count;
	const char *switch_id; /* of the PF; NULL for none */
};

/*
 * Fails when the PF's VFs have no representors: SRIOV_CODE_NOT_FOUND in legacy mode,
 * SRIOV_CODE_UNSUPPORTED without another one. The search begins zeroed, and is ended always.
 */
enum sriov_code representor_search_begin(struct sriov_pf *pf, struct representor_search *search,
					 struct sriov_error **error);

enum sriov_code representor_search_find(const struct representor_search *search,
					unsigned int vf_index, struct sriov_netdev **netdev,
					struct sriov_error **error);

/* For CLEANUP(). */
void representor_search_end(struct representor_search *search);

#endif
