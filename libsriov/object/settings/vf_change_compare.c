/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_change_compare.h"

#include <string.h>

/* Drivers without a switch tell neither on nor off. */
bool vf_change_is_told(const struct vf_change *change, const struct vf_facts *facts)
{
	if (!facts->known || !(facts->told & VF_TOLD(change->setting)))
		return false;
	switch (change->setting) {
	case SRIOV_VF_SETTING_SPOOF_CHECK:
		return facts->spoof_check != SRIOV_SWITCH_UNKNOWN;
	case SRIOV_VF_SETTING_TRUST:
		return facts->trust != SRIOV_SWITCH_UNKNOWN;
	case SRIOV_VF_SETTING_RSS_QUERY:
		return facts->rss_query != SRIOV_SWITCH_UNKNOWN;
	case SRIOV_VF_SETTING_LINK_STATE:
		return facts->link_state != SRIOV_LINK_STATE_UNKNOWN;
	default:
		return true;
	}
}

struct vf_change vf_change_from_facts(const struct vf_change *change, const struct vf_facts *facts)
{
	struct vf_change told = {.vf_index = change->vf_index, .setting = change->setting};

	switch (change->setting) {
	case SRIOV_VF_SETTING_MAC:
		memcpy(told.mac, facts->mac, sizeof(told.mac));
		break;
	case SRIOV_VF_SETTING_VLAN:
		told.vlan.id = facts->vlan_id;
		told.vlan.qos = facts->vlan_qos;
		told.vlan.protocol = facts->vlan_protocol;
		break;
	case SRIOV_VF_SETTING_RATES:
	case SRIOV_VF_SETTING_MIN_RATE:
	case SRIOV_VF_SETTING_MAX_RATE:
		told.rates.min_mbps = facts->min_rate_mbps;
		told.rates.max_mbps = facts->max_rate_mbps;
		break;
	case SRIOV_VF_SETTING_SPOOF_CHECK:
		told.enable = facts->spoof_check == SRIOV_SWITCH_ON;
		break;
	case SRIOV_VF_SETTING_TRUST:
		told.enable = facts->trust == SRIOV_SWITCH_ON;
		break;
	case SRIOV_VF_SETTING_RSS_QUERY:
		told.enable = facts->rss_query == SRIOV_SWITCH_ON;
		break;
	case SRIOV_VF_SETTING_LINK_STATE:
		told.link_state = facts->link_state;
		break;
	case SRIOV_VF_SETTING_NODE_GUID:
		told.guid = facts->node_guid;
		break;
	case SRIOV_VF_SETTING_PORT_GUID:
		told.guid = facts->port_guid;
		break;
	case SRIOV_VF_SETTING_BROADCAST:
	case SRIOV_VF_SETTING_UNKNOWN:
		break;
	}
	return told;
}

/* Old kernels tell no protocol; without a VLAN there is none. */
static bool is_same_vlan(const struct vf_change *change, const struct vf_change *told)
{
	unsigned int protocol =
		change->vlan.protocol ? change->vlan.protocol : SRIOV_VLAN_PROTOCOL_8021Q;

	return change->vlan.id == told->vlan.id && change->vlan.qos == told->vlan.qos &&
	       (!told->vlan.id || !told->vlan.protocol || told->vlan.protocol == protocol);
}

bool vf_change_is_same(const struct vf_change *change, const struct vf_change *told)
{
	switch (change->setting) {
	case SRIOV_VF_SETTING_MAC:
		return !memcmp(change->mac, told->mac, sizeof(change->mac));
	case SRIOV_VF_SETTING_VLAN:
		return is_same_vlan(change, told);
	case SRIOV_VF_SETTING_RATES:
		return change->rates.min_mbps == told->rates.min_mbps &&
		       change->rates.max_mbps == told->rates.max_mbps;
	case SRIOV_VF_SETTING_MIN_RATE:
		return change->rates.min_mbps == told->rates.min_mbps;
	case SRIOV_VF_SETTING_MAX_RATE:
		return change->rates.max_mbps == told->rates.max_mbps;
	case SRIOV_VF_SETTING_SPOOF_CHECK:
	case SRIOV_VF_SETTING_TRUST:
	case SRIOV_VF_SETTING_RSS_QUERY:
		return change->enable == told->enable;
	case SRIOV_VF_SETTING_LINK_STATE:
		return change->link_state == told->link_state;
	case SRIOV_VF_SETTING_NODE_GUID:
	case SRIOV_VF_SETTING_PORT_GUID:
		return change->guid == told->guid;
	case SRIOV_VF_SETTING_BROADCAST:
	case SRIOV_VF_SETTING_UNKNOWN:
		break;
	}
	return false;
}
