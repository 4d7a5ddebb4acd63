/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fault.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static unsigned long countdown;
static bool struck, paused;
static long live;

void fault_arm(unsigned long number)
{
	struck = false;
	countdown = number;
}

bool fault_disarm(void)
{
	countdown = 0;
	return struck;
}

unsigned long fault_get_left(void)
{
	return countdown;
}

void fault_pause(void)
{
	paused = true;
}

void fault_resume(void)
{
	paused = false;
}

static bool strikes(void)
{
	if (paused || !countdown || --countdown)
		return false;
	struck = true;
	errno = ENOMEM;
	return true;
}

#ifdef SANITIZED

/* The linker turns the library's calls of NAME into __wrap_NAME: see tests/local.mk. */
#define OURS(name)  __wrap_##name
#define REAL(name)  __real_##name
#define COUNT(more) ((void)live)

char *OURS(strdup)(const char *text);
char *REAL(strdup)(const char *text);
int OURS(vasprintf)(char **text, const char *format, va_list arguments);
int REAL(vasprintf)(char **text, const char *format, va_list arguments);
void *OURS(reallocarray)(void *memory, size_t count, size_t size);
void *REAL(reallocarray)(void *memory, size_t count, size_t size);

char *OURS(strdup)(const char *text)
{
	return strikes() ? NULL : REAL(strdup)(text);
}

__attribute__((format(printf, 2, 0))) int OURS(vasprintf)(char **text, const char *format,
							  va_list arguments)
{
	return strikes() ? -1 : REAL(vasprintf)(text, format, arguments);
}

void *OURS(reallocarray)(void *memory, size_t count, size_t size)
{
	return strikes() ? NULL : REAL(reallocarray)(memory, count, size);
}

#else

/* glibc keeps its own under these names, for those who replace them. */
#define OURS(name)  name
#define REAL(name)  __libc_##name
#define COUNT(more) (live += (more))

void REAL(free)(void *memory);

void free(void *memory)
{
	if (memory)
		COUNT(-1);
	REAL(free)(memory);
}

#endif

void *OURS(malloc)(size_t size);
void *REAL(malloc)(size_t size);
void *OURS(calloc)(size_t count, size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *OURS(realloc)(void *memory, size_t size);
void *REAL(realloc)(void *memory, size_t size);

void *OURS(malloc)(size_t size)
{
	void *memory = strikes() ? NULL : REAL(malloc)(size);

	if (memory)
		COUNT(1);
	return memory;
}

void *OURS(calloc)(size_t count, size_t size)
{
	void *memory = strikes() ? NULL : REAL(calloc)(count, size);

	if (memory)
		COUNT(1);
	return memory;
}

void *OURS(realloc)(void *memory, size_t size)
{
	void *moved = strikes() ? NULL : REAL(realloc)(memory, size);

	if (moved && !memory)
		COUNT(1);
	return moved;
}

long fault_count_live(void)
{
	return live;
}
