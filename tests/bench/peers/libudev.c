/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <libudev.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rounds.h"

static unsigned long number(struct udev_device *device, const char *attribute)
{
	const char *value = udev_device_get_sysattr_value(device, attribute);

	return value ? strtoul(value, NULL, 16) : 0;
}

/* The one fact that the library does not give: of links it follows no others than its own. */
static int read_group(struct udev_device *device)
{
	char path[PATH_MAX], target[PATH_MAX];
	const char *last;
	ssize_t length;

	snprintf(path, sizeof(path), "%s/iommu_group", udev_device_get_syspath(device));
	length = readlink(path, target, sizeof(target) - 1);
	if (length < 0)
		return -1;
	target[length] = '\0';
	last = strrchr(target, '/');
	return last ? atoi(last + 1) : -1;
}

static void take_device(struct udev_device *device)
{
	const struct facts facts = {
		.address = udev_device_get_sysname(device),
		.class = (uint32_t)number(device, "class"),
		.vendor = (uint16_t)number(device, "vendor"),
		.device = (uint16_t)number(device, "device"),
		.subsystem_vendor = (uint16_t)number(device, "subsystem_vendor"),
		.subsystem_device = (uint16_t)number(device, "subsystem_device"),
		.driver = udev_device_get_driver(device),
		.group = read_group(device),
	};

	take(&facts);
}

void read_host(void)
{
	struct udev *udev = udev_new();
	struct udev_enumerate *enumerate = udev_enumerate_new(udev);
	struct udev_list_entry *entry;
	struct udev_device *device;

	udev_enumerate_add_match_subsystem(enumerate, "pci");
	udev_enumerate_scan_devices(enumerate);
	udev_list_entry_foreach(entry, udev_enumerate_get_list_entry(enumerate))
	{
		device = udev_device_new_from_syspath(udev, udev_list_entry_get_name(entry));
		if (!device)
			give_up("libudev does not open a device that it lists");
		take_device(device);
		udev_device_unref(device);
	}
	udev_enumerate_unref(enumerate);
	udev_unref(udev);
}
