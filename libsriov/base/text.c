/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(struct text *text, size_t more)
{
	size_t wanted = text->length + more + 1;
	char *data;

	if (wanted <= text->capacity)
		return true;
	wanted = wanted < 64 ? 64 : wanted * 2;
	data = realloc(text->data, wanted);
	if (!data) {
		text->failed = true;
		return false;
	}
	text->data = data;
	text->capacity = wanted;
	return true;
}

void text_add_list(struct text *text, const char *format, va_list arguments)
{
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	if (length < 0)
		text->failed = true;
	else if (!text->failed && reserve(text, (size_t)length)) {
		vsnprintf(text->data + text->length, (size_t)length + 1, format, again);
		text->length += (size_t)length;
	}
	va_end(again);
}

void text_add(struct text *text, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	text_add_list(text, format, arguments);
	va_end(arguments);
}

char *text_take(struct text *text)
{
	char *data;

	if (!text->data && !text->failed)
		text_add(text, "%s", "");
	if (text->failed) {
		text_clear(text);
		return NULL;
	}
	data = text->data;
	memset(text, 0, sizeof(*text));
	return data;
}

void text_clear(struct text *text)
{
	free(text->data);
	memset(text, 0, sizeof(*text));
}
