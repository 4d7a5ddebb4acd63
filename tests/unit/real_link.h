/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Real interfaces, in the network namespace of the test's own. */
#ifndef TESTS_REAL_LINK_H
#define TESTS_REAL_LINK_H

#include <stdbool.h>

/* An interface that is on no device. False where the kernel makes none: the test is to return. */
bool real_link_make(const char *name, int index, const char *mac);

/* The same for one that may become a member of the first. */
bool real_link_make_member(const char *name, int index, const char *mac);

/* Takes away what another test of the program may have left. */
void real_link_remove(int index);

/*
 * Takes away what this test made. All tests of a program share a namespace, so it belongs in the
 * function that runs after each.
 */
void real_link_clean(void);

/* Gives it one more name. */
void real_link_add_altname(int index, const char *altname);

/* The bond, bridge or other interface above becomes its master; 0 for none. */
bool real_link_set_master(int index, int master);

/* Takes it up and leads the default route of a table through it, without a gateway. */
void real_link_lead_out(int index, unsigned int table);

void real_link_rename(int index, const char *name);

#endif
