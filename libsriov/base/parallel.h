/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The same work for many things at once: the one place where threads are made. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stddef.h>

/*
 * Calls work(data, 0) to work(data, count - 1), in no order, by the caller's thread and as many
 * others as make up the number of threads; with 1 there is no other. Fewer are made where the
 * system has no more. They block all signals and have ended when this returns.
 */
void parallel_run(size_t count, unsigned int threads, void (*work)(void *data, size_t number),
		  void *data);

#endif
