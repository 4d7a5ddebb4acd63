/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From what a caller wants to a change that can be sent: what is out of its range ends here. */
#ifndef OBJECT_VF_CHANGE_MAKE_H
#define OBJECT_VF_CHANGE_MAKE_H

#include "kernel/vf_message.h"

/* Each sets all but the index of the VF; failures are SRIOV_CODE_INVALID. */
enum sriov_code vf_change_make_mac(const char *mac, struct vf_change *change,
				   struct sriov_error **error);
enum sriov_code vf_change_make_vlan(unsigned int id, unsigned int qos,
				    enum sriov_vlan_protocol protocol, struct vf_change *change,
				    struct sriov_error **error);
enum sriov_code vf_change_make_rates(unsigned int min_mbps, unsigned int max_mbps,
				     struct vf_change *change, struct sriov_error **error);
enum sriov_code vf_change_make_link_state(enum sriov_link_state state, struct vf_change *change,
					  struct sriov_error **error);

/* One of the rates alone: the other one is looked up before it is sent. */
struct vf_change vf_change_make_rate(enum sriov_vf_setting setting, unsigned int mbps);
struct vf_change vf_change_make_switch(enum sriov_vf_setting setting, bool enable);
struct vf_change vf_change_make_guid(enum sriov_vf_setting setting, uint64_t guid);

#endif
