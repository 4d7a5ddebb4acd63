/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/worker_birth.h"

#include <errno.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kernel/child.h"
#include "kernel/worker_job.h"
#include "kernel/worker_process.h"

/* What came of it, told by the child that makes it. */
struct labour {
	struct worker_birth *birth;
	int number;
};

/* Without an exit signal it says nothing to its parent, whoever that is when it ends. */
static long clone_process(int *pidfd)
{
	struct clone_args arguments = {.flags = CLONE_PIDFD, .pidfd = (uintptr_t)pidfd};
	long pid = syscall(SYS_clone3, &arguments, sizeof(arguments));

	if (pid >= 0 || (errno != ENOSYS && errno != EPERM))
		return pid;
#ifdef __s390__
	return syscall(SYS_clone, 0L, (long)CLONE_PIDFD, pidfd, 0L, 0L);
#else
	return syscall(SYS_clone, (long)CLONE_PIDFD, 0L, pidfd, 0L, 0L);
#endif
}

static int bear(void *data)
{
	struct labour *labour = data;
	struct worker_birth *birth = labour->birth;
	long pid = clone_process(&birth->pidfd);

	if (!pid)
		worker_process_run(birth->socket, birth->buffer);
	birth->pid = (int)pid;
	labour->number = pid < 0 ? errno : 0;
	return 0;
}

/* As long as it is this one's child, and not waited for, its number is no other's. */
static int open_process(pid_t pid, int *pidfd)
{
	int number;

	*pidfd = (int)syscall(SYS_pidfd_open, pid, 0U);
	if (*pidfd >= 0)
		return 0;
	number = errno;
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	return number;
}

/* By the C library, which sees to it that its memory can be used in the copy. */
static int bear_for_job(void *data)
{
	static const struct sigaction by_default = {.sa_handler = SIG_DFL};
	struct labour *labour = data;
	struct worker_birth *birth = labour->birth;
	pid_t pid;

	/* Where the program ignores it, children are gone when they end; here it is not so. */
	sigaction(SIGCHLD, &by_default, NULL);
	pid = fork();
	/* Not by _exit(), of which the sanitizers complain where they do not know the stack. */
	if (!pid)
		syscall(SYS_exit_group, worker_job_run(birth->job, birth->socket, birth->buffer));
	birth->pid = pid;
	labour->number = pid < 0 ? errno : open_process(pid, &birth->pidfd);
	return 0;
}

/*
 * Whoever is given the orphans of others would be given the worker as well, and with it a SIGCHLD:
 * the first process of a container, or one that has asked for them.
 */
static bool gets_orphans(void)
{
	int subreaper = 0;

	return getpid() == 1 || (!prctl(PR_GET_CHILD_SUBREAPER, &subreaper) && subreaper);
}

/* As a child of its own that no wait() but the one in worker_close() finds. */
static int bear_here(struct labour *labour)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	bear(labour);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return labour->number;
}

int worker_bear(struct worker_birth *birth)
{
	/* What stays when the child was killed before it came to anything. */
	struct labour labour = {.birth = birth, .number = EINTR};
	int number;

	birth->pid = 0;
	birth->pidfd = -1;
	birth->adopted = gets_orphans();
	if (birth->job)
		number = child_run_deep(bear_for_job, &labour);
	else if (birth->adopted)
		return bear_here(&labour);
	else
		number = child_run(bear, &labour);
	return number ? number : labour.number;
}
