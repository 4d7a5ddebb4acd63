/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes JSON to standard output; commas come by themselves. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>

/* The key is NULL in an array and at the top. */
void json_open(const char *key, char bracket);
void json_close(char bracket);
void json_text(const char *key, const char *value); /* NULL is null */
void json_number(const char *key, long long value);
void json_bool(const char *key, bool value);

#endif
