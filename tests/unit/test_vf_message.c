/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is sent about VFs, byte by byte as iproute2 sends it. */
#include "unit.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>

#include "base/common.h"
#include "kernel/vf_message.h"

#define INDEX 5

/* Fails with the first byte that differs; flags, number and port are the socket's to set. */
static void expect_bytes(struct nl_msg *message, const void *wanted, size_t length)
{
	const unsigned char *bytes = (void *)nlmsg_hdr(message), *expected = wanted;

	ck_assert_uint_eq(nlmsg_hdr(message)->nlmsg_len, length);
	for (size_t i = 0; i < length; i++)
		ck_assert_msg(bytes[i] == expected[i], "byte %zu is 0x%02x, not 0x%02x", i,
			      bytes[i], expected[i]);
	nlmsg_free(message);
}

/* A change of one VF with one attribute. */
struct layout {
	struct nlmsghdr message;
	struct ifinfomsg link;
	struct nlattr list;
	struct nlattr vf;
	struct nlattr attribute;
	union {
		struct {
			uint32_t vf;
			uint8_t mac[32];
		} mac;
		struct {
			uint32_t vf, id, qos;
		} vlan;
		struct {
			uint32_t vf, value;
		} other;
		struct {
			uint32_t vf, min, max;
		} rate;
		struct {
			struct nlattr info;
			uint32_t vf, id, qos;
			uint8_t protocol[2], padding[2];
		} vlan_list;
		struct {
			uint32_t vf, padding;
			uint8_t guid[8]; /* a number of this machine, not aligned here */
		} guid;
	};
};

#define HEAD_SIZE offsetof(struct layout, mac)

/* The rest of a layout around a payload. */
static void expect_change(const struct vf_change *change, uint16_t type, struct layout layout,
			  size_t payload)
{
	size_t length = HEAD_SIZE + payload;

	layout.message.nlmsg_len = (uint32_t)length;
	layout.message.nlmsg_type = RTM_SETLINK;
	layout.link.ifi_index = INDEX;
	layout.attribute.nla_type = type;
	layout.attribute.nla_len = (uint16_t)(4 + payload);
	layout.vf.nla_type = IFLA_VF_INFO | NLA_F_NESTED;
	layout.vf.nla_len = (uint16_t)(8 + payload);
	layout.list.nla_type = IFLA_VFINFO_LIST | NLA_F_NESTED;
	layout.list.nla_len = (uint16_t)(12 + payload);
	expect_bytes(vf_message_change(INDEX, change), &layout, length);
}

START_TEST(mac)
{
	struct vf_change change = {
		.vf_index = 3,
		.setting = SRIOV_VF_SETTING_MAC,
		.mac = {0x52, 0x54, 0, 0, 0, 1},
	};

	expect_change(&change, IFLA_VF_MAC,
		      (struct layout) {.mac = {.vf = 3, .mac = {0x52, 0x54, 0, 0, 0, 1}}}, 36);
}
END_TEST

START_TEST(vlan)
{
	struct vf_change change = {
		.vf_index = 6,
		.setting = SRIOV_VF_SETTING_VLAN,
		.vlan = {.id = 4094, .qos = 7},
	};

	expect_change(&change, IFLA_VF_VLAN,
		      (struct layout) {.vlan = {.vf = 6, .id = 4094, .qos = 7}}, 12);
}
END_TEST

START_TEST(switches)
{
	struct vf_change change = {.vf_index = 1000};

	for (uint32_t value = 0; value <= 1; value++) {
		struct layout layout = {.other = {.vf = 1000, .value = value}};

		change.enable = value;
		change.setting = SRIOV_VF_SETTING_SPOOF_CHECK;
		expect_change(&change, IFLA_VF_SPOOFCHK, layout, 8);
		change.setting = SRIOV_VF_SETTING_TRUST;
		expect_change(&change, IFLA_VF_TRUST, layout, 8);
	}
}
END_TEST

START_TEST(link_state)
{
	for (uint32_t value = 0; value <= 2; value++) {
		struct vf_change change = {
			.vf_index = 0,
			.setting = SRIOV_VF_SETTING_LINK_STATE,
			.link_state = (enum sriov_link_state)value,
		};

		expect_change(&change, IFLA_VF_LINK_STATE,
			      (struct layout) {.other = {.vf = 0, .value = value}}, 8);
	}
}
END_TEST

/* The protocol goes in network order, in a list of its own: 16 bytes with zeroes behind it. */
START_TEST(vlan_of_8021ad)
{
	struct vf_change change = {
		.vf_index = 6,
		.setting = SRIOV_VF_SETTING_VLAN,
		.vlan = {.id = 100, .qos = 3, .protocol = 0x88a8},
	};
	struct layout layout = {
		.vlan_list = {.info = {.nla_len = 20, .nla_type = IFLA_VF_VLAN_INFO},
			      .vf = 6,
			      .id = 100,
			      .qos = 3,
			      .protocol = {0x88, 0xa8}},
	};

	expect_change(&change, IFLA_VF_VLAN_LIST | NLA_F_NESTED, layout, 20);
	/* The ordinary one goes as kernels before 4.9 know it. */
	change.vlan.protocol = 0x8100;
	expect_change(&change, IFLA_VF_VLAN,
		      (struct layout) {.vlan = {.vf = 6, .id = 100, .qos = 3}}, 12);
}
END_TEST

