/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From the kernel's verdicts on changes of VF settings to errors. */
#ifndef OBJECT_VF_REFUSAL_H
#define OBJECT_VF_REFUSAL_H

#include "kernel/netlink.h"
#include "kernel/vf_message.h"
#include "object/pf/pf.h"

/*
 * SRIOV_CODE_OK when nothing was refused; else as vf_change_apply() says. Where "each" is not NULL
 * it has a place for each change, and those that were refused get their own errors there.
 */
enum sriov_code vf_refusal_tell(const struct sriov_pf *pf, const struct vf_change *changes,
				const struct netlink_verdict *verdicts, size_t count,
				struct sriov_error **each, struct sriov_error **error);

#endif
