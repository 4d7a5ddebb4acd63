/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is read of a device when it is asked for: each attribute, or the error in its place. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "probe.h"

/* True when there is a value to put. */
static bool is_told(const char *key, struct sriov_error *error)
{
	if (error)
		put_error(key, error);
	sriov_error_unref(error);
	return !error;
}

static void put_text(const char *key, char *text, struct sriov_error *error)
{
	if (is_told(key, error))
		json_text(key, text);
	free(text);
}

static void put_number(const char *key, long long number, struct sriov_error *error)
{
	if (is_told(key, error))
		json_number(key, number);
}

static void put_bool(const char *key, bool value, struct sriov_error *error)
{
	if (is_told(key, error))
		json_bool(key, value);
}

static void put_list(const char *key, struct sriov_string_list *list, struct sriov_error *error)
{
	if (is_told(key, error))
		put_strings(key, list);
	sriov_string_list_unref(list);
}

static void put_texts(const struct sriov_device *device)
{
	struct sriov_error *errors[2] = {NULL};
	char *cpus, *driver;

	sriov_device_read_local_cpus(device, &cpus, &errors[0]);
	put_text("local_cpus", cpus, errors[0]);
	sriov_device_read_driver_override(device, &driver, &errors[1]);
	put_text("driver_override", driver, errors[1]);
}

static void put_numbers(const struct sriov_device *device)
{
	struct sriov_error *errors[5] = {NULL};
	unsigned int revision, enabled, msix;
	enum sriov_power_state state;
	int node;

	sriov_device_read_revision(device, &revision, &errors[0]);
	put_number("revision", revision, errors[0]);
	sriov_device_read_numa_node(device, &node, &errors[1]);
	put_number("numa_node", node, errors[1]);
	sriov_device_read_power_state(device, &state, &errors[2]);
	put_number("power_state", state, errors[2]);
	sriov_device_read_enable_count(device, &enabled, &errors[3]);
	put_number("enable_count", enabled, errors[3]);
	sriov_device_read_msix_in_use(device, &msix, &errors[4]);
	put_number("msix_in_use", msix, errors[4]);
}

static void put_resets(const struct sriov_device *device)
{
	struct sriov_error *errors[3] = {NULL};
	struct sriov_string_list *methods;
	bool supported, allowed;

	sriov_device_list_reset_methods(device, &methods, &errors[0]);
	put_list("reset_methods", methods, errors[0]);
	sriov_device_read_reset_support(device, &supported, &errors[1]);
	put_bool("reset_support", supported, errors[1]);
	sriov_device_read_d3cold_allowed(device, &allowed, &errors[2]);
	put_bool("d3cold_allowed", allowed, errors[2]);
}

static void put_link(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	struct sriov_pcie_link *link;

	sriov_device_read_pcie_link(device, &link, &error);
	if (is_told("link", error)) {
		json_open("link", '{');
		json_number("current_speed", sriov_pcie_link_get_current_speed_mts(link));
		json_number("current_width", sriov_pcie_link_get_current_width(link));
		json_number("maximum_speed", sriov_pcie_link_get_maximum_speed_mts(link));
		json_number("maximum_width", sriov_pcie_link_get_maximum_width(link));
		json_close('}');
	}
	sriov_pcie_link_unref(link);
}

static void put_bar(const struct sriov_bar *bar)
{
	json_open(NULL, '{');
	json_number("role", sriov_bar_get_role(bar));
	json_number("index", sriov_bar_get_index(bar));
	json_number("space", sriov_bar_get_space(bar));
	json_bool("is_64_bit", sriov_bar_is_64_bit(bar));
	json_bool("prefetchable", sriov_bar_is_prefetchable(bar));
	json_bool("assigned", sriov_bar_is_assigned(bar));
	json_number("address", (long long)sriov_bar_get_address(bar));
	json_number("size", (long long)sriov_bar_get_size_bytes(bar));
	json_number("vf_size", (long long)sriov_bar_get_vf_size_bytes(bar));
	if (sriov_bar_get_error(bar))
		put_error("error", sriov_bar_get_error(bar));
	json_close('}');
}

