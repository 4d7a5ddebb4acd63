/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A child that does a few system calls in the caller's place, and is gone when the call returns. */
#ifndef KERNEL_CHILD_H
#define KERNEL_CHILD_H

/*
 * Runs work(data) in a child that shares memory and descriptors with the caller and nothing else:
 * namespaces, parents and signals it may have of its own. The caller sleeps until it has ended. It
 * says nothing to its parent at its end (no SIGCHLD), is no zombie afterwards, and no signal
 * handler of the program can run in it.
 *
 * The work may call nothing but what may be called in a signal handler: other threads may have hold
 * of any lock. It has 16 KiB of stack. Gives an errno when there could be no child; the work itself
 * tells by its data what came of it, as a child that was killed returns 0 as well.
 */
int child_run(int (*work)(void *data), void *data);

/*
 * The same with nearly 1 MiB of stack, for work that calls fork(): it is the caller's thread as far
 * as the C library can tell, which sleeps meanwhile, and locks that other threads have hold of are
 * let go by them. What is forked is a copy of the program with that one thread.
 */
int child_run_deep(int (*work)(void *data), void *data);

#endif
