/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/object.h"

#include <stdlib.h>

void *object_new(size_t size, void (*destroy)(void *object))
{
	struct object *object = calloc(1, size);

	if (!object)
		return NULL;
	atomic_init(&object->references, 1);
	object->destroy = destroy;
	return object;
}

void *object_ref(void *object)
{
	struct object *counted = object;

	if (counted)
		atomic_fetch_add_explicit(&counted->references, 1, memory_order_relaxed);
	return object;
}

void object_unref(void *object)
{
	struct object *counted = object;

	if (!counted ||
	    atomic_fetch_sub_explicit(&counted->references, 1, memory_order_acq_rel) != 1)
		return;
	if (counted->destroy)
		counted->destroy(object);
	free(object);
}
