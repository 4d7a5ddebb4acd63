/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Settings of VFs: all that come in a row, in one send. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "change/apply/run.h"
#include "kernel/netlink.h"
#include "object/settings/vf_change.h"
#include "object/settings/vf_change_compare.h"
#include "object/settings/vf_change_text.h"
#include "object/settings/vf_reading.h"
#include "object/settings/vf_refusal.h"

/* Those that are to be sent, each with its place among the steps. */
struct settings {
	struct lane *lane;
	size_t position;
	size_t count;
	struct pf_link link;
	struct vf_change *changes;
	size_t *places;
	const struct sriov_step **steps;
	struct netlink_verdict *verdicts;
	struct sriov_error **refusals;
	size_t sent;
};

static void clear(const struct settings *settings)
{
	free(settings->changes);
	free(settings->places);
	free(settings->steps);
	free(settings->verdicts);
	free(settings->refusals);
}

static size_t count_in_row(const struct lane *lane, size_t position)
{
	size_t count = 0;

	while (position + count < lane->count &&
	       lane_get_step(lane, position + count)->kind == SRIOV_STEP_KIND_SET_VF)
		count++;
	return count;
}

static enum sriov_code make_room(struct settings *settings, struct sriov_error **error)
{
	settings->changes = calloc(settings->count, sizeof(*settings->changes));
	settings->places = calloc(settings->count, sizeof(*settings->places));
	settings->steps = calloc(settings->count, sizeof(const struct sriov_step *));
	settings->verdicts = calloc(settings->count, sizeof(*settings->verdicts));
	settings->refusals = calloc(settings->count, sizeof(struct sriov_error *));
	if (settings->changes && settings->places && settings->steps && settings->verdicts &&
	    settings->refusals)
		return SRIOV_CODE_OK;
	return error_no_memory(error);
}

/* A VF that was made with it, or a setting that a driver has by itself, is left alone. */
static bool is_so(const struct vf_reading *reading, const struct vf_change *change)
{
	struct vf_change told;

	if (change->vf_index >= reading->count ||
	    !vf_change_is_told(change, &reading->facts[change->vf_index]))
		return false;
	told = vf_change_from_facts(change, &reading->facts[change->vf_index]);
	return vf_change_is_same(change, &told);
}

static void choose(struct settings *settings, const struct vf_reading *reading)
{
	for (size_t i = 0; i < settings->count; i++) {
		const struct sriov_step *step =
			lane_get_step(settings->lane, settings->position + i);

		if (is_so(reading, &step->change)) {
			lane_conclude(settings->lane, settings->position + i,
				      SRIOV_STEP_RESULT_ALREADY, NULL);
			continue;
		}
		settings->changes[settings->sent] = step->change;
		settings->places[settings->sent++] = settings->position + i;
	}
}

static enum sriov_code announce(const struct settings *settings, struct sriov_error **error)
{
	const struct run *run = settings->lane->run;

	for (size_t i = 0; i < settings->sent; i++)
		settings->steps[i] = lane_get_step(settings->lane, settings->places[i]);
	return run->before ? run->before(run->data, settings->steps, settings->sent, error)
			   : SRIOV_CODE_OK;
}

/* The driver agreed to it and tells something else: it may take effect later. */
static struct sriov_error *tell_difference(const struct settings *settings,
					   const struct vf_change *change,
					   const struct vf_facts *facts)
{
	struct vf_change told = vf_change_from_facts(change, facts);
	char label[PF_LABEL_SIZE], wanted[VF_CHANGE_TEXT_SIZE], found[VF_CHANGE_TEXT_SIZE];
	struct sriov_error *error = NULL;

	pf_label(settings->lane->pf, label);
	vf_change_describe(change, wanted);
	vf_change_describe_value(&told, found);
	error_set(&error, SRIOV_CODE_PARTIAL,
		  "VF %u of %s: the driver agreed to %s, and tells %s: it may take effect later",
		  change->vf_index, label, wanted, found);
	error_set_device(&error, settings->lane->pf->device->address);
	error_set_vf(&error, change->vf_index);
	return error;
}

