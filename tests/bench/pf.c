/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * "pf vfs NAME TIMES" lists the VFs of a PF so many times and prints how many have driver, group
 * and interface; "pf find NAME TIMES" looks its address up with one context and prints it.
 */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct sriov_error *error;

static unsigned int count_whole(const struct sriov_vf_list *vfs)
{
	const struct sriov_device *device;
	unsigned int whole = 0;

	for (size_t i = 0; i < sriov_vf_list_get_count(vfs); i++) {
		device = sriov_vf_get_device(sriov_vf_list_get(vfs, i));
		whole += sriov_device_get_driver(device) &&
			 sriov_device_get_iommu_group(device) >= 0 &&
			 sriov_vf_get_interface(sriov_vf_list_get(vfs, i));
	}
	return whole;
}

static enum sriov_code list_vfs(struct sriov_context *context, const char *name)
{
	struct sriov_vf_list *vfs = NULL;
	struct sriov_pf *pf;
	enum sriov_code code = sriov_pf_open(context, name, &pf, &error);

	if (!code)
		code = sriov_pf_list_vfs(pf, &vfs, &error);
	printf("%u\n", count_whole(vfs));
	sriov_vf_list_unref(vfs);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_code find(struct sriov_context *context, const char *name)
{
	char *address;
	enum sriov_code code = sriov_pf_find(context, name, &address, &error);

	if (!code)
		printf("%s\n", address);
	free(address);
	return code;
}

int main(int count, char **words)
{
	struct sriov_context *context = NULL;
	enum sriov_code code = SRIOV_CODE_FAILED;
	int times;

	/* What it prints is no part of what is counted. */
	setvbuf(stdout, NULL, _IOFBF, 65536);
	if (count == 4)
		code = sriov_context_new(NULL, &context, &error);
	times = count == 4 ? atoi(words[3]) : 0;
	for (int i = 0; !code && i < times; i++)
		code = strcmp(words[1], "vfs") ? find(context, words[2])
					       : list_vfs(context, words[2]);
	if (code)
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	sriov_error_unref(error);
	sriov_context_unref(context);
	return code ? EXIT_FAILURE : EXIT_SUCCESS;
}
