/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code read_texts(struct sriov_device *device, struct sriov_error **error)
{
	char *cpus = NULL, *driver = NULL;
	enum sriov_code code = sriov_device_read_local_cpus(device, &cpus, error);

	if (!code)
		code = sriov_device_read_driver_override(device, &driver, error);
	if (!code && strcmp(cpus, "0-1"))
		code = HALF;
	free(cpus);
	free(driver);
	return code;
}

static enum sriov_code read_numbers(struct sriov_device *device, struct sriov_error **error)
{
	enum sriov_power_state state;
	unsigned int revision, count;
	bool allowed;
	enum sriov_code code = sriov_device_read_revision(device, &revision, error);

	if (!code)
		code = sriov_device_read_power_state(device, &state, error);
	if (!code)
		code = sriov_device_read_d3cold_allowed(device, &allowed, error);
	if (!code)
		code = sriov_device_read_enable_count(device, &count, error);
	return code;
}

static enum sriov_code read_interrupts(struct sriov_device *device, struct sriov_error **error)
{
	unsigned int count;
	enum sriov_code code = sriov_device_read_msix_in_use(device, &count, error);

	return code || count == 3 ? code : HALF;
}

/* The file is missing: an error that is not the caller's. */
static enum sriov_code read_no_interrupts(struct sriov_device *device, struct sriov_error **error)
{
	unsigned int count;
	enum sriov_code code = sriov_device_read_msix_in_use(device, &count, error);

	return code || !count ? code : HALF;
}

static enum sriov_code read_unsupported(struct sriov_device *device, struct sriov_error **error)
{
	enum sriov_power_state state;

	return sriov_device_read_power_state(device, &state, error);
}

static enum sriov_code list_resets(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_string_list *methods;
	enum sriov_code code = sriov_device_list_reset_methods(device, &methods, error);

	if (!code && sriov_string_list_get_count(methods) != 3)
		code = HALF;
	sriov_string_list_unref(methods);
	return code;
}

static enum sriov_code list_no_resets(struct sriov_device *device, struct sriov_error **error)
{
	bool supported;
	enum sriov_code code = sriov_device_read_reset_support(device, &supported, error);

	return code || !supported ? code : HALF;
}

static enum sriov_code read_link(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_pcie_link *link;
	enum sriov_code code = sriov_device_read_pcie_link(device, &link, error);

	sriov_pcie_link_unref(link);
	return code;
}

static enum sriov_code read_vpd(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_vpd *vpd;
	enum sriov_code code = sriov_device_read_vpd(device, &vpd, error);

	if (!code && (sriov_vpd_get_error(vpd) || !sriov_vpd_get_product_name(vpd) ||
		      sriov_vpd_field_list_get_count(sriov_vpd_get_fields(vpd)) != 7))
		code = HALF;
	sriov_vpd_unref(vpd);
	return code;
}

static enum sriov_code list_bars(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_bar_list *list;
	enum sriov_code code = sriov_device_list_bars(device, &list, error);

	if (!code && (sriov_bar_list_get_count(list) != 6 ||
		      sriov_bar_get_vf_size_bytes(sriov_bar_list_get(list, 5)) != 0x4000))
		code = HALF;
	sriov_bar_list_unref(list);
	return code;
}

static enum sriov_code list_vfio_modules(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_string_list *modules;
	enum sriov_code code = sriov_device_list_vfio_modules(device, &modules, error);

	if (!code && sriov_string_list_get_count(modules) != 2)
		code = HALF;
	sriov_string_list_unref(modules);
	return code;
}

static const struct step steps[] = {
	{"read texts", .on_device = read_texts, .target = CARD},
	{"read numbers", .on_device = read_numbers, .target = CARD},
	{"read interrupts", .on_device = read_interrupts, .target = CARD},
	{"read no interrupts", .on_device = read_no_interrupts, .target = VF},
	{"read what is not there", .on_device = read_unsupported, .target = VF,
	 .code = SRIOV_CODE_UNSUPPORTED},
	{"list resets", .on_device = list_resets, .target = CARD},
	{"list no resets", .on_device = list_no_resets, .target = VF},
	{"read a link", .on_device = read_link, .target = CARD},
	{"read VPD", .on_device = read_vpd, .target = CARD},
	{"list BARs", .on_device = list_bars, .target = CARD},
	{"list VFIO modules", .on_device = list_vfio_modules, .target = CARD,
	 .where = FAULTS_WITH_MODULES},
};

STEPS(device_attribute)
