/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vfio/vfio_bind_options.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "object/vfio/vfio.h"

#define MOST_PARALLEL 64

const struct sriov_vfio_bind_options vfio_bind_defaults = {.parallelism = 1};

OBJECT_REFERENCES(vfio_bind_options)

static void destroy(void *object)
{
	struct sriov_vfio_bind_options *options = object;

	free(options->driver);
}

EXPORT enum sriov_code sriov_vfio_bind_options_new(struct sriov_vfio_bind_options **options,
						   struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	*options = object_new(sizeof(**options), destroy);
	if (!*options)
		return error_no_memory(error);
	(*options)->parallelism = vfio_bind_defaults.parallelism;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_vfio_bind_options_set_driver(struct sriov_vfio_bind_options *options,
							  const char *driver,
							  struct sriov_error **error)
{
	char *copy = NULL;

	if (!options)
		return error_null(error, "options");
	if (driver && vfio_check_driver(driver, error))
		return SRIOV_CODE_INVALID;
	if (driver) {
		copy = strdup(driver);
		if (!copy)
			return error_no_memory(error);
	}
	free(options->driver);
	options->driver = copy;
	return SRIOV_CODE_OK;
}

EXPORT void sriov_vfio_bind_options_set_best_driver(struct sriov_vfio_bind_options *options,
						    bool best)
{
	if (options)
		options->best_driver = best;
}

EXPORT enum sriov_code
sriov_vfio_bind_options_set_parallelism(struct sriov_vfio_bind_options *options,
					unsigned int parallelism, struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	if (!parallelism || parallelism > MOST_PARALLEL)
		return error_set(error, SRIOV_CODE_INVALID, "%u devices at once: it takes 1 to %u",
				 parallelism, MOST_PARALLEL);
	options->parallelism = parallelism;
	return SRIOV_CODE_OK;
}

EXPORT void sriov_vfio_bind_options_set_all_or_nothing(struct sriov_vfio_bind_options *options,
						       bool all_or_nothing)
{
	if (options)
		options->all_or_nothing = all_or_nothing;
}
