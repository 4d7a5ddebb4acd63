/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The system call of a process that is stopped at it. */
#ifndef TESTS_FAKE_KERNEL_REGISTERS_H
#define TESTS_FAKE_KERNEL_REGISTERS_H

#include <sys/types.h>

/* At its beginning: it is not made. */
void registers_skip_call(pid_t thread);

/* At its end: what the program gets of it. */
void registers_set_result(pid_t thread, long result);

#endif
