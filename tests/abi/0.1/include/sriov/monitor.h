/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_MONITOR_H
#define SRIOV_MONITOR_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/event.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_monitor;

struct sriov_monitor_options;

enum sriov_code sriov_monitor_options_new(struct sriov_monitor_options **options,
					  struct sriov_error **error);

struct sriov_monitor_options *sriov_monitor_options_ref(struct sriov_monitor_options *options);

void sriov_monitor_options_unref(struct sriov_monitor_options *options);

enum sriov_code sriov_monitor_options_set_pf(struct sriov_monitor_options *options,
					     const struct sriov_pf *pf, struct sriov_error **error);

enum sriov_code sriov_monitor_options_set_all_interfaces(struct sriov_monitor_options *options,
							 bool all, struct sriov_error **error);

enum sriov_code
sriov_monitor_options_set_receive_buffer_bytes(struct sriov_monitor_options *options, size_t bytes,
					       struct sriov_error **error);

enum sriov_code sriov_monitor_new(struct sriov_context *context,
				  const struct sriov_monitor_options *options,
				  struct sriov_monitor **monitor, struct sriov_error **error);

struct sriov_monitor *sriov_monitor_ref(struct sriov_monitor *monitor);

void sriov_monitor_unref(struct sriov_monitor *monitor);

int sriov_monitor_get_fd(const struct sriov_monitor *monitor);

enum sriov_switch sriov_monitor_get_device_events(const struct sriov_monitor *monitor);

enum sriov_code sriov_monitor_read(struct sriov_monitor *monitor, struct sriov_event **event,
				   struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
