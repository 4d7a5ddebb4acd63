/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Runs a program and ends it, or has one of its system calls fail, at a place that is a number.
 * Calls are counted once the loader has done its work, in all threads of the program, and in none
 * of the processes that it starts: those live on.
 */
#ifndef TESTS_FAKE_KERNEL_TRACER_H
#define TESTS_FAKE_KERNEL_TRACER_H

#include <stdbool.h>

enum trace_action {
	TRACE_COUNT,	   /* nothing but to count */
	TRACE_KILL_BEFORE, /* the call is not made any more */
	TRACE_KILL_AFTER,
	TRACE_FAIL,
};

struct trace_order {
	enum trace_action action;
	long at;    /* the first call is 1 */
	int number; /* the errno that it fails with */
};

struct trace_result {
	long calls;   /* how many there were */
	long call;    /* which one it was at the place, -1 when it was never reached */
	bool counted; /* the program was linked to what says where counting begins */
	bool hung;    /* it took too long, and was killed for that */
	int status;   /* as waitpid() tells it */
};

/*
 * The program sees the fake kernel in the directory through the library. False, with errno, when it
 * cannot be run or traced.
 */
bool trace_run(const struct trace_order *order, char *const *words, struct trace_result *result);

/* "openat": as far as there is somebody who knows. */
const char *trace_name_call(long call);

#endif
