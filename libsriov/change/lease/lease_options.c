/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/lease_options.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "change/lease/owner.h"

OBJECT_REFERENCES(lease_options)

static void destroy(void *object)
{
	struct sriov_lease_options *options = object;

	free(options->owner);
}

EXPORT enum sriov_code sriov_lease_options_new(struct sriov_lease_options **options,
					       struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	*options = object_new(sizeof(**options), destroy);
	return *options ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code lease_set_owner(char **field, const char *owner, struct sriov_error **error)
{
	char *copy = NULL;

	if (owner && owner_check_text(owner, error))
		return SRIOV_CODE_INVALID;
	if (owner) {
		copy = strdup(owner);
		if (!copy)
			return error_no_memory(error);
	}
	free(*field);
	*field = copy;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_lease_options_set_owner(struct sriov_lease_options *options,
						     const char *owner, struct sriov_error **error)
{
	return options ? lease_set_owner(&options->owner, owner, error)
		       : error_null(error, "options");
}

EXPORT void sriov_lease_options_set_wait_ms(struct sriov_lease_options *options, uint32_t wait_ms)
{
	if (options)
		options->wait_ms = wait_ms;
}
