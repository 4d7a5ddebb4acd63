/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A process that does one thing at a time for its maker: a write, a read, a send or a receive that
 * may block in the kernel for as long as that likes, while the maker goes on. Another kind does one
 * thing in all, which takes the C library.
 *
 * The maker opens the file and hands over the descriptor; the worker has nothing else of the
 * maker's open, holds none of its locks and gets no signal. It is nobody's child in the program: no
 * SIGCHLD, nothing to wait for, no zombie. It ends when it is closed or its maker ends, however
 * that may be; one that is stuck in the kernel ends when that lets it go.
 *
 * Nothing here waits. One worker is used by one thread at a time, and by its maker alone: a child
 * that this one forks may do no more than close it.
 */
#ifndef KERNEL_WORKER_H
#define KERNEL_WORKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/log.h"

/* So many bytes are written, sent or read by one task. */
#define WORKER_MOST 65536

struct worker;

enum sriov_code worker_start(struct worker **worker, struct sriov_error **error);

/*
 * Done in the worker's process, which is a copy of the maker's with one thread and a C library that
 * works: it may allocate, open and call whatever needs no other thread. All that the program has in
 * memory is there as it was, and nothing that is changed there is seen by the maker.
 */
struct worker_job {
	int (*work)(void *data, const struct log *log); /* gives an errno */
	void *data;
	const struct log *log; /* what its callback hears is logged; may be NULL */
};

/*
 * Starts a worker that does this job, takes no task, and ends. The answer's bytes are what was
 * logged, for worker_job_hand_on().
 *
 * It is made by fork(): handlers that the program has registered with pthread_atfork() are called.
 * The job goes on to its end when the worker is closed or its maker ends. Whoever is given the
 * orphans of others is given it as a child, with a SIGCHLD when it ends: worker_close() waits for
 * it unless it is busy.
 */
enum sriov_code worker_start_job(struct worker **worker, const struct worker_job *job,
				 struct sriov_error **error);

/*
 * Takes NULL. What it is doing goes on; nobody will hear what came of it. A child that was forked
 * closes its copies, and nothing else happens.
 */
void worker_close(struct worker *worker);

/*
 * Each begins one task, of at most WORKER_MOST bytes; the descriptor stays the caller's, the bytes
 * are copied. When one fails, nothing was begun: SRIOV_CODE_BUSY while another task is under way,
 * SRIOV_CODE_GONE when the process has died.
 */
enum sriov_code worker_begin_write(struct worker *worker, int fd, const void *bytes, size_t length,
				   struct sriov_error **error);
enum sriov_code worker_begin_read(struct worker *worker, int fd, size_t most,
				  struct sriov_error **error);
enum sriov_code worker_begin_send(struct worker *worker, int fd, const void *bytes, size_t length,
				  struct sriov_error **error);

/* What the kernel says on a netlink socket: what others say on it is passed over. */
enum sriov_code worker_begin_receive(struct worker *worker, int fd, size_t most,
				     struct sriov_error **error);

/*
 * The worker holds a copy of the descriptor until it ends: a lock on a file lasts as long as what
 * is under way, also when the maker is killed.
 */
enum sriov_code worker_keep(struct worker *worker, int fd, struct sriov_error **error);

/* For poll(): readable when the task is over or the process has died. The worker's own. */
int worker_get_fd(const struct worker *worker);

struct worker_answer {
	int number;	   /* errno; EOWNERDEAD when the process died over it */
	size_t length;	   /* what was written, sent or read */
	const void *bytes; /* that were read: valid until the next task begins */
};

/* What came of the task; false while it is not over, and when there is none. */
bool worker_take(struct worker *worker, struct worker_answer *answer);

/* Whether it has the rights that the caller has now: it has those of when it was started. */
bool worker_fits(const struct worker *worker);

/* Whether the process is no more. */
bool worker_has_died(const struct worker *worker);

/* No more tasks: it ends when the one that is under way is over, whose answer is kept. */
void worker_ask_no_more(const struct worker *worker);

/* Whether a task is under way: begun, and its answer not taken. */
bool worker_is_busy(const struct worker *worker);

int worker_get_pid(const struct worker *worker);

#endif
