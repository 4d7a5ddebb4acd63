/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Has a process of its own write to a file, as whoever does not want to wait does: it says no
 *SIGCHLD at its end, has no descriptor and outlives its parent.
 *
 *	helper FILE TEXT
 */
#include <fcntl.h>
#include <linux/sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void work(const char *file, const char *text)
{
	ssize_t count;
	int fd;

	syscall(SYS_close_range, 0, ~0U, 0);
	/* Time for the parent to be killed in. */
	usleep(100000);
	fd = open(file, O_WRONLY | O_CLOEXEC);
	count = fd < 0 ? -1 : write(fd, text, strlen(text));
	_exit(count == (ssize_t)strlen(text) ? 0 : 1);
}

int main(int count, char **words)
{
	struct clone_args clone = {0};
	int status = 1;
	long child;

	if (count != 3) {
		fputs("usage: helper FILE TEXT\n", stderr);
		return 1;
	}
	child = syscall(SYS_clone3, &clone, sizeof(clone));
	if (!child)
		work(words[1], words[2]);
	if (child < 0 || waitpid((pid_t)child, &status, __WALL) < 0)
		perror("helper");
	return status ? 1 : 0;
}
