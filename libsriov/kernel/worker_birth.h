/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a worker's process comes to be: as nobody's child in the program. */
#ifndef KERNEL_WORKER_BIRTH_H
#define KERNEL_WORKER_BIRTH_H

#include <stdbool.h>

struct worker_job;

struct worker_birth {
	int socket;		      /* its end */
	char *buffer;		      /* of WORKER_MOST bytes; it has a copy of its own */
	const struct worker_job *job; /* NULL for one that is told what to do */
	int pid;
	int pidfd;    /* -1 for none */
	bool adopted; /* it is a child of this process, which nobody else waits for */
};

/* Gives 0, or the errno of why there is none; what is not told before is told then. */
int worker_bear(struct worker_birth *birth);

#endif
