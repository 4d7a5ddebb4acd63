/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/apply_options.h"

#include <stdlib.h>

#include "base/error.h"

/* More processes than that do not make a kernel any faster. */
#define MOST_PARALLELISM    64
#define DEFAULT_PARALLELISM 4

const struct sriov_apply_options apply_defaults = {.parallelism = DEFAULT_PARALLELISM};

OBJECT_REFERENCES(apply_options)

static void destroy(void *object)
{
	struct sriov_apply_options *options = object;

	free(options->lease.owner);
	leases_drop(&options->held);
}

EXPORT enum sriov_code sriov_apply_options_new(struct sriov_apply_options **options,
					       struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	*options = object_new(sizeof(**options), destroy);
	if (!*options)
		return error_no_memory(error);
	(*options)->parallelism = DEFAULT_PARALLELISM;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_apply_options_set_owner(struct sriov_apply_options *options,
						     const char *owner, struct sriov_error **error)
{
	return options ? lease_set_owner(&options->lease.owner, owner, error)
		       : error_null(error, "options");
}

EXPORT enum sriov_code sriov_apply_options_add_lease(struct sriov_apply_options *options,
						     struct sriov_lease *lease,
						     struct sriov_error **error)
{
	if (!options || !lease)
		return error_null(error, options ? "lease" : "options");
	return leases_add(&options->held, lease) ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT void sriov_apply_options_set_wait_ms(struct sriov_apply_options *options, uint32_t wait_ms)
{
	if (options)
		options->lease.wait_ms = wait_ms;
}

EXPORT void sriov_apply_options_set_deadline_ms(struct sriov_apply_options *options,
						uint32_t deadline_ms)
{
	if (!options)
		return;
	options->has_deadline = true;
	options->deadline_ms = deadline_ms;
}

EXPORT void sriov_apply_options_set_parallelism(struct sriov_apply_options *options,
						unsigned int parallelism)
{
	if (!options)
		return;
	if (parallelism < 1)
		parallelism = 1;
	options->parallelism = parallelism < MOST_PARALLELISM ? parallelism : MOST_PARALLELISM;
}

EXPORT void sriov_apply_options_set_progress(struct sriov_apply_options *options,
					     bool (*callback)(void *user_data,
							      const struct sriov_step *step,
							      enum sriov_step_result result),
					     void *user_data)
{
	if (!options)
		return;
	options->progress = callback;
	options->user_data = user_data;
}
