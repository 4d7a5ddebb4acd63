/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The text of a PCI device's file "uevent": class, ids, driver, address and alias in one read. */
#ifndef KERNEL_UEVENT_H
#define KERNEL_UEVENT_H

#include <stdbool.h>
#include <stdint.h>

/* The strings point into the text that was parsed. */
struct uevent {
	const char *address;
	const char *driver; /* NULL when there is none */
	const char *modalias;
	uint32_t class;
	uint16_t vendor_id;
	uint16_t device_id;
	uint16_t subsystem_vendor_id;
	uint16_t subsystem_device_id;
};

/* Cuts the text into strings; false when it does not describe a PCI device. */
bool uevent_parse(char *text, struct uevent *uevent);

#endif
