/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Shows what a PCI device is, what it is connected to and what is on it: show_device em1 */
#include <inttypes.h>
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

/* What the device or the kernel does not have is left out; what may not be read is said. */
static bool is_told(const char *title, enum sriov_code code, struct sriov_error **error)
{
	if (!code)
		printf("%-9s", title);
	else if (code != SRIOV_CODE_UNSUPPORTED)
		printf("%-9s%s\n", title, sriov_error_get_message(*error));
	sriov_error_unref(*error);
	return !code;
}

static void show_name(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	char *name;

	if (is_told("name", sriov_device_read_name(device, &name, &error), &error))
		printf("%s\n", name);
	free(name);
}

static void show_place(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	char *cpus;

	if (is_told("CPUs", sriov_device_read_local_cpus(device, &cpus, &error), &error))
		printf("%s\n", cpus);
	free(cpus);
}

static void show_link(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	struct sriov_pcie_link *link;

	if (is_told("link", sriov_device_read_pcie_link(device, &link, &error), &error))
		printf("%d MT/s x%d, at most %d MT/s x%d\n",
		       sriov_pcie_link_get_current_speed_mts(link),
		       sriov_pcie_link_get_current_width(link),
		       sriov_pcie_link_get_maximum_speed_mts(link),
		       sriov_pcie_link_get_maximum_width(link));
	sriov_pcie_link_unref(link);
}

static void show_strings(const char *title, enum sriov_code code, struct sriov_string_list *list,
			 struct sriov_error *error)
{
	if (is_told(title, code, &error)) {
		for (size_t i = 0; i < sriov_string_list_get_count(list); i++)
			printf("%s%s", i ? " " : "", sriov_string_list_get(list, i));
		printf("%s\n", sriov_string_list_get_count(list) ? "" : "none");
	}
	sriov_string_list_unref(list);
}

static void show_lists(const struct sriov_device *device)
{
	struct sriov_error *errors[2] = {NULL, NULL};
	struct sriov_string_list *list;
	enum sriov_code code;

	code = sriov_device_list_reset_methods(device, &list, &errors[0]);
	show_strings("resets", code, list, errors[0]);
	code = sriov_device_list_vfio_modules(device, &list, &errors[1]);
	show_strings("VFIO", code, list, errors[1]);
}

static void show_bars(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	struct sriov_bar_list *list;

	if (is_told("BARs", sriov_device_list_bars(device, &list, &error), &error))
		printf("%zu\n", sriov_bar_list_get_count(list));
	for (size_t i = 0; i < sriov_bar_list_get_count(list); i++) {
		const struct sriov_bar *bar = sriov_bar_list_get(list, i);

		printf("  %s %u at 0x%" PRIx64 ", %" PRIu64 " bytes",
		       sriov_bar_role_get_name(sriov_bar_get_role(bar)), sriov_bar_get_index(bar),
		       sriov_bar_get_address(bar), sriov_bar_get_size_bytes(bar));
		if (sriov_bar_get_vf_size_bytes(bar))
			printf(", %" PRIu64 " for each VF", sriov_bar_get_vf_size_bytes(bar));
		printf("\n");
	}
	sriov_bar_list_unref(list);
}

static void show_vpd(const struct sriov_device *device)
{
	struct sriov_error *error = NULL;
	const struct sriov_vpd_field_list *fields;
	struct sriov_vpd *vpd;

	if (is_told("VPD", sriov_device_read_vpd(device, &vpd, &error), &error))
		printf("%s\n", sriov_vpd_get_product_name(vpd) ? sriov_vpd_get_product_name(vpd)
							       : "without a name");
	fields = sriov_vpd_get_fields(vpd);
	for (size_t i = 0; i < sriov_vpd_field_list_get_count(fields); i++) {
		const struct sriov_vpd_field *field = sriov_vpd_field_list_get(fields, i);

		printf("  %s %s\n", sriov_vpd_field_get_keyword(field),
		       sriov_vpd_field_get_text(field));
	}
	sriov_vpd_unref(vpd);
}

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_device *device = NULL;
	struct sriov_error *error = NULL;

	if (sriov_context_new(NULL, &context, &error) ||
	    sriov_device_open(context, argc > 1 ? argv[1] : "", &device, &error)) {
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	} else {
		show_name(device);
		show_place(device);
		show_link(device);
		show_lists(device);
		show_bars(device);
		show_vpd(device);
	}
	sriov_device_unref(device);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
