/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "json.h"

#include <stddef.h>
#include <stdio.h>

static bool follows;

static void quote(const char *text)
{
	putchar('"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			printf("\\%c", *text);
		else if ((unsigned char)*text < ' ')
			printf("\\u%04x", (unsigned char)*text);
		else
			putchar(*text);
	}
	putchar('"');
}

static void begin(const char *key)
{
	if (follows)
		printf(", ");
	if (key) {
		quote(key);
		printf(": ");
	}
	follows = true;
}

void json_open(const char *key, char bracket)
{
	begin(key);
	putchar(bracket);
	follows = false;
}

void json_close(char bracket)
{
	putchar(bracket);
	follows = true;
}

void json_text(const char *key, const char *value)
{
	begin(key);
	if (value)
		quote(value);
	else
		printf("null");
}

void json_number(const char *key, long long value)
{
	begin(key);
	printf("%lld", value);
}

void json_bool(const char *key, bool value)
{
	begin(key);
	printf(value ? "true" : "false");
}
