/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands that only look. */
#include <stdlib.h>

#include "json.h"
#include "probe.h"

static void put_device_facts(const struct sriov_device *device)
{
	json_text("address", sriov_device_get_address(device));
	if (sriov_device_get_error(device)) {
		put_error("error", sriov_device_get_error(device));
		return;
	}
	json_number("vendor_id", sriov_device_get_vendor_id(device));
	json_number("device_id", sriov_device_get_device_id(device));
	json_number("subsystem_vendor_id", sriov_device_get_subsystem_vendor_id(device));
	json_number("subsystem_device_id", sriov_device_get_subsystem_device_id(device));
	json_number("class", sriov_device_get_class(device));
	json_text("driver", sriov_device_get_driver(device));
	json_text("modalias", sriov_device_get_modalias(device));
	json_number("iommu_group", sriov_device_get_iommu_group(device));
}

void put_device(const char *key, const struct sriov_device *device)
{
	json_open(key, '{');
	put_device_facts(device);
	json_close('}');
}

static void put_devices(const char *key, const struct sriov_device_list *list)
{
	json_open(key, '[');
	for (size_t i = 0; i < sriov_device_list_get_count(list); i++)
		put_device(NULL, sriov_device_list_get(list, i));
	json_close(']');
}

/* devices [CLASS MASK] */
static enum sriov_code devices(struct call *call)
{
	struct sriov_device_filter *filter = NULL;
	struct sriov_device_list *list = NULL;
	enum sriov_code code = sriov_device_filter_new(&filter, &call->error);

	if (!code && call->words[0])
		code = sriov_device_filter_set_class(filter, number_of(call->words[0]),
						     number_of(call->words[1]), &call->error);
	if (!code)
		code = sriov_device_list(call->context, filter, &list, &call->error);
	if (!code)
		put_devices("devices", list);
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
	return code;
}

/* Names, node, interfaces and modules, each with its own failure. */
static enum sriov_code put_more(const struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_string_list *interfaces = NULL, *modules = NULL;
	char *name = NULL;
	int node = -1;
	enum sriov_code code = sriov_device_read_name(device, &name, error);

	if (!code)
		code = sriov_device_read_numa_node(device, &node, error);
	if (!code)
		code = sriov_device_list_interfaces(device, &interfaces, error);
	if (!code)
		code = sriov_device_list_modules(device, &modules, error);
	if (!code) {
		json_text("name", name);
		json_number("numa_node", node);
		put_strings("interfaces", interfaces);
		put_strings("modules", modules);
	}
	free(name);
	sriov_string_list_unref(interfaces);
	sriov_string_list_unref(modules);
	return code;
}

/* device NAME */
static enum sriov_code device(struct call *call)
{
	struct sriov_device *device = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code) {
		put_device_facts(device);
		code = put_more(device, &call->error);
	}
	sriov_device_unref(device);
	return code;
}

static void put_capabilities(const struct sriov_capability_list *list)
{
	const struct sriov_capability *one;

	json_open("capabilities", '[');
	for (size_t i = 0; i < sriov_capability_list_get_count(list); i++) {
		one = sriov_capability_list_get(list, i);
		json_open(NULL, '{');
		json_number("id", sriov_capability_get_id(one));
		json_bool("extended", sriov_capability_is_extended(one));
		json_number("version", sriov_capability_get_version(one));
		json_number("offset", sriov_capability_get_offset(one));
		json_text("name", sriov_capability_get_name(one));
		json_close('}');
	}
	json_close(']');
}

/* capabilities NAME */
static enum sriov_code capabilities(struct call *call)
{
	struct sriov_capability_list *list = NULL;
	struct sriov_device *device = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_list_capabilities(device, &list, &call->error);
	if (!code)
		put_capabilities(list);
	sriov_capability_list_unref(list);
	sriov_device_unref(device);
	return code;
}

