/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/holder/vfio_held.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "object/device/vfio_driver.h"

int vfio_read_enabled(const struct sriov_device *device)
{
	uint64_t enabled;

	if (tree_read_number(&device->context->sysfs, 10, INT_MAX, &enabled, NULL,
			     "bus/pci/devices/%s/enable", device->address))
		return -1;
	return (int)enabled;
}

/*
 * A device without driver may be one that is being taken from VFIO at this moment: whoever writes
 * to its files then waits, too. What cannot be read is left for the kernel to decide.
 */
static bool may_be_held(const struct sriov_device *device, const char *wanted)
{
	char driver[NAME_MAX + 1];

	if (device_read_driver(device, driver, NULL) || (wanted && !strcmp(driver, wanted)))
		return false;
	return (!driver[0] || driver_is_vfio(driver)) && vfio_read_enabled(device) != 0;
}

static enum sriov_code say(const struct sriov_device *device,
			   const struct sriov_holder_list *holders, struct sriov_error **error)
{
	const struct sriov_holder *holder = holder_find_certain(holders);
	char label[HOLDER_LABEL_SIZE];

	/* Enabled by hand perhaps: then it is let go. */
	if (!holder && sriov_holder_list_is_complete(holders))
		return SRIOV_CODE_OK;
	if (holder)
		holder_label(holder, label);
	else
		snprintf(label, sizeof(label), "a process that cannot be seen from here");
	error_set(error, SRIOV_CODE_BUSY,
		  "%s is held by %s: the kernel would wait until it is closed there",
		  device->address, label);
	error_set_device(error, device->address);
	return SRIOV_CODE_BUSY;
}

enum sriov_code vfio_check_unheld_among(const struct sriov_device *device, const char *wanted,
					struct holdings *holdings, struct sriov_error **error)
{
	struct sriov_holder_list *holders;
	enum sriov_code code;

	if (!may_be_held(device, wanted))
		return SRIOV_CODE_OK;
	/* Without procfs nobody can be named: it is done, as everywhere where nobody looks. */
	if (!holdings->procfs && holdings_read(device->context, holdings, NULL))
		return SRIOV_CODE_OK;
	code = holdings_select(holdings, device, &holders, error);
	if (code)
		return code;
	code = say(device, holders, error);
	sriov_holder_list_unref(holders);
	return code;
}

enum sriov_code vfio_check_unheld(const struct sriov_device *device, const char *wanted,
				  struct sriov_error **error)
{
	CLEANUP(holdings_clear) struct holdings holdings = {0};

	return vfio_check_unheld_among(device, wanted, &holdings, error);
}

void vfio_explain_wait(const struct sriov_device *device, struct sriov_error **failure)
{
	CLEANUP(holdings_clear) struct holdings holdings = {0};
	struct sriov_holder_list *holders = NULL;
	const struct sriov_holder *holder;
	char label[HOLDER_LABEL_SIZE];

	if (holdings_read(device->context, &holdings, NULL) ||
	    holdings_select(&holdings, device, &holders, NULL))
		return;
	holder = holder_find_certain(holders);
	if (holder) {
		holder_label(holder, label);
		error_explain(failure, sriov_error_get_code(*failure), "%s is held by %s",
			      device->address, label);
	}
	sriov_holder_list_unref(holders);
}
