/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What an agent does with the library:
 *
 *     agent apply STATE    plans and applies a state in JSON
 *     agent recover        brings to an end what was left by one that was killed
 *     agent check          fails when there is anything to be brought to an end
 *     agent reserve        reserves a VF of em1, any that is free, and gives it back
 *     agent is STATE       fails when anything is to be done for it
 *     agent compete SEED TIMES WANT...
 *                          applies one or two of what is said of PFs, so many times
 *     agent watch CANCEL TURNS DEADLINE STATE
 *                          says what it is told while a state is applied, see agent.h
 *     agent late STATE OTHER
 *                          applies the other one after the first was planned
 *     agent stuck          says what it is told while a change by netlink is not over, see agent.h
 *
 * AGENT_DEADLINE in its environment is that of its context, in milliseconds.
 */
#include "agent.h"
#include "on_kernel.h"
#ifdef FAULTY
#include "../unit/fault.h"
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum sriov_code agent_plan(struct sriov_context *context, const char *json,
			   struct sriov_plan **plan, struct sriov_error **error)
{
	struct sriov_state *state = NULL;
	enum sriov_code code = sriov_state_new(&state, error);

	if (!code)
		code = sriov_state_add_json(state, json, error);
	if (!code)
		code = sriov_plan_make(context, state, plan, error);
	sriov_state_unref(state);
	return code;
}

static enum sriov_code apply(struct sriov_context *context, const char *json,
			     struct sriov_error **error)
{
	struct sriov_plan *plan = NULL;
	enum sriov_code code = agent_plan(context, json, &plan, error);

	if (!code)
		code = sriov_plan_apply(plan, NULL, NULL, error);
	sriov_plan_unref(plan);
	return code;
}

static enum sriov_code recover(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_recovery_list *list = NULL;
	const struct sriov_recovery *recovery;
	const struct timespec pause = {.tv_nsec = 1000000};
	enum sriov_code code = SRIOV_CODE_OK;
	bool is_busy = true;

	/* What a program that was killed has begun in the kernel may last a moment longer. */
	for (int i = 0; !code && is_busy && i < 30000; i++) {
		if (i)
			nanosleep(&pause, NULL);
		code = sriov_recovery_run_all(context, &list, error);
		is_busy = false;
		for (size_t j = 0; (recovery = sriov_recovery_list_get(list, j)); j++) {
			is_busy |=
				sriov_recovery_get_result(recovery) == SRIOV_RECOVERY_RESULT_BUSY;
			if (code)
				fprintf(stderr, "%s\n", sriov_recovery_get_description(recovery));
		}
		sriov_recovery_list_unref(list);
		list = NULL;
	}
	return code;
}

/* One that failed has left nothing for others to do. */
static enum sriov_code check(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_recovery_list *list = NULL;
	enum sriov_code code = sriov_recovery_run_all(context, &list, error);
	const struct sriov_recovery *recovery;

	for (size_t i = 0; (recovery = sriov_recovery_list_get(list, i)); i++)
		fprintf(stderr, "%s\n", sriov_recovery_get_description(recovery));
	if (!code && sriov_recovery_list_get_count(list))
		code = SRIOV_CODE_FAILED;
	sriov_recovery_list_unref(list);
	return code;
}

static enum sriov_code reserve(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_reservation *reservation = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(context, "em1", &pf, error);

	if (!code)
		code = sriov_pf_reserve_vf(pf, NULL, &reservation, error);
	sriov_reservation_unref(reservation);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_code is(struct sriov_context *context, const char *json,
			  struct sriov_error **error)
{
	struct sriov_plan *plan = NULL;
	enum sriov_code code = agent_plan(context, json, &plan, error);

	if (!code && sriov_step_list_get_count(sriov_plan_get_steps(plan)))
		code = SRIOV_CODE_FAILED;
	sriov_plan_unref(plan);
	return code;
}

static void tell(const struct sriov_error *error)
{
	fprintf(stderr, "%s\n", sriov_error_get_message(error));
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		fprintf(stderr, "  %s\n", sriov_error_get_message(sriov_error_get_cause(error, i)));
}

static enum sriov_code watch(struct sriov_context *context, char **word, struct sriov_error **error)
{
	const struct agent_orders orders = {.cancel_at = atol(word[0]),
					    .turns = atol(word[1]),
					    .deadline_ms = (unsigned int)atoi(word[2])};

	return agent_watch(context, &orders, word[3], error);
}

static enum sriov_code obey(struct sriov_context *context, int words, char **word,
			    struct sriov_error **error)
{
	if (words == 3 && !strcmp(word[1], "apply"))
		return apply(context, word[2], error);
	if (words == 2 && !strcmp(word[1], "recover"))
		return recover(context, error);
	if (words == 2 && !strcmp(word[1], "check"))
		return check(context, error);
	if (words == 2 && !strcmp(word[1], "reserve"))
		return reserve(context, error);
	if (words == 3 && !strcmp(word[1], "is"))
		return is(context, word[2], error);
	if (words > 4 && !strcmp(word[1], "compete"))
		return agent_compete(context, (unsigned int)atoi(word[2]), atol(word[3]), word + 4,
				     error);
	if (words == 6 && !strcmp(word[1], "watch"))
		return watch(context, word + 2, error);
	if (words == 4 && !strcmp(word[1], "late"))
		return agent_be_late(context, word[2], word[3], error);
	if (words == 2 && !strcmp(word[1], "stuck"))
		return agent_be_stuck(context, error);
	return SRIOV_CODE_INVALID;
}

/* --- One allocation fails: the one of that number ----------------------------------------------
 */

#ifdef FAULTY
static unsigned long number;

static void begin_faults(void)
{
	number = strtoul(getenv("FAULT"), NULL, 10);
	fault_arm(number);
}

static void end_faults(void)
{
	unsigned long left = fault_get_left();
	bool struck = fault_disarm();

	printf("%s %lu\n", struck ? "struck" : "allocations", number - left);
}
#else
static void begin_faults(void)
{
}

static void end_faults(void)
{
}
#endif

int main(int words, char **word)
{
	struct sriov_context *context = NULL;
	struct sriov_error *error = NULL;
	enum sriov_code code = on_kernel_open(true, &context, &error);

	begin_faults();
	if (!code)
		code = obey(context, words, word, &error);
	end_faults();
	if (error)
		tell(error);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return code ? EXIT_FAILURE : EXIT_SUCCESS;
}
