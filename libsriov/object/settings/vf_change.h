/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Changes of VF settings: sent together, judged one by one. */
#ifndef OBJECT_VF_CHANGE_H
#define OBJECT_VF_CHANGE_H

#include "kernel/netlink.h"
#include "kernel/vf_message.h"
#include "object/pf/pf_link.h"

/*
 * Makes the changes to VFs of this PF in one send, in this order; a refused one does not keep the
 * next from being made. With one change the error is about its VF; with many it has a cause for
 * each that was refused, and is SRIOV_CODE_PARTIAL when some were made.
 */
enum sriov_code vf_change_apply(const struct sriov_pf *pf, const struct pf_link *link,
				struct vf_change *changes, size_t count,
				struct sriov_error **error);

/* The same in its steps. */

/* Where one rate alone is to change, looks up the other one. Nothing is changed when it fails. */
enum sriov_code vf_change_complete(const struct sriov_pf *pf, const struct pf_link *link,
				   struct vf_change *changes, size_t count,
				   struct sriov_error **error);

/* SRIOV_CODE_BUSY while an earlier change of the PF is not over. */
enum sriov_code vf_change_check(const struct sriov_pf *pf, struct sriov_error **error);

/* That, and then pf_link_find(). */
enum sriov_code vf_change_find_link(const struct sriov_pf *pf, struct pf_link *link,
				    struct sriov_error **error);

/* Tells the log of them. */
void vf_change_log(const struct sriov_pf *pf, const struct vf_change *changes, size_t count);

/* Why it is not known what became of them; the words are those of vf_changes_describe(). */
enum sriov_code vf_change_explain(const struct sriov_pf *pf, enum sriov_code code,
				  const char *words, struct sriov_error **error);

/* Fails only when it is not known what became of them. */
enum sriov_code vf_change_send(const struct sriov_pf *pf, const struct pf_link *link,
			       const struct vf_change *changes, size_t count,
			       struct netlink_verdict *verdicts, struct sriov_error **error);

#endif
