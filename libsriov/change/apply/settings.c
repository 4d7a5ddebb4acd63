/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Settings of VFs: all that come in a row. The kernel is asked what they are now, what is not so is
 * set in one send, and the kernel is asked again. Each of these waits for the kernel's lock of all
 * interfaces, and so is left to the task's worker.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "change/apply/run.h"
#include "change/apply/settings_compare.h"
#include "kernel/guard.h"
#include "kernel/vf_sending.h"
#include "object/settings/vf_change.h"
#include "object/settings/vf_change_text.h"
#include "object/settings/vf_refusal.h"

enum stage {
	STAGE_NOTHING,
	STAGE_ASK,
	STAGE_CHANGE,
	STAGE_ASK_AGAIN,
};

/* Those that are to be set, each with its place among the steps. */
struct settings {
	enum stage stage;
	size_t count;
	bool *concluded;
	char name[PF_LINK_NAME_SIZE];
	struct vf_sending sending;
	struct vf_change *changes;
	size_t *places; /* from the task's position on */
	const struct sriov_step **steps;
	struct netlink_verdict *verdicts;
	struct sriov_error **refusals;
	size_t sent;
	char words[VF_CHANGES_TEXT_SIZE];
};

void settings_free(struct settings *settings)
{
	if (!settings)
		return;
	for (size_t i = 0; i < settings->sent; i++)
		sriov_error_unref(settings->refusals[i]);
	vf_sending_clear(&settings->sending);
	free(settings->concluded);
	free(settings->changes);
	free(settings->places);
	free(settings->steps);
	free(settings->verdicts);
	free(settings->refusals);
	free(settings);
}

bool settings_are_under_way(const struct settings *settings)
{
	return settings->stage != STAGE_NOTHING;
}

static struct settings *make(size_t count)
{
	struct settings *made = calloc(1, sizeof(*made));

	if (!made)
		return NULL;
	made->count = count;
	made->concluded = calloc(count, sizeof(*made->concluded));
	made->changes = calloc(count, sizeof(*made->changes));
	made->places = calloc(count, sizeof(*made->places));
	made->steps = calloc(count, sizeof(const struct sriov_step *));
	made->verdicts = calloc(count, sizeof(*made->verdicts));
	made->refusals = calloc(count, sizeof(struct sriov_error *));
	if (made->concluded && made->changes && made->places && made->steps && made->verdicts &&
	    made->refusals)
		return made;
	settings_free(made);
	return NULL;
}

/* --- What they come to ------------------------------------------------------------------------ */

/* Takes the error over. */
static void conclude_one(const struct task *task, size_t place, enum sriov_step_result result,
			 struct sriov_error *error)
{
	task->settings->concluded[place] = true;
	lane_conclude(task->lane, task->position + place, result, error);
}

void settings_conclude(struct task *task, enum sriov_step_result result, struct sriov_error *error)
{
	struct settings *settings = task->settings;
	size_t count = settings ? settings->count : settings_count(task->lane, task->position);

	/* What cannot be looked at once more was made all the same. */
	if (task->is_check && result != SRIOV_STEP_RESULT_STUCK && (!settings || !settings->sent))
		count = 0;
	for (size_t i = 0; i < count; i++) {
		if (settings && settings->concluded[i])
			continue;
		if (settings)
			settings->concluded[i] = true;
		lane_conclude(task->lane, task->position + i, result, sriov_error_ref(error));
	}
	sriov_error_unref(error);
}

/* What cannot be read back was made all the same. */
static void conclude_sent(const struct task *task, const struct vf_reading *reading)
{
	struct settings *settings = task->settings;

	for (size_t i = 0; i < settings->sent; i++) {
		bool is_refused = settings->verdicts[i].number != 0;

		conclude_one(task, settings->places[i],
			     is_refused ? SRIOV_STEP_RESULT_FAILED : SRIOV_STEP_RESULT_DONE,
			     is_refused ? sriov_error_ref(settings->refusals[i])
					: settings_tell_difference(reading, &settings->changes[i]));
	}
}

/* --- What is sent ----------------------------------------------------------------------------- */

static enum sriov_code ask(struct task *task, enum stage stage, struct sriov_error **error)
{
	struct settings *settings = task->settings;
	struct vf_send send;
	enum sriov_code code = vf_sending_ask(&settings->sending, &send, error);

	if (!code)
		code = task_send(task, &send, error);
	settings->stage = code ? STAGE_NOTHING : stage;
	return code;
}

static enum sriov_code send_changes(struct task *task, struct sriov_error **error)
{
	struct settings *settings = task->settings;
	struct vf_send send;
	enum sriov_code code = vf_sending_change(&settings->sending, &send, error);

	if (!code)
		code = task_send(task, &send, error);
	settings->stage = code ? STAGE_NOTHING : STAGE_CHANGE;
	return code;
}

enum sriov_code settings_begin(struct task *task, struct sriov_error **error)
{
	struct settings *settings = make(settings_count(task->lane, task->position));
	struct sriov_context *context = task->lane->run->context;
	const struct sriov_pf *pf = task->lane->pf;
	enum sriov_code code;

	task->settings = settings;
	if (!settings)
		return error_no_memory(error);
	code = vf_change_check(pf, error);
	if (!code)
		code = pf_link_guess(pf, settings->name, &settings->sending.index, error);
	if (!code)
		code = vf_sending_open(&settings->sending, context->netns, &context->log, error);
	if (!code)
		code = ask(task, STAGE_ASK, error);
	if (code)
		error_set_device(error, pf->device->address);
	return code;
}

/* --- What is answered ------------------------------------------------------------------------- */

