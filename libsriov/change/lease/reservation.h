/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reservations of VFs, for those who plan what becomes of them. */
#ifndef CHANGE_RESERVATION_H
#define CHANGE_RESERVATION_H

#include <stdbool.h>

#include "sriov/reservation.h"
#include "sriov/vf_use.h"

#include "object/context/context.h"

/* What is wanted; the texts may be NULL, for the process's command and for any driver. */
struct reservation_wish {
	const char *owner;
	const char *driver;
	bool allow_in_use;
};

/*
 * Who has reserved the VF at a full address, or keeps all VFs of the PF there; NULL when nobody
 * does. Nothing is made for that.
 */
enum sriov_code reservation_read_owner(struct sriov_context *context, const char *address,
				       struct sriov_owner **owner, struct sriov_error **error);

/* Why a VF of that use is not what is wanted; who has it reserved is told before all else. */
enum sriov_code reservation_judge(const struct sriov_vf_use *use,
				  const struct reservation_wish *wish, struct sriov_error **error);

/* One VF: it is reserved first, and looked at then. */
enum sriov_code reservation_take(struct sriov_vf *vf, const struct reservation_wish *wish,
				 struct sriov_reservation **reservation,
				 struct sriov_error **error);

#endif