static void put_bars(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	struct sriov_bar_list *list;

	sriov_device_list_bars(device, &list, &error);
	if (is_told("bars", error)) {
		json_open("bars", '[');
		for (size_t i = 0; i < sriov_bar_list_get_count(list); i++)
			put_bar(sriov_bar_list_get(list, i));
		json_close(']');
	}
	sriov_bar_list_unref(list);
}

static void put_vpd_facts(const struct sriov_vpd *vpd)
{
	const struct sriov_vpd_field_list *fields = sriov_vpd_get_fields(vpd);
	const struct sriov_vpd_field *field;

	json_text("product_name", sriov_vpd_get_product_name(vpd));
	json_text("part_number", sriov_vpd_get_part_number(vpd));
	json_text("serial_number", sriov_vpd_get_serial_number(vpd));
	json_text("engineering_level", sriov_vpd_get_engineering_level(vpd));
	json_text("manufacture_id", sriov_vpd_get_manufacture_id(vpd));
	json_number("checksum", sriov_vpd_get_checksum(vpd));
	if (sriov_vpd_get_error(vpd))
		put_error("error", sriov_vpd_get_error(vpd));
	json_open("fields", '{');
	for (size_t i = 0; i < sriov_vpd_field_list_get_count(fields); i++) {
		field = sriov_vpd_field_list_get(fields, i);
		json_text(sriov_vpd_field_get_keyword(field), sriov_vpd_field_get_text(field));
	}
	json_close('}');
}

static void put_vpd(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	struct sriov_vpd *vpd;

	sriov_device_read_vpd(device, &vpd, &error);
	if (is_told("vpd", error)) {
		json_open("vpd", '{');
		put_vpd_facts(vpd);
		json_close('}');
	}
	sriov_vpd_unref(vpd);
}

static void put_interfaces(const struct sriov_device *device)
{
	static const char *const kinds[] = {"net", "infiniband", "nvme", "vfio-dev"};
	struct sriov_error *error;
	struct sriov_string_list *list;

	json_open("interfaces", '{');
	for (int kind = SRIOV_INTERFACE_KIND_NET; kind <= SRIOV_INTERFACE_KIND_VFIO; kind++) {
		error = NULL;
		sriov_device_list_interfaces_of_kind(device, (enum sriov_interface_kind)kind, &list,
						     &error);
		put_list(kinds[kind], list, error);
	}
	json_close('}');
}

static void put_attributes(const struct sriov_device *device)
{
	json_open(sriov_device_get_address(device), '{');
	put_texts(device);
	put_numbers(device);
	put_resets(device);
	put_link(device);
	put_bars(device);
	put_vpd(device);
	put_interfaces(device);
	json_close('}');
}

/* attributes: of all devices */
static enum sriov_code attributes(struct call *call)
{
	struct sriov_device_list *list = NULL;
	enum sriov_code code = sriov_device_list(call->context, NULL, &list, &call->error);

	for (size_t i = 0; i < sriov_device_list_get_count(list); i++)
		put_attributes(sriov_device_list_get(list, i));
	sriov_device_list_unref(list);
	return code;
}

/* stale-attributes NAME: opens it, tells so, and reads when a line comes on standard input */
static enum sriov_code stale_attributes(struct call *call)
{
	struct sriov_device *device = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code) {
		put_device("device", device);
		putchar('\n');
		fflush(stdout);
		getchar();
		put_attributes(device);
	}
	sriov_device_unref(device);
	return code;
}

/* vfio-modules NAME */
static enum sriov_code vfio_modules(struct call *call)
{
	struct sriov_string_list *modules = NULL;
	struct sriov_device *device = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_list_vfio_modules(device, &modules, &call->error);
	if (!code)
		put_strings("modules", modules);
	sriov_string_list_unref(modules);
	sriov_device_unref(device);
	return code;
}

const struct command attribute_commands[] = {
	{"attributes", "", attributes},
	{"stale-attributes", "NAME", stale_attributes},
	{"vfio-modules", "NAME", vfio_modules},
	{NULL, NULL, NULL},
};
