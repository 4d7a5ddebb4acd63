/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The kernel's messages about devices: "add@/devices/..." and its variables. */
#ifndef KERNEL_UEVENT_H
#define KERNEL_UEVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/address.h"

/* The texts are in the message itself; those that it has not are NULL. */
struct uevent {
	const char *action;
	const char *path;
	const char *subsystem;
	const char *driver;
	const char *interface;
	uint64_t sequence;
	int index; /* of an interface; 0 for none */
	uint16_t vendor_id;
	uint16_t device_id; /* both 0 for what is no PCI device */
};

/*
 * Reads one message. False when it is none of the kernel's: without action, path or subsystem, or
 * not ended by a NUL.
 */
bool uevent_parse(const char *data, size_t size, struct uevent *uevent);

/*
 * The PCI device that the message is about, or on which the interface or VFIO device is that it is
 * about; false when there is none.
 */
bool uevent_find_address(const struct uevent *uevent, char address[ADDRESS_SIZE]);

/* The last part of its path, such as "vfio0". */
const char *uevent_get_name(const struct uevent *uevent);

#endif
