/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/reservation_keep.h"

#include <stdlib.h>

bool reservation_keep_make_room(struct reservation_keep *keep, size_t more)
{
	struct sriov_reservation **items =
		reallocarray(keep->items, keep->count + more, sizeof(struct sriov_reservation *));

	if (!items)
		return !(keep->count + more);
	keep->items = items;
	return true;
}

enum sriov_code reservation_keep_add(struct reservation_keep *keep, struct sriov_vf *vf,
				     struct sriov_owner **other, struct sriov_error **error)
{
	struct sriov_reservation *one;
	enum sriov_code code = reservation_claim(vf, keep->owner, &one, other, error);

	if (one)
		keep->items[keep->count++] = one;
	return code;
}

void reservation_keep_drop(struct reservation_keep *keep)
{
	for (size_t i = 0; i < keep->count; i++)
		sriov_reservation_unref(keep->items[i]);
	free(keep->items);
	*keep = (struct reservation_keep) {.count = 0};
}
