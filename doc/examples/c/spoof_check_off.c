/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Turns the spoof check off for every VF of a PF, from VF 0 on, in one call: spoof_check_off em1 */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_pf *pf = NULL;
	struct sriov_error *error = NULL;

	if (sriov_context_new(NULL, &context, &error) ||
	    sriov_pf_open(context, argc > 1 ? argv[1] : "", &pf, &error) ||
	    sriov_pf_set_spoof_check_all(pf, false, &error))
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	/* When some could not be set, there is a cause for each of them. */
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		fprintf(stderr, "  %s\n", sriov_error_get_message(sriov_error_get_cause(error, i)));
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
