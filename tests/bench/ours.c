/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <sriov/sriov.h>

#include "rounds.h"

static void take_device(const struct sriov_device *device)
{
	const struct facts facts = {
		.address = sriov_device_get_address(device),
		.class = sriov_device_get_class(device),
		.vendor = sriov_device_get_vendor_id(device),
		.device = sriov_device_get_device_id(device),
		.subsystem_vendor = sriov_device_get_subsystem_vendor_id(device),
		.subsystem_device = sriov_device_get_subsystem_device_id(device),
		.driver = sriov_device_get_driver(device),
		.group = sriov_device_get_iommu_group(device),
	};

	take(&facts);
}

void read_host(void)
{
	struct sriov_context *context;
	struct sriov_device_list *list;
	struct sriov_error *error;

	if (sriov_context_new(NULL, &context, &error) ||
	    sriov_device_list(context, NULL, &list, &error))
		give_up(sriov_error_get_message(error));
	for (size_t i = 0; i < sriov_device_list_get_count(list); i++)
		take_device(sriov_device_list_get(list, i));
	sriov_device_list_unref(list);
	sriov_context_unref(context);
}
