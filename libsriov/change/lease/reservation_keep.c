/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/reservation_keep.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* Who has just been told that he cannot have it lets go of it at once. */
#define INSTANT_MS 10

bool reservation_keep_make_room(struct reservation_keep *keep, size_t more)
{
	struct kept *items = reallocarray(keep->items, keep->count + more, sizeof(*items));

	if (!items)
		return !(keep->count + more);
	keep->items = items;
	return true;
}

static bool has(const struct reservation_keep *keep, const char *address)
{
	for (size_t i = 0; i < keep->count; i++)
		if (!strcmp(keep->items[i].address, address))
			return true;
	return false;
}

enum sriov_code reservation_keep_add(struct reservation_keep *keep, struct sriov_context *context,
				     const char *address, struct sriov_owner **other,
				     struct sriov_error **error)
{
	struct kept one = {.claim = CLAIM_NONE};
	enum sriov_code code;

	*other = NULL;
	if (has(keep, address))
		return SRIOV_CODE_OK;
	memcpy(one.address, address, ADDRESS_SIZE);
	code = claim_take(context, CLAIM_RESERVATIONS, address, keep->owner, INSTANT_MS, &one.claim,
			  other, error);
	if (*other)
		return SRIOV_CODE_OK;
	if (code)
		error_set_device(error, address);
	else
		keep->items[keep->count++] = one;
	return code;
}

void reservation_keep_drop(struct reservation_keep *keep)
{
	for (size_t i = 0; i < keep->count; i++)
		claim_release(&keep->items[i].claim);
	free(keep->items);
	*keep = (struct reservation_keep) {.count = 0};
}
