/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_EVENT_H
#define SRIOV_EVENT_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_event;

enum sriov_event_type {
	SRIOV_EVENT_TYPE_UNKNOWN = -1,
	SRIOV_EVENT_TYPE_OVERRUN = 0,
	SRIOV_EVENT_TYPE_DEVICE_ADDED = 1,
	SRIOV_EVENT_TYPE_DEVICE_REMOVED = 2,
	SRIOV_EVENT_TYPE_VF_ADDED = 3,
	SRIOV_EVENT_TYPE_VF_REMOVED = 4,
	SRIOV_EVENT_TYPE_VF_COUNT_CHANGED = 5,
	SRIOV_EVENT_TYPE_DRIVER_BOUND = 6,
	SRIOV_EVENT_TYPE_DRIVER_UNBOUND = 7,
	SRIOV_EVENT_TYPE_INTERFACE_ADDED = 8,
	SRIOV_EVENT_TYPE_INTERFACE_REMOVED = 9,
	SRIOV_EVENT_TYPE_INTERFACE_RENAMED = 10,
	SRIOV_EVENT_TYPE_INTERFACE_MOVED = 11,
	SRIOV_EVENT_TYPE_LINK_CHANGED = 12,
	SRIOV_EVENT_TYPE_VFIO_ADDED = 13,
	SRIOV_EVENT_TYPE_VFIO_REMOVED = 14,
};

enum sriov_link_change {
	SRIOV_LINK_CHANGE_UP = 1,
	SRIOV_LINK_CHANGE_CARRIER = 2,
	SRIOV_LINK_CHANGE_MASTER = 4,
	SRIOV_LINK_CHANGE_MAC = 8,
};

const char *sriov_event_type_get_name(enum sriov_event_type type);

struct sriov_event *sriov_event_ref(struct sriov_event *event);

void sriov_event_unref(struct sriov_event *event);

enum sriov_event_type sriov_event_get_type(const struct sriov_event *event);

const char *sriov_event_get_address(const struct sriov_event *event);

const char *sriov_event_get_pf_address(const struct sriov_event *event);

int sriov_event_get_vf_index(const struct sriov_event *event);

int sriov_event_get_vf_count(const struct sriov_event *event);

const char *sriov_event_get_driver(const struct sriov_event *event);

const char *sriov_event_get_interface(const struct sriov_event *event);

const char *sriov_event_get_former_interface(const struct sriov_event *event);

int sriov_event_get_interface_index(const struct sriov_event *event);

unsigned int sriov_event_get_changes(const struct sriov_event *event);

bool sriov_event_is_up(const struct sriov_event *event);

bool sriov_event_has_carrier(const struct sriov_event *event);

int sriov_event_get_master_index(const struct sriov_event *event);

const char *sriov_event_get_master(const struct sriov_event *event);

const char *sriov_event_get_mac(const struct sriov_event *event);

int sriov_event_get_netns_id(const struct sriov_event *event);

int sriov_event_get_new_index(const struct sriov_event *event);

const char *sriov_event_get_vfio_name(const struct sriov_event *event);

const char *sriov_event_get_action(const struct sriov_event *event);

uint64_t sriov_event_get_sequence(const struct sriov_event *event);

enum sriov_code sriov_event_open_device(const struct sriov_event *event,
					struct sriov_device **device, struct sriov_error **error);

enum sriov_code sriov_event_open_pf(const struct sriov_event *event, struct sriov_pf **pf,
				    struct sriov_error **error);

enum sriov_code sriov_event_open_vf(const struct sriov_event *event, struct sriov_vf **vf,
				    struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