static const struct outcome *outcome_of(const struct task *task, size_t place)
{
	return &task->lane->outcomes[task->lane->first + task->position + place];
}

static void choose(const struct task *task, const struct vf_reading *reading)
{
	struct settings *settings = task->settings;

	for (size_t i = 0; i < settings->count; i++) {
		const struct sriov_step *step = lane_get_step(task->lane, task->position + i);
		bool is_so = settings_is_so(reading, &step->change);

		if (is_so && !task->is_check)
			conclude_one(task, i, SRIOV_STEP_RESULT_ALREADY, NULL);
		if (task->is_check &&
		    (is_so || !settings_may_set_again(task, step, outcome_of(task, i), reading)))
			settings->concluded[i] = true;
		if (settings->concluded[i])
			continue;
		settings->changes[settings->sent] = step->change;
		settings->steps[settings->sent] = step;
		settings->places[settings->sent++] = i;
	}
}

static enum sriov_code set(struct task *task, const struct vf_reading *reading,
			   struct sriov_error **error)
{
	struct settings *settings = task->settings;
	const struct run *run = task->lane->run;
	enum sriov_code code;

	choose(task, reading);
	settings->stage = STAGE_NOTHING;
	if (!settings->sent)
		return SRIOV_CODE_OK;
	vf_changes_describe(settings->changes, settings->sent, settings->words);
	code = vf_sending_prepare(&settings->sending, settings->changes, settings->sent,
				  settings->verdicts, error);
	if (!code && run->before)
		code = run->before(run->data, settings->steps, settings->sent, error);
	if (code)
		return code;
	vf_change_log(task->lane->pf, settings->changes, settings->sent);
	return send_changes(task, error);
}

/* The interface may be another one's by now, or the answer that of another namespace. */
static enum sriov_code read_answer(const struct task *task, int number, struct vf_reading *reading,
				   struct sriov_error **error)
{
	struct settings *settings = task->settings;
	struct sriov_error *failure = NULL;
	struct link_facts link = {0};

	vf_sending_take_answer(&settings->sending, number, &link, &reading->facts, &reading->count,
			       &failure);
	return pf_link_judge(reading->pf, settings->name, settings->sending.index, &link, failure,
			     error);
}

static enum sriov_code take_verdicts(struct task *task, int number, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *whole = NULL;
	struct settings *settings = task->settings;
	const struct sriov_pf *pf = task->lane->pf;
	enum sriov_code code;
	bool is_over;

	settings->stage = STAGE_NOTHING;
	code = vf_sending_take_verdicts(&settings->sending, number, &is_over, error);
	if (!code && !is_over)
		code = send_changes(task, error);
	if (code)
		return vf_change_explain(pf, code, settings->words, error);
	if (!is_over)
		return code;
	vf_refusal_tell(pf, settings->changes, settings->verdicts, settings->sent,
			settings->refusals, &whole);
	if (ask(task, STAGE_ASK_AGAIN, NULL))
		conclude_sent(task, &(struct vf_reading) {.pf = pf});
	return code;
}

static enum sriov_code take_answer(struct task *task, int number, struct sriov_error **error)
{
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = task->lane->pf, .kind = VF_READING_SETTINGS};
	bool is_last = task->settings->stage == STAGE_ASK_AGAIN;
	enum sriov_code code;

	task->settings->stage = STAGE_NOTHING;
	code = read_answer(task, number, &reading, is_last ? NULL : error);
	if (is_last)
		conclude_sent(task, &reading);
	else if (!code)
		return set(task, &reading, error);
	return is_last ? SRIOV_CODE_OK : code;
}

enum sriov_code settings_go_on(struct task *task, int number, struct sriov_error **error)
{
	struct settings *settings = task->settings;
	enum sriov_code code;

	/* Before anything is set it is as good as any other failure. */
	if (number == EOWNERDEAD && settings->stage == STAGE_CHANGE) {
		settings->stage = STAGE_NOTHING;
		code = error_set(error, SRIOV_CODE_FAILED,
				 "%s: the process that did it was killed, so what came of it is "
				 "not known",
				 settings->words);
		error_set_errno(error, number);
	} else if (settings->stage == STAGE_CHANGE) {
		code = take_verdicts(task, number, error);
	} else {
		code = take_answer(task, number, error);
	}
	if (code)
		error_set_device(error, task->lane->pf->device->address);
	return code;
}

enum sriov_code settings_explain_stuck(const struct task *task, uint64_t ms,
				       char words[SETTINGS_WORDS_SIZE], struct guard_task *left,
				       struct sriov_error **error)
{
	const struct settings *settings = task->settings;
	bool is_change = settings->stage == STAGE_CHANGE;
	char label[PF_LABEL_SIZE];

	*left = (struct guard_task) {
		.kind = is_change ? OVERDUE_CHANGE : OVERDUE_QUESTION,
		.fd = vf_sending_get_fd(&settings->sending),
		.text = is_change ? settings->words : "rtnetlink",
		.device = is_change ? task->lane->pf->device->address : "",
	};
	snprintf(words, SETTINGS_WORDS_SIZE, "%s",
		 is_change ? settings->words : "a question about the settings of its VFs");
	pf_label(task->lane->pf, label);
	error_set_system(error, ETIMEDOUT, "netlink", NULL, "%s", words);
	error_explain(error, SRIOV_CODE_TIMEOUT,
		      "%s: %s: it is not over after %llu.%llu s, and goes on in the kernel", label,
		      words, (unsigned long long)(ms / 1000),
		      (unsigned long long)(ms % 1000 / 100));
	error_set_device(error, task->lane->pf->device->address);
	return SRIOV_CODE_TIMEOUT;
}
