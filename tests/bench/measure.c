/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * "measure COMMAND [WORD]..." runs it without its output and prints the microseconds of CPU that it
 * and its children took, orphans among them, and the most memory that one of them had, in KiB. It
 * is small itself: what starts a program counts as its memory.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void run(char **words)
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	execvp(words[0], words);
	_exit(127);
}

static long long microseconds(const struct timeval *time)
{
	return time->tv_sec * 1000000LL + time->tv_usec;
}

int main(int count, char **words)
{
	struct rusage usage;
	pid_t child;
	int status;

	if (count < 2 || prctl(PR_SET_CHILD_SUBREAPER, 1))
		return EXIT_FAILURE;
	child = fork();
	if (!child)
		run(words + 1);
	if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status))
		return EXIT_FAILURE;
	/* Workers of the library, too, which say nothing to anybody when they end. */
	while (waitpid(-1, NULL, __WALL) > 0 || errno == EINTR)
		;
	if (getrusage(RUSAGE_CHILDREN, &usage))
		return EXIT_FAILURE;
	printf("%lld %ld\n", microseconds(&usage.ru_utime) + microseconds(&usage.ru_stime),
	       usage.ru_maxrss);
	return EXIT_SUCCESS;
}
