/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What tests/syscalls counts. The first two make up a host, print its folder and leave it:
 *
 *     make NUMBER           so many devices
 *     make-pf NUMBER        em1, a PF with so many VFs, each with driver, group and interface
 *     open FOLDER           does nothing with a host
 *     list FOLDER           lists its devices and prints how many there are
 *     vfs FOLDER            the VFs of em1, and how many have all of that
 *     find FOLDER NUMBER    looks em1 up so many times, and its address
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake.h"

static int print_path(const struct fake *fake)
{
	char *path = fake_path(fake, "sys");

	printf("%s\n", path);
	free(path);
	return EXIT_SUCCESS;
}

static int make(unsigned int count)
{
	struct fake *fake = fake_new();
	char address[FAKE_ADDRESS_SIZE];

	for (unsigned int i = 0; i < count; i++) {
		snprintf(address, sizeof(address), "0000:%02x:%02x.%x", i >> 8 & 0xff,
			 i >> 3 & 0x1f, i & 7);
		fake_add_device(fake, address, &fake_82576);
		fake_set_driver(fake, address, "igb");
		fake_set_group(fake, address, (int)i);
	}
	return print_path(fake);
}

static int make_pf(unsigned int count)
{
	static const char pf[] = "0000:01:00.0";
	const struct fake_sriov sriov = {count, 128, 1, 0x10ca};
	struct fake *fake = fake_new();
	char address[FAKE_ADDRESS_SIZE], name[16];

	fake_add_device(fake, pf, &fake_82576);
	fake_set_driver(fake, pf, "igb");
	fake_set_group(fake, pf, 1);
	fake_add_interface(fake, pf, "em1", 1000001);
	fake_make_pf(fake, pf, &sriov);
	fake_add_vfs(fake, pf, count);
	for (unsigned int i = 0; i < count; i++) {
		fake_vf_address(fake, pf, i, address);
		fake_set_driver(fake, address, "igbvf");
		snprintf(name, sizeof(name), "vf%u", i);
		fake_add_interface(fake, address, name, 1000002 + i);
	}
	return print_path(fake);
}

static enum sriov_code list(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device_list *devices;
	enum sriov_code code = sriov_device_list(context, NULL, &devices, error);

	printf("%zu\n", sriov_device_list_get_count(devices));
	sriov_device_list_unref(devices);
	return code;
}

static enum sriov_code list_vfs(struct sriov_context *context, struct sriov_error **error)
{
	const struct sriov_device *device;
	struct sriov_vf_list *vfs = NULL;
	unsigned int whole = 0;
	struct sriov_pf *pf;
	struct sriov_vf *vf;
	enum sriov_code code = sriov_pf_open(context, "em1", &pf, error);

	if (!code)
		code = sriov_pf_list_vfs(pf, &vfs, error);
	for (size_t i = 0; i < sriov_vf_list_get_count(vfs); i++) {
		vf = sriov_vf_list_get(vfs, i);
		device = sriov_vf_get_device(vf);
		whole += sriov_device_get_driver(device) &&
			 sriov_device_get_iommu_group(device) >= 0 && sriov_vf_get_interface(vf);
	}
	printf("%u\n", whole);
	sriov_vf_list_unref(vfs);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_code find(struct sriov_context *context, int times, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	char *address = NULL;

	for (int i = 0; !code && i < times; i++) {
		free(address);
		code = sriov_pf_find(context, "em1", &address, error);
	}
	printf("%s\n", address ? address : "none");
	free(address);
	return code;
}

static int use(const char *what, const char *folder, int times)
{
	struct sriov_context_options *options = NULL;
	struct sriov_context *context = NULL;
	struct sriov_error *error = NULL;
	enum sriov_code code;

	if (sriov_context_options_new(&options, &error) ||
	    sriov_context_options_set_sysfs(options, folder, &error))
		return EXIT_FAILURE;
	code = sriov_context_new(options, &context, &error);
	if (!code && !strcmp(what, "list"))
		code = list(context, &error);
	else if (!code && !strcmp(what, "vfs"))
		code = list_vfs(context, &error);
	else if (!code && !strcmp(what, "find"))
		code = find(context, times, &error);
	if (code)
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	sriov_context_unref(context);
	sriov_context_options_unref(options);
	sriov_error_unref(error);
	return code ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int count, char **words)
{
	if (count == 3 && !strcmp(words[1], "make"))
		return make((unsigned int)atoi(words[2]));
	if (count == 3 && !strcmp(words[1], "make-pf"))
		return make_pf((unsigned int)atoi(words[2]));
	if (count == 3 || count == 4)
		return use(words[1], words[2], count == 4 ? atoi(words[3]) : 1);
	fprintf(stderr, "Usage: enumerate COMMAND WORD...\n");
	return EXIT_FAILURE;
}
