/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes VFs and prints their addresses: make_vfs em1 7 */
#include <limits.h>
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_pf *pf = NULL;
	struct sriov_vf_list *vfs = NULL;
	struct sriov_error *error = NULL;
	char *end = NULL;
	unsigned long count = argc == 3 ? strtoul(argv[2], &end, 10) : 0;

	if (!end || *end || end == argv[2] || argv[2][0] == '-' || count > UINT_MAX) {
		fprintf(stderr, "usage: make_vfs PF COUNT\n");
		return EXIT_FAILURE;
	}
	/* Without options it never destroys a VF: from 7 to 3 it refuses, and says which would go.
	 */
	if (sriov_context_new(NULL, &context, &error) ||
	    sriov_pf_open(context, argv[1], &pf, &error) ||
	    sriov_pf_set_vf_count(pf, (unsigned int)count, NULL, &error) ||
	    sriov_pf_list_vfs(pf, &vfs, &error))
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	for (size_t i = 0; i < sriov_vf_list_get_count(vfs); i++)
		puts(sriov_device_get_address(sriov_vf_get_device(sriov_vf_list_get(vfs, i))));
	sriov_vf_list_unref(vfs);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
