/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A growing array of counted objects: the one implementation behind every public list. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/common.h"
#include "base/object.h"

struct list {
	struct object object;
	size_t count;
	size_t capacity;
	void **items;
};

/* Gives NULL when there is no memory. */
void *list_new(void);

/* The same for a list that knows more: a structure of this size that begins with a struct list. */
void *list_new_sized(size_t size);

/* Takes over the caller's reference, also when it fails for want of memory. */
bool list_add(void *list, void *item);

size_t list_get_count(const void *list);

/* Borrowed; NULL past the end. */
void *list_get(const void *list, size_t position);

/* compare() gets pointers to the items, as qsort() would call it with pointers to pointers. */
void list_sort(void *list, int (*compare)(const void *left, const void *right));

/* Defines struct sriov_NAME_list and its public functions. */
#define OBJECT_LIST(name)                                                                          \
	struct sriov_##name##_list {                                                               \
		struct list list;                                                                  \
	};                                                                                         \
	OBJECT_LIST_FUNCTIONS(name)

/* The functions alone, for a list that knows more. */
#define OBJECT_LIST_FUNCTIONS(name)                                                                \
	OBJECT_REFERENCES(name##_list)                                                             \
	EXPORT size_t sriov_##name##_list_get_count(const struct sriov_##name##_list *list)        \
	{                                                                                          \
		return list_get_count(list);                                                       \
	}                                                                                          \
	EXPORT struct sriov_##name *sriov_##name##_list_get(                                       \
		const struct sriov_##name##_list *list, size_t position)                           \
	{                                                                                          \
		return list_get(list, position);                                                   \
	}

#endif
