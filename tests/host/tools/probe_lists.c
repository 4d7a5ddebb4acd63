/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lists that are chosen, and the whole host at once. */
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "probe.h"

static void put_addresses(const char *key, const struct sriov_device_list *list)
{
	json_open(key, '[');
	for (size_t i = 0; i < sriov_device_list_get_count(list); i++)
		json_text(NULL, sriov_device_get_address(sriov_device_list_get(list, i)));
	json_close(']');
}

static enum sriov_code set(struct sriov_device_filter *filter, const char *key, const char *value,
			   struct sriov_error **error)
{
	if (!strcmp(key, "vendor"))
		return sriov_device_filter_set_vendor_id(filter, (uint16_t)number_of(value), error);
	if (!strcmp(key, "device"))
		return sriov_device_filter_set_device_id(filter, (uint16_t)number_of(value), error);
	if (!strcmp(key, "driver"))
		return sriov_device_filter_set_driver(filter, value, error);
	if (!strcmp(key, "class"))
		return sriov_device_filter_set_class(filter, number_of(value), 0xffff00, error);
	return sriov_device_filter_set_function(filter, (enum sriov_function)number_of(value),
						error);
}

/* vendor|device|driver|class|function VALUE... */
static enum sriov_code make_filter(struct call *call, struct sriov_device_filter **filter)
{
	enum sriov_code code = sriov_device_filter_new(filter, &call->error);

	for (char **words = call->words; !code && *words; words += 2)
		code = set(*filter, words[0], words[1], &call->error);
	return code;
}

/* select [KEY VALUE]...: by asking for such devices, and from a snapshot */
static enum sriov_code select_devices(struct call *call)
{
	struct sriov_device_list *list = NULL, *held = NULL;
	struct sriov_device_filter *filter = NULL;
	struct sriov_host *host = NULL;
	enum sriov_code code = make_filter(call, &filter);

	if (!code)
		code = sriov_device_list(call->context, filter, &list, &call->error);
	if (!code)
		code = sriov_host_read(call->context, &host, &call->error);
	if (!code)
		code = sriov_host_list_devices(host, filter, &held, &call->error);
	if (!code) {
		put_addresses("listed", list);
		put_addresses("held", held);
	}
	sriov_device_list_unref(held);
	sriov_host_unref(host);
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
	return code;
}

/* find NAME */
static enum sriov_code find(struct call *call)
{
	char *address = NULL;
	enum sriov_code code = sriov_pf_find(call->context, call->words[0], &address, &call->error);

	if (!code)
		json_text("address", address);
	free(address);
	return code;
}

static void put_vf(const struct sriov_host *host, const struct sriov_vf *vf)
{
	const struct sriov_device *device = sriov_vf_get_device(vf);
	const char *address = sriov_device_get_address(device);

	json_open(NULL, '{');
	json_number("index", sriov_vf_get_index(vf));
	json_text("address", address);
	json_text("interface", sriov_vf_get_interface(vf));
	json_bool("same", device && sriov_host_get_device(host, address) == device);
	if (sriov_vf_get_error(vf))
		put_error("error", sriov_vf_get_error(vf));
	json_close('}');
}

static void put_pf(const struct sriov_host *host, const struct sriov_pf *pf)
{
	const struct sriov_device *device = sriov_pf_get_device(pf);
	const struct sriov_vf_list *vfs = sriov_host_get_vfs(host, pf);

	json_open(NULL, '{');
	json_text("address", sriov_device_get_address(device));
	json_text("interface", sriov_pf_get_interface(pf));
	json_number("vf_count", sriov_pf_get_vf_count(pf));
	json_bool("same", sriov_host_get_device(host, sriov_device_get_address(device)) == device);
	json_open("vfs", '[');
	for (size_t i = 0; i < sriov_vf_list_get_count(vfs); i++)
		put_vf(host, sriov_vf_list_get(vfs, i));
	json_close(']');
	if (sriov_pf_get_error(pf))
		put_error("error", sriov_pf_get_error(pf));
	json_close('}');
}

static void put_group(const struct sriov_iommu_group *group)
{
	json_open(NULL, '{');
	json_number("number", sriov_iommu_group_get_number(group));
	json_text("type", sriov_iommu_group_get_type(group));
	json_bool("viable", sriov_iommu_group_is_viable(group));
	json_text("obstacle", sriov_iommu_group_get_obstacle(group));
	put_addresses("devices", sriov_iommu_group_get_devices(group));
	json_close('}');
}

/* host */
static enum sriov_code host(struct call *call)
{
	const struct sriov_iommu_group_list *groups;
	const struct sriov_device_list *devices;
	const struct sriov_pf_list *pfs;
	struct sriov_host *host;
	enum sriov_code code = sriov_host_read(call->context, &host, &call->error);

	devices = sriov_host_get_devices(host);
	pfs = sriov_host_get_pfs(host);
	groups = sriov_host_get_groups(host);
	json_open("devices", '[');
	for (size_t i = 0; i < sriov_device_list_get_count(devices); i++)
		put_device(NULL, sriov_device_list_get(devices, i));
	json_close(']');
	json_open("pfs", '[');
	for (size_t i = 0; i < sriov_pf_list_get_count(pfs); i++)
		put_pf(host, sriov_pf_list_get(pfs, i));
	json_close(']');
	json_open("groups", '[');
	for (size_t i = 0; i < sriov_iommu_group_list_get_count(groups); i++)
		put_group(sriov_iommu_group_list_get(groups, i));
	json_close(']');
	sriov_host_unref(host);
	return code;
}

const struct command list_commands[] = {
	{"select", "[vendor|device|driver|class|function VALUE]...", select_devices},
	{"find", "NAME", find},
	{"host", "", host},
	{NULL, NULL, NULL},
};
