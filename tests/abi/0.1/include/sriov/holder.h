/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_HOLDER_H
#define SRIOV_HOLDER_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_holder;

struct sriov_holder_list;

enum sriov_holder_via {
	SRIOV_HOLDER_VIA_UNKNOWN = -1,
	SRIOV_HOLDER_VIA_GROUP = 0,
	SRIOV_HOLDER_VIA_CHARACTER_DEVICE = 1,
	SRIOV_HOLDER_VIA_DEVICE = 2,
	SRIOV_HOLDER_VIA_IOMMUFD = 3,
};

enum sriov_code sriov_device_list_holders(const struct sriov_device *device,
					  struct sriov_holder_list **list,
					  struct sriov_error **error);

struct sriov_holder_list *sriov_holder_list_ref(struct sriov_holder_list *list);

void sriov_holder_list_unref(struct sriov_holder_list *list);

size_t sriov_holder_list_get_count(const struct sriov_holder_list *list);

struct sriov_holder *sriov_holder_list_get(const struct sriov_holder_list *list, size_t position);

bool sriov_holder_list_is_complete(const struct sriov_holder_list *list);

struct sriov_holder *sriov_holder_ref(struct sriov_holder *holder);

void sriov_holder_unref(struct sriov_holder *holder);

int sriov_holder_get_pid(const struct sriov_holder *holder);

const char *sriov_holder_get_command(const struct sriov_holder *holder);

const char *sriov_holder_get_command_line(const struct sriov_holder *holder);

uint64_t sriov_holder_get_start_ticks(const struct sriov_holder *holder);

uint64_t sriov_holder_get_start_time_s(const struct sriov_holder *holder);

enum sriov_holder_via sriov_holder_get_via(const struct sriov_holder *holder);

const char *sriov_holder_get_path(const struct sriov_holder *holder);

bool sriov_holder_is_certain(const struct sriov_holder *holder);

#ifdef __cplusplus
}
#endif

#endif