START_TEST(rates)
{
	struct vf_change change = {.vf_index = 2, .rates = {.min_mbps = 100, .max_mbps = 1000}};
	struct layout layout = {.rate = {.vf = 2, .min = 100, .max = 1000}};

	change.setting = SRIOV_VF_SETTING_RATES;
	expect_change(&change, IFLA_VF_RATE, layout, 12);
	change.setting = SRIOV_VF_SETTING_MIN_RATE;
	expect_change(&change, IFLA_VF_RATE, layout, 12);
	change.setting = SRIOV_VF_SETTING_MAX_RATE;
	expect_change(&change, IFLA_VF_RATE, layout, 12);
	change.rates.old = true;
	expect_change(&change, IFLA_VF_TX_RATE, (struct layout) {.other = {.vf = 2, .value = 1000}},
		      8);
}
END_TEST

START_TEST(rss_query)
{
	struct vf_change change = {
		.vf_index = 9,
		.setting = SRIOV_VF_SETTING_RSS_QUERY,
		.enable = true,
	};

	expect_change(&change, IFLA_VF_RSS_QUERY_EN,
		      (struct layout) {.other = {.vf = 9, .value = 1}}, 8);
}
END_TEST

START_TEST(guids)
{
	struct vf_change change = {.vf_index = 1, .guid = UINT64_C(0x0002c90300216e70)};
	struct layout layout = {.guid = {.vf = 1}};

	memcpy(layout.guid.guid, &change.guid, sizeof(change.guid));
	change.setting = SRIOV_VF_SETTING_NODE_GUID;
	expect_change(&change, IFLA_VF_IB_NODE_GUID, layout, 16);
	change.setting = SRIOV_VF_SETTING_PORT_GUID;
	expect_change(&change, IFLA_VF_IB_PORT_GUID, layout, 16);
}
END_TEST

START_TEST(attribute_names)
{
	static const struct {
		struct vf_change change;
		const char *name;
	} cases[] = {
		{{.setting = SRIOV_VF_SETTING_MAC}, "IFLA_VF_MAC"},
		{{.setting = SRIOV_VF_SETTING_VLAN}, "IFLA_VF_VLAN"},
		{{.setting = SRIOV_VF_SETTING_VLAN, .vlan = {1, 0, 0x8100}}, "IFLA_VF_VLAN"},
		{{.setting = SRIOV_VF_SETTING_VLAN, .vlan = {1, 0, 0x88a8}}, "IFLA_VF_VLAN_LIST"},
		{{.setting = SRIOV_VF_SETTING_RATES}, "IFLA_VF_RATE"},
		{{.setting = SRIOV_VF_SETTING_MIN_RATE}, "IFLA_VF_RATE"},
		{{.setting = SRIOV_VF_SETTING_MAX_RATE}, "IFLA_VF_RATE"},
		{{.setting = SRIOV_VF_SETTING_MAX_RATE, .rates = {.old = true}}, "IFLA_VF_TX_RATE"},
		{{.setting = SRIOV_VF_SETTING_SPOOF_CHECK}, "IFLA_VF_SPOOFCHK"},
		{{.setting = SRIOV_VF_SETTING_TRUST}, "IFLA_VF_TRUST"},
		{{.setting = SRIOV_VF_SETTING_LINK_STATE}, "IFLA_VF_LINK_STATE"},
		{{.setting = SRIOV_VF_SETTING_RSS_QUERY}, "IFLA_VF_RSS_QUERY_EN"},
		{{.setting = SRIOV_VF_SETTING_NODE_GUID}, "IFLA_VF_IB_NODE_GUID"},
		{{.setting = SRIOV_VF_SETTING_PORT_GUID}, "IFLA_VF_IB_PORT_GUID"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_assert_str_eq(vf_message_get_attribute(&cases[i].change), cases[i].name);
}
END_TEST

struct question {
	struct nlmsghdr message;
	struct ifinfomsg link;
	struct nlattr attribute;
	uint32_t filter;
};

static void expect_question(bool statistics, uint32_t filter)
{
	struct question expected = {
		.message = {.nlmsg_len = sizeof(expected), .nlmsg_type = RTM_GETLINK},
		.link = {.ifi_index = INDEX},
		.attribute = {.nla_len = 8, .nla_type = IFLA_EXT_MASK},
		.filter = filter,
	};

	expect_bytes(vf_message_question(INDEX, statistics), &expected, sizeof(expected));
}

START_TEST(question)
{
	expect_question(false, RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS);
	expect_question(true, RTEXT_FILTER_VF);
}
END_TEST

UNIT_SUITE("vf_message", mac, vlan, vlan_of_8021ad, rates, switches, link_state, rss_query, guids,
	   attribute_names, question)
