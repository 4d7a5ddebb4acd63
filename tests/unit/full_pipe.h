/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A file that keeps its writer waiting: what the kernel does not finish. */
#ifndef TESTS_FULL_PIPE_H
#define TESTS_FULL_PIPE_H

#include "fake.h"

/* In place of the file there is a pipe that takes nothing until it is read from. */
int full_pipe_make(struct fake *fake, const char *path);

/* What waits goes on. */
void full_pipe_drain(int fd);

#endif
