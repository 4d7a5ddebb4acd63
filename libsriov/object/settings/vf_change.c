/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_change.h"

#include "base/error.h"
#include "kernel/vf_request.h"
#include "object/settings/vf_change_text.h"
#include "object/settings/vf_reading.h"
#include "object/settings/vf_refusal.h"

void vf_change_log(const struct sriov_pf *pf, const struct vf_change *changes, size_t count)
{
	const struct log *log = &pf->device->context->log;
	char label[PF_LABEL_SIZE], text[VF_CHANGE_TEXT_SIZE];

	if (!log->callback)
		return;
	pf_label(pf, label);
	for (size_t i = 0; i < count; i++) {
		vf_change_describe(&changes[i], text);
		log_add(log, SRIOV_LOG_LEVEL_INFO, "VF %u of %s: %s", changes[i].vf_index, label,
			text);
	}
}

static bool is_half(const struct vf_change *change)
{
	return change->setting == SRIOV_VF_SETTING_MIN_RATE ||
	       change->setting == SRIOV_VF_SETTING_MAX_RATE;
}

/* Kernels before 3.16 have a maximum alone. */
static enum sriov_code fail_minimum(const struct sriov_pf *pf, const struct vf_change *change,
				    struct sriov_error **error)
{
	char label[PF_LABEL_SIZE], text[VF_CHANGE_TEXT_SIZE];

	pf_label(pf, label);
	vf_change_describe(change, text);
	error_set(error, SRIOV_CODE_UNSUPPORTED,
		  "VF %u of %s: cannot %s: the kernel tells of no minimum", change->vf_index, label,
		  text);
	error_set_device(error, pf->device->address);
	error_set_vf(error, change->vf_index);
	return SRIOV_CODE_UNSUPPORTED;
}

/* The facts are kept as they will be: an earlier change counts for a later one. */
static enum sriov_code complete_one(const struct sriov_pf *pf, struct vf_change *change,
				    struct vf_facts *facts, struct sriov_error **error)
{
	if (change->setting == SRIOV_VF_SETTING_MIN_RATE) {
		if (!(facts->told & VF_TOLD(SRIOV_VF_SETTING_MIN_RATE)))
			return fail_minimum(pf, change, error);
		change->rates.max_mbps = facts->max_rate_mbps;
	} else if (change->setting == SRIOV_VF_SETTING_MAX_RATE) {
		change->rates.old = !(facts->told & VF_TOLD(SRIOV_VF_SETTING_MIN_RATE));
		change->rates.min_mbps = facts->min_rate_mbps;
	}
	facts->min_rate_mbps = change->rates.min_mbps;
	facts->max_rate_mbps = change->rates.max_mbps;
	return SRIOV_CODE_OK;
}

enum sriov_code vf_change_check(const struct sriov_pf *pf, struct sriov_error **error)
{
	enum sriov_code code =
		tree_check_overdue(&pf->device->context->sysfs, pf->device->address, error);
	char label[PF_LABEL_SIZE];

	if (!code)
		return code;
	pf_label(pf, label);
	return error_explain(error, code,
			     "%s: cannot change the settings of its VFs: an earlier change is not "
			     "over",
			     label);
}

enum sriov_code vf_change_find_link(const struct sriov_pf *pf, struct pf_link *link,
				    struct sriov_error **error)
{
	enum sriov_code code = vf_change_check(pf, error);

	return code ? code : pf_link_find(pf, link, error);
}

enum sriov_code vf_change_complete(const struct sriov_pf *pf, const struct pf_link *link,
				   struct vf_change *changes, size_t count,
				   struct sriov_error **error)
{
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = pf, .kind = VF_READING_SETTINGS};
	enum sriov_code code = SRIOV_CODE_OK;
	size_t halves = 0;

	for (size_t i = 0; i < count; i++)
		halves += is_half(&changes[i]);
	if (!halves)
		return code;
	code = vf_reading_ask(&reading, link, error);
	for (size_t i = 0; !code && i < count; i++) {
		struct vf_change *change = &changes[i];

		if (is_half(change))
			code = vf_reading_check(&reading, change->vf_index, error);
		else if (change->setting != SRIOV_VF_SETTING_RATES ||
			 change->vf_index >= reading.count)
			continue;
		if (!code)
			code = complete_one(pf, change, &reading.facts[change->vf_index], error);
	}
	return code;
}

enum sriov_code vf_change_explain(const struct sriov_pf *pf, enum sriov_code code,
				  const char *words, struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
	if (code == SRIOV_CODE_TIMEOUT)
		error_explain(error, code,
			      "%s: %s: it is not over in time, and goes on in the kernel", label,
			      words);
	else if (code == SRIOV_CODE_BUSY)
		error_explain(error, code,
			      "%s: cannot change the settings of its VFs: an earlier change is not "
			      "over",
			      label);
	else
		error_explain(error, code, "%s: cannot change the settings of its VFs", label);
	error_set_device(error, pf->device->address);
	return code;
}

enum sriov_code vf_change_send(const struct sriov_pf *pf, const struct pf_link *link,
			       const struct vf_change *changes, size_t count,
			       struct netlink_verdict *verdicts, struct sriov_error **error)
{
	char words[VF_CHANGES_TEXT_SIZE];
	struct netlink_subject subject = {pf->device->address, words};
	enum sriov_code code;

	vf_change_log(pf, changes, count);
	vf_changes_describe(changes, count, words);
	code = vf_request_change(link->netlink, link->index, &subject, changes, count, verdicts,
				 error);
	return code ? vf_change_explain(pf, code, words, error) : code;
}

enum sriov_code vf_change_apply(const struct sriov_pf *pf, const struct pf_link *link,
				struct vf_change *changes, size_t count, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct netlink_verdict *verdicts = NULL;
	enum sriov_code code;

	verdicts = calloc(count + 1, sizeof(*verdicts));
	if (!verdicts)
		return error_no_memory(error);
	code = vf_change_complete(pf, link, changes, count, error);
	if (!code)
		code = vf_change_send(pf, link, changes, count, verdicts, error);
	return code ? code : vf_refusal_tell(pf, changes, verdicts, count, NULL, error);
}
