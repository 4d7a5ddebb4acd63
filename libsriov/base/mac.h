/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Ethernet addresses: "52:54:00:00:00:01". */
#ifndef BASE_MAC_H
#define BASE_MAC_H

#include <stdbool.h>

#define MAC_BYTES 6
#define MAC_SIZE  sizeof("52:54:00:00:00:01")

/* Two hexadecimal digits six times, with colons between; false when the text is nothing else. */
bool mac_parse(const char *text, unsigned char mac[MAC_BYTES]);

void mac_format(const unsigned char mac[MAC_BYTES], char text[MAC_SIZE]);

bool mac_is_zero(const unsigned char mac[MAC_BYTES]);
bool mac_is_multicast(const unsigned char mac[MAC_BYTES]);

#endif
