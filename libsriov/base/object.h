/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What all public objects share: an atomic count and a way to be freed.
 *
 * A public structure has a struct object as its first member, so that a pointer to the one is a
 * pointer to the other. The count is atomic because bindings drop objects on other threads.
 */
#ifndef BASE_OBJECT_H
#define BASE_OBJECT_H

#include <stdatomic.h>
#include <stddef.h>

struct object {
	atomic_uint references;
	void (*destroy)(void *object);
};

/* Allocates size zeroed bytes that begin with a struct object of one reference, or gives NULL. */
void *object_new(size_t size, void (*destroy)(void *object));

/* Both take NULL; the object's memory itself is freed after destroy() has run. */
void *object_ref(void *object);
void object_unref(void *object);

/* Defines the public sriov_NAME_ref() and sriov_NAME_unref(). */
#define OBJECT_REFERENCES(name)                                                                    \
	EXPORT struct sriov_##name *sriov_##name##_ref(struct sriov_##name *object)                \
	{                                                                                          \
		return object_ref(object);                                                         \
	}                                                                                          \
	EXPORT void sriov_##name##_unref(struct sriov_##name *object)                              \
	{                                                                                          \
		object_unref(object);                                                              \
	}

#endif
