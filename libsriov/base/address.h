/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PCI addresses: "0000:01:00.0". */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>

/* Domains of Intel VMD have five digits and more: 8 is the most. */
#define ADDRESS_SIZE sizeof("01234567:01:00.0")

/* Writes the full form; false when the text is no address. "01:00.0" is in domain 0. */
bool address_parse(const char *text, char address[ADDRESS_SIZE]);

/* Orders two full addresses by their numbers. */
int address_compare(const char *left, const char *right);

#endif
