/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A text that grows. When memory runs out it remembers that and takes no more. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/common.h"

struct text {
	char *data;
	size_t length;
	size_t capacity;
	bool failed;
};

PRINTF_LIKE(2, 3) void text_add(struct text *text, const char *format, ...);
PRINTF_LIKE(2, 0) void text_add_list(struct text *text, const char *format, va_list arguments);

/* Hands the string to the caller, who frees it; NULL when memory ran out. The text is empty then.
 */
char *text_take(struct text *text);

/* For CLEANUP(). */
void text_clear(struct text *text);

#endif
