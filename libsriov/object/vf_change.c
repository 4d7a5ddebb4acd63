/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vf_change.h"

#include "base/error.h"
#include "kernel/vf_request.h"
#include "object/vf_change_text.h"
#include "object/vf_refusal.h"

static void log_changes(const struct sriov_pf *pf, const struct vf_change *changes, size_t count)
{
	const struct log *log = &pf->device->context->log;
	char label[PF_LABEL_SIZE], text[VF_CHANGE_TEXT_SIZE];

	pf_label(pf, label);
	for (size_t i = 0; log->callback && i < count; i++) {
		vf_change_describe(&changes[i], text);
		log_add(log, SRIOV_LOG_LEVEL_INFO, "VF %u of %s: %s", changes[i].vf_index, label,
			text);
	}
}

enum sriov_code vf_change_apply(const struct sriov_pf *pf, const struct pf_link *link,
				const struct vf_change *changes, size_t count,
				struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct netlink_verdict *verdicts = NULL;
	char label[PF_LABEL_SIZE];
	enum sriov_code code;

	verdicts = calloc(count + 1, sizeof(*verdicts));
	if (!verdicts)
		return error_no_memory(error);
	log_changes(pf, changes, count);
	code = vf_request_change(link->netlink, link->index, changes, count, verdicts, error);
	if (!code)
		return vf_refusal_tell(pf, changes, verdicts, count, error);
	pf_label(pf, label);
	error_explain(error, code, "%s: cannot change the settings of its VFs", label);
	error_set_device(error, pf->device->address);
	return code;
}
