/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/xml.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define SURROGATES_FIRST 0xd800
#define SURROGATES_LAST	 0xdfff
#define UNICODE_LAST	 0x10ffff

/* How many bytes a first byte announces, with its bits of the code point; 0 for none. */
static size_t read_first(unsigned char byte, uint32_t *point)
{
	if (byte < 0x80) {
		*point = byte;
		return 1;
	}
	if (byte >= 0xc2 && byte <= 0xdf) {
		*point = byte & 0x1f;
		return 2;
	}
	if ((byte & 0xf0) == 0xe0) {
		*point = byte & 0x0f;
		return 3;
	}
	if (byte >= 0xf0 && byte <= 0xf4) {
		*point = byte & 0x07;
		return 4;
	}
	return 0;
}

/* The length of the code point at the start; 0 when that is no UTF-8. */
static size_t decode(const char *string, uint32_t *point)
{
	static const uint32_t smallest[] = {[1] = 0, [2] = 0x80, [3] = 0x800, [4] = 0x10000};
	size_t length = read_first((unsigned char)string[0], point);

	for (size_t i = 1; i < length; i++) {
		/* The end of the string is no byte that goes on. */
		if (((unsigned char)string[i] & 0xc0) != 0x80)
			return 0;
		*point = *point << 6 | ((unsigned char)string[i] & 0x3f);
	}
	if (!length || *point < smallest[length] || *point > UNICODE_LAST ||
	    (*point >= SURROGATES_FIRST && *point <= SURROGATES_LAST))
		return 0;
	return length;
}

static bool is_clean_point(uint32_t point)
{
	bool control = point < 0x20 || (point >= 0x7f && point <= 0x9f);

	/* No characters at all, by XML's own rule. */
	return !control && point != 0xfffe && point != 0xffff;
}

bool xml_is_clean(const char *string)
{
	uint32_t point;
	size_t length;

	for (; *string; string += length) {
		length = decode(string, &point);
		if (!length || !is_clean_point(point))
			return false;
	}
	return true;
}

static const char *entity(char character)
{
	switch (character) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '\'':
		return "&apos;";
	default:
		return "&quot;";
	}
}

void xml_add_escaped(struct text *text, const char *string)
{
	size_t plain;

	for (; *string; string += plain) {
		plain = strcspn(string, "&<>'\"");
		text_add(text, "%.*s", (int)plain, string);
		if (!string[plain])
			break;
		text_add(text, "%s", entity(string[plain++]));
	}
}
