/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A scenario on a fake kernel of its own: the old state, the new one, and one try after another. */
#ifndef TESTS_FAKE_KERNEL_BED_H
#define TESTS_FAKE_KERNEL_BED_H

#include <sys/types.h>

#include "scenario.h"
#include "state.h"
#include "tracer.h"

struct bed {
	const struct scenario *scenario;
	char directory[64];
	pid_t kernel;
	struct state before;
	struct state after;
	long calls; /* of the program when nothing disturbs it */
};

struct verdict {
	bool lost;	  /* neither old nor new, or the recovery failed */
	bool stranded;	  /* something is left of the change */
	const char *call; /* which one it was */
	char *story;	  /* what differs, in lines */
};

/* The folder of kernel and preload.so; TMPDIR or /dev/shm is where hosts are. */
bool bed_start_kernel(struct bed *bed, const char *programs, const char *vfs);

/* Makes the old and the new state. False when that fails by itself: it was said why. */
bool bed_prepare(struct bed *bed);

/* One try from the old state on. False when it could not be made. */
bool bed_try(struct bed *bed, const struct trace_order *order, struct verdict *verdict);

void bed_end(struct bed *bed);

#endif
