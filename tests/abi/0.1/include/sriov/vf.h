/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VF_H
#define SRIOV_VF_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_vf;

struct sriov_vf_list;

struct sriov_vf_list *sriov_vf_list_ref(struct sriov_vf_list *list);

void sriov_vf_list_unref(struct sriov_vf_list *list);

size_t sriov_vf_list_get_count(const struct sriov_vf_list *list);

struct sriov_vf *sriov_vf_list_get(const struct sriov_vf_list *list, size_t position);

enum sriov_code sriov_vf_open(struct sriov_context *context, const char *name, struct sriov_vf **vf,
			      struct sriov_error **error);

struct sriov_vf *sriov_vf_ref(struct sriov_vf *vf);

void sriov_vf_unref(struct sriov_vf *vf);

struct sriov_pf *sriov_vf_get_pf(const struct sriov_vf *vf);

unsigned int sriov_vf_get_index(const struct sriov_vf *vf);

struct sriov_device *sriov_vf_get_device(const struct sriov_vf *vf);

const struct sriov_error *sriov_vf_get_error(const struct sriov_vf *vf);

const char *sriov_vf_get_interface(const struct sriov_vf *vf);

enum sriov_code sriov_vf_read_settings(struct sriov_vf *vf, struct sriov_vf_settings **settings,
				       struct sriov_error **error);

enum sriov_code sriov_vf_set_mac(struct sriov_vf *vf, const char *mac, struct sriov_error **error);

enum sriov_code sriov_vf_set_vlan(struct sriov_vf *vf, unsigned int vlan_id, unsigned int qos,
				  struct sriov_error **error);

enum sriov_code sriov_vf_set_spoof_check(struct sriov_vf *vf, bool enable,
					 struct sriov_error **error);

enum sriov_code sriov_vf_set_trust(struct sriov_vf *vf, bool enable, struct sriov_error **error);

enum sriov_code sriov_vf_set_link_state(struct sriov_vf *vf, enum sriov_link_state state,
					struct sriov_error **error);

enum sriov_code sriov_vf_set_vlan_with_protocol(struct sriov_vf *vf, unsigned int vlan_id,
						unsigned int qos, enum sriov_vlan_protocol protocol,
						struct sriov_error **error);

enum sriov_code sriov_vf_set_rates(struct sriov_vf *vf, unsigned int min_mbps,
				   unsigned int max_mbps, struct sriov_error **error);

enum sriov_code sriov_vf_set_min_rate(struct sriov_vf *vf, unsigned int min_mbps,
				      struct sriov_error **error);

enum sriov_code sriov_vf_set_max_rate(struct sriov_vf *vf, unsigned int max_mbps,
				      struct sriov_error **error);

enum sriov_code sriov_vf_set_rss_query(struct sriov_vf *vf, bool enable,
				       struct sriov_error **error);

enum sriov_code sriov_vf_set_node_guid(struct sriov_vf *vf, uint64_t guid,
				       struct sriov_error **error);

enum sriov_code sriov_vf_set_port_guid(struct sriov_vf *vf, uint64_t guid,
				       struct sriov_error **error);

enum sriov_code sriov_vf_set_msix_count(struct sriov_vf *vf, unsigned int vectors,
					struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
