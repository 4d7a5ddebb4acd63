/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/leases.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum sriov_code leases_acquire(struct leases *leases, struct sriov_context *context,
			       const char (*addresses)[ADDRESS_SIZE], size_t count,
			       const struct leases *given,
			       const struct sriov_lease_options *options,
			       struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	leases->count = 0;
	leases->items = calloc(count + 1, sizeof(struct sriov_lease *));
	if (!leases->items)
		return error_no_memory(error);
	for (size_t i = 0; !code && i < count; i++) {
		leases->items[i] = sriov_lease_ref(leases_find(given, addresses[i]));
		if (!leases->items[i])
			code = lease_acquire(context, addresses[i], options, &leases->items[i],
					     error);
		leases->count += !code;
	}
	if (code)
		leases_drop(leases);
	return code;
}

bool leases_add(struct leases *leases, struct sriov_lease *lease)
{
	const char *address = sriov_lease_get_address(lease);
	struct sriov_lease **items;

	for (size_t i = 0; i < leases->count; i++) {
		if (strcmp(sriov_lease_get_address(leases->items[i]), address) != 0)
			continue;
		sriov_lease_ref(lease);
		sriov_lease_unref(leases->items[i]);
		leases->items[i] = lease;
		return true;
	}
	items = realloc(leases->items, (leases->count + 1) * sizeof(struct sriov_lease *));
	if (!items)
		return false;
	items[leases->count++] = sriov_lease_ref(lease);
	leases->items = items;
	return true;
}

struct sriov_lease *leases_find(const struct leases *leases, const char *address)
{
	for (size_t i = 0; leases && i < leases->count; i++)
		if (!strcmp(sriov_lease_get_address(leases->items[i]), address))
			return leases->items[i];
	return NULL;
}

void leases_drop(struct leases *leases)
{
	for (size_t i = 0; i < leases->count; i++)
		sriov_lease_unref(leases->items[i]);
	free(leases->items);
	leases->items = NULL;
	leases->count = 0;
}
