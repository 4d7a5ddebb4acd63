/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The interrupts that a device uses now. */
#include "object/device/device_attribute.h"

#include <string.h>

#include "base/error.h"

static const struct device_attribute msi_irqs = {"msi_irqs", "list of interrupts",
						 "it uses neither MSI nor MSI-X"};

/*
 * A device uses MSI or MSI-X, never both, so that one interrupt tells for all. One that its driver
 * has just given back is passed over.
 */
static enum sriov_code is_msix(const struct sriov_device *device,
			       const struct sriov_string_list *interrupts, bool *msix,
			       struct sriov_error **error)
{
	size_t count = sriov_string_list_get_count(interrupts);

	*msix = false;
	for (size_t i = 0; i < count; i++) {
		struct sriov_error *failure = NULL;
		char mode[16];
		enum sriov_code code;

		code = tree_read_line(&device->context->sysfs, mode, sizeof(mode), &failure,
				      "bus/pci/devices/%s/msi_irqs/%s", device->address,
				      sriov_string_list_get(interrupts, i));
		if (!code)
			*msix = !strcmp(mode, "msix");
		if (!code)
			return code;
		if (code != SRIOV_CODE_NOT_FOUND && code != SRIOV_CODE_GONE) {
			device_attribute_explain(device, &msi_irqs, code, &failure);
			return error_move(error, &failure);
		}
		sriov_error_unref(failure);
	}
	return SRIOV_CODE_OK;
}

static enum sriov_code count_msix(const struct sriov_device *device, unsigned int *count,
				  struct sriov_error **error)
{
	struct sriov_string_list *interrupts = NULL;
	bool msix = false;
	enum sriov_code code = tree_list(&device->context->sysfs, &interrupts, error,
					 "bus/pci/devices/%s/msi_irqs", device->address);

	if (code)
		return device_attribute_explain(device, &msi_irqs, code, error);
	code = is_msix(device, interrupts, &msix, error);
	if (!code && msix)
		*count = (unsigned int)sriov_string_list_get_count(interrupts);
	sriov_string_list_unref(interrupts);
	return code;
}

EXPORT enum sriov_code sriov_device_read_msix_in_use(const struct sriov_device *device,
						     unsigned int *count,
						     struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code;

	if (!count)
		return error_null(error, "count");
	*count = 0;
	if (!device)
		return error_null(error, "device");
	code = count_msix(device, count, &failure);
	if (!code)
		return code;
	if (code != SRIOV_CODE_UNSUPPORTED)
		return error_move(error, &failure);
	sriov_error_unref(failure);
	return SRIOV_CODE_OK;
}
