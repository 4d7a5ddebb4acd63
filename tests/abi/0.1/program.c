/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A program of 0.1: it reads the made-up host in the directory given, and says what it sees. It is
 * built with the headers of 0.1 for ever, so what it says must never change. */
#include <sriov/sriov.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *text(const char *value)
{
	return value ? value : "-";
}

/* Ends the program where a call did not come to what it should. */
static void expect(enum sriov_code wanted, enum sriov_code code, struct sriov_error *error)
{
	if (code == wanted && sriov_error_get_code(error) == wanted) {
		sriov_error_unref(error);
		return;
	}
	printf("code %d instead of %d: %s\n", code, wanted, text(sriov_error_get_message(error)));
	exit(EXIT_FAILURE);
}

#define CHECK(wanted, call)                                                                        \
	do {                                                                                       \
		struct sriov_error *error = NULL;                                                  \
		enum sriov_code code = call;                                                       \
		expect(wanted, code, error);                                                       \
	} while (0)
#define OK(call) CHECK(SRIOV_CODE_OK, call)

static void count_line(void *lines, enum sriov_log_level level, const char *line)
{
	if (level <= SRIOV_LOG_LEVEL_DEBUG && *line)
		++*(unsigned int *)lines;
}

static struct sriov_context *open_context(const char *directory, unsigned int *lines)
{
	enum sriov_code (*const set[])(struct sriov_context_options *, const char *,
				       struct sriov_error **) = {
		sriov_context_options_set_sysfs,    sriov_context_options_set_procfs,
		sriov_context_options_set_devfs,    sriov_context_options_set_modules,
		sriov_context_options_set_modprobe,
	};
	static const char *const names[] = {"sys", "proc", "dev", "modules", "modprobe"};
	struct sriov_context_options *options;
	struct sriov_context *context;
	char path[4096];

