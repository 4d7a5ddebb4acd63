/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Workers on the running kernel, and what they leave behind. */
#ifndef TESTS_WORKERS_H
#define TESTS_WORKERS_H

#include "unit.h"

#include "kernel/worker.h"

/* What is over at once takes so long at most, on a busy machine. */
#define SOON_MS 20000

extern struct sriov_error *error;

/* From here on children that end are counted. */
void before(void);

/* None was told of, and there is none. */
void expect_no_child(void);

struct worker *start(void);

/* What came of the task. */
struct worker_answer wait_for(struct worker *worker);

/* Has a word written, which succeeds. */
void write_word(struct worker *worker, int fd, const char *word);

/* A file that is gone when it is closed. */
int make_file(void);

void sleep_shortly(void);

/* A process that is over may be one that nobody has asked for yet. */
bool runs(int pid);

#endif
