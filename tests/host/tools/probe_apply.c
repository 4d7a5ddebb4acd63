/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands that carry plans out, and recover what was left of them. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "json.h"
#include "probe.h"

#define ATTEMPTS 6000

long long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- apply ------------------------------------------------------------------------------------ */

static void put_step(const struct sriov_apply *apply, const struct sriov_step *step,
		     size_t position)
{
	const struct sriov_error *error = sriov_apply_get_step_error(apply, position);
	unsigned int vf = sriov_step_get_vf_index(step);

	json_open(NULL, '{');
	json_number("kind", sriov_step_get_kind(step));
	json_text("pf", sriov_step_get_address(step));
	json_number("vf", vf == SRIOV_VF_INDEX_ALL ? -1 : (long long)vf);
	json_text("setting", sriov_vf_setting_get_name(sriov_step_get_setting(step)));
	json_text("description", sriov_step_get_description(step));
	json_number("result", sriov_apply_get_step_result(apply, position));
	if (error)
		put_error("error", error);
	json_close('}');
}

static void put_apply(const struct sriov_apply *apply)
{
	const struct sriov_step_list *steps = sriov_plan_get_steps(sriov_apply_get_plan(apply));
	const struct sriov_step *step;

	if (!apply)
		return;
	json_number("result", sriov_apply_get_result(apply));
	json_number("done", (long long)sriov_apply_get_done_count(apply));
	json_open("steps", '[');
	for (size_t i = 0; (step = sriov_step_list_get(steps, i)); i++)
		put_step(apply, step, i);
	json_close(']');
}

/* Of the words STATE [DEADLINE_MS [PARALLELISM [WAIT_MS]]]. */
static enum sriov_code make_options(struct call *call, struct sriov_apply_options **options)
{
	enum sriov_code code = sriov_apply_options_new(options, &call->error);

	if (code || !call->words[1])
		return code;
	sriov_apply_options_set_deadline_ms(*options, number_of(call->words[1]));
	if (!call->words[2])
		return code;
	sriov_apply_options_set_parallelism(*options, number_of(call->words[2]));
	sriov_apply_options_set_wait_ms(*options, number_of(call->words[3]));
	return code;
}

static enum sriov_code carry_out(struct call *call, const struct sriov_apply_options *options)
{
	struct sriov_apply *apply = NULL;
	struct sriov_plan *plan = NULL;
	enum sriov_code code = make_plan(call, call->words[0], &plan);
	long long before = now_ms();

	if (!code)
		code = sriov_plan_apply(plan, options, &apply, &call->error);
	json_number("ms", now_ms() - before);
	put_apply(apply);
	sriov_apply_unref(apply);
	sriov_plan_unref(plan);
	return code;
}

static enum sriov_code plan_and_apply(struct call *call)
{
	struct sriov_apply_options *options = NULL;
	enum sriov_code code = make_options(call, &options);

	if (!code)
		code = carry_out(call, options);
	sriov_apply_options_unref(options);
	return code;
}

static bool wait_for_word(void *user_data, const struct sriov_step *step,
			  enum sriov_step_result result)
{
	const unsigned int *vf = user_data;

	if (result != SRIOV_STEP_RESULT_DONE ||
	    sriov_step_get_kind(step) != SRIOV_STEP_KIND_SET_DRIVER ||
	    sriov_step_get_vf_index(step) != *vf)
		return false;
	putchar('\n');
	fflush(stdout);
	return getchar() == 'c';
}

/*
 * paused-apply STATE VF: once this VF is on its driver a line on standard input says whether it
 * goes on or, with a "c", is cancelled
 */
static enum sriov_code paused_apply(struct call *call)
{
	struct sriov_apply_options *options = NULL;
	unsigned int vf = number_of(call->words[1]);
	enum sriov_code code = sriov_apply_options_new(&options, &call->error);

	sriov_apply_options_set_progress(options, wait_for_word, &vf);
	if (!code)
		code = carry_out(call, options);
	sriov_apply_options_unref(options);
	return code;
}

/* --- recover ---------------------------------------------------------------------------------- */

static bool is_any_busy(const struct sriov_recovery_list *list)
{
	const struct sriov_recovery *one;

	for (size_t i = 0; (one = sriov_recovery_list_get(list, i)); i++)
		if (sriov_recovery_get_result(one) == SRIOV_RECOVERY_RESULT_BUSY)
			return true;
	return false;
}

