/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/lease.h"

#include <stdatomic.h>
#include <stdio.h>

#include "base/error.h"
#include "change/lease/claim.h"
#include "change/lease/lease_options.h"
#include "object/pf/pf.h"

struct sriov_lease {
	struct object object;
	struct sriov_context *context;
	struct claim claim;
	char address[ADDRESS_SIZE];
	char text[OWNER_TEXT_SIZE]; /* "" for the command */
	bool is_with_workers;
	atomic_bool is_lent;
};

OBJECT_REFERENCES(lease)

static void destroy(void *object)
{
	struct sriov_lease *lease = object;

	if (lease->is_with_workers)
		claim_end(&lease->claim);
	else
		claim_release(&lease->claim);
	sriov_context_unref(lease->context);
}

static struct sriov_lease *make(struct sriov_context *context, const char *address,
				const struct sriov_lease_options *options)
{
	struct sriov_lease *lease = object_new(sizeof(*lease), destroy);

	if (!lease)
		return NULL;
	lease->context = sriov_context_ref(context);
	lease->claim = CLAIM_NONE;
	snprintf(lease->address, sizeof(lease->address), "%s", address);
	if (options && options->owner)
		snprintf(lease->text, sizeof(lease->text), "%s", options->owner);
	return lease;
}

static enum sriov_code take(struct sriov_lease *lease, const char *label, uint32_t wait_ms,
			    struct sriov_error **error)
{
	struct sriov_owner *other;
	enum sriov_code code = claim_take(lease->context, CLAIM_LEASES, lease->address,
					  lease->text[0] ? lease->text : NULL, wait_ms,
					  &lease->claim, &other, error);

	if (!other)
		return code;
	error_set(error, SRIOV_CODE_BUSY, "%s: its lease is held by %s: %s", label,
		  sriov_owner_get_description(other),
		  wait_ms ? "it was waited for in vain" : "wait for it, or try again later");
	error_set_device(error, lease->address);
	sriov_owner_unref(other);
	return SRIOV_CODE_BUSY;
}

static enum sriov_code acquire(struct sriov_context *context, const char *address,
			       const char *label, const struct sriov_lease_options *options,
			       struct sriov_lease **lease, struct sriov_error **error)
{
	struct sriov_lease *made = make(context, address, options);
	enum sriov_code code;

	*lease = NULL;
	code = made ? take(made, label, options ? options->wait_ms : 0, error)
		    : error_no_memory(error);
	if (code)
		sriov_lease_unref(made);
	else
		*lease = made;
	return code;
}

enum sriov_code lease_acquire(struct sriov_context *context, const char *address,
			      const struct sriov_lease_options *options, struct sriov_lease **lease,
			      struct sriov_error **error)
{
	return acquire(context, address, address, options, lease, error);
}

int lease_get_fd(struct sriov_lease *lease)
{
	lease->is_with_workers = true;
	return lease->claim.fd;
}

bool lease_lend(struct sriov_lease *lease)
{
	return !atomic_exchange(&lease->is_lent, true);
}

void lease_take_back(struct sriov_lease *lease)
{
	atomic_store(&lease->is_lent, false);
}

void lease_hand_over(struct sriov_lease *lease, int pid, const char *doing)
{
	struct sriov_owner *owner;

	/* Without memory the file goes on to name this process. */
	owner_new(lease->context, lease->text[0] ? lease->text : NULL, pid, &owner, NULL);
	if (owner)
		owner_set_doing(owner, doing);
	claim_hand_over(&lease->claim, owner);
	sriov_owner_unref(owner);
}

enum sriov_code lease_read_owner(struct sriov_context *context, const char *address,
				 struct sriov_owner **owner, struct sriov_error **error)
{
	enum sriov_code code = claim_read_owner(context, CLAIM_LEASES, address, owner, error);

	if (code)
		error_set_device(error, address);
	return code;
}

EXPORT enum sriov_code sriov_pf_acquire_lease(struct sriov_pf *pf,
					      const struct sriov_lease_options *options,
					      struct sriov_lease **lease,
					      struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	if (!lease)
		return error_null(error, "lease");
	*lease = NULL;
	if (!pf)
		return error_null(error, "pf");
	pf_label(pf, label);
	return acquire(pf->device->context, pf->device->address, label, options, lease, error);
}

EXPORT enum sriov_code sriov_pf_read_lease_owner(struct sriov_pf *pf, struct sriov_owner **owner,
						 struct sriov_error **error)
{
	if (!owner)
		return error_null(error, "owner");
	*owner = NULL;
	if (!pf)
		return error_null(error, "pf");
	return lease_read_owner(pf->device->context, pf->device->address, owner, error);
}

EXPORT const char *sriov_lease_get_address(const struct sriov_lease *lease)
{
	return lease ? lease->address : NULL;
}
