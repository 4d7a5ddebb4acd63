/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/vf_state.h"

EXPORT unsigned int sriov_vf_state_get_vf_index(const struct sriov_vf_state *state)
{
	return state ? state->index : 0;
}

/* What a getter gives when nothing is said is its last parameter. */
#define GETTER(type, name, setting, field, unsaid)                                                 \
	EXPORT type sriov_vf_state_get_##name(const struct sriov_vf_state *state)                  \
	{                                                                                          \
		return state && vf_state_says(state, SRIOV_VF_SETTING_##setting) ? state->field    \
										 : (unsaid);       \
	}

GETTER(const char *, mac, MAC, mac, NULL)
GETTER(unsigned int, vlan_id, VLAN, facts.vlan_id, 0)
GETTER(unsigned int, vlan_qos, VLAN, facts.vlan_qos, 0)
GETTER(unsigned int, min_rate_mbps, MIN_RATE, facts.min_rate_mbps, 0)
GETTER(unsigned int, max_rate_mbps, MAX_RATE, facts.max_rate_mbps, 0)
GETTER(enum sriov_switch, spoof_check, SPOOF_CHECK, facts.spoof_check, SRIOV_SWITCH_UNKNOWN)
GETTER(enum sriov_switch, trust, TRUST, facts.trust, SRIOV_SWITCH_UNKNOWN)
GETTER(enum sriov_switch, rss_query, RSS_QUERY, facts.rss_query, SRIOV_SWITCH_UNKNOWN)
GETTER(enum sriov_link_state, link_state, LINK_STATE, facts.link_state, SRIOV_LINK_STATE_UNKNOWN)
GETTER(uint64_t, node_guid, NODE_GUID, facts.node_guid, 0)
GETTER(uint64_t, port_guid, PORT_GUID, facts.port_guid, 0)

/* No VLAN has none. */
EXPORT enum sriov_vlan_protocol sriov_vf_state_get_vlan_protocol(const struct sriov_vf_state *state)
{
	if (state && state->facts.vlan_protocol == SRIOV_VLAN_PROTOCOL_8021AD &&
	    vf_state_says(state, SRIOV_VF_SETTING_VLAN))
		return SRIOV_VLAN_PROTOCOL_8021AD;
	return SRIOV_VLAN_PROTOCOL_8021Q;
}

EXPORT const char *sriov_vf_state_get_driver(const struct sriov_vf_state *state)
{
	return state ? state->driver : NULL;
}

EXPORT unsigned int sriov_vf_state_get_msix_count(const struct sriov_vf_state *state)
{
	return state ? state->vectors : 0;
}
