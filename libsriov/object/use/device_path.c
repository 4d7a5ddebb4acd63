/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/use/device_path.h"

#include <stdio.h>
#include <string.h>

/* A part that address_parse() takes is one only when it is written in full. */
void device_path_take_address(const char *path, char address[ADDRESS_SIZE])
{
	char part[ADDRESS_SIZE + 1], found[ADDRESS_SIZE];

	address[0] = '\0';
	while (path) {
		size_t length = strcspn(path, "/");

		if (length < ADDRESS_SIZE) {
			snprintf(part, sizeof(part), "%.*s", (int)length, path);
			if (address_parse(part, found) && !strcmp(part, found))
				snprintf(address, ADDRESS_SIZE, "%s", found);
		}
		path = path[length] ? path + length + 1 : NULL;
	}
}
