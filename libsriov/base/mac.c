/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/mac.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool mac_parse(const char *text, unsigned char mac[MAC_BYTES])
{
	if (strlen(text) != MAC_SIZE - 1)
		return false;
	for (int i = 0; i < MAC_BYTES; i++, text += 3) {
		if (!isxdigit((unsigned char)text[0]) || !isxdigit((unsigned char)text[1]) ||
		    (i < MAC_BYTES - 1 && text[2] != ':'))
			return false;
		mac[i] = (unsigned char)strtoul((char[]) {text[0], text[1], '\0'}, NULL, 16);
	}
	return true;
}

void mac_format(const unsigned char mac[MAC_BYTES], char text[MAC_SIZE])
{
	snprintf(text, MAC_SIZE, "%02x:%02x:%02x:%02x:%02x:%02x", mac[0], mac[1], mac[2], mac[3],
		 mac[4], mac[5]);
}

bool mac_is_zero(const unsigned char mac[MAC_BYTES])
{
	return !memcmp(mac, (unsigned char[MAC_BYTES]) {0}, MAC_BYTES);
}

bool mac_is_multicast(const unsigned char mac[MAC_BYTES])
{
	return mac[0] & 1;
}
