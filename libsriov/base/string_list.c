/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/string_list.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/object.h"

struct sriov_string_list {
	struct object object;
	size_t count;
	size_t capacity;
	char **strings;
};

OBJECT_REFERENCES(string_list)

static void destroy(void *object)
{
	struct sriov_string_list *list = object;

	for (size_t i = 0; i < list->count; i++)
		free(list->strings[i]);
	free(list->strings);
}

struct sriov_string_list *string_list_new(void)
{
	return object_new(sizeof(struct sriov_string_list), destroy);
}

static bool grow(struct sriov_string_list *list)
{
	size_t capacity = list->capacity ? list->capacity * 2 : 8;
	char **strings = reallocarray(list->strings, capacity, sizeof(*strings));

	if (!strings)
		return false;
	list->strings = strings;
	list->capacity = capacity;
	return true;
}

/* Takes over the string, which may be NULL for want of memory. */
static bool append(struct sriov_string_list *list, char *string)
{
	if (!string || (list->count == list->capacity && !grow(list))) {
		free(string);
		return false;
	}
	list->strings[list->count++] = string;
	return true;
}

bool string_list_add(struct sriov_string_list *list, const char *string)
{
	return append(list, strdup(string));
}

bool string_list_add_format(struct sriov_string_list *list, const char *format, ...)
{
	char *string = NULL;
	va_list arguments;

	va_start(arguments, format);
	if (vasprintf(&string, format, arguments) < 0)
		string = NULL;
	va_end(arguments);
	return append(list, string);
}

bool string_list_has(const struct sriov_string_list *list, const char *string)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->strings[i], string))
			return true;
	return false;
}

bool string_list_equals(const struct sriov_string_list *one, const struct sriov_string_list *other)
{
	if (!one || !other || one->count != other->count)
		return false;
	for (size_t i = 0; i < one->count; i++)
		if (strcmp(one->strings[i], other->strings[i]) != 0)
			return false;
	return true;
}

static int compare(const void *left, const void *right)
{
	return strverscmp(*(char *const *)left, *(char *const *)right);
}

void string_list_sort(struct sriov_string_list *list)
{
	if (list && list->count > 1)
		qsort(list->strings, list->count, sizeof(*list->strings), compare);
}

EXPORT size_t sriov_string_list_get_count(const struct sriov_string_list *list)
{
	return list ? list->count : 0;
}

EXPORT const char *sriov_string_list_get(const struct sriov_string_list *list, size_t position)
{
	return list && position < list->count ? list->strings[position] : NULL;
}
