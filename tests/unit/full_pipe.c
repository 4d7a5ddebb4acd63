/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "full_pipe.h"

#include <check.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int full_pipe_make(struct fake *fake, const char *path)
{
	char *absolute = fake_path(fake, "%s", path);
	static const char bytes[4096];
	int fd;

	unlink(absolute);
	ck_assert_int_eq(mkfifo(absolute, 0600), 0);
	fd = open(absolute, O_RDWR | O_NONBLOCK | O_CLOEXEC);
	ck_assert_int_ge(fd, 0);
	while (write(fd, bytes, sizeof(bytes)) > 0)
		;
	free(absolute);
	return fd;
}

void full_pipe_drain(int fd)
{
	char bytes[4096];

	while (read(fd, bytes, sizeof(bytes)) > 0)
		;
}
