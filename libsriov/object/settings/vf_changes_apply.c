/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Changes on their way to the kernel and back: one send, one reading. */
#include <string.h>

#include "base/error.h"
#include "object/settings/vf_change.h"
#include "object/settings/vf_change_compare.h"
#include "object/settings/vf_change_text.h"
#include "object/settings/vf_changes.h"
#include "object/settings/vf_reading.h"
#include "object/settings/vf_refusal.h"

static void forget(struct sriov_vf_changes *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		sriov_error_unref(changes->errors[i]);
		changes->errors[i] = NULL;
		changes->results[i] = SRIOV_VF_CHANGE_RESULT_NOT_SENT;
	}
}

/* --- Reading back ----------------------------------------------------------------------------- */

/* What a setting covers: both rates cover each of them. */
static uint32_t cover(enum sriov_vf_setting setting)
{
	if (setting == SRIOV_VF_SETTING_RATES)
		return VF_TOLD(SRIOV_VF_SETTING_MIN_RATE) | VF_TOLD(SRIOV_VF_SETTING_MAX_RATE);
	return VF_TOLD(setting);
}

static void tell_difference(struct sriov_vf_changes *changes, size_t position,
			    const struct vf_change *told)
{
	const struct vf_change *change = &changes->changes[position];
	struct sriov_error **error = &changes->errors[position];
	char label[PF_LABEL_SIZE], wanted[VF_CHANGE_TEXT_SIZE], found[VF_CHANGE_TEXT_SIZE];

	pf_label(changes->pf, label);
	vf_change_describe(change, wanted);
	vf_change_describe_value(told, found);
	error_set(error, SRIOV_CODE_PARTIAL,
		  "VF %u of %s: the driver agreed to %s, and tells %s: it may take effect later",
		  change->vf_index, label, wanted, found);
	error_set_device(error, changes->pf->device->address);
	error_set_vf(error, change->vf_index);
	error_set_attribute(error, vf_message_get_attribute(change));
	log_add(&changes->pf->device->context->log, SRIOV_LOG_LEVEL_WARNING, "%s",
		sriov_error_get_message(*error));
}

static void compare_one(struct sriov_vf_changes *changes, size_t position,
			const struct vf_facts *facts)
{
	const struct vf_change *change = &changes->changes[position];
	enum sriov_vf_change_result *result = &changes->results[position];
	struct vf_change told;

	if (!vf_change_is_told(change, facts))
		return;
	told = vf_change_from_facts(change, facts);
	if (vf_change_is_same(change, &told)) {
		*result = SRIOV_VF_CHANGE_RESULT_APPLIED;
	} else if (*result == SRIOV_VF_CHANGE_RESULT_ACCEPTED) {
		*result = SRIOV_VF_CHANGE_RESULT_DIFFERENT;
		tell_difference(changes, position, &told);
	}
}

/* From the last on: a change that another one took the place of is compared with nothing. */
bool vf_changes_compare(struct sriov_vf_changes *changes, const struct vf_facts *facts,
			size_t count)
{
	CLEANUP(cleanup_free) uint32_t *seen = calloc(count + 1, sizeof(*seen));

	for (size_t i = seen ? changes->count : 0; i-- > 0;) {
		const struct vf_change *change = &changes->changes[i];
		uint32_t covered = cover(change->setting);

		if (changes->results[i] == SRIOV_VF_CHANGE_RESULT_REFUSED ||
		    change->vf_index >= count)
			continue;
		if (!(seen[change->vf_index] & covered))
			compare_one(changes, i, &facts[change->vf_index]);
		seen[change->vf_index] |= covered;
	}
	return seen != NULL;
}

/* What cannot be read back was made all the same. */
static void read_back(struct sriov_vf_changes *changes)
{
	CLEANUP(error_cleanup) struct sriov_error *error = NULL;
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = changes->pf, .kind = VF_READING_SETTINGS};

	if (!vf_reading_ask(&reading, &changes->link, &error) &&
	    !vf_changes_compare(changes, reading.facts, reading.count))
		error_no_memory(&error);
	if (error)
		log_add(&changes->pf->device->context->log, SRIOV_LOG_LEVEL_WARNING,
			"what was changed cannot be read back: %s", sriov_error_get_message(error));
}

/* --- Sending ---------------------------------------------------------------------------------- */

/* Gives how many were not refused. */
static size_t note_results(struct sriov_vf_changes *changes, const struct netlink_verdict *verdicts,
			   enum sriov_code sent)
{
	size_t left = 0;

	for (size_t i = 0; i < changes->count; i++) {
		if (sent)
			changes->results[i] = SRIOV_VF_CHANGE_RESULT_UNKNOWN;
		else if (verdicts[i].number)
			changes->results[i] = SRIOV_VF_CHANGE_RESULT_REFUSED;
		else
			changes->results[i] = SRIOV_VF_CHANGE_RESULT_ACCEPTED;
		left += changes->results[i] != SRIOV_VF_CHANGE_RESULT_REFUSED;
	}
	return left;
}

static enum sriov_code apply(struct sriov_vf_changes *changes, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct netlink_verdict *verdicts = NULL;
	enum sriov_code code;

	verdicts = calloc(changes->count, sizeof(*verdicts));
	if (!verdicts)
		return error_no_memory(error);
	code = vf_change_check(changes->pf, error);
	if (!code)
		code = vf_change_complete(changes->pf, &changes->link, changes->changes,
					  changes->count, error);
	if (code)
		return code;
	code = vf_change_send(changes->pf, &changes->link, changes->changes, changes->count,
			      verdicts, error);
	/* While it goes on there is nothing to be read. */
	if (note_results(changes, verdicts, code) && code != SRIOV_CODE_TIMEOUT &&
	    code != SRIOV_CODE_BUSY)
		read_back(changes);
	if (code)
		return code;
	return vf_refusal_tell(changes->pf, changes->changes, verdicts, changes->count,
			       changes->errors, error);
}

EXPORT enum sriov_code sriov_vf_changes_apply(struct sriov_vf_changes *changes,
					      struct sriov_error **error)
{
	if (!changes)
		return error_null(error, "changes");
	forget(changes);
	return changes->count ? apply(changes, error) : SRIOV_CODE_OK;
}
