/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * VFs that nobody is to reserve while they are changed: who wants one of them is told that the
 * changer has it.
 */
#ifndef CHANGE_RESERVATION_KEEP_H
#define CHANGE_RESERVATION_KEEP_H

#include "change/lease/reservation.h"

/* Begins zeroed. The owner may be NULL, for the process's command. */
struct reservation_keep {
	const char *owner;
	struct sriov_reservation **items;
	size_t count;
};

/* Room for so many more; false without memory. */
bool reservation_keep_make_room(struct reservation_keep *keep, size_t more);

/* One more, for which there is room; not when somebody has reserved it already, who is given. */
enum sriov_code reservation_keep_add(struct reservation_keep *keep, struct sriov_vf *vf,
				     struct sriov_owner **other, struct sriov_error **error);

/* All of them can be reserved again. */
void reservation_keep_drop(struct reservation_keep *keep);

#endif
