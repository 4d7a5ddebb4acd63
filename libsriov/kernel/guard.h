/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What has a deadline, in sysfs, by netlink and of modules: workers do it, and what is not over in
 * time is left to its worker and remembered until what came of it was told.
 *
 * One context has one guard, which its threads may use at the same time.
 */
#ifndef KERNEL_GUARD_H
#define KERNEL_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/log.h"
#include "kernel/overdue.h"

struct guard;
struct worker;
struct worker_job;

/* The log must live as long as the guard. */
enum sriov_code guard_new(unsigned int deadline_ms, const struct log *log, struct guard **guard,
			  struct sriov_error **error);

/* Takes NULL, and waits for nothing: what is under way goes on. */
void guard_free(struct guard *guard);

struct guard_task {
	enum overdue_kind kind;
	int fd;
	const char *path;   /* absolute, for errors; NULL for what goes by netlink */
	const char *text;   /* to be written or loaded; else, in words, what is changed or asked */
	const char *device; /* its address; NULL for what the path or the text tells */
	const void *bytes;  /* to be sent */
	size_t length;
	char *buffer; /* for what is read or received */
	size_t size;
	const struct worker_job *job; /* of a load, done in the place of all that */
	unsigned int deadline_ms;     /* 0 for the guard's own */
};

/* What came of it in time: that it failed is told by its errno. */
struct guard_answer {
	int number;
	size_t length;
	int pid; /* of the process that does it still, when it is not over */
};

/*
 * Does it. Gives SRIOV_CODE_TIMEOUT when it is not over in time, and SRIOV_CODE_BUSY with EALREADY
 * at once when one before it on the same file, for the same device, is not over; by netlink the
 * same question of another is as good as one on the same file, and so is the same change. What a
 * job has logged is handed on when it is over.
 */
enum sriov_code guard_run(struct guard *guard, const struct guard_task *task,
			  struct guard_answer *answer, struct sriov_error **error);

/* Whether the kernel gave no answer at all: this is passed on, also where one is not missed. */
bool guard_gave_up(enum sriov_code code);

/* The same SRIOV_CODE_BUSY when any change of the device at that address is not over. */
enum sriov_code guard_check(struct guard *guard, const char *device, struct sriov_error **error);

/*
 * Takes over a worker whose task is not over in time, to tell what becomes of it as of others. The
 * worker ends with that task: it may hold what must not be held any longer.
 */
void guard_adopt(struct guard *guard, struct worker *worker, const struct guard_task *task,
		 uint64_t begun_ms);

/*
 * Calls visit() for all that has been overdue, the oldest first. When it has said true to each,
 * those that are over are forgotten; after a false no more are shown and all are kept.
 */
bool guard_visit(struct guard *guard, bool (*visit)(void *data, const struct overdue *overdue),
		 void *data);

#endif
