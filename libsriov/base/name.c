/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/name.h"

#include <ctype.h>
#include <net/if.h>
#include <string.h>

/* Of the kernel's ALTIFNAMSIZ, the last is the NUL. */
#define ALTNAME_SIZE 128

static bool is_valid(const char *name, size_t size)
{
	size_t length = strlen(name);

	if (length == 0 || length >= size || !strcmp(name, ".") || !strcmp(name, ".."))
		return false;
	for (; *name; name++)
		if (*name == '/' || *name == ':' || isspace((unsigned char)*name))
			return false;
	return true;
}

bool name_is_interface(const char *name)
{
	return is_valid(name, IF_NAMESIZE);
}

bool name_is_altname(const char *name)
{
	return is_valid(name, ALTNAME_SIZE);
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
