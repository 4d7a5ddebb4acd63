/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_refusal.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "object/settings/vf_change_text.h"

#define REASON_SIZE 192

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

static bool is_rate(const struct vf_change *change)
{
	return change->setting == SRIOV_VF_SETTING_RATES ||
	       change->setting == SRIOV_VF_SETTING_MIN_RATE ||
	       change->setting == SRIOV_VF_SETTING_MAX_RATE;
}

static bool is_guid(const struct vf_change *change)
{
	return change->setting == SRIOV_VF_SETTING_NODE_GUID ||
	       change->setting == SRIOV_VF_SETTING_PORT_GUID;
}

static bool has_driver(const struct trial *trial, const char *name)
{
	return trial->pf->device->driver && !strcmp(trial->pf->device->driver, name);
}

/* It says EINVAL, but it has none whatever the value is. */
static bool lacks_minimum(const struct trial *trial, size_t position)
{
	return trial->verdicts[position].number == EINVAL && is_rate(&trial->changes[position]) &&
	       trial->changes[position].rates.min_mbps && has_driver(trial, "igb");
}

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
	if (code == SRIOV_CODE_FAILED && lacks_minimum(trial, position))
		code = SRIOV_CODE_UNSUPPORTED;
	return code;
}

static void explain_unsupported(const struct trial *trial, size_t position, char text[REASON_SIZE])
{
	const struct vf_change *change = &trial->changes[position];
	const char *driver = trial->pf->device->driver;
	const char *what = "no such setting", *more = "";

	if (lacks_minimum(trial, position))
		what = "no minimum rate, only a maximum";
	else if (trial->verdicts[position].number == EPROTONOSUPPORT)
		what = "no VLANs of this protocol, only of 802.1Q";
	else if (is_guid(change))
		more = ", which is one of InfiniBand";
	if (driver)
		snprintf(text, REASON_SIZE, "the driver %s has %s%s", driver, what, more);
	else
		snprintf(text, REASON_SIZE, "the driver has %s%s", what, more);
}

/* "1" with a link, "0" without; it cannot be read while the interface is down. */
static bool has_link(const struct sriov_pf *pf)
{
	char line[8];

	return !pf->interface ||
	       (!tree_read_locked_line(&pf->device->context->sysfs, line, sizeof(line), NULL,
				       "bus/pci/devices/%s/net/%s/carrier", pf->device->address,
				       pf->interface) &&
		!strcmp(line, "1"));
}

/* What the driver does not say: EINVAL may have many reasons. */
static const char *guess(const struct trial *trial, size_t position)
{
	const struct vf_change *change = &trial->changes[position];

	if (is_rate(change) && change->rates.max_mbps &&
	    change->rates.min_mbps > change->rates.max_mbps)
		return "the minimum would be above the maximum: set both";
	if (is_rate(change) && !has_link(trial->pf))
		return "the PF has no link now, and some drivers (igb) set rates only with one";
	if (is_rate(change) && change->rates.max_mbps)
		return "the driver refused: rates may not go beyond the speed of the PF's link";
	if (change->setting == SRIOV_VF_SETTING_MAC && mac_is_zero(change->mac))
		return "the driver refused: not every one lets a MAC be taken away";
	return "the driver refused";
}

/* Why, and what to do where that is known. */
static void explain(const struct trial *trial, size_t position, enum sriov_code code,
		    char text[REASON_SIZE])
{
	if (code == SRIOV_CODE_UNSUPPORTED)
		explain_unsupported(trial, position, text);
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
		snprintf(text, REASON_SIZE, "%s", guess(trial, position));
}

/* One refusal in words, without the VF's index as a number. */
static void describe(const struct trial *trial, size_t position, struct sriov_error **error)
{
	const struct netlink_verdict *verdict = &trial->verdicts[position];
	const struct vf_change *change = &trial->changes[position];
	const char *attribute = vf_message_get_attribute(change);
	enum sriov_code code = code_of(trial, position);
	char what[VF_CHANGE_TEXT_SIZE], why[REASON_SIZE];

	vf_change_describe(change, what);
	explain(trial, position, code, why);
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
	describe(trial, first, error);
	return error_explain(error, code, "%s: %zu of %zu changes of its VFs failed, %s",
			     trial->label, refused, trial->count,
			     refused < trial->count ? "the others were made" : "none was made");
}

/* Its place in the list of all, and in that of the causes. */
static void tell_each(const struct trial *trial, struct sriov_error **each,
		      struct sriov_error **error)
{
	for (size_t i = 0; i < trial->count; i++) {
		struct sriov_error *cause = NULL;

		if (!trial->verdicts[i].number)
			continue;
		tell_one(trial, i, &cause);
		if (each)
			each[i] = sriov_error_ref(cause);
		if (trial->count > 1)
			error_add_cause(error, cause);
		else
			sriov_error_unref(cause);
	}
}

static enum sriov_code tell(const struct trial *trial, struct sriov_error **each,
			    struct sriov_error **error)
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
	if (refused < trial->count)
		code = SRIOV_CODE_PARTIAL;
	if (trial->count == 1)
		tell_one(trial, first, error);
	else
		tell_many(trial, code, refused, first, error);
	if (each || error)
		tell_each(trial, each, error);
	/* Without memory for it, the error is another one. */
	return error && *error ? sriov_error_get_code(*error) : code;
}

enum sriov_code vf_refusal_tell(const struct sriov_pf *pf, const struct vf_change *changes,
				const struct netlink_verdict *verdicts, size_t count,
				struct sriov_error **each, struct sriov_error **error)
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
	return tell(&trial, each, error);
}
