/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A made-up host with files that keep a writer waiting: a full pipe stands for what the kernel does
 * not finish. */
#ifndef TESTS_STUCK_HOST_H
#define TESTS_STUCK_HOST_H

#include "full_pipe.h"
#include "unit.h"

#define PF	 "0000:01:00.0"
#define DEADLINE 200

extern struct fake *fake;
extern struct sriov_context *context;
extern struct sriov_error *error;
/* The warnings that were logged. */
extern char lines[4096];

void begin(unsigned int deadline_ms);

void end(void);

struct sriov_pf *open_pf(void);

/* What is not over, or not told yet, is so many. */
struct sriov_unfinished_list *list_unfinished(size_t count);

/* The one that there is, when it is over; it is told once. */
struct sriov_unfinished_list *wait_for_end(void);

#endif
