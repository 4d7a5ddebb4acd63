/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/reservation.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "change/lease/claim.h"
#include "change/lease/reservation_options.h"
#include "object/vf/vf.h"

struct sriov_reservation {
	struct object object;
	struct sriov_vf *vf;
	struct claim claim;
};

OBJECT_REFERENCES(reservation)

static void destroy(void *object)
{
	struct sriov_reservation *reservation = object;

	claim_release(&reservation->claim);
	sriov_vf_unref(reservation->vf);
}

static enum sriov_code name_vf(const struct sriov_vf *vf, enum sriov_code code,
			       struct sriov_error **error)
{
	if (!code)
		return code;
	error_set_device(error, vf->device->address);
	error_set_vf(error, vf->index);
	return code;
}

static enum sriov_code say_reserved(const struct sriov_vf *vf, const struct sriov_owner *owner,
				    struct sriov_error **error)
{
	char label[VF_LABEL_SIZE];

	vf_label(vf, label);
	return error_set(error, SRIOV_CODE_BUSY, "%s is reserved by %s", label,
			 sriov_owner_get_description(owner));
}

/* While others of its PF are made, removed or brought back, whoever does that has all of them. */
static enum sriov_code read_owner(const struct sriov_vf *vf, struct sriov_owner **owner,
				  struct sriov_error **error)
{
	struct sriov_context *context = vf->device->context;
	enum sriov_code code = reservation_read_owner(context, vf->device->address, owner, error);

	if (code || *owner)
		return code;
	return reservation_read_owner(context, vf->pf->device->address, owner, error);
}

static enum sriov_code check_driver(const struct sriov_vf_use *use, const char *wanted,
				    struct sriov_error **error)
{
	const char *driver = sriov_vf_use_get_driver(use);
	char label[VF_LABEL_SIZE];

	if (!wanted || (driver && !strcmp(driver, wanted)))
		return SRIOV_CODE_OK;
	vf_label(sriov_vf_use_get_vf(use), label);
	if (!driver)
		return error_set(error, SRIOV_CODE_NO_DRIVER,
				 "%s has no driver, and one on %s is wanted", label, wanted);
	return error_set(error, SRIOV_CODE_NO_DRIVER, "%s is on %s, and one on %s is wanted", label,
			 driver, wanted);
}

/* The order is that of what matters most to who asks. */
static enum sriov_code check_use(const struct sriov_vf_use *use,
				 const struct reservation_wish *wish, struct sriov_error **error)
{
	if (sriov_vf_use_is_in_use(use) && !wish->allow_in_use)
		return error_set(error, SRIOV_CODE_BUSY, "%s", sriov_vf_use_get_description(use));
	return check_driver(use, wish->driver, error);
}

enum sriov_code reservation_judge(const struct sriov_vf_use *use,
				  const struct reservation_wish *wish, struct sriov_error **error)
{
	const struct sriov_vf *vf = sriov_vf_use_get_vf(use);
	struct sriov_owner *owner;
	enum sriov_code code;

	if (!check_use(use, wish, NULL))
		return SRIOV_CODE_OK;
	code = read_owner(vf, &owner, error);
	if (code)
		return code;
	code = owner ? say_reserved(vf, owner, error) : check_use(use, wish, error);
	sriov_owner_unref(owner);
	return name_vf(vf, code, error);
}

static enum sriov_code read_and_check(struct sriov_vf *vf, const struct reservation_wish *wish,
				      struct sriov_error **error)
{
	struct sriov_vf_use *use;
	enum sriov_code code = sriov_vf_read_use(vf, &use, error);

	if (!code)
		code = check_use(use, wish, error);
	sriov_vf_use_unref(use);
	return code;
}

/*
 * Without looking at it. Who keeps all VFs of the PF takes his claim before he looks at theirs, and
 * here it is the other way round: so one of the two sees the other.
 */
static enum sriov_code claim(struct sriov_vf *vf, const char *owner,
			     struct sriov_reservation **reservation, struct sriov_owner **other,
			     struct sriov_error **error)
{
	struct sriov_reservation *made = object_new(sizeof(*made), destroy);
	enum sriov_code code;

	*reservation = NULL;
	*other = NULL;
	if (!made)
		return error_no_memory(error);
	made->claim = CLAIM_NONE;
	made->vf = sriov_vf_ref(vf);
	code = claim_take(vf->device->context, CLAIM_RESERVATIONS, vf->device->address, owner, 0,
			  &made->claim, other, error);
	if (!code)
		code = reservation_read_owner(vf->device->context, vf->pf->device->address, other,
					      error);
	if (code || *other)
		sriov_reservation_unref(made);
	else
		*reservation = made;
	return *other ? SRIOV_CODE_OK : code;
}

enum sriov_code reservation_take(struct sriov_vf *vf, const struct reservation_wish *wish,
				 struct sriov_reservation **reservation, struct sriov_error **error)
{
	struct sriov_owner *other;
	enum sriov_code code = claim(vf, wish->owner, reservation, &other, error);

	if (other)
		code = say_reserved(vf, other, error);
	sriov_owner_unref(other);
	if (!code)
		code = read_and_check(vf, wish, error);
	if (code) {
		sriov_reservation_unref(*reservation);
		*reservation = NULL;
	}
	return name_vf(vf, code, error);
}

EXPORT enum sriov_code sriov_vf_reserve(struct sriov_vf *vf,
					const struct sriov_reservation_options *options,
					struct sriov_reservation **reservation,
					struct sriov_error **error)
{
	static const struct reservation_wish none;

	if (!reservation)
		return error_null(error, "reservation");
	*reservation = NULL;
	if (!vf)
		return error_null(error, "vf");
	if (vf->error)
		return error_set(error, SRIOV_CODE_INVALID, "VF %u of %s could not be read: %s",
				 vf->index, vf->pf->device->address,
				 sriov_error_get_message(vf->error));
	return reservation_take(vf, options ? &options->wish : &none, reservation, error);
}

enum sriov_code reservation_read_owner(struct sriov_context *context, const char *address,
				       struct sriov_owner **owner, struct sriov_error **error)
{
	enum sriov_code code = claim_read_owner(context, CLAIM_RESERVATIONS, address, owner, error);

	if (code)
		error_set_device(error, address);
	return code;
}

EXPORT enum sriov_code sriov_vf_read_reservation_owner(const struct sriov_vf *vf,
						       struct sriov_owner **owner,
						       struct sriov_error **error)
{
	if (!owner)
		return error_null(error, "owner");
	*owner = NULL;
	if (!vf)
		return error_null(error, "vf");
	if (vf->error)
		return error_set(error, SRIOV_CODE_INVALID, "VF %u of %s could not be read: %s",
				 vf->index, vf->pf->device->address,
				 sriov_error_get_message(vf->error));
	return read_owner(vf, owner, error);
}

EXPORT struct sriov_vf *sriov_reservation_get_vf(const struct sriov_reservation *reservation)
{
	return reservation ? reservation->vf : NULL;
}