static void put_iov(const struct sriov_iov_capability *iov)
{
	json_number("offset", sriov_iov_capability_get_offset(iov));
	json_number("initial_vfs", sriov_iov_capability_get_initial_vfs(iov));
	json_number("total_vfs", sriov_iov_capability_get_total_vfs(iov));
	json_number("vf_count", sriov_iov_capability_get_vf_count(iov));
	json_number("vf_offset", sriov_iov_capability_get_vf_offset(iov));
	json_number("vf_stride", sriov_iov_capability_get_vf_stride(iov));
	json_number("vf_device_id", sriov_iov_capability_get_vf_device_id(iov));
	json_number("supported_page_sizes", sriov_iov_capability_get_supported_page_sizes(iov));
	json_number("system_page_size", sriov_iov_capability_get_system_page_size(iov));
	json_number("dependency_link", sriov_iov_capability_get_dependency_link(iov));
	json_bool("enabled", sriov_iov_capability_is_enabled(iov));
	json_bool("memory_enabled", sriov_iov_capability_is_memory_enabled(iov));
	json_bool("ari_capable_hierarchy", sriov_iov_capability_is_ari_capable_hierarchy(iov));
	json_open("vf_bars", '[');
	for (unsigned int i = 0; i < 6; i++)
		json_number(NULL, sriov_iov_capability_get_vf_bar(iov, i));
	json_close(']');
}

/* iov NAME */
static enum sriov_code iov(struct call *call)
{
	struct sriov_iov_capability *capability = NULL;
	struct sriov_device *device = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_read_iov_capability(device, &capability, &call->error);
	if (!code)
		put_iov(capability);
	sriov_iov_capability_unref(capability);
	sriov_device_unref(device);
	return code;
}

static void put_pf(const struct sriov_pf *pf)
{
	put_device("device", sriov_pf_get_device(pf));
	if (sriov_pf_get_error(pf))
		put_error("error", sriov_pf_get_error(pf));
	json_text("interface", sriov_pf_get_interface(pf));
	json_number("total_vfs", sriov_pf_get_total_vfs(pf));
	json_number("vf_count", sriov_pf_get_vf_count(pf));
	json_number("vf_offset", sriov_pf_get_vf_offset(pf));
	json_number("vf_stride", sriov_pf_get_vf_stride(pf));
	json_number("vf_device_id", sriov_pf_get_vf_device_id(pf));
}

/* pf NAME */
static enum sriov_code pf(struct call *call)
{
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		put_pf(pf);
	sriov_pf_unref(pf);
	return code;
}

/* pfs */
static enum sriov_code pfs(struct call *call)
{
	struct sriov_pf_list *list = NULL;
	enum sriov_code code = sriov_pf_list(call->context, &list, &call->error);

	json_open("pfs", '[');
	for (size_t i = 0; i < sriov_pf_list_get_count(list); i++) {
		json_open(NULL, '{');
		put_pf(sriov_pf_list_get(list, i));
		json_close('}');
	}
	json_close(']');
	sriov_pf_list_unref(list);
	return code;
}

static void put_vf(const struct sriov_vf *vf)
{
	json_number("index", sriov_vf_get_index(vf));
	json_text("pf", sriov_device_get_address(sriov_pf_get_device(sriov_vf_get_pf(vf))));
	json_text("interface", sriov_vf_get_interface(vf));
	put_device("device", sriov_vf_get_device(vf));
	if (sriov_vf_get_error(vf))
		put_error("error", sriov_vf_get_error(vf));
}

/* vfs PF */
static enum sriov_code vfs(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf_list *list = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_list_vfs(pf, &list, &call->error);
	json_open("vfs", '[');
	for (size_t i = 0; i < sriov_vf_list_get_count(list); i++) {
		json_open(NULL, '{');
		put_vf(sriov_vf_list_get(list, i));
		json_close('}');
	}
	json_close(']');
	sriov_vf_list_unref(list);
	sriov_pf_unref(pf);
	return code;
}

/* vf NAME, or vf PF INDEX */
static enum sriov_code vf(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf *vf = NULL;
	enum sriov_code code;

	if (!call->words[0] || !call->words[1]) {
		code = sriov_vf_open(call->context, call->words[0], &vf, &call->error);
	} else {
		code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);
		if (!code)
			code = sriov_pf_open_vf(pf, number_of(call->words[1]), &vf, &call->error);
	}
	if (!code)
		put_vf(vf);
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	return code;
}

const struct command read_commands[] = {
	{"devices", "[CLASS MASK]", devices},
	{"device", "NAME", device},
	{"capabilities", "NAME", capabilities},
	{"iov", "NAME", iov},
	{"pfs", "", pfs},
	{"pf", "NAME", pf},
	{"vfs", "PF", vfs},
	{"vf", "NAME | PF INDEX", vf},
	{NULL, NULL, NULL},
};
