/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a fuzz target is: a file fuzz_NAME.c with these two, which hands bytes to a parser and
 * checks what it makes of them. libFuzzer calls it with bytes that it makes up, replay.c with those
 * in seeds/NAME.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const char fuzz_name[];

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must be true of every answer. */
#define FUZZ_CHECK(condition)                                                                      \
	do {                                                                                       \
		if (!(condition)) {                                                                \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);    \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

/* The bytes in memory of just that size, so that a sanitizer sees who reads behind them. */
static inline void *fuzz_copy(const void *data, size_t size)
{
	void *copy = calloc(1, size ? size : 1);

	FUZZ_CHECK(copy != NULL);
	if (size)
		memcpy(copy, data, size);
	return copy;
}

/* The same as a text; what comes behind a NUL is not seen. */
static inline char *fuzz_text(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);

	FUZZ_CHECK(text != NULL);
	if (size)
		memcpy(text, data, size);
	text[size] = '\0';
	return text;
}

#endif
