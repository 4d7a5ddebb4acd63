/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a monitor remembers of a kind, sorted by its key. */
#ifndef OBJECT_MONITOR_KNOWN_H
#define OBJECT_MONITOR_KNOWN_H

#include <stdbool.h>
#include <stddef.h>

/* The order of an item and a key, and how an item is freed, are the same for all of a kind. */
struct known {
	void **items;
	size_t count;
	size_t capacity;
	int (*compare)(const void *item, const void *key);
	void (*release)(void *item);
};

/* NULL when there is none. */
void *known_find(const struct known *known, const void *key);

/* Takes over the item, in place of one with the same key; frees it when there is no memory. */
bool known_add(struct known *known, const void *key, void *item);

/* Frees the one with this key, if there is any. */
void known_remove(struct known *known, const void *key);

void known_clear(struct known *known);

#endif
