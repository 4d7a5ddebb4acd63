/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a worker does that was made for one thing alone. */
#ifndef KERNEL_WORKER_JOB_H
#define KERNEL_WORKER_JOB_H

#include "base/log.h"
#include "kernel/worker.h"

/*
 * In the worker's process: what is to be logged is kept, and told with what came of the job. The
 * buffer has WORKER_MOST bytes. Gives the process's exit status.
 */
int worker_job_run(const struct worker_job *job, int socket, char *buffer);

/* In the maker's: hands on what the job has logged. */
void worker_job_hand_on(const struct worker_answer *answer, const struct log *log);

#endif
