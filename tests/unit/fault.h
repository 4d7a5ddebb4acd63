/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Allocations that fail when a test wants it. Linked into a program, fault.c takes the place of
 * malloc() and its like: for everybody in the process, or with the sanitizers, which do that
 * themselves, for the library alone.
 */
#ifndef TESTS_FAULT_H
#define TESTS_FAULT_H

#include <stdbool.h>

/* From now on the allocation of this number fails, the next one being 1, and no other. */
void fault_arm(unsigned long number);

/* How many are left until then; 0 when it has failed. */
unsigned long fault_get_left(void);

/* Ends that; true when one has failed. */
bool fault_disarm(void);

/* Between these two nothing fails and nothing is counted towards it. */
void fault_pause(void);
void fault_resume(void);

/* How many allocations are not freed; always 0 with the sanitizers, which look themselves. */
long fault_count_live(void);

#endif
