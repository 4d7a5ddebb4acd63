/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code acquire(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_lease_options *options;
	struct sriov_lease *lease = NULL;
	enum sriov_code code = sriov_lease_options_new(&options, error);

	if (!code)
		code = sriov_lease_options_set_owner(options, "my-agent", error);
	if (!code)
		code = sriov_pf_acquire_lease(pf, options, &lease, error);
	sriov_lease_unref(lease);
	sriov_lease_options_unref(options);
	return code;
}

/* Somebody else has it, who is this process itself. */
static enum sriov_code acquire_in_vain(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_lease *lease, *other;
	enum sriov_code code = sriov_pf_acquire_lease(pf, NULL, &lease, error);

	if (code)
		return code;
	code = sriov_pf_acquire_lease(pf, NULL, &other, error);
	sriov_lease_unref(lease);
	return code;
}

static enum sriov_code read_owner(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_owner *owner = NULL;
	struct sriov_lease *lease;
	enum sriov_code code = sriov_pf_acquire_lease(pf, NULL, &lease, error);

	if (code)
		return code;
	code = sriov_pf_read_lease_owner(pf, &owner, error);
	if (!code && sriov_owner_get_pid(owner) != 812)
		code = HALF;
	sriov_owner_unref(owner);
	sriov_lease_unref(lease);
	return code;
}

static enum sriov_code reserve(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_reservation_options *options;
	struct sriov_reservation *reservation = NULL;
	enum sriov_code code = sriov_reservation_options_new(&options, error);

	if (!code)
		code = sriov_reservation_options_set_owner(options, "my-agent", error);
	if (!code)
		code = sriov_pf_reserve_vf(pf, options, &reservation, error);
	sriov_reservation_unref(reservation);
	sriov_reservation_options_unref(options);
	return code;
}

/* None of the PF's, each for its own reason; the pool has no other. */
static enum sriov_code reserve_in_vain(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_reservation_options *options = NULL;
	struct sriov_reservation *first = NULL, *reservation = NULL;
	struct sriov_pf_list *pool;
	enum sriov_code code = sriov_pf_list_by_names(context, "em1 " SECOND, &pool, error);

	if (!code)
		code = sriov_pf_list_reserve_vf(pool, NULL, &first, error);
	if (!code)
		code = sriov_reservation_options_new(&options, error);
	if (!code)
		code = sriov_reservation_options_set_driver(options, "mlx5_core", error);
	if (!code)
		code = sriov_pf_list_reserve_vf(pool, options, &reservation, error);
	sriov_reservation_unref(reservation);
	sriov_reservation_options_unref(options);
	sriov_reservation_unref(first);
	sriov_pf_list_unref(pool);
	return code;
}

static enum sriov_code read_reservation_owner(struct sriov_context *context,
					      struct sriov_error **error)
{
	struct sriov_reservation *reservation = NULL;
	struct sriov_owner *owner = NULL;
	struct sriov_vf *vf;
	enum sriov_code code = sriov_vf_open(context, "0000:01:10.0", &vf, error);

	if (!code)
		code = sriov_vf_reserve(vf, NULL, &reservation, error);
	if (!code)
		code = sriov_vf_read_reservation_owner(vf, &owner, error);
	if (!code && sriov_owner_get_pid(owner) != 812)
		code = HALF;
	sriov_owner_unref(owner);
	sriov_reservation_unref(reservation);
	sriov_vf_unref(vf);
	return code;
}

static const struct step steps[] = {
	{"acquire a lease", .on_pf = acquire, .target = "em1"},
	{"acquire one in vain", .on_pf = acquire_in_vain, .target = "em1", .code = SRIOV_CODE_BUSY},
	{"read the owner of a lease", .on_pf = read_owner, .target = "em1"},
	{"reserve a VF", .on_pf = reserve, .target = "em1"},
	{"reserve one in vain", .run = reserve_in_vain, .code = SRIOV_CODE_BUSY},
	{"read the owner of a reservation", .run = read_reservation_owner},
};

STEPS(lease)
