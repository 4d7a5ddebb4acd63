/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_change_make.h"

#include "base/error.h"

#define LAST_VLAN 4094
#define LAST_QOS  7

enum sriov_code vf_change_make_mac(const char *mac, struct vf_change *change,
				   struct sriov_error **error)
{
	*change = (struct vf_change) {.setting = SRIOV_VF_SETTING_MAC};
	if (!mac)
		return error_null(error, "mac");
	if (!mac_parse(mac, change->mac))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is no MAC: six bytes in hexadecimal with colons, such as "
				 "52:54:00:00:00:01",
				 mac);
	if (mac_is_multicast(change->mac))
		return error_set(error, SRIOV_CODE_INVALID,
				 "%s is a multicast address, which no VF can have: the first byte "
				 "must be even",
				 mac);
	return SRIOV_CODE_OK;
}

/* A program may hand over any number. */
static bool is_protocol(enum sriov_vlan_protocol protocol)
{
	switch (protocol) {
	case SRIOV_VLAN_PROTOCOL_8021Q:
	case SRIOV_VLAN_PROTOCOL_8021AD:
		return true;
	}
	return false;
}

enum sriov_code vf_change_make_vlan(unsigned int id, unsigned int qos,
				    enum sriov_vlan_protocol protocol, struct vf_change *change,
				    struct sriov_error **error)
{
	if (id > LAST_VLAN)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u is no VLAN: they go from 1 to %u, and 0 is none", id,
				 LAST_VLAN);
	if (qos > LAST_QOS)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u is no priority of a VLAN: they go from 0 to %u", qos,
				 LAST_QOS);
	if (!id && qos)
		return error_set(error, SRIOV_CODE_INVALID,
				 "without a VLAN the priority must be 0, not %u", qos);
	if (!is_protocol(protocol))
		return error_set(error, SRIOV_CODE_INVALID,
				 "0x%x is no protocol of a VLAN: there are 0x8100 (802.1Q) and "
				 "0x88a8 (802.1ad)",
				 (unsigned int)protocol);
	*change = (struct vf_change) {
		.setting = SRIOV_VF_SETTING_VLAN,
		/* No VLAN has no protocol, and drivers without 802.1ad can take one away. */
		.vlan = {.id = (uint16_t)id,
			 .qos = (uint8_t)qos,
			 .protocol = id ? (uint16_t)protocol : 0},
	};
	return SRIOV_CODE_OK;
}

enum sriov_code vf_change_make_rates(unsigned int min_mbps, unsigned int max_mbps,
				     struct vf_change *change, struct sriov_error **error)
{
	if (max_mbps && min_mbps > max_mbps)
		return error_set(error, SRIOV_CODE_INVALID,
				 "a minimum of %u Mb/s is more than the maximum of %u Mb/s",
				 min_mbps, max_mbps);
	*change = (struct vf_change) {
		.setting = SRIOV_VF_SETTING_RATES,
		.rates = {.min_mbps = min_mbps, .max_mbps = max_mbps},
	};
	return SRIOV_CODE_OK;
}

enum sriov_code vf_change_make_link_state(enum sriov_link_state state, struct vf_change *change,
					  struct sriov_error **error)
{
	*change = (struct vf_change) {
		.setting = SRIOV_VF_SETTING_LINK_STATE,
		.link_state = state,
	};
	switch (state) {
	case SRIOV_LINK_STATE_AUTO:
	case SRIOV_LINK_STATE_ENABLE:
	case SRIOV_LINK_STATE_DISABLE:
		return SRIOV_CODE_OK;
	case SRIOV_LINK_STATE_UNKNOWN:
		break;
	}
	return error_set(error, SRIOV_CODE_INVALID, "%d is no link state that can be set", state);
}

struct vf_change vf_change_make_rate(enum sriov_vf_setting setting, unsigned int mbps)
{
	struct vf_change change = {.setting = setting};

	if (setting == SRIOV_VF_SETTING_MIN_RATE)
		change.rates.min_mbps = mbps;
	else
		change.rates.max_mbps = mbps;
	return change;
}

struct vf_change vf_change_make_switch(enum sriov_vf_setting setting, bool enable)
{
	return (struct vf_change) {.setting = setting, .enable = enable};
}

struct vf_change vf_change_make_guid(enum sriov_vf_setting setting, uint64_t guid)
{
	return (struct vf_change) {.setting = setting, .guid = guid};
}
