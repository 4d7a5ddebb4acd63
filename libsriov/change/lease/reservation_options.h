/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a VF is reserved. */
#ifndef CHANGE_RESERVATION_OPTIONS_H
#define CHANGE_RESERVATION_OPTIONS_H

#include "base/object.h"
#include "change/lease/reservation.h"

struct sriov_reservation_options {
	struct object object;
	struct reservation_wish wish;
	char *owner; /* the texts in it */
	char *driver;
};

#endif
