/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/netdev/port_name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* More than any card has. */
#define MOST_DIGITS 6

/* Takes digits, of which there must be some. */
static bool take_number(const char **at, int *number)
{
	size_t digits = strspn(*at, "0123456789");

	if (!digits || digits > MOST_DIGITS)
		return false;
	*number = (int)strtol(*at, NULL, 10);
	*at += digits;
	return true;
}

/* Takes a word with a number behind it; nothing when another word is there. */
static bool take(const char **at, const char *word, int *number)
{
	const char *behind = *at + strlen(word);

	if (strncmp(*at, word, strlen(word)) != 0 || !take_number(&behind, number))
		return false;
	*at = behind;
	return true;
}

bool port_name_parse(const char *text, struct port_name *name)
{
	const char *at = text;

	*name = (struct port_name) {-1, -1, -1};
	if (isdigit((unsigned char)*at))
		return take_number(&at, &name->vf) && !*at;
	if (take(&at, "c", &name->controller) && *at != 'p')
		return false;
	take(&at, "pf", &name->pf);
	return (take(&at, "vf", &name->vf) || take(&at, "vfr", &name->vf)) && !*at;
}
