/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The journal of one plan that is carried out: what its PFs were like, what they should be like,
 * and which steps were begun. It is on the disk before the first step, and each step is noted in it
 * before it begins.
 *
 * It is a file in the runtime directory that has the name of its first PF: who has the lease of
 * that PF, and no one else, writes it. The first line is all that was known at the beginning; what
 * follows is a line for each step.
 */
#ifndef CHANGE_JOURNAL_H
#define CHANGE_JOURNAL_H

#include "base/address.h"
#include "change/plan/step.h"
#include "change/state/pf_state.h"
#include "kernel/directory.h"
#include "object/context/context.h"

struct journal_pf {
	char address[ADDRESS_SIZE];
	struct sriov_pf_state *old;
	struct sriov_pf_state *target;
};

/* What is read of one. */
struct journal {
	char name[ADDRESS_SIZE];
	char *owner;	  /* who made it, in a sentence; NULL of one that is over */
	bool is_of_boot;  /* of this boot, and not of an earlier one: then no more is read of it */
	bool has_removed; /* VFs were removed: what is before that cannot be had back */
	bool goes_back;	  /* it was being taken back */
	struct journal_pf *pfs;
	size_t count;
};

/* One that is being written. */
struct journal_writer {
	int fd;
	struct directory folder;
	char name[ADDRESS_SIZE];
};

#define JOURNAL_NONE ((struct journal_writer) {.fd = -1})

/*
 * The PFs are those of the plan, of which there is at least one; all are leased. The owner may be
 * NULL for the process's command.
 */
enum sriov_code journal_begin(struct journal_writer *writer, struct sriov_context *context,
			      const char *owner, const struct journal_pf *pfs, size_t count,
			      struct sriov_error **error);

/* Before steps, which are on the disk when it returns. */
enum sriov_code journal_add(const struct journal_writer *writer,
			    const struct sriov_step *const *steps, size_t count,
			    struct sriov_error **error);

/* From now on it is taken back. Where that cannot be written, a recovery may finish it instead. */
void journal_turn_back(const struct journal_writer *writer);

/* All is over: there is no journal any more. */
enum sriov_code journal_end(struct journal_writer *writer, struct sriov_error **error);

/* Leaves it for a recovery. For CLEANUP(), too. */
void journal_leave(struct journal_writer *writer);

/* The names of those that there are. */
enum sriov_code journal_list(struct sriov_context *context, struct sriov_string_list **names,
			     struct sriov_error **error);

/*
 * SRIOV_CODE_NOT_FOUND when it is there no more; SRIOV_CODE_MALFORMED when it makes no sense. One
 * that is empty is over: it has no PFs.
 */
enum sriov_code journal_read(struct sriov_context *context, const char *name,
			     struct journal *journal, struct sriov_error **error);

/* For CLEANUP(). */
void journal_clear(struct journal *journal);

enum sriov_code journal_remove(struct sriov_context *context, const char *name,
			       struct sriov_error **error);

#endif
