/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A PCI device's file "modalias": class and ids in one read.
 *
 * The file "uevent" tells them too, and the driver besides; but on some kernels, of which Debian's
 * 6.1 is one, whoever reads that takes the device's lock. While a driver is unbound and waits for
 * whoever holds the device through VFIO, such a reader sleeps with it and cannot be killed.
 */
#ifndef KERNEL_MODALIAS_H
#define KERNEL_MODALIAS_H

#include <stdbool.h>
#include <stdint.h>

struct modalias {
	uint32_t class;
	uint16_t vendor_id;
	uint16_t device_id;
	uint16_t subsystem_vendor_id;
	uint16_t subsystem_device_id;
};

/* False when it does not describe a PCI device. */
bool modalias_parse(const char *text, struct modalias *modalias);

#endif
