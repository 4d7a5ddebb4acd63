/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/name.h"

#include <ctype.h>
#include <net/if.h>
#include <string.h>

bool name_is_interface(const char *name)
{
	size_t length = strlen(name);

	if (length == 0 || length >= IF_NAMESIZE || !strcmp(name, ".") || !strcmp(name, ".."))
		return false;
	for (; *name; name++)
		if (*name == '/' || *name == ':' || isspace((unsigned char)*name))
			return false;
	return true;
}

bool name_is_driver(const char *name)
{
	size_t length = strlen(name);

	if (length == 0 || length > 63 || name[0] == '.')
		return false;
	for (; *name; name++)
		if (!isalnum((unsigned char)*name) && !strchr("-_.", *name))
			return false;
	return true;
}
