/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/leases.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

static enum sriov_code lend(struct sriov_lease *lease, struct sriov_error **error)
{
	const char *address = sriov_lease_get_address(lease);

	if (lease_lend(lease))
		return SRIOV_CODE_OK;
	error_set(error, SRIOV_CODE_BUSY,
		  "%s: another plan is carried out under the same lease: wait for its end",
		  address);
	error_set_device(error, address);
	return SRIOV_CODE_BUSY;
}

/* One of those that are given, or one more. */
static enum sriov_code acquire(struct sriov_lease **lease, struct sriov_context *context,
			       const char *address, const struct leases *given,
			       const struct sriov_lease_options *options,
			       struct sriov_error **error)
{
	struct sriov_lease *own = leases_find(given, address);
	enum sriov_code code = SRIOV_CODE_OK;

	*lease = NULL;
	if (!own)
		code = lease_acquire(context, address, options, lease, error);
	if (!code)
		code = lend(own ? own : *lease, error);
	if (!code && own)
		*lease = sriov_lease_ref(own);
	return code;
}

enum sriov_code leases_acquire(struct leases *leases, struct sriov_context *context,
			       const char (*addresses)[ADDRESS_SIZE], size_t count,
			       const struct leases *given,
			       const struct sriov_lease_options *options,
			       struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	*leases = (struct leases) {.are_lent = true};
	leases->items = calloc(count + 1, sizeof(struct sriov_lease *));
	if (!leases->items)
		return error_no_memory(error);
	for (size_t i = 0; !code && i < count; i++) {
		code = acquire(&leases->items[i], context, addresses[i], given, options, error);
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
	for (size_t i = 0; i < leases->count; i++) {
		if (leases->are_lent)
			lease_take_back(leases->items[i]);
		sriov_lease_unref(leases->items[i]);
	}
	free(leases->items);
	leases->items = NULL;
	leases->count = 0;
}
