/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_SHARING_REASON_H
#define SRIOV_SHARING_REASON_H

#include <sriov/string_list.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_sharing_cause {
	SRIOV_SHARING_CAUSE_UNKNOWN = -1,
	SRIOV_SHARING_CAUSE_PORT_WITHOUT_ACS = 0,
	SRIOV_SHARING_CAUSE_FUNCTIONS_WITHOUT_ACS = 1,
	SRIOV_SHARING_CAUSE_CONVENTIONAL_BRIDGE = 2,
};

struct sriov_sharing_reason;

struct sriov_sharing_reason *sriov_sharing_reason_ref(struct sriov_sharing_reason *reason);

void sriov_sharing_reason_unref(struct sriov_sharing_reason *reason);

enum sriov_sharing_cause sriov_sharing_reason_get_cause(const struct sriov_sharing_reason *reason);

const char *sriov_sharing_reason_get_device(const struct sriov_sharing_reason *reason);

const struct sriov_string_list *
sriov_sharing_reason_get_devices(const struct sriov_sharing_reason *reason);

const char *sriov_sharing_reason_get_message(const struct sriov_sharing_reason *reason);

struct sriov_sharing_reason_list;

struct sriov_sharing_reason_list *
sriov_sharing_reason_list_ref(struct sriov_sharing_reason_list *list);

void sriov_sharing_reason_list_unref(struct sriov_sharing_reason_list *list);

size_t sriov_sharing_reason_list_get_count(const struct sriov_sharing_reason_list *list);

struct sriov_sharing_reason *
sriov_sharing_reason_list_get(const struct sriov_sharing_reason_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
