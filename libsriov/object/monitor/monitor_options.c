/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/monitor/monitor_options.h"

#include <stdio.h>

#include "base/common.h"
#include "base/error.h"
#include "object/pf/pf.h"

#define MOST_BYTES ((size_t)1 << 30)

OBJECT_REFERENCES(monitor_options)

EXPORT enum sriov_code sriov_monitor_options_new(struct sriov_monitor_options **options,
						 struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	*options = object_new(sizeof(**options), NULL);
	if (!*options)
		return error_no_memory(error);
	(*options)->receive_buffer_bytes = MONITOR_RECEIVE_BUFFER_BYTES;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_monitor_options_set_pf(struct sriov_monitor_options *options,
						    const struct sriov_pf *pf,
						    struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	snprintf(options->pf, sizeof(options->pf), "%s", pf ? pf->device->address : "");
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code
sriov_monitor_options_set_all_interfaces(struct sriov_monitor_options *options, bool all,
					 struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	options->all_interfaces = all;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code
sriov_monitor_options_set_receive_buffer_bytes(struct sriov_monitor_options *options, size_t bytes,
					       struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	if (!bytes || bytes > MOST_BYTES)
		return error_set(error, SRIOV_CODE_INVALID,
				 "a receive buffer of %zu bytes: it has from 1 to %zu", bytes,
				 MOST_BYTES);
	options->receive_buffer_bytes = bytes;
	return SRIOV_CODE_OK;
}
