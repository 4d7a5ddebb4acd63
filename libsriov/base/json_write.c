/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <jansson.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"

/* jansson's own, by another name: the type is never complete. */
struct json;

struct json *json_new_object(void)
{
	return (struct json *)json_object();
}

struct json *json_new_array(void)
{
	return (struct json *)json_array();
}

void json_free(struct json *json)
{
	json_decref((json_t *)json);
}

bool json_set_text(struct json *object, const char *name, const char *text)
{
	return !text || !json_object_set_new((json_t *)object, name, json_string(text));
}

bool json_set_number(struct json *object, const char *name, uint64_t number)
{
	return !json_object_set_new((json_t *)object, name, json_integer((json_int_t)number));
}

bool json_set_switch(struct json *object, const char *name, bool value)
{
	return !json_object_set_new((json_t *)object, name, json_boolean(value));
}

bool json_set(struct json *object, const char *name, struct json *value)
{
	return !json_object_set_new((json_t *)object, name, (json_t *)value);
}

bool json_append(struct json *array, struct json *value)
{
	return !json_array_append_new((json_t *)array, (json_t *)value);
}

static int add(const char *buffer, size_t size, void *data)
{
	struct text *text = data;

	text_add(text, "%.*s", (int)size, buffer);
	return text->failed ? -1 : 0;
}

static char *format(const struct json *json, size_t flags)
{
	struct text text = {0};

	if (!json || json_dump_callback((const json_t *)json, add, &text, flags))
		text.failed = true;
	text_add(&text, "\n");
	return text_take(&text);
}

char *json_format(const struct json *json)
{
	return format(json, JSON_INDENT(2));
}

char *json_format_line(const struct json *json)
{
	return format(json, JSON_COMPACT);
}
