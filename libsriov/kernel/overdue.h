/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One thing that a worker does, and what came of it when that took too long. */
#ifndef KERNEL_OVERDUE_H
#define KERNEL_OVERDUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/address.h"
#include "base/error.h"
#include "kernel/worker.h"

/* Long enough for a time in an error: "61.3 s". */
#define DURATION_SIZE 48

enum overdue_kind {
	OVERDUE_READ,
	OVERDUE_WRITE,
	OVERDUE_QUESTION, /* by netlink */
	OVERDUE_ANSWER,	  /* to such a question, which the kernel makes while it is received */
	OVERDUE_CHANGE,	  /* by netlink */
	OVERDUE_LOAD,	  /* of a module */
};

struct overdue {
	struct overdue *next;
	struct worker *worker; /* NULL when it is over */
	enum overdue_kind kind;
	char *path; /* NULL for what goes by netlink */
	char *text; /* written, without a line end; the module; else what is changed or asked */
	char device[ADDRESS_SIZE]; /* "" for none */
	uint64_t begun_ms;
	uint64_t ended_ms; /* when that was seen */
	int pid;
	bool over;
	bool is_last; /* the worker takes no other task */
	struct worker_answer answer;
	int verdicts; /* where the kernel tells what it thinks of changes; -1 for nowhere */
	int refusal;  /* the first of those, as an errno */
	size_t refusals;
	bool is_deaf; /* some of that was not heard */
};

/* Milliseconds of a clock that nobody sets. */
uint64_t overdue_now_ms(void);

/*
 * The path is absolute. Both may be NULL, as may the device, which is then looked for in them.
 * Gives NULL when there is no memory.
 */
struct overdue *overdue_new(enum overdue_kind kind, const char *path, const char *text,
			    const char *device);

/* Whether it changes something: else it reads or asks. */
bool overdue_is_change(const struct overdue *overdue);

/* Keeps the socket of changes, to hear what becomes of each of them. */
void overdue_listen(struct overdue *overdue, int fd);

/* Takes NULL. Closes the worker, if it has one. */
void overdue_free(struct overdue *overdue);

/* Whether it is over by now. */
bool overdue_look(struct overdue *overdue);

/* How long it has been under way, or was. */
uint64_t overdue_get_ms(const struct overdue *overdue);

/* "2.0 s" */
void overdue_format_ms(uint64_t ms, char text[DURATION_SIZE]);

/* What is done, in the words of a sentence: `write "0" to /sys/...`. */
#define OVERDUE_LABEL_SIZE 4352
void overdue_label(const struct overdue *overdue, char label[OVERDUE_LABEL_SIZE]);

/*
 * Whether both are on the same file, or both by netlink in the same direction, for one device, or
 * load the same module.
 */
bool overdue_is_same(const struct overdue *one, const struct overdue *other);

/* An error of this code about it, with its file and device, which ends with these words. */
enum sriov_code overdue_fail(const struct overdue *overdue, enum sriov_code code, int number,
			     const char *words, struct sriov_error **error);

/* What came of one that is over: NULL when it succeeded. */
struct sriov_error *overdue_make_outcome(const struct overdue *overdue);

#endif
