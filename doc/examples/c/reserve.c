/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Has a free VF of some PFs until Enter is pressed: reserve "em1 em2" */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_pf_list *pool = NULL;
	struct sriov_reservation_options *options = NULL;
	struct sriov_reservation *reservation = NULL;
	struct sriov_error *error = NULL;
	const struct sriov_vf *vf;

	if (argc != 2) {
		fprintf(stderr, "usage: reserve PFS\n");
		return EXIT_FAILURE;
	}
	if (sriov_context_new(NULL, &context, &error) ||
	    sriov_pf_list_by_names(context, argv[1], &pool, &error) ||
	    sriov_reservation_options_new(&options, &error) ||
	    sriov_reservation_options_set_owner(options, "the example", &error) ||
	    sriov_pf_list_reserve_vf(pool, options, &reservation, &error)) {
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	} else {
		vf = sriov_reservation_get_vf(reservation);
		printf("%s is reserved. Enter gives it back.\n",
		       sriov_device_get_address(sriov_vf_get_device(vf)));
		fflush(stdout);
		getchar();
	}
	/* When none is free there is a reason for each VF. */
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		fprintf(stderr, "  %s\n", sriov_error_get_message(sriov_error_get_cause(error, i)));
	sriov_reservation_unref(reservation);
	sriov_reservation_options_unref(options);
	sriov_pf_list_unref(pool);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
