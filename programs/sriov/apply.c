/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From files to a host that is as they say. */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "sriov.h"

/* How often it is looked whether a PF has come. */
#define LOOK_MS 250

/* What a signal ends: all is taken back then, once there is anything to take back. */
static struct sriov_apply *under_way;
static volatile sig_atomic_t has_begun;

/* Before the first step there may be long waits, and to be killed in them does no harm. */
static void cancel(int signal_number)
{
	static const char words[] =
		"sriov: cancelled before the first step: nothing of it was done\n";

	(void)signal_number;
	if (!has_begun)
		_exit(write(STDERR_FILENO, words, sizeof(words) - 1) < 0 ? EXIT_FAILURE
									 : STATUS_CANCELLED);
	sriov_apply_cancel(under_way);
}

static void heed_signals(void)
{
	struct sigaction action = {.sa_handler = cancel};

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

static bool note_beginning(void *data, const struct sriov_step *step, enum sriov_step_result result)
{
	(void)data;
	(void)step;
	(void)result;
	has_begun = 1;
	return false;
}

/* Whether all of it is over. */
static bool tell_recoveries(const struct sriov_recovery_list *list, FILE *stream)
{
	const struct sriov_recovery *recovery;
	bool over = true;

	for (size_t i = 0; (recovery = sriov_recovery_list_get(list, i)); i++) {
		fprintf(stream, "%s\n", sriov_recovery_get_description(recovery));
		over &= sriov_recovery_get_result(recovery) != SRIOV_RECOVERY_RESULT_BUSY;
	}
	return over;
}

int recover(struct sriov_context *context, const struct order *order)
{
	struct sriov_recovery_list *list = NULL;
	struct sriov_error *error = NULL;
	enum sriov_code code = sriov_recovery_run_all(context, &list, &error);
	bool over = tell_recoveries(list, stdout);

	(void)order;
	if (!code && !sriov_recovery_list_get_count(list))
		printf("nothing was left\n");
	sriov_recovery_list_unref(list);
	if (code)
		return fail(error);
	return over ? EXIT_SUCCESS : STATUS_NOT_ALL;
}

/*
 * What was left of other PFs stands in nobody's way: that of the plan's own is looked for once more
 * when it is applied.
 */
static int recover_first(struct sriov_context *context, const struct order *order)
{
	struct sriov_recovery_list *list = NULL;
	struct sriov_error *error = NULL;
	enum sriov_code code = sriov_recovery_run_all(context, &list, &error);

	/* The plan is all that standard output has in JSON. */
	tell_recoveries(list, order->json ? stderr : stdout);
	fflush(stdout);
	sriov_recovery_list_unref(list);
	if (code && code != SRIOV_CODE_PARTIAL)
		return fail(error);
	sriov_error_unref(error);
	return EXIT_SUCCESS;
}

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* At boot PFs get their drivers and names while this runs. */
static bool may_pass(enum sriov_code code)
{
	return code == SRIOV_CODE_NOT_FOUND || code == SRIOV_CODE_NO_DRIVER ||
	       code == SRIOV_CODE_BUSY;
}

static enum sriov_code make_plan(struct sriov_context *context, const struct sriov_state *state,
				 uint32_t wait_ms, struct sriov_plan **plan,
				 struct sriov_error **error)
{
	uint64_t end_ms = now_ms() + wait_ms;
	enum sriov_code code;

	for (;;) {
		code = sriov_plan_make(context, state, plan, error);
		if (!may_pass(code) || now_ms() + LOOK_MS > end_ms)
			return code;
		sriov_error_unref(*error);
		*error = NULL;
		poll(NULL, 0, LOOK_MS);
	}
}

static enum sriov_code make_options(const struct order *order, struct sriov_apply_options **options,
				    struct sriov_error **error)
{
	enum sriov_code code = sriov_apply_options_new(options, error);

	if (code)
		return code;
	sriov_apply_options_set_wait_ms(*options, order->wait_ms);
	sriov_apply_options_set_progress(*options, note_beginning, NULL);
	if (order->has_deadline)
		sriov_apply_options_set_deadline_ms(*options, order->deadline_ms);
	return SRIOV_CODE_OK;
}

static void wait_for_end(struct sriov_apply *apply)
{
	struct pollfd wanted = {.fd = sriov_apply_get_descriptor(apply), .events = POLLIN};

	while (sriov_apply_get_result(apply) == SRIOV_APPLY_RESULT_UNDER_WAY) {
		poll(&wanted, 1, -1);
		sriov_apply_advance(apply);
	}
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
}

/* Cancelled, it is no failure when all is as before. */
static int fail_unless_cancelled(const struct sriov_apply *apply, struct sriov_error *error)
{
	bool is_cancelled = sriov_error_get_code(error) == SRIOV_CODE_CANCELLED;
	bool is_left = sriov_apply_get_result(apply) == SRIOV_APPLY_RESULT_LEFT;
	int status = fail(error);

	return is_cancelled && !is_left ? STATUS_CANCELLED : status;
}

static int tell_end(const struct sriov_apply *apply, const struct order *order)
{
	size_t count = sriov_apply_get_done_count(apply);

	if (sriov_apply_get_error(apply))
		return fail_unless_cancelled(
			apply, sriov_error_ref((struct sriov_error *)sriov_apply_get_error(apply)));
	if (!order->json)
		printf("%zu step%s done\n", count, count == 1 ? "" : "s");
	return EXIT_SUCCESS;
}

static int carry_out(struct sriov_plan *plan, const struct order *order)
{
	struct sriov_apply_options *options = NULL;
	struct sriov_error *error = NULL;
	enum sriov_code code = make_options(order, &options, &error);
	int status;

	/* It is there before the first step begins. */
	if (!code)
		code = sriov_apply_start(plan, options, &under_way, &error);
	sriov_apply_options_unref(options);
	if (code)
		return fail_unless_cancelled(NULL, error);
	wait_for_end(under_way);
	status = tell_end(under_way, order);
	sriov_apply_unref(under_way);
	return status;
}

static int show_plan(const struct sriov_plan *plan, const struct order *order)
{
	struct sriov_error *error = NULL;
	char *text = NULL;

	if (order->json ? sriov_plan_format_json(plan, &text, &error)
			: sriov_plan_format_text(plan, &text, &error))
		return fail(error);
	print(text);
	return EXIT_SUCCESS;
}

static int apply_state(struct sriov_context *context, const struct order *order,
		       const struct sriov_state *state)
{
	struct sriov_error *error = NULL;
	struct sriov_plan *plan = NULL;
	int status;

	if (make_plan(context, state, order->wait_ms, &plan, &error))
		return fail(error);
	status = show_plan(plan, order);
	if (!status && !order->plan_only && sriov_step_list_get_count(sriov_plan_get_steps(plan)))
		status = carry_out(plan, order);
	sriov_plan_unref(plan);
	return status;
}

static bool read_files(const struct order *order, struct sriov_state *state)
{
	if (order->word_count)
		return files_read(order->words, order->word_count, state);
	return files_read_directory(order->directory ? order->directory : STATE_DIRECTORY,
				    !order->directory, state);
}

int apply(struct sriov_context *context, const struct order *order)
{
	struct sriov_error *error = NULL;
	struct sriov_state *state = NULL;
	int status = EXIT_FAILURE;

	if (!order->plan_only)
		heed_signals();
	if (sriov_state_new(&state, &error))
		return fail(error);
	if (read_files(order, state))
		status = order->plan_only ? EXIT_SUCCESS : recover_first(context, order);
	if (!status)
		status = apply_state(context, order, state);
	sriov_state_unref(state);
	return status;
}
