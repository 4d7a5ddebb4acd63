/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * "apply STATE [PARALLELISM]" plans and applies a state in JSON, and prints how many milliseconds
 * that took, from no context on.
 */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static enum sriov_code apply(struct sriov_context *context, const char *json,
			     const struct sriov_apply_options *options, struct sriov_error **error)
{
	struct sriov_state *state = NULL;
	struct sriov_plan *plan = NULL;
	enum sriov_code code = sriov_state_new(&state, error);

	if (!code)
		code = sriov_state_add_json(state, json, error);
	if (!code)
		code = sriov_plan_make(context, state, &plan, error);
	if (!code)
		code = sriov_plan_apply(plan, options, NULL, error);
	sriov_plan_unref(plan);
	sriov_state_unref(state);
	return code;
}

int main(int count, char **words)
{
	struct sriov_apply_options *options = NULL;
	struct sriov_context *context = NULL;
	struct sriov_error *error = NULL;
	double start = milliseconds();
	enum sriov_code code;

	if (count < 2)
		return 2;
	code = sriov_context_new(NULL, &context, &error);
	if (!code)
		code = sriov_apply_options_new(&options, &error);
	if (!code && count > 2)
		sriov_apply_options_set_parallelism(options, (unsigned int)atoi(words[2]));
	if (!code)
		code = apply(context, words[1], options, &error);
	sriov_apply_options_unref(options);
	sriov_context_unref(context);
	printf("%f\n", milliseconds() - start);
	if (code)
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	sriov_error_unref(error);
	return code ? EXIT_FAILURE : EXIT_SUCCESS;
}