static void conclude_one(const struct settings *settings, size_t number,
			 const struct vf_reading *reading)
{
	const struct vf_change *change = &settings->changes[number];
	struct sriov_error *difference = NULL;

	if (settings->verdicts[number].number) {
		lane_conclude(settings->lane, settings->places[number], SRIOV_STEP_RESULT_FAILED,
			      settings->refusals[number]);
		return;
	}
	if (change->vf_index < reading->count && !is_so(reading, change) &&
	    vf_change_is_told(change, &reading->facts[change->vf_index]))
		difference = tell_difference(settings, change, &reading->facts[change->vf_index]);
	lane_conclude(settings->lane, settings->places[number], SRIOV_STEP_RESULT_DONE, difference);
}

static enum sriov_code send_all(struct settings *settings, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *whole = NULL;
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = settings->lane->pf, .kind = VF_READING_SETTINGS};
	enum sriov_code code = announce(settings, error);

	if (!code)
		code = vf_change_send(settings->lane->pf, &settings->link, settings->changes,
				      settings->sent, settings->verdicts, error);
	if (code)
		return code;
	vf_refusal_tell(settings->lane->pf, settings->changes, settings->verdicts, settings->sent,
			settings->refusals, &whole);
	/* What cannot be read back was made all the same. */
	vf_reading_ask(&reading, &settings->link, NULL);
	for (size_t i = 0; i < settings->sent; i++)
		conclude_one(settings, i, &reading);
	return SRIOV_CODE_OK;
}

static enum sriov_code apply(struct settings *settings, struct sriov_error **error)
{
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = settings->lane->pf, .kind = VF_READING_SETTINGS};
	enum sriov_code code = make_room(settings, error);

	if (!code)
		code = pf_link_find(settings->lane->pf, &settings->link, error);
	if (!code)
		code = vf_reading_ask(&reading, &settings->link, error);
	if (code)
		return code;
	choose(settings, &reading);
	return settings->sent ? send_all(settings, error) : SRIOV_CODE_OK;
}

static bool is_new_rate(const struct sriov_step *step)
{
	return step->is_fresh && step->change.setting == SRIOV_VF_SETTING_RATES &&
	       (step->change.rates.min_mbps || step->change.rates.max_mbps);
}

/* Of an interface that is down it cannot be read: no link is to be waited for then. */
static bool lacks_link(const struct sriov_pf *pf)
{
	char line[8];

	return pf->interface &&
	       !tree_read_line(&pf->device->context->sysfs, line, sizeof(line), NULL,
			       "bus/pci/devices/%s/net/%s/carrier", pf->device->address,
			       pf->interface) &&
	       !strcmp(line, "0");
}

bool settings_want_link(const struct lane *lane, size_t position)
{
	size_t count = count_in_row(lane, position);

	for (size_t i = 0; i < count; i++)
		if (is_new_rate(lane_get_step(lane, position + i)))
			return lacks_link(lane->pf);
	return false;
}

size_t settings_apply(struct lane *lane, size_t position)
{
	CLEANUP(clear)
	struct settings settings = {
		.lane = lane, .position = position, .count = count_in_row(lane, position)};
	struct sriov_error *failure = NULL;

	if (!apply(&settings, &failure))
		return settings.count;
	/* Of those that were not concluded nothing more is known than this. */
	for (size_t i = 0; i < settings.count; i++)
		if (lane->outcomes[lane->first + position + i].result != SRIOV_STEP_RESULT_ALREADY)
			lane_conclude(lane, position + i, SRIOV_STEP_RESULT_FAILED,
				      sriov_error_ref(failure));
	sriov_error_unref(failure);
	return settings.count;
}