static void put_recoveries(const char *key, const struct sriov_recovery_list *list)
{
	const struct sriov_recovery *one;

	json_open(key, '[');
	for (size_t i = 0; (one = sriov_recovery_list_get(list, i)); i++) {
		json_open(NULL, '{');
		json_number("result", sriov_recovery_get_result(one));
		json_text("description", sriov_recovery_get_description(one));
		put_error("error", sriov_recovery_get_error(one));
		json_close('}');
	}
	json_close(']');
}

static enum sriov_code recover(struct call *call)
{
	struct sriov_recovery_list *list = NULL;
	enum sriov_code code = sriov_recovery_run_all(call->context, &list, &call->error);

	put_recoveries("recoveries", list);
	sriov_recovery_list_unref(list);
	return code;
}

/* What a program that was killed has begun in the kernel may last a moment longer. */
enum sriov_code recover_in_the_end(struct call *call)
{
	struct sriov_recovery_list *list = NULL;
	enum sriov_code code = SRIOV_CODE_OK;
	bool is_busy = true;

	for (int i = 0; !code && is_busy && i < ATTEMPTS; i++) {
		sriov_recovery_list_unref(list);
		list = NULL;
		if (i)
			nanosleep(&(struct timespec) {.tv_nsec = 5000000}, NULL);
		code = sriov_recovery_run_all(call->context, &list, &call->error);
		is_busy = is_any_busy(list);
	}
	put_recoveries("recoveries", list);
	sriov_recovery_list_unref(list);
	return code;
}

/* --- An apply that is not over in time -------------------------------------------------------- */

/* What it fails with is no failure of the probe. */
static void put_outcome(const char *key, enum sriov_code (*change)(struct call *call),
			struct call *call)
{
	long long before = now_ms();

	json_open(key, '{');
	change(call);
	json_number("whole_ms", now_ms() - before);
	put_error("error", call->error);
	json_close('}');
	sriov_error_unref(call->error);
	call->error = NULL;
}

static enum sriov_code read_all(struct call *call)
{
	struct sriov_device_list *devices = NULL;
	struct sriov_pf_list *pfs = NULL;
	enum sriov_code code = sriov_device_list(call->context, NULL, &devices, &call->error);

	if (!code)
		code = sriov_pf_list(call->context, &pfs, &call->error);
	json_number("devices", (long long)sriov_device_list_get_count(devices));
	json_number("pfs", (long long)sriov_pf_list_get_count(pfs));
	sriov_pf_list_unref(pfs);
	sriov_device_list_unref(devices);
	return code;
}

/* The plan of the first was made before it got stuck. */
static enum sriov_code apply_late(struct call *call)
{
	struct sriov_plan *plan = NULL, *again = NULL;
	struct sriov_apply_options *options = NULL;
	struct sriov_apply *apply = NULL;
	enum sriov_code code = make_plan(call, call->words[0], &plan);
	long long before;

	if (!code)
		code = make_plan(call, call->words[0], &again);
	if (!code)
		code = make_options(call, &options);
	if (code)
		return code;
	before = now_ms();
	sriov_plan_apply(plan, options, &apply, &call->error);
	json_number("ms", now_ms() - before);
	put_apply(apply);
	put_error("first", call->error);
	sriov_error_unref(call->error);
	call->error = NULL;
	before = now_ms();
	sriov_plan_apply(again, options, NULL, &call->error);
	json_number("second_ms", now_ms() - before);
	put_error("second", call->error);
	sriov_error_unref(call->error);
	call->error = NULL;
	sriov_apply_unref(apply);
	sriov_apply_options_unref(options);
	sriov_plan_unref(again);
	sriov_plan_unref(plan);
	return SRIOV_CODE_OK;
}

/* late-apply STATE DEADLINE_MS: and goes on in this context; at a line on standard input it
 * recovers */
static enum sriov_code late_apply(struct call *call)
{
	enum sriov_code code = apply_late(call);

	if (code)
		return code;
	put_outcome("plan", plan_and_apply, call);
	put_outcome("reading", read_all, call);
	put_outcome("recovery", recover, call);
	putchar('\n');
	fflush(stdout);
	getchar();
	json_open("later", '{');
	code = recover_in_the_end(call);
	json_close('}');
	return code;
}

const struct command apply_commands[] = {
	{"apply", "STATE [DEADLINE_MS [PARALLELISM [WAIT_MS]]]", plan_and_apply},
	{"paused-apply", "STATE VF", paused_apply},
	{"recover", "", recover},
	{"late-apply", "STATE DEADLINE_MS", late_apply},
	{NULL, NULL, NULL},
};
