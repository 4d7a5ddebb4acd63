/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the settings of a VF say, and what the host did not tell. */
#include "object/settings/vf_settings.h"

#include <string.h>

EXPORT const char *sriov_vf_setting_get_name(enum sriov_vf_setting setting)
{
	static const char *const names[] = {
		[SRIOV_VF_SETTING_MAC] = "mac",
		[SRIOV_VF_SETTING_BROADCAST] = "broadcast",
		[SRIOV_VF_SETTING_VLAN] = "vlan",
		[SRIOV_VF_SETTING_RATES] = "rates",
		[SRIOV_VF_SETTING_MIN_RATE] = "min-rate",
		[SRIOV_VF_SETTING_MAX_RATE] = "max-rate",
		[SRIOV_VF_SETTING_SPOOF_CHECK] = "spoof-check",
		[SRIOV_VF_SETTING_TRUST] = "trust",
		[SRIOV_VF_SETTING_LINK_STATE] = "link-state",
		[SRIOV_VF_SETTING_RSS_QUERY] = "rss-query",
		[SRIOV_VF_SETTING_NODE_GUID] = "node-guid",
		[SRIOV_VF_SETTING_PORT_GUID] = "port-guid",
	};

	return (size_t)setting < ARRAY_SIZE(names) ? names[setting] : "unknown";
}

EXPORT const char *sriov_switch_get_name(enum sriov_switch value)
{
	static const char *const names[] = {
		[SRIOV_SWITCH_OFF] = "off",
		[SRIOV_SWITCH_ON] = "on",
	};

	return (size_t)value < ARRAY_SIZE(names) ? names[value] : "unknown";
}

static bool has_address(const uint8_t address[VF_ADDRESS_BYTES])
{
	static const uint8_t none[VF_ADDRESS_BYTES];

	return memcmp(address, none, sizeof(none)) != 0;
}

/* A number that is 0 where the driver has none, and where it has none to tell of. */
static enum sriov_vf_answer judge_number(uint64_t number, bool unsupported)
{
	if (number)
		return SRIOV_VF_ANSWER_VALUE;
	return unsupported ? SRIOV_VF_ANSWER_UNSUPPORTED : SRIOV_VF_ANSWER_NOT_SET;
}

static enum sriov_vf_answer judge_switch(enum sriov_switch value)
{
	return value == SRIOV_SWITCH_UNKNOWN ? SRIOV_VF_ANSWER_UNSUPPORTED : SRIOV_VF_ANSWER_VALUE;
}

static enum sriov_vf_answer judge_link_state(const struct sriov_vf_settings *settings)
{
	if (settings->facts.link_state == SRIOV_LINK_STATE_UNKNOWN)
		return SRIOV_VF_ANSWER_UNKNOWN;
	if (settings->facts.link_state == SRIOV_LINK_STATE_AUTO && settings->support.no_link_state)
		return SRIOV_VF_ANSWER_UNSUPPORTED;
	return SRIOV_VF_ANSWER_VALUE;
}

/* Kernels give both where the driver has one of them. */
static enum sriov_vf_answer judge_guid(const struct vf_facts *facts, uint64_t guid,
				       enum sriov_vf_setting setting)
{
	return judge_number(guid, !(facts->told & VF_TOLD(setting)));
}

EXPORT enum sriov_vf_answer sriov_vf_settings_get_answer(const struct sriov_vf_settings *settings,
							 enum sriov_vf_setting setting)
{
	const struct vf_facts *facts = settings ? &settings->facts : NULL;
	bool told = facts && setting >= 0 && setting <= SRIOV_VF_SETTING_PORT_GUID &&
		    facts->told & VF_TOLD(setting);

	if (facts && setting == SRIOV_VF_SETTING_NODE_GUID)
		return judge_guid(facts, facts->node_guid, setting);
	if (facts && setting == SRIOV_VF_SETTING_PORT_GUID)
		return judge_guid(facts, facts->port_guid, setting);
	if (!told)
		return SRIOV_VF_ANSWER_UNKNOWN;
	switch (setting) {
	case SRIOV_VF_SETTING_MAC:
		return judge_number(has_address(facts->mac), false);
	case SRIOV_VF_SETTING_VLAN:
		return judge_number(facts->vlan_id || facts->vlan_qos, false);
	case SRIOV_VF_SETTING_RATES:
		return judge_number(facts->min_rate_mbps || facts->max_rate_mbps,
				    settings->support.no_max_rate);
	case SRIOV_VF_SETTING_MIN_RATE:
		return judge_number(facts->min_rate_mbps, settings->support.no_min_rate);
	case SRIOV_VF_SETTING_MAX_RATE:
		return judge_number(facts->max_rate_mbps, settings->support.no_max_rate);
	case SRIOV_VF_SETTING_SPOOF_CHECK:
		return judge_switch(facts->spoof_check);
	case SRIOV_VF_SETTING_TRUST:
		return judge_switch(facts->trust);
	case SRIOV_VF_SETTING_RSS_QUERY:
		return judge_switch(facts->rss_query);
	case SRIOV_VF_SETTING_LINK_STATE:
		return judge_link_state(settings);
	default:
		return SRIOV_VF_ANSWER_VALUE;
	}
}

EXPORT unsigned int sriov_vf_settings_get_vf_index(const struct sriov_vf_settings *settings)
{
	return settings ? settings->vf_index : 0;
}

EXPORT const char *sriov_vf_settings_get_mac(const struct sriov_vf_settings *settings)
{
	return settings && has_address(settings->facts.mac) ? settings->mac : NULL;
}

EXPORT const char *sriov_vf_settings_get_broadcast(const struct sriov_vf_settings *settings)
{
	if (!settings || !(settings->facts.told & VF_TOLD(SRIOV_VF_SETTING_BROADCAST)))
		return NULL;
	return settings->broadcast;
}

EXPORT unsigned int sriov_vf_settings_get_vlan_id(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.vlan_id : 0;
}

EXPORT unsigned int sriov_vf_settings_get_vlan_qos(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.vlan_qos : 0;
}

EXPORT unsigned int sriov_vf_settings_get_vlan_protocol(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.vlan_protocol : 0;
}

EXPORT unsigned int sriov_vf_settings_get_min_rate_mbps(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.min_rate_mbps : 0;
}

EXPORT unsigned int sriov_vf_settings_get_max_rate_mbps(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.max_rate_mbps : 0;
}

EXPORT enum sriov_switch sriov_vf_settings_get_spoof_check(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.spoof_check : SRIOV_SWITCH_UNKNOWN;
}

EXPORT enum sriov_switch sriov_vf_settings_get_trust(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.trust : SRIOV_SWITCH_UNKNOWN;
}

EXPORT enum sriov_link_state
sriov_vf_settings_get_link_state(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.link_state : SRIOV_LINK_STATE_UNKNOWN;
}

EXPORT enum sriov_switch sriov_vf_settings_get_rss_query(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.rss_query : SRIOV_SWITCH_UNKNOWN;
}

EXPORT uint64_t sriov_vf_settings_get_node_guid(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.node_guid : 0;
}

EXPORT uint64_t sriov_vf_settings_get_port_guid(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.port_guid : 0;
}