	OK(sriov_context_options_new(&options, &error));
	for (size_t i = 0; i < sizeof(set) / sizeof(set[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", directory, names[i]);
		OK(set[i](options, path, &error));
	}
	CHECK(SRIOV_CODE_INVALID, sriov_context_options_set_sysfs(options, "sys", &error));
	OK(sriov_context_options_set_log(options, SRIOV_LOG_LEVEL_DEBUG, count_line, lines,
					 &error));
	OK(sriov_context_new(options, &context, &error));
	sriov_context_options_unref(options);
	return context;
}

static void show_names(void)
{
	for (int code = SRIOV_CODE_OK; code <= SRIOV_CODE_MALFORMED; code++)
		printf("code %d is %s\n", code, sriov_code_get_name((enum sriov_code)code));
	printf("%s, %s, %s, %s\n", sriov_switch_get_name(SRIOV_SWITCH_ON),
	       sriov_module_state_get_name(SRIOV_MODULE_STATE_LIVE),
	       sriov_event_type_get_name(SRIOV_EVENT_TYPE_VF_COUNT_CHANGED),
	       sriov_vf_setting_get_name(SRIOV_VF_SETTING_SPOOF_CHECK));
}

static void show_devices(struct sriov_context *context, enum sriov_function function)
{
	struct sriov_device_filter *filter;
	struct sriov_device_list *list;

	OK(sriov_device_filter_new(&filter, &error));
	OK(sriov_device_filter_set_function(filter, function, &error));
	OK(sriov_device_filter_set_vendor_id(filter, 0x8086, &error));
	OK(sriov_device_list(context, filter, &list, &error));
	for (size_t i = 0; i < sriov_device_list_get_count(list); i++) {
		const struct sriov_device *device = sriov_device_list_get(list, i);

		printf("%s %04x:%04x class %06" PRIx32 " driver %s group %d\n",
		       sriov_device_get_address(device), sriov_device_get_vendor_id(device),
		       sriov_device_get_device_id(device), sriov_device_get_class(device),
		       text(sriov_device_get_driver(device)), sriov_device_get_iommu_group(device));
	}
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
}

static void show_vfs(struct sriov_pf *pf)
{
	struct sriov_vf_list *list;
	struct sriov_vf *vf;

	OK(sriov_pf_list_vfs(pf, &list, &error));
	for (size_t i = 0; i < sriov_vf_list_get_count(list); i++)
		printf("VF %u at %s\n", sriov_vf_get_index(sriov_vf_list_get(list, i)),
		       sriov_device_get_address(sriov_vf_get_device(sriov_vf_list_get(list, i))));
	CHECK(SRIOV_CODE_NOT_FOUND, sriov_pf_open_vf(pf, 7, &vf, &error));
	OK(sriov_pf_open_vf(pf, 0, &vf, &error));
	sriov_vf_list_unref(list);

	/* A child holds its parent, and a snapshot outlives its list. */
	printf("VF %u of %s: interface %s\n", sriov_vf_get_index(vf),
	       text(sriov_pf_get_interface(sriov_vf_get_pf(vf))), text(sriov_vf_get_interface(vf)));
	CHECK(SRIOV_CODE_INVALID, sriov_vf_set_mac(vf, "no MAC", &error));
	CHECK(SRIOV_CODE_INVALID, sriov_vf_set_vlan(vf, 4096, 0, &error));
	sriov_vf_unref(vf);
}

static void show_pf(struct sriov_context *context)
{
	struct sriov_pf *pf, *same;
	char *address, *xml;

	CHECK(SRIOV_CODE_NOT_FOUND, sriov_pf_open(context, "em9", &pf, &error));
	CHECK(SRIOV_CODE_NOT_PF, sriov_pf_open(context, "0000:00:1f.2", &pf, &error));
	OK(sriov_pf_open(context, "em1", &pf, &error));
	OK(sriov_pf_find(context, "em1", &address, &error));
	same = sriov_pf_ref(pf);
	printf("%s is %s: %u of %u VFs, offset %u, stride %u, %04x\n", sriov_pf_get_interface(same),
	       address, sriov_pf_get_vf_count(same), sriov_pf_get_total_vfs(same),
	       sriov_pf_get_vf_offset(same), sriov_pf_get_vf_stride(same),
	       sriov_pf_get_vf_device_id(same));
	CHECK(SRIOV_CODE_TOO_MANY_VFS, sriov_pf_set_vf_count(pf, 9, NULL, &error));
	CHECK(SRIOV_CODE_WOULD_DESTROY, sriov_pf_set_vf_count(pf, 3, NULL, &error));
	show_vfs(pf);
	OK(sriov_libvirt_format_network(pf, "vfs", &xml, &error));
	printf("libvirt: %s\n", strstr(xml, "<pf dev='em1'/>") ? "em1" : xml);
	free(xml);
	free(address);
	sriov_pf_unref(pf);
	sriov_pf_unref(same);
}

static void show_group(struct sriov_context *context)
{
	struct sriov_iommu_group *group;
	struct sriov_iommu *iommu;

	CHECK(SRIOV_CODE_NOT_FOUND, sriov_iommu_group_open(context, 999, &group, &error));
	OK(sriov_iommu_group_open(context, 10, &group, &error));
	printf("group %d: %zu devices\n", sriov_iommu_group_get_number(group),
	       sriov_device_list_get_count(sriov_iommu_group_get_devices(group)));
	sriov_iommu_group_unref(group);
	OK(sriov_iommu_open(context, &iommu, &error));
	printf("IOMMU: %d\n", sriov_iommu_is_enabled(iommu));
	sriov_iommu_unref(iommu);
}

static void show_bond(struct sriov_context *context)
{
	struct sriov_finding_list *findings;
	struct sriov_guest_bond *guest;
	struct sriov_bond *bond;

	CHECK(SRIOV_CODE_NOT_FOUND, sriov_bond_open(context, "bond9", &bond, &error));
	OK(sriov_bond_open(context, "bond0", &bond, &error));
	printf("%s: mode %d, %s, miimon %u ms, primary %s, %zu members\n",
	       sriov_bond_get_name(bond), sriov_bond_get_mode(bond), sriov_bond_get_mode_name(bond),
	       sriov_bond_get_miimon_ms(bond), text(sriov_bond_get_primary(bond)),
	       sriov_string_list_get_count(sriov_bond_get_members(bond)));
	OK(sriov_guest_bond_new_like(bond, &guest, &error));
	sriov_guest_bond_set_miimon_ms(guest, 0);
	OK(sriov_guest_bond_check(guest, &findings, &error));
	for (size_t i = 0; i < sriov_finding_list_get_count(findings); i++)
		printf("finding %s\n",
		       sriov_finding_get_code_name(sriov_finding_list_get(findings, i)));
	sriov_finding_list_unref(findings);
	sriov_guest_bond_unref(guest);
	sriov_bond_unref(bond);
}

static void show_device(struct sriov_context *context)
{
	struct sriov_capabilities *capabilities;
	struct sriov_device *device;
	unsigned int revision;
	char *driver;
	int node;

	OK(sriov_device_open(context, "0000:01:10.0", &device, &error));
	OK(sriov_device_read_numa_node(device, &node, &error));
	OK(sriov_device_read_revision(device, &revision, &error));
	OK(sriov_vfio_find_driver(device, &driver, &error));
	printf("%s: node %d, revision %u, for VFIO %s\n", sriov_device_get_modalias(device), node,
	       revision, driver);
	free(driver);
	sriov_device_unref(device);
	OK(sriov_device_open(context, "em1", &device, &error));
	OK(sriov_device_read_capabilities(device, &capabilities, &error));
	printf("SR-IOV: %d VFs, multifunction: %d\n",
	       sriov_iov_capability_get_total_vfs(sriov_capabilities_get_iov(capabilities)),
	       sriov_capabilities_is_multifunction(capabilities));
	sriov_capabilities_unref(capabilities);
	sriov_device_unref(device);
}

static void show_module(struct sriov_context *context)
{
	struct sriov_module *module;

	CHECK(SRIOV_CODE_NOT_FOUND, sriov_module_open(context, "no_such_module", &module, &error));
	OK(sriov_module_open(context, "igb", &module, &error));
	printf("module %s: %s, blacklisted %d\n", sriov_module_get_name(module),
	       sriov_module_state_get_name(sriov_module_get_state(module)),
	       sriov_module_is_blacklisted(module));
	sriov_module_unref(module);
}

static void show_monitor(struct sriov_context *context)
{
	struct sriov_monitor_options *options;
	struct sriov_monitor *monitor;

	OK(sriov_monitor_options_new(&options, &error));
	OK(sriov_monitor_options_set_all_interfaces(options, true, &error));
	OK(sriov_monitor_new(context, options, &monitor, &error));
	printf("events through a descriptor: %d\n", sriov_monitor_get_fd(monitor) >= 0);
	sriov_monitor_options_unref(options);
	sriov_monitor_unref(monitor);
}

static void show_host(struct sriov_context *context)
{
	struct sriov_host *host;

	OK(sriov_host_read(context, &host, &error));
	for (size_t i = 0; i < sriov_pf_list_get_count(sriov_host_get_pfs(host)); i++) {
		const struct sriov_pf *pf = sriov_pf_list_get(sriov_host_get_pfs(host), i);

		printf("PF %s: %zu VFs\n", sriov_device_get_address(sriov_pf_get_device(pf)),
		       sriov_vf_list_get_count(sriov_host_get_vfs(host, pf)));
	}
	sriov_host_unref(host);
}

int main(int count, char **words)
{
	struct sriov_context *context;
	unsigned int lines = 0;

	if (count != 2)
		return EXIT_FAILURE;
	context = open_context(words[1], &lines);
	show_names();
	show_devices(context, SRIOV_FUNCTION_PF);
	show_devices(context, SRIOV_FUNCTION_VF);
	show_pf(context);
	show_device(context);
	show_group(context);
	show_module(context);
	show_monitor(context);
	show_bond(context);
	show_host(context);
	printf("log: %s\n", lines ? "yes" : "no");
	sriov_context_unref(context);
	return EXIT_SUCCESS;
}
