/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VF_CHANGES_H
#define SRIOV_VF_CHANGES_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_vf_index {
	SRIOV_VF_INDEX_ALL = 0x7fffffff,
};

enum sriov_vf_change_result {
	SRIOV_VF_CHANGE_RESULT_UNKNOWN = -1,
	SRIOV_VF_CHANGE_RESULT_NOT_SENT = 0,
	SRIOV_VF_CHANGE_RESULT_APPLIED = 1,
	SRIOV_VF_CHANGE_RESULT_ACCEPTED = 2,
	SRIOV_VF_CHANGE_RESULT_DIFFERENT = 3,
	SRIOV_VF_CHANGE_RESULT_REFUSED = 4,
};

struct sriov_vf_changes;

enum sriov_code sriov_vf_changes_new(struct sriov_pf *pf, struct sriov_vf_changes **changes,
				     struct sriov_error **error);

struct sriov_vf_changes *sriov_vf_changes_ref(struct sriov_vf_changes *changes);

void sriov_vf_changes_unref(struct sriov_vf_changes *changes);

enum sriov_code sriov_vf_changes_set_mac(struct sriov_vf_changes *changes, unsigned int vf_index,
					 const char *mac, struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_vlan(struct sriov_vf_changes *changes, unsigned int vf_index,
					  unsigned int vlan_id, unsigned int qos,
					  enum sriov_vlan_protocol protocol,
					  struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_rates(struct sriov_vf_changes *changes, unsigned int vf_index,
					   unsigned int min_mbps, unsigned int max_mbps,
					   struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_min_rate(struct sriov_vf_changes *changes,
					      unsigned int vf_index, unsigned int min_mbps,
					      struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_max_rate(struct sriov_vf_changes *changes,
					      unsigned int vf_index, unsigned int max_mbps,
					      struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_spoof_check(struct sriov_vf_changes *changes,
						 unsigned int vf_index, bool enable,
						 struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_trust(struct sriov_vf_changes *changes, unsigned int vf_index,
					   bool enable, struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_link_state(struct sriov_vf_changes *changes,
						unsigned int vf_index, enum sriov_link_state state,
						struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_rss_query(struct sriov_vf_changes *changes,
					       unsigned int vf_index, bool enable,
					       struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_node_guid(struct sriov_vf_changes *changes,
					       unsigned int vf_index, uint64_t guid,
					       struct sriov_error **error);

enum sriov_code sriov_vf_changes_set_port_guid(struct sriov_vf_changes *changes,
					       unsigned int vf_index, uint64_t guid,
					       struct sriov_error **error);

enum sriov_code sriov_vf_changes_apply(struct sriov_vf_changes *changes,
				       struct sriov_error **error);

size_t sriov_vf_changes_get_count(const struct sriov_vf_changes *changes);

unsigned int sriov_vf_changes_get_vf_index(const struct sriov_vf_changes *changes, size_t position);

enum sriov_vf_setting sriov_vf_changes_get_setting(const struct sriov_vf_changes *changes,
						   size_t position);

enum sriov_vf_change_result sriov_vf_changes_get_result(const struct sriov_vf_changes *changes,
							size_t position);

size_t sriov_vf_changes_get_count_of(const struct sriov_vf_changes *changes,
				     enum sriov_vf_change_result result);

const struct sriov_error *sriov_vf_changes_get_error(const struct sriov_vf_changes *changes,
						     size_t position);

#ifdef __cplusplus
}
#endif

#endif
