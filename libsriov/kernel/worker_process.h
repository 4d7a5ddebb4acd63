/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What runs in a worker's process, and what is said between it and its maker. */
#ifndef KERNEL_WORKER_PROCESS_H
#define KERNEL_WORKER_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "kernel/worker.h"

enum worker_task {
	WORKER_TASK_WRITE,
	WORKER_TASK_READ,
	WORKER_TASK_SEND,
	WORKER_TASK_RECEIVE,
	WORKER_TASK_KEEP, /* has no reply */
};

/* Goes before the bytes, with a descriptor beside it. */
struct worker_request {
	enum worker_task task;
	size_t most; /* to be read */
};

/* Goes before the bytes that were read. */
struct worker_reply {
	int number; /* errno */
	size_t length;
};

/*
 * Does what is asked for on the socket until that is closed at its other end. The buffer, of
 * WORKER_MOST bytes, aligned for numbers, is the process's own. To be called in the only thread of
 * a copy of a process whose other threads may have had hold of any lock: nothing is called in it
 * but what may be called in a signal handler.
 */
_Noreturn void worker_process_run(int socket, char *buffer);

/* What it begins with: from here on it has nothing of its maker's open but this socket. */
void worker_process_let_go(int socket, char *buffer);

/* Gives false when nobody hears it any more. */
bool worker_process_tell(int socket, const struct worker_reply *reply, char *bytes, size_t length);

#endif
