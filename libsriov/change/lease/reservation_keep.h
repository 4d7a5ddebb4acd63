/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * VFs that nobody is to reserve while they are changed: who wants one of them is told that the
 * changer has it. Of a PF, these are all that it has and all that are made meanwhile.
 */
#ifndef CHANGE_RESERVATION_KEEP_H
#define CHANGE_RESERVATION_KEEP_H

#include "base/address.h"
#include "change/lease/claim.h"

struct kept {
	char address[ADDRESS_SIZE];
	struct claim claim;
};

/* Begins zeroed. The owner may be NULL, for the process's command. */
struct reservation_keep {
	const char *owner;
	struct kept *items;
	size_t count;
};

/* Room for so many more; false without memory. */
bool reservation_keep_make_room(struct reservation_keep *keep, size_t more);

/*
 * One more VF or PF, for which there is room; not when somebody has reserved it already, who is
 * given. One that is kept already is left as it is.
 */
enum sriov_code reservation_keep_add(struct reservation_keep *keep, struct sriov_context *context,
				     const char *address, struct sriov_owner **other,
				     struct sriov_error **error);

/* All of them can be reserved again. */
void reservation_keep_drop(struct reservation_keep *keep);

#endif
