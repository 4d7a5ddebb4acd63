/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads and changes the settings of the VFs behind one interface. */
#ifndef KERNEL_VF_REQUEST_H
#define KERNEL_VF_REQUEST_H

#include "kernel/netlink.h"
#include "kernel/vf_message.h"

/* In one question; the array has an entry for each VF, from VF 0 on, and is the caller's to free.
 */
enum sriov_code vf_request_read(struct netlink *netlink, int ifindex, bool statistics,
				struct vf_facts **facts, size_t *count, struct sriov_error **error);

/* In one send, in this order; fails only when it is not known what became of them. */
enum sriov_code vf_request_change(struct netlink *netlink, int ifindex,
				  const struct netlink_subject *subject,
				  const struct vf_change *changes, size_t count,
				  struct netlink_verdict *verdicts, struct sriov_error **error);

#endif
