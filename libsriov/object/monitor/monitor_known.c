/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/monitor/monitor_known.h"

#include <stdlib.h>
#include <string.h>

/* The place of the key, or the one that it would have. */
static size_t find_place(const struct known *known, const void *key)
{
	size_t low = 0, high = known->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (known->compare(known->items[middle], key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_at(const struct known *known, size_t place, const void *key)
{
	return place < known->count && !known->compare(known->items[place], key);
}

void *known_find(const struct known *known, const void *key)
{
	size_t place = find_place(known, key);

	return is_at(known, place, key) ? known->items[place] : NULL;
}

static bool grow(struct known *known)
{
	size_t capacity = known->capacity ? 2 * known->capacity : 16;
	void **more;

	if (known->count < known->capacity)
		return true;
	more = reallocarray(known->items, capacity, sizeof(*more));
	if (!more)
		return false;
	known->items = more;
	known->capacity = capacity;
	return true;
}

bool known_add(struct known *known, const void *key, void *item)
{
	size_t place = find_place(known, key);

	if (is_at(known, place, key)) {
		known->release(known->items[place]);
		known->items[place] = item;
		return true;
	}
	if (!grow(known)) {
		known->release(item);
		return false;
	}
	memmove(known->items + place + 1, known->items + place,
		(known->count - place) * sizeof(*known->items));
	known->items[place] = item;
	known->count++;
	return true;
}

void known_remove(struct known *known, const void *key)
{
	size_t place = find_place(known, key);

	if (!is_at(known, place, key))
		return;
	known->release(known->items[place]);
	known->count--;
	memmove(known->items + place, known->items + place + 1,
		(known->count - place) * sizeof(*known->items));
}

void known_clear(struct known *known)
{
	for (size_t i = 0; i < known->count; i++)
		known->release(known->items[i]);
	free(known->items);
	known->items = NULL;
	known->count = known->capacity = 0;
}
