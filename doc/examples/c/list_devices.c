/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lists the network cards of the host: address, ids, driver, IOMMU group, name. */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

static void show(const struct sriov_device *device)
{
	const char *driver = sriov_device_get_driver(device);
	char *name = NULL;

	if (sriov_device_get_error(device)) {
		printf("%s\n", sriov_error_get_message(sriov_device_get_error(device)));
		return;
	}
	sriov_device_read_name(device, &name, NULL);
	printf("%s  %04x:%04x  %-10s group %3d  %s\n", sriov_device_get_address(device),
	       sriov_device_get_vendor_id(device), sriov_device_get_device_id(device),
	       driver ? driver : "-", sriov_device_get_iommu_group(device), name ? name : "");
	free(name);
}

int main(void)
{
	struct sriov_context *context = NULL;
	struct sriov_device_filter *filter = NULL;
	struct sriov_device_list *list = NULL;
	struct sriov_error *error = NULL;

	/* Base class 02 is a network controller. */
	if (sriov_context_new(NULL, &context, &error) || sriov_device_filter_new(&filter, &error) ||
	    sriov_device_filter_set_class(filter, 0x020000, 0xff0000, &error) ||
	    sriov_device_list(context, filter, &list, &error))
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	for (size_t i = 0; i < sriov_device_list_get_count(list); i++)
		show(sriov_device_list_get(list, i));
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
