/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code list_devices(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device_filter *filter = NULL;
	struct sriov_device_list *list = NULL;
	enum sriov_code code = sriov_device_filter_new(&filter, error);

	if (!code)
		code = sriov_device_filter_set_class(filter, 0x020000, 0xff0000, error);
	if (!code)
		code = sriov_device_filter_set_driver(filter, "igb", error);
	if (!code)
		code = sriov_device_list(context, filter, &list, error);
	/* One for which memory ran out may be a third: it passes every filter. */
	if (!code && sriov_device_list_get_count(list) < 2)
		code = HALF;
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
	return code;
}

static enum sriov_code open_device(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device *device;
	enum sriov_code code = sriov_device_open(context, "em1", &device, error);

	if (!code && strcmp(sriov_device_get_driver(device), "igb"))
		code = HALF;
	sriov_device_unref(device);
	return code;
}

static enum sriov_code open_absent(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device *device;

	return sriov_device_open(context, "em9", &device, error);
}

static enum sriov_code open_malformed(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device *device;

	return sriov_device_open(context, "0000:01:00.9", &device, error);
}

static enum sriov_code read_name(struct sriov_device *device, struct sriov_error **error)
{
	char *name;
	enum sriov_code code = sriov_device_read_name(device, &name, error);

	free(name);
	return code;
}

static enum sriov_code read_facts(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_string_list *interfaces;
	enum sriov_code code;
	int node;

	code = sriov_device_read_numa_node(device, &node, error);
	if (code)
		return code;
	code = sriov_device_list_interfaces(device, &interfaces, error);
	if (!code && sriov_string_list_get_count(interfaces) != 1)
		code = HALF;
	sriov_string_list_unref(interfaces);
	return code;
}

static enum sriov_code list_modules(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_string_list *modules;
	enum sriov_code code = sriov_device_list_modules(device, &modules, error);

	sriov_string_list_unref(modules);
	return code;
}

static enum sriov_code list_capabilities(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_capability_list *list;
	enum sriov_code code = sriov_device_list_capabilities(device, &list, error);

	if (!code && sriov_capability_list_get_count(list) != 7)
		code = HALF;
	sriov_capability_list_unref(list);
	return code;
}

static enum sriov_code read_iov(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_iov_capability *iov;
	enum sriov_code code = sriov_device_read_iov_capability(device, &iov, error);

	sriov_iov_capability_unref(iov);
	return code;
}

static const struct step steps[] = {
	{"list devices", .run = list_devices},
	{"open a device", .run = open_device},
	{"open an absent one", .run = open_absent, .code = SRIOV_CODE_NOT_FOUND},
	{"open a malformed one", .run = open_malformed, .code = SRIOV_CODE_INVALID},
	{"read a name", .on_device = read_name, .target = CARD},
	{"read facts", .on_device = read_facts, .target = CARD},
	{"list modules", .on_device = list_modules, .target = CARD, .code = SRIOV_CODE_FAILED},
	{"list capabilities", .on_device = list_capabilities, .target = CARD},
	{"read SR-IOV", .on_device = read_iov, .target = CARD},
};

STEPS(device)
