/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* All of a host that a change may change, and what may be left of the change. */
#ifndef TESTS_FAKE_KERNEL_STATE_H
#define TESTS_FAKE_KERNEL_STATE_H

#include <stdbool.h>
#include <stdio.h>

/* Lines, each of which is a fact. */
struct state {
	char *settings; /* VFs, drivers, and all that is set of VFs */
	char *means;	/* overrides and gates */
	char *files;	/* in the runtime directory: leases, journals; with who holds a lock */
};

/* Once what was asked of the fake kernel before is done. False when it does not answer. */
bool state_take(const char *directory, struct state *state);
void state_clear(struct state *state);

/* All that is in the runtime directory goes. */
void state_forget_files(const char *directory);

/* The lines that one has and the other has not, with a mark before each. */
void state_tell_difference(const char *found, const char *wanted, FILE *stream);

/* Whether each line of it is one of those, too. */
bool state_has_all(const char *lines, const char *one, const char *other);

#endif
