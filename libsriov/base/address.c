/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/address.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

/* Takes at least the given number of digits up to the separator, and steps behind it. */
static bool take(const char **text, char separator, size_t least, size_t most, uint64_t *value)
{
	char digits[ADDRESS_SIZE] = "";
	const char *end = strchr(*text, separator);
	size_t length = end ? (size_t)(end - *text) : 0;

	if (length < least || length > most)
		return false;
	memcpy(digits, *text, length);
	/* A digit in front keeps number_parse() from taking "0x". */
	if (strpbrk(digits, "xX"))
		return false;
	*text = separator ? end + 1 : end;
	return number_parse(digits, 16, UINT32_MAX, value);
}

bool address_parse(const char *text, char address[ADDRESS_SIZE])
{
	uint64_t domain = 0, bus, device, function;
	const char *colon = strchr(text, ':');

	if (colon && strchr(colon + 1, ':') && !take(&text, ':', 4, 8, &domain))
		return false;
	if (!take(&text, ':', 2, 2, &bus) || !take(&text, '.', 2, 2, &device) ||
	    !take(&text, '\0', 1, 1, &function) || device > 31 || function > 7)
		return false;
	snprintf(address, ADDRESS_SIZE, "%04" PRIx64 ":%02" PRIx64 ":%02" PRIx64 ".%" PRIx64,
		 domain, bus, device, function);
	return true;
}

int address_compare(const char *left, const char *right)
{
	size_t left_length = strlen(left), right_length = strlen(right);

	/* All parts but the domain have a fixed width, and the kernel writes lower case. */
	if (left_length != right_length)
		return left_length < right_length ? -1 : 1;
	return strcmp(left, right);
}
