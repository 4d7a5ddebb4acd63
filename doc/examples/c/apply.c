/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes a PF have VFs on a driver, step by step, or leaves it as it was: apply em1 7 vfio-pci */
#include <limits.h>
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

/* True would have it ended, and all taken back. */
static bool tell(void *user_data, const struct sriov_step *step, enum sriov_step_result result)
{
	(void)user_data;
	if (result == SRIOV_STEP_RESULT_DONE)
		printf("%s\n", sriov_step_get_description(step));
	return false;
}

/* What should be, built call by call. */
static enum sriov_code make_state(const char *name, unsigned int count, const char *driver,
				  struct sriov_state **state, struct sriov_error **error)
{
	struct sriov_pf_state *pf = NULL;
	enum sriov_code code = sriov_state_new(state, error);

	if (!code)
		code = sriov_state_add_pf(*state, name, &pf, error);
	if (!code)
		code = sriov_pf_state_set_vf_count(pf, count, error);
	if (!code)
		code = sriov_vf_state_set_driver(sriov_pf_state_get_defaults(pf), driver, error);
	sriov_pf_state_unref(pf);
	return code;
}

static enum sriov_code apply_plan(struct sriov_plan *plan, struct sriov_error **error)
{
	struct sriov_apply_options *options = NULL;
	enum sriov_code code = sriov_apply_options_new(&options, error);

	if (!code)
		code = sriov_apply_options_set_owner(options, "the example", error);
	/* One VF after the other, so that they are told in their order. */
	sriov_apply_options_set_parallelism(options, 1);
	sriov_apply_options_set_progress(options, tell, NULL);
	if (!code)
		code = sriov_plan_apply(plan, options, NULL, error);
	sriov_apply_options_unref(options);
	return code;
}

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_state *state = NULL;
	struct sriov_plan *plan = NULL;
	struct sriov_error *error = NULL;
	char *end = NULL;
	unsigned long count = argc == 4 ? strtoul(argv[2], &end, 10) : 0;

	if (!end || *end || end == argv[2] || argv[2][0] == '-' || count > UINT_MAX) {
		fprintf(stderr, "usage: apply PF COUNT DRIVER\n");
		return EXIT_FAILURE;
	}
	if (sriov_context_new(NULL, &context, &error) ||
	    make_state(argv[1], (unsigned int)count, argv[3], &state, &error) ||
	    sriov_plan_make(context, state, &plan, &error) || apply_plan(plan, &error))
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	else
		puts("all is as it should be");
	/* Of many reasons each is told. */
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		fprintf(stderr, "  %s\n", sriov_error_get_message(sriov_error_get_cause(error, i)));
	sriov_plan_unref(plan);
	sriov_state_unref(state);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
