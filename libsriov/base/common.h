/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What every file of the library may use: visibility, attributes, tidying up on return. */
#ifndef BASE_COMMON_H
#define BASE_COMMON_H

#include <stdlib.h>
#include <unistd.h>

/* Everything is hidden but what is marked with this; libsriov.sym gives it its version. */
#define EXPORT __attribute__((visibility("default")))

#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

/* Calls function(&variable) when the variable goes out of scope. */
#define CLEANUP(function) __attribute__((cleanup(function)))

static inline void cleanup_free(void *pointer)
{
	free(*(void **)pointer);
}

static inline void cleanup_close(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

#endif
