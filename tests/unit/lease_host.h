/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A made-up host with a PF, and two contexts that want its lease. */
#ifndef TESTS_LEASE_HOST_H
#define TESTS_LEASE_HOST_H

#include "unit.h"

#include "change/lease/lease.h"

#define PF	   "0000:01:00.0"
#define FILE_OF_PF "runtime/lease/" PF

extern struct fake *fake;
extern struct sriov_context *context, *second;
extern struct sriov_pf *pf, *seen_by_second;
extern struct sriov_lease *lease;
extern struct sriov_owner *owner;
extern struct sriov_error *error;

void begin(void);

void end(void);

struct sriov_lease_options *make_options(const char *text, uint32_t wait_ms);

/* The first context has it from here on. */
void acquire(const char *text);

void drop(void);

/* The second context is refused, and told this. */
void expect_busy(const char *words);

/* It can have it. */
void expect_free(void);

/* As the second context sees him; there is one. */
void read_owner(void);

#endif
