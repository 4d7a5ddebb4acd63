/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_PF_H
#define SRIOV_PF_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_pf;

struct sriov_vf;
struct sriov_vf_list;

struct sriov_pf_list;

struct sriov_pf_list *sriov_pf_list_ref(struct sriov_pf_list *list);

void sriov_pf_list_unref(struct sriov_pf_list *list);

size_t sriov_pf_list_get_count(const struct sriov_pf_list *list);

struct sriov_pf *sriov_pf_list_get(const struct sriov_pf_list *list, size_t position);

enum sriov_code sriov_pf_list(struct sriov_context *context, struct sriov_pf_list **list,
			      struct sriov_error **error);

enum sriov_code sriov_pf_find(struct sriov_context *context, const char *name, char **address,
			      struct sriov_error **error);

enum sriov_code sriov_pf_open(struct sriov_context *context, const char *name, struct sriov_pf **pf,
			      struct sriov_error **error);

struct sriov_pf *sriov_pf_ref(struct sriov_pf *pf);

void sriov_pf_unref(struct sriov_pf *pf);

struct sriov_device *sriov_pf_get_device(const struct sriov_pf *pf);

const struct sriov_error *sriov_pf_get_error(const struct sriov_pf *pf);

const char *sriov_pf_get_interface(const struct sriov_pf *pf);

unsigned int sriov_pf_get_total_vfs(const struct sriov_pf *pf);

unsigned int sriov_pf_get_vf_count(const struct sriov_pf *pf);

unsigned int sriov_pf_get_vf_offset(const struct sriov_pf *pf);

unsigned int sriov_pf_get_vf_stride(const struct sriov_pf *pf);

uint16_t sriov_pf_get_vf_device_id(const struct sriov_pf *pf);

enum sriov_code sriov_pf_list_vfs(struct sriov_pf *pf, struct sriov_vf_list **list,
				  struct sriov_error **error);

enum sriov_code sriov_pf_open_vf(struct sriov_pf *pf, unsigned int index, struct sriov_vf **vf,
				 struct sriov_error **error);

enum sriov_code sriov_pf_list_vf_settings(struct sriov_pf *pf, struct sriov_vf_settings_list **list,
					  struct sriov_error **error);

enum sriov_code sriov_pf_set_spoof_check_all(struct sriov_pf *pf, bool enable,
					     struct sriov_error **error);

enum sriov_code sriov_pf_set_trust_all(struct sriov_pf *pf, bool enable,
				       struct sriov_error **error);

enum sriov_code sriov_pf_set_link_state_all(struct sriov_pf *pf, enum sriov_link_state state,
					    struct sriov_error **error);

enum sriov_code sriov_pf_read_autoprobe(struct sriov_pf *pf, bool *enabled,
					struct sriov_error **error);

enum sriov_code sriov_pf_set_autoprobe(struct sriov_pf *pf, bool enable,
				       struct sriov_error **error);

enum sriov_code sriov_pf_read_vf_msix_pool(struct sriov_pf *pf, unsigned int *vectors,
					   struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
