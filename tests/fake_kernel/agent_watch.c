/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A plan that is carried out step by step, and what is told of it. */
#include "agent.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct watch {
	struct sriov_apply *apply;
	long told;
	long cancel_at; /* -1 for never */
};

static const char *name_result(enum sriov_step_result result)
{
	static const char *const names[] = {
		[SRIOV_STEP_RESULT_NOT_BEGUN] = "not begun",
		[SRIOV_STEP_RESULT_UNDER_WAY] = "begins",
		[SRIOV_STEP_RESULT_DONE] = "done",
		[SRIOV_STEP_RESULT_ALREADY] = "already",
		[SRIOV_STEP_RESULT_FAILED] = "failed",
		[SRIOV_STEP_RESULT_STUCK] = "stuck",
	};

	return result == SRIOV_STEP_RESULT_UNKNOWN ? "unknown" : names[result];
}

/* There are two ways to have it ended. */
static bool tell_step(void *user_data, const struct sriov_step *step, enum sriov_step_result result)
{
	struct watch *watch = user_data;

	printf("%s: %s\n", name_result(result), sriov_step_get_description(step));
	if (watch->told++ != watch->cancel_at)
		return false;
	if (watch->cancel_at % 2)
		return true;
	sriov_apply_cancel(watch->apply);
	return false;
}

static void tell_end(const struct sriov_apply *apply)
{
	static const char *const names[] = {
		[SRIOV_APPLY_RESULT_UNDER_WAY] = "under way",
		[SRIOV_APPLY_RESULT_APPLIED] = "applied",
		[SRIOV_APPLY_RESULT_TAKEN_BACK] = "taken back",
		[SRIOV_APPLY_RESULT_LEFT] = "left",
	};
	const struct sriov_step_list *steps = sriov_plan_get_steps(sriov_apply_get_plan(apply));
	const struct sriov_error *error = sriov_apply_get_error(apply);

	printf("%s, %zu of %zu steps\n", names[sriov_apply_get_result(apply)],
	       sriov_apply_get_done_count(apply), sriov_step_list_get_count(steps));
	if (error)
		printf("error %d: %s\n", (int)sriov_error_get_code(error),
		       sriov_error_get_message(error));
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		printf("cause: %s\n", sriov_error_get_message(sriov_error_get_cause(error, i)));
}

static void tell_unfinished(struct sriov_context *context)
{
	struct sriov_unfinished_list *list = NULL;
	const struct sriov_unfinished *one;

	sriov_unfinished_list(context, &list, NULL);
	for (size_t i = 0; (one = sriov_unfinished_list_get(list, i)); i++)
		printf("unfinished: %s %s\n", sriov_unfinished_get_device(one),
		       sriov_unfinished_get_text(one));
	sriov_unfinished_list_unref(list);
}

/* A turn is what is done each time that there is something to do; -1 for as many as it takes. */
static void go_on(struct sriov_apply *apply, long turns)
{
	struct pollfd wait = {.fd = sriov_apply_get_descriptor(apply), .events = POLLIN};

	while (turns-- && sriov_apply_get_result(apply) == SRIOV_APPLY_RESULT_UNDER_WAY) {
		if (poll(&wait, 1, 60000) != 1) {
			puts("nothing happens");
			return;
		}
		sriov_apply_advance(apply);
	}
}

enum sriov_code agent_watch(struct sriov_context *context, const struct agent_orders *orders,
			    const char *json, struct sriov_error **error)
{
	struct watch watch = {.cancel_at = orders->cancel_at};
	struct sriov_apply_options *options = NULL;
	struct sriov_plan *plan = NULL;
	enum sriov_code code = sriov_apply_options_new(&options, error);

	/* Whoever reads it may have to do something at a certain step. */
	setvbuf(stdout, NULL, _IOLBF, 0);
	sriov_apply_options_set_progress(options, tell_step, &watch);
	sriov_apply_options_set_parallelism(options, 2);
	if (orders->deadline_ms)
		sriov_apply_options_set_deadline_ms(options, orders->deadline_ms);
	if (!code)
		code = agent_plan(context, json, &plan, error);
	if (!code)
		code = sriov_apply_start(plan, options, &watch.apply, error);
	if (!code) {
		go_on(watch.apply, orders->turns);
		tell_end(watch.apply);
		tell_unfinished(context);
	}
	sriov_apply_unref(watch.apply);
	sriov_apply_options_unref(options);
	sriov_plan_unref(plan);
	return code;
}

enum sriov_code agent_be_late(struct sriov_context *context, const char *json, const char *other,
			      struct sriov_error **error)
{
	struct sriov_plan *late = NULL, *plan = NULL;
	enum sriov_code code = agent_plan(context, json, &late, error);

	if (!code)
		code = agent_plan(context, other, &plan, error);
	if (!code)
		code = sriov_plan_apply(plan, NULL, NULL, error);
	if (!code)
		code = sriov_plan_apply(late, NULL, NULL, error);
	sriov_plan_unref(plan);
	sriov_plan_unref(late);
	return code;
}
