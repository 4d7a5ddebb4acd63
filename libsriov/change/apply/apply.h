/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a plan that is carried out is made of. */
#ifndef CHANGE_APPLY_H
#define CHANGE_APPLY_H

#include <stdatomic.h>

#include "sriov/apply.h"

#include "base/mistakes.h"
#include "change/apply/apply_options.h"
#include "change/apply/journal.h"
#include "change/apply/leases.h"
#include "change/apply/way.h"
#include "change/lease/reservation_keep.h"
#include "change/plan/plan.h"

struct sriov_apply {
	struct object object;
	int maker; /* in a child that was forked it does nothing more */
	struct sriov_plan *plan;
	struct sriov_apply_options options; /* without the owner's text */
	enum sriov_apply_result result;
	struct sriov_error *error;
	struct leases leases;
	struct reservation_keep keep; /* the VFs that are disturbed */
	struct journal_writer journal;
	struct journal_pf *pfs; /* of each PF of the plan: what it was like before */
	struct run run;		/* forth */
	struct outcome *outcomes;
	struct way way; /* back */
	bool is_back;
	atomic_bool cancelled;
	int wake; /* written to by whoever cancels it */
	int epoll;
	struct mistakes mistakes; /* forth, then back */
	size_t forth_count;	  /* of them */
};

/* Leases, recovers, looks whether all is as it was when it was planned, and begins the journal. */
enum sriov_code apply_begin(struct sriov_apply *apply, struct sriov_error **error);

/* Goes on, and says what it came to when it is over. */
void apply_go_on(struct sriov_apply *apply);

#endif
