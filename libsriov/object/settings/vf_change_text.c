/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_change_text.h"

#include <stdio.h>

/* As InfiniBand writes it: "00:02:c9:03:00:21:6e:70". */
#define GUID_SIZE (8 * 3)

static void format_guid(uint64_t guid, char text[GUID_SIZE])
{
	for (int i = 0; i < 8; i++)
		snprintf(text + 3 * i, 4, "%02x%s", (unsigned int)(guid >> 8 * (7 - i)) & 0xff,
			 i < 7 ? ":" : "");
}

static const char *name_switch(const struct vf_change *change)
{
	return change->enable ? "on" : "off";
}

static const char *name_state(enum sriov_link_state state)
{
	static const char *const states[] = {"auto", "enable", "disable"};

	return (size_t)state < sizeof(states) / sizeof(states[0]) ? states[state] : "unknown";
}

static const char *name_protocol(const struct vf_change *change)
{
	return change->vlan.protocol == SRIOV_VLAN_PROTOCOL_8021AD ? " of 802.1ad" : "";
}

static void describe_vlan(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE])
{
	if (change->vlan.id)
		snprintf(text, VF_CHANGE_TEXT_SIZE, "put it in VLAN %u%s with priority %u",
			 change->vlan.id, name_protocol(change), change->vlan.qos);
	else if (change->vlan.qos)
		snprintf(text, VF_CHANGE_TEXT_SIZE, "put it in no VLAN, with priority %u",
			 change->vlan.qos);
	else
		snprintf(text, VF_CHANGE_TEXT_SIZE, "take it out of its VLAN");
}

static void describe_rates(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE])
{
	if (change->setting == SRIOV_VF_SETTING_MIN_RATE)
		snprintf(text, VF_CHANGE_TEXT_SIZE, "set its minimum rate to %u Mb/s",
			 change->rates.min_mbps);
	else if (change->setting == SRIOV_VF_SETTING_MAX_RATE)
		snprintf(text, VF_CHANGE_TEXT_SIZE, "set its maximum rate to %u Mb/s",
			 change->rates.max_mbps);
	else
		snprintf(text, VF_CHANGE_TEXT_SIZE,
			 "set its rates to a minimum of %u and a maximum of %u Mb/s",
			 change->rates.min_mbps, change->rates.max_mbps);
}

static void describe_guid(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE])
{
	char guid[GUID_SIZE];

	format_guid(change->guid, guid);
	snprintf(text, VF_CHANGE_TEXT_SIZE, "set its %s GUID to %s",
		 change->setting == SRIOV_VF_SETTING_NODE_GUID ? "node" : "port", guid);
}

void vf_change_describe(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE])
{
	char mac[MAC_SIZE];

	text[0] = '\0';
	switch (change->setting) {
	case SRIOV_VF_SETTING_MAC:
		mac_format(change->mac, mac);
		snprintf(text, VF_CHANGE_TEXT_SIZE, "set its MAC to %s", mac);
		break;
	case SRIOV_VF_SETTING_VLAN:
		describe_vlan(change, text);
		break;
	case SRIOV_VF_SETTING_RATES:
	case SRIOV_VF_SETTING_MIN_RATE:
	case SRIOV_VF_SETTING_MAX_RATE:
		describe_rates(change, text);
		break;
	case SRIOV_VF_SETTING_SPOOF_CHECK:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "turn its spoof check %s", name_switch(change));
		break;
	case SRIOV_VF_SETTING_TRUST:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "turn its trust %s", name_switch(change));
		break;
	case SRIOV_VF_SETTING_LINK_STATE:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "set its link state to %s",
			 name_state(change->link_state));
		break;
	case SRIOV_VF_SETTING_RSS_QUERY:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "turn its RSS query %s", name_switch(change));
		break;
	case SRIOV_VF_SETTING_NODE_GUID:
	case SRIOV_VF_SETTING_PORT_GUID:
		describe_guid(change, text);
		break;
	case SRIOV_VF_SETTING_BROADCAST:
	case SRIOV_VF_SETTING_UNKNOWN:
		break;
	}
}

void vf_change_describe_value(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE])
{
	char guid[GUID_SIZE], mac[MAC_SIZE];

	text[0] = '\0';
	switch (change->setting) {
	case SRIOV_VF_SETTING_MAC:
		mac_format(change->mac, mac);
		snprintf(text, VF_CHANGE_TEXT_SIZE, "a MAC of %s", mac);
		break;
	case SRIOV_VF_SETTING_VLAN:
		if (change->vlan.id)
			snprintf(text, VF_CHANGE_TEXT_SIZE, "VLAN %u%s with priority %u",
				 change->vlan.id, name_protocol(change), change->vlan.qos);
		else if (change->vlan.qos)
			snprintf(text, VF_CHANGE_TEXT_SIZE, "no VLAN, with priority %u",
				 change->vlan.qos);
		else
			snprintf(text, VF_CHANGE_TEXT_SIZE, "no VLAN");
		break;
	case SRIOV_VF_SETTING_RATES:
	case SRIOV_VF_SETTING_MIN_RATE:
	case SRIOV_VF_SETTING_MAX_RATE:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "a minimum of %u and a maximum of %u Mb/s",
			 change->rates.min_mbps, change->rates.max_mbps);
		break;
	case SRIOV_VF_SETTING_SPOOF_CHECK:
	case SRIOV_VF_SETTING_TRUST:
	case SRIOV_VF_SETTING_RSS_QUERY:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "\"%s\"", name_switch(change));
		break;
	case SRIOV_VF_SETTING_LINK_STATE:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "\"%s\"", name_state(change->link_state));
		break;
	case SRIOV_VF_SETTING_NODE_GUID:
	case SRIOV_VF_SETTING_PORT_GUID:
		format_guid(change->guid, guid);
		snprintf(text, VF_CHANGE_TEXT_SIZE, "a GUID of %s", guid);
		break;
	case SRIOV_VF_SETTING_BROADCAST:
	case SRIOV_VF_SETTING_UNKNOWN:
		break;
	}
}
