/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The way of one or more PFs from what they are like now to what they should be like. */
#ifndef CHANGE_WAY_H
#define CHANGE_WAY_H

#include "base/mistakes.h"
#include "change/apply/leases.h"
#include "change/apply/run.h"
#include "change/lease/reservation_keep.h"
#include "change/state/pf_state.h"

/* One PF on its way. */
struct way_pf {
	char address[ADDRESS_SIZE];
	const struct sriov_pf_state *target; /* borrowed */
	bool may_rebind;		     /* VFs that are in use, too */
	struct sriov_pf *pf;		     /* as it is now */
	struct sriov_pf_state *now;
};

struct way {
	struct run run;
	struct way_pf *pfs;
	size_t count;
	struct sriov_step_list *steps;
	struct outcome *outcomes;
};

/*
 * Finds the steps from what is now and makes all ready for them, except that no step is taken. A
 * PF that is gone or cannot be read is left out, and its error is noted. The run's parallelism,
 * deadline and callbacks are set; the addresses and targets are the caller's.
 */
enum sriov_code way_prepare(struct way *way, struct sriov_context *context,
			    const struct leases *leases, struct mistakes *mistakes,
			    struct sriov_error **error);

/* Notes what has failed on it. */
void way_note_failures(const struct way *way, struct mistakes *mistakes);

/*
 * Whether VFs that somebody uses by now are removed on it, or taken from him where that was not
 * allowed; that is noted.
 */
bool way_would_destroy(const struct way *way, struct mistakes *mistakes);

/*
 * The same of each PF, of which nothing then is left on it but to put the gate back: neither some
 * of its VFs without the others nor their settings, since whoever has them may rely on all of it.
 */
void way_spare_used(struct way *way, struct mistakes *mistakes);

/*
 * From now on nobody reserves a VF of the PFs of which VFs are made, removed or rebound on it;
 * there is none of them kept yet. Whether that takes VFs from who has reserved them already, or
 * cannot be found out, which is noted.
 */
bool way_would_take_reserved(const struct way *way, struct reservation_keep *keep,
			     struct mistakes *mistakes);

/* For CLEANUP(). */
void way_clear(struct way *way);

#endif
