/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/list.h"

#include <stdlib.h>

static void destroy(void *object)
{
	struct list *list = object;

	for (size_t i = 0; i < list->count; i++)
		object_unref(list->items[i]);
	free(list->items);
}

void *list_new(void)
{
	return list_new_sized(sizeof(struct list));
}

void *list_new_sized(size_t size)
{
	return object_new(size, destroy);
}

static bool grow(struct list *list)
{
	size_t capacity = list->capacity ? list->capacity * 2 : 8;
	void **items = reallocarray(list->items, capacity, sizeof(*items));

	if (!items)
		return false;
	list->items = items;
	list->capacity = capacity;
	return true;
}

bool list_add(void *object, void *item)
{
	struct list *list = object;

	if (list->count == list->capacity && !grow(list)) {
		object_unref(item);
		return false;
	}
	list->items[list->count++] = item;
	return true;
}

size_t list_get_count(const void *object)
{
	const struct list *list = object;

	return list ? list->count : 0;
}

void *list_get(const void *object, size_t position)
{
	const struct list *list = object;

	return list && position < list->count ? list->items[position] : NULL;
}

void list_sort(void *object, int (*compare)(const void *left, const void *right))
{
	struct list *list = object;

	if (list->count > 1)
		qsort(list->items, list->count, sizeof(*list->items), compare);
}
