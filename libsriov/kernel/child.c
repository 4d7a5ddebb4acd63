/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/child.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>

/* For some system calls with all signals blocked. */
#define STACK_SIZE 16384

int child_run(int (*work)(void *data), void *data)
{
	__attribute__((aligned(16))) char stack[STACK_SIZE];
	sigset_t all, before;
	pid_t child;
	int number;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	child = clone(work, stack + sizeof(stack), CLONE_VM | CLONE_VFORK | CLONE_FILES, data);
	number = errno;
	while (child > 0 && waitpid(child, NULL, __WALL) < 0 && errno == EINTR)
		;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return child < 0 ? number : 0;
}
