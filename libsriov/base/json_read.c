/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <errno.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"

/* jansson's reference on the whole: the type is never complete. */
struct json_document;

/* What is left of a text, and whether memory ran out before. */
struct feed {
	const char *text;
	bool no_memory;
};

/*
 * Without memory jansson leaves out characters of a name or a value and says nothing of that. The C
 * library does: it is asked at each character, since a number makes it forget.
 */
static size_t feed(void *buffer, size_t size, void *data)
{
	struct feed *feed = data;

	(void)size;
	feed->no_memory |= errno == ENOMEM;
	if (!*feed->text)
		return 0;
	*(char *)buffer = *feed->text++;
	return 1;
}

enum sriov_code json_parse(const char *text, struct json_document **document,
			   struct sriov_error **error)
{
	struct feed left = {.text = text};
	json_error_t failure;
	json_t *root;

	errno = 0;
	root = json_load_callback(feed, &left, JSON_REJECT_DUPLICATES, &failure);
	left.no_memory |= errno == ENOMEM;
	*document = (struct json_document *)root;
	if (root && !left.no_memory)
		return SRIOV_CODE_OK;
	json_decref(root);
	*document = NULL;
	if (left.no_memory || json_error_code(&failure) == json_error_out_of_memory)
		return error_no_memory(error);
	return error_set(error, SRIOV_CODE_INVALID, "line %d, column %d: %s", failure.line,
			 failure.column, failure.text);
}

void json_drop(struct json_document *document)
{
	json_decref((json_t *)document);
}

struct json_node json_get_root(const struct json_document *document, struct mistakes *mistakes)
{
	return (struct json_node) {.value = document, .mistakes = mistakes};
}

bool json_is_there(const struct json_node *node)
{
	return node->value != NULL;
}

/* What is too long for the path is cut off: it is for a person. */
PRINTF_LIKE(3, 4)
static struct json_node make_child(const struct json_node *node, const void *value,
				   const char *format, ...)
{
	struct json_node child = {.value = value, .mistakes = node->mistakes};
	char name[JSON_PATH_SIZE / 2];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(name, sizeof(name), format, arguments);
	va_end(arguments);
	snprintf(child.path, sizeof(child.path), "%.*s%s", JSON_PATH_SIZE / 2, node->path, name);
	return child;
}

struct json_node json_get_member(const struct json_node *node, const char *name)
{
	return make_child(node, json_object_get(node->value, name), "%s%.48s",
			  node->path[0] ? "." : "", name);
}

size_t json_get_length(const struct json_node *node)
{
	return json_array_size(node->value);
}

struct json_node json_get_element(const struct json_node *node, size_t position)
{
	return make_child(node, json_array_get(node->value, position), "[%zu]", position);
}

void json_note(const struct json_node *node, const char *format, ...)
{
	CLEANUP(text_clear) struct text text = {0};
	struct sriov_error *error = NULL;
	va_list arguments;

	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	if (text.failed)
		error_no_memory(&error);
	else
		error_set(&error, SRIOV_CODE_INVALID, "%s: %s", node->path[0] ? node->path : "top",
			  text.data);
	mistakes_add(node->mistakes, error);
}

void json_note_error(const struct json_node *node, struct sriov_error *failure)
{
	if (sriov_error_get_code(failure) == SRIOV_CODE_NO_MEMORY) {
		mistakes_add(node->mistakes, failure);
		return;
	}
	json_note(node, "%s", sriov_error_get_message(failure));
	sriov_error_unref(failure);
}

bool json_expect_object(const struct json_node *node)
{
	if (json_typeof((const json_t *)node->value) == JSON_OBJECT)
		return true;
	json_note(node, "it has to be an object: { ... }");
	return false;
}

bool json_expect_array(const struct json_node *node)
{
	if (json_typeof((const json_t *)node->value) == JSON_ARRAY)
		return true;
	json_note(node, "it has to be a list: [ ... ]");
	return false;
}

bool json_read_text(const struct json_node *node, const char **text)
{
	*text = json_string_value(node->value);
	if (!*text)
		json_note(node, "it has to be a text: \"...\"");
	return *text != NULL;
}

bool json_read_number(const struct json_node *node, uint64_t maximum, uint64_t *number)
{
	const json_t *value = node->value;

	*number = 0;
	if (!json_is_integer(value) || json_integer_value(value) < 0 ||
	    (uint64_t)json_integer_value(value) > maximum) {
		json_note(node, "it has to be a whole number from 0 to %llu",
			  (unsigned long long)maximum);
		return false;
	}
	*number = (uint64_t)json_integer_value(value);
	return true;
}

bool json_read_switch(const struct json_node *node, bool *value)
{
	*value = json_is_true((const json_t *)node->value);
	if (json_is_boolean((const json_t *)node->value))
		return true;
	json_note(node, "it has to be true or false");
	return false;
}

static bool is_one_of(const char *const *names, const char *name)
{
	for (; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

static void note_unknown(const struct json_node *node, const char *const *names)
{
	CLEANUP(text_clear) struct text text = {0};

	for (; *names; names++)
		text_add(&text, "%s%s", text.length ? ", " : "", *names);
	json_note(node, "there is no such field; there are %s", text.failed ? "others" : text.data);
}

void json_check_names(const struct json_node *node, const char *const *names)
{
	/* jansson iterates over objects that may be changed. */
	json_t *object = (json_t *)(uintptr_t)node->value;
	const char *name;
	json_t *value;

	json_object_foreach(object, name, value)
	{
		struct json_node child = json_get_member(node, name);

		if (!is_one_of(names, name))
			note_unknown(&child, names);
	}
}
