/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vf_refusal.h"

#include <limits.h>
#include <stdio.h>

#include "base/error.h"
#include "object/vf_change_text.h"

#define REASON_SIZE 128

/* Meant for the inside of the kernel, but some drivers let it out: no C library knows it. */
#define KERNEL_ENOTSUPP 524

/* What is known when refusals are told. */
struct trial {
	const struct sriov_pf *pf;
	const struct vf_change *changes;
	const struct netlink_verdict *verdicts;
	size_t count;
	unsigned int vf_count; /* now: an index past it explains a refusal */
	char label[PF_LABEL_SIZE];
};

static enum sriov_code code_of(const struct trial *trial, size_t position)
{
	int number = trial->verdicts[position].number;
	enum sriov_code code =
		number == KERNEL_ENOTSUPP ? SRIOV_CODE_UNSUPPORTED : error_code_of(number);

	/* ENOENT is of no file here. */
	if (code == SRIOV_CODE_NOT_FOUND)
		code = SRIOV_CODE_FAILED;
	/* To an index past the end drivers say EINVAL, as to all else that they do not like. */
	if (code == SRIOV_CODE_FAILED && trial->changes[position].vf_index >= trial->vf_count)
		code = SRIOV_CODE_NOT_FOUND;
	return code;
}

/* Why, and what to do where that is known. */
static void explain(const struct trial *trial, enum sriov_code code, char text[REASON_SIZE])
{
	const char *driver = trial->pf->device->driver;

	if (code == SRIOV_CODE_UNSUPPORTED && driver)
		snprintf(text, REASON_SIZE, "the driver %s has no such setting", driver);
	else if (code == SRIOV_CODE_UNSUPPORTED)
		snprintf(text, REASON_SIZE, "the driver has no such setting");
	else if (code == SRIOV_CODE_NOT_FOUND && trial->vf_count)
		snprintf(text, REASON_SIZE, "the PF has VFs 0 to %u now", trial->vf_count - 1);
	else if (code == SRIOV_CODE_NOT_FOUND)
		snprintf(text, REASON_SIZE, "the PF has no VFs now");
	else if (code == SRIOV_CODE_FORBIDDEN)
		snprintf(text, REASON_SIZE,
			 "the caller lacks CAP_NET_ADMIN, or the driver forbids it");
	else if (code == SRIOV_CODE_BUSY)
		snprintf(text, REASON_SIZE,
			 "the driver cannot now, as while the VF resets: try again");
	else if (code == SRIOV_CODE_GONE)
		snprintf(text, REASON_SIZE, "the PF or its interface was removed");
	else if (code == SRIOV_CODE_NO_MEMORY)
		snprintf(text, REASON_SIZE, "there is no memory for it");
	else
		snprintf(text, REASON_SIZE, "the driver refused");
}

/* One refusal in words, without the VF's index as a number. */
static void describe(const struct trial *trial, size_t position, struct sriov_error **error)
{
	const struct netlink_verdict *verdict = &trial->verdicts[position];
	const struct vf_change *change = &trial->changes[position];
	const char *attribute = vf_message_get_attribute(change->setting);
	enum sriov_code code = code_of(trial, position);
	char what[VF_CHANGE_TEXT_SIZE], why[REASON_SIZE];

	vf_change_describe(change, what);
	explain(trial, code, why);
	error_set_system(error, verdict->number, "netlink", NULL, "%s%s%s", attribute,
			 verdict->reason[0] ? ": " : "", verdict->reason);
	error_explain(error, code, "VF %u of %s: cannot %s: %s", change->vf_index, trial->label,
		      what, why);
	error_set_device(error, trial->pf->device->address);
	error_set_attribute(error, attribute);
}

static enum sriov_code tell_one(const struct trial *trial, size_t position,
				struct sriov_error **error)
{
	describe(trial, position, error);
	error_set_vf(error, trial->changes[position].vf_index);
	return code_of(trial, position);
}

/* The first refusal in the sentence, all of them as causes. */
static enum sriov_code tell_many(const struct trial *trial, enum sriov_code code, size_t refused,
				 size_t first, struct sriov_error **error)
{
	if (!error)
		return code;
	describe(trial, first, error);
	error_explain(error, code, "%s: %zu of %zu changes of its VFs failed", trial->label,
		      refused, trial->count);
	for (size_t i = first; i < trial->count; i++) {
		struct sriov_error *cause = NULL;

		if (!trial->verdicts[i].number)
			continue;
		tell_one(trial, i, &cause);
		error_add_cause(error, cause);
	}
	return code;
}

static enum sriov_code tell(const struct trial *trial, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	size_t refused = 0, first = 0;

	for (size_t i = 0; i < trial->count; i++) {
		if (!trial->verdicts[i].number)
			continue;
		if (!refused++) {
			first = i;
			code = code_of(trial, i);
		} else if (code != code_of(trial, i)) {
			code = SRIOV_CODE_FAILED;
		}
	}
	if (trial->count == 1)
		return tell_one(trial, first, error);
	return tell_many(trial, refused < trial->count ? SRIOV_CODE_PARTIAL : code, refused, first,
			 error);
}

enum sriov_code vf_refusal_tell(const struct sriov_pf *pf, const struct vf_change *changes,
				const struct netlink_verdict *verdicts, size_t count,
				struct sriov_error **error)
{
	struct trial trial = {
		.pf = pf,
		.changes = changes,
		.verdicts = verdicts,
		.count = count,
	};
	bool refused = false;

	for (size_t i = 0; i < count; i++)
		refused |= verdicts[i].number != 0;
	if (!refused)
		return SRIOV_CODE_OK;
	if (pf_count_vfs(pf, &trial.vf_count, NULL))
		trial.vf_count = UINT_MAX;
	pf_label(pf, trial.label);
	return tell(&trial, error);
}
