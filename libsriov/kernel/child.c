/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/child.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

/* For some system calls with all signals blocked. */
#define STACK_SIZE 16384

/* For a copy of the program and its handlers; the lowest part is there to be run into. */
#define DEEP_SIZE  (1024 * 1024)
#define GUARD_SIZE 65536

static int run_on(char *end, int (*work)(void *data), void *data)
{
	sigset_t all, before;
	pid_t child;
	int number;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	child = clone(work, end, CLONE_VM | CLONE_VFORK | CLONE_FILES, data);
	number = errno;
	while (child > 0 && waitpid(child, NULL, __WALL) < 0 && errno == EINTR)
		;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return child < 0 ? number : 0;
}

int child_run(int (*work)(void *data), void *data)
{
	__attribute__((aligned(16))) char stack[STACK_SIZE];

	return run_on(stack + sizeof(stack), work, data);
}

int child_run_deep(int (*work)(void *data), void *data)
{
	char *stack = mmap(NULL, DEEP_SIZE, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
	int number;

	if (stack == MAP_FAILED)
		return errno;
	mprotect(stack, GUARD_SIZE, PROT_NONE);
	number = run_on(stack + DEEP_SIZE, work, data);
	munmap(stack, DEEP_SIZE);
	return number;
}
