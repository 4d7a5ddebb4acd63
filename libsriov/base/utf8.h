/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The kernel takes names as bytes; JSON holds UTF-8 alone. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* How many bytes the character takes that begins here; 0 when that is no UTF-8. */
size_t utf8_measure(const char *text);

bool utf8_is_valid(const char *text);

#endif
