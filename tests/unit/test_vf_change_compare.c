/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was to be set against what the driver tells afterwards. */
#include "unit.h"

#include "base/common.h"
#include "object/settings/vf_change_compare.h"
#include "object/settings/vf_change_text.h"

/* Every setting has a value here, and tells. */
static const struct vf_facts facts = {
	.known = true,
	.told = ~UINT32_C(0),
	.mac = {0x52, 0x54, 0, 0, 0, 1},
	.vlan_id = 100,
	.vlan_qos = 3,
	.vlan_protocol = SRIOV_VLAN_PROTOCOL_8021AD,
	.min_rate_mbps = 10,
	.max_rate_mbps = 100,
	.spoof_check = SRIOV_SWITCH_ON,
	.trust = SRIOV_SWITCH_OFF,
	.rss_query = SRIOV_SWITCH_ON,
	.link_state = SRIOV_LINK_STATE_ENABLE,
	.node_guid = 1,
	.port_guid = 2,
};

/* What leads to these facts, something else, and what the difference is called. */
static const struct {
	struct vf_change same, other;
	const char *value;
} cases[] = {
	{{.setting = SRIOV_VF_SETTING_MAC, .mac = {0x52, 0x54, 0, 0, 0, 1}},
	 {.setting = SRIOV_VF_SETTING_MAC, .mac = {0x52, 0x54, 0, 0, 0, 2}},
	 "a MAC of 52:54:00:00:00:01"},
	{{.setting = SRIOV_VF_SETTING_VLAN, .vlan = {100, 3, 0x88a8}},
	 {.setting = SRIOV_VF_SETTING_VLAN, .vlan = {100, 3, 0x8100}},
	 "VLAN 100 of 802.1ad with priority 3"},
	{{.setting = SRIOV_VF_SETTING_VLAN, .vlan = {100, 3, 0x88a8}},
	 {.setting = SRIOV_VF_SETTING_VLAN, .vlan = {100, 2, 0x88a8}},
	 "VLAN 100 of 802.1ad with priority 3"},
	{{.setting = SRIOV_VF_SETTING_VLAN, .vlan = {100, 3, 0x88a8}},
	 {.setting = SRIOV_VF_SETTING_VLAN},
	 "VLAN 100 of 802.1ad with priority 3"},
	{{.setting = SRIOV_VF_SETTING_RATES, .rates = {10, 100, false}},
	 {.setting = SRIOV_VF_SETTING_RATES, .rates = {10, 0, false}},
	 "a minimum of 10 and a maximum of 100 Mb/s"},
	{{.setting = SRIOV_VF_SETTING_MIN_RATE, .rates = {10, 7, false}},
	 {.setting = SRIOV_VF_SETTING_MIN_RATE, .rates = {0, 100, false}},
	 "a minimum of 10 and a maximum of 100 Mb/s"},
	{{.setting = SRIOV_VF_SETTING_MAX_RATE, .rates = {7, 100, false}},
	 {.setting = SRIOV_VF_SETTING_MAX_RATE, .rates = {10, 101, false}},
	 "a minimum of 10 and a maximum of 100 Mb/s"},
	{{.setting = SRIOV_VF_SETTING_SPOOF_CHECK, .enable = true},
	 {.setting = SRIOV_VF_SETTING_SPOOF_CHECK},
	 "\"on\""},
	{{.setting = SRIOV_VF_SETTING_TRUST},
	 {.setting = SRIOV_VF_SETTING_TRUST, .enable = true},
	 "\"off\""},
	{{.setting = SRIOV_VF_SETTING_RSS_QUERY, .enable = true},
	 {.setting = SRIOV_VF_SETTING_RSS_QUERY},
	 "\"on\""},
	{{.setting = SRIOV_VF_SETTING_LINK_STATE, .link_state = SRIOV_LINK_STATE_ENABLE},
	 {.setting = SRIOV_VF_SETTING_LINK_STATE, .link_state = SRIOV_LINK_STATE_DISABLE},
	 "\"enable\""},
	{{.setting = SRIOV_VF_SETTING_NODE_GUID, .guid = 1},
	 {.setting = SRIOV_VF_SETTING_NODE_GUID, .guid = 2},
	 "a GUID of 00:00:00:00:00:00:00:01"},
	{{.setting = SRIOV_VF_SETTING_PORT_GUID, .guid = 2},
	 {.setting = SRIOV_VF_SETTING_PORT_GUID, .guid = 1},
	 "a GUID of 00:00:00:00:00:00:00:02"},
};

START_TEST(every_setting)
{
	char text[VF_CHANGE_TEXT_SIZE];

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct vf_change told = vf_change_from_facts(&cases[i].same, &facts);

		ck_assert(vf_change_is_told(&cases[i].same, &facts));
		ck_assert_msg(vf_change_is_same(&cases[i].same, &told), "case %zu differs", i);
		ck_assert_msg(!vf_change_is_same(&cases[i].other, &told), "case %zu is same", i);
		vf_change_describe_value(&told, text);
		ck_assert_str_eq(text, cases[i].value);
	}
}
END_TEST

/* Without a VLAN there is no protocol, and old kernels never tell one. */
START_TEST(protocols)
{
	const struct vf_change none = {.setting = SRIOV_VF_SETTING_VLAN};
	const struct vf_change outer = cases[1].same;
	struct vf_facts others = {.vlan_protocol = SRIOV_VLAN_PROTOCOL_8021AD};
	struct vf_change told = vf_change_from_facts(&none, &others);
	char text[VF_CHANGE_TEXT_SIZE];

	ck_assert(vf_change_is_same(&none, &told));
	vf_change_describe_value(&told, text);
	ck_assert_str_eq(text, "no VLAN");
	others = facts;
	others.vlan_protocol = 0;
	told = vf_change_from_facts(&outer, &others);
	ck_assert(vf_change_is_same(&outer, &told));
}
END_TEST

/* Nothing is compared with what is not there. */
START_TEST(not_told)
{
	struct vf_facts others = facts;

	others.known = false;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_assert(!vf_change_is_told(&cases[i].same, &others));
	others = facts;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		others.told = ~VF_TOLD(cases[i].same.setting);
		ck_assert(!vf_change_is_told(&cases[i].same, &others));
	}
	others = facts;
	others.spoof_check = others.trust = others.rss_query = SRIOV_SWITCH_UNKNOWN;
	others.link_state = SRIOV_LINK_STATE_UNKNOWN;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		enum sriov_vf_setting setting = cases[i].same.setting;
		bool known = setting != SRIOV_VF_SETTING_SPOOF_CHECK &&
			     setting != SRIOV_VF_SETTING_TRUST &&
			     setting != SRIOV_VF_SETTING_RSS_QUERY &&
			     setting != SRIOV_VF_SETTING_LINK_STATE;

		ck_assert(vf_change_is_told(&cases[i].same, &others) == known);
	}
}
END_TEST

UNIT_SUITE("vf_change_compare", every_setting, protocols, not_told)
