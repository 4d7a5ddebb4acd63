/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/reservation_options.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "change/lease/lease_options.h"

OBJECT_REFERENCES(reservation_options)

static void destroy(void *object)
{
	struct sriov_reservation_options *options = object;

	free(options->owner);
	free(options->driver);
}

EXPORT enum sriov_code sriov_reservation_options_new(struct sriov_reservation_options **options,
						     struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	*options = object_new(sizeof(**options), destroy);
	return *options ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT enum sriov_code
sriov_reservation_options_set_owner(struct sriov_reservation_options *options, const char *owner,
				    struct sriov_error **error)
{
	enum sriov_code code;

	if (!options)
		return error_null(error, "options");
	code = lease_set_owner(&options->owner, owner, error);
	options->wish.owner = options->owner;
	return code;
}

EXPORT enum sriov_code
sriov_reservation_options_set_driver(struct sriov_reservation_options *options, const char *driver,
				     struct sriov_error **error)
{
	char *copy = NULL;

	if (!options)
		return error_null(error, "options");
	if (driver && !name_is_driver(driver))
		return error_set(error, SRIOV_CODE_INVALID, "\"%s\" can be no driver's name",
				 driver);
	if (driver) {
		copy = strdup(driver);
		if (!copy)
			return error_no_memory(error);
	}
	free(options->driver);
	options->wish.driver = options->driver = copy;
	return SRIOV_CODE_OK;
}

EXPORT void sriov_reservation_options_set_allow_in_use(struct sriov_reservation_options *options,
						       bool allow)
{
	if (options)
		options->wish.allow_in_use = allow;
}
