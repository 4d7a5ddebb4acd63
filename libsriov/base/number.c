/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/number.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

bool number_parse(const char *text, int base, uint64_t maximum, uint64_t *value)
{
	unsigned long long parsed;
	char *end;

	/* strtoull() takes signs and leading space, which no kernel file and no name has. */
	if (!isxdigit((unsigned char)text[0]))
		return false;
	errno = 0;
	parsed = strtoull(text, &end, base);
	if (errno || *end || end == text || parsed > maximum)
		return false;
	*value = parsed;
	return true;
}
