/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VF_USE_H
#define SRIOV_VF_USE_H

#include <sriov/error.h>
#include <sriov/holder.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_vf_use;

struct sriov_vf_use_list;

enum sriov_vf_use_state {
	SRIOV_VF_USE_STATE_UNKNOWN = -1,
	SRIOV_VF_USE_STATE_FREE = 0,
	SRIOV_VF_USE_STATE_INTERFACE_DOWN = 1,
	SRIOV_VF_USE_STATE_INTERFACE_UP = 2,
	SRIOV_VF_USE_STATE_INTERFACE_UPPER = 3,
	SRIOV_VF_USE_STATE_OTHER_NAMESPACE = 4,
	SRIOV_VF_USE_STATE_DRIVER = 5,
	SRIOV_VF_USE_STATE_VFIO_UNHELD = 6,
	SRIOV_VF_USE_STATE_VFIO_HELD = 7,
};

enum sriov_code sriov_vf_read_use(const struct sriov_vf *vf, struct sriov_vf_use **use,
				  struct sriov_error **error);

enum sriov_code sriov_pf_list_vf_uses(struct sriov_pf *pf, struct sriov_vf_use_list **list,
				      struct sriov_error **error);

struct sriov_vf_use_list *sriov_vf_use_list_ref(struct sriov_vf_use_list *list);

void sriov_vf_use_list_unref(struct sriov_vf_use_list *list);

size_t sriov_vf_use_list_get_count(const struct sriov_vf_use_list *list);

struct sriov_vf_use *sriov_vf_use_list_get(const struct sriov_vf_use_list *list, size_t position);

struct sriov_vf_use *sriov_vf_use_ref(struct sriov_vf_use *use);

void sriov_vf_use_unref(struct sriov_vf_use *use);

struct sriov_vf *sriov_vf_use_get_vf(const struct sriov_vf_use *use);

enum sriov_vf_use_state sriov_vf_use_get_state(const struct sriov_vf_use *use);

const struct sriov_error *sriov_vf_use_get_error(const struct sriov_vf_use *use);

bool sriov_vf_use_is_in_use(const struct sriov_vf_use *use);

const char *sriov_vf_use_get_driver(const struct sriov_vf_use *use);

const char *sriov_vf_use_get_interface(const struct sriov_vf_use *use);

const char *sriov_vf_use_get_upper(const struct sriov_vf_use *use);

const struct sriov_holder_list *sriov_vf_use_get_holders(const struct sriov_vf_use *use);

const char *sriov_vf_use_get_description(const struct sriov_vf_use *use);

#ifdef __cplusplus
}
#endif

#endif
