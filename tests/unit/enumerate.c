/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What tests/syscalls counts: "enumerate make N" makes up a host of N devices, prints its folder
 * and leaves it; "enumerate list FOLDER" lists its devices and prints how many there are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake.h"

static int make(unsigned int count)
{
	struct fake *fake = fake_new();
	char address[FAKE_ADDRESS_SIZE], *path;

	for (unsigned int i = 0; i < count; i++) {
		snprintf(address, sizeof(address), "0000:%02x:%02x.%x", i >> 8 & 0xff,
			 i >> 3 & 0x1f, i & 7);
		fake_add_device(fake, address, &fake_82576);
		fake_set_driver(fake, address, "igb");
		fake_set_group(fake, address, (int)i);
	}
	path = fake_path(fake, "sys");
	printf("%s\n", path);
	free(path);
	return EXIT_SUCCESS;
}

static int list(const char *folder)
{
	struct sriov_context_options *options = NULL;
	struct sriov_context *context = NULL;
	struct sriov_device_list *devices = NULL;
	struct sriov_error *error = NULL;

	if (sriov_context_options_new(&options, &error) ||
	    sriov_context_options_set_sysfs(options, folder, &error) ||
	    sriov_context_new(options, &context, &error) ||
	    sriov_device_list(context, NULL, &devices, &error))
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	printf("%zu\n", sriov_device_list_get_count(devices));
	sriov_device_list_unref(devices);
	sriov_context_unref(context);
	sriov_context_options_unref(options);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int count, char **words)
{
	if (count == 3 && !strcmp(words[1], "make"))
		return make((unsigned int)atoi(words[2]));
	if (count == 3 && !strcmp(words[1], "list"))
		return list(words[2]);
	fprintf(stderr, "Usage: enumerate make NUMBER | enumerate list FOLDER\n");
	return EXIT_FAILURE;
}
