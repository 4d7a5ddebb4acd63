/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is sent about VFs, byte by byte as iproute2 sends it. */
#include "unit.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>

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
		.setting = VF_SETTING_MAC,
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
		.setting = VF_SETTING_VLAN,
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
		change.setting = VF_SETTING_SPOOF_CHECK;
		expect_change(&change, IFLA_VF_SPOOFCHK, layout, 8);
		change.setting = VF_SETTING_TRUST;
		expect_change(&change, IFLA_VF_TRUST, layout, 8);
	}
}
END_TEST

START_TEST(link_state)
{
	for (uint32_t value = 0; value <= 2; value++) {
		struct vf_change change = {
			.vf_index = 0,
			.setting = VF_SETTING_LINK_STATE,
			.link_state = (enum sriov_link_state)value,
		};

		expect_change(&change, IFLA_VF_LINK_STATE,
			      (struct layout) {.other = {.vf = 0, .value = value}}, 8);
	}
}
END_TEST

START_TEST(attribute_names)
{
	ck_assert_str_eq(vf_message_get_attribute(VF_SETTING_MAC), "IFLA_VF_MAC");
	ck_assert_str_eq(vf_message_get_attribute(VF_SETTING_VLAN), "IFLA_VF_VLAN");
	ck_assert_str_eq(vf_message_get_attribute(VF_SETTING_SPOOF_CHECK), "IFLA_VF_SPOOFCHK");
	ck_assert_str_eq(vf_message_get_attribute(VF_SETTING_TRUST), "IFLA_VF_TRUST");
	ck_assert_str_eq(vf_message_get_attribute(VF_SETTING_LINK_STATE), "IFLA_VF_LINK_STATE");
}
END_TEST

START_TEST(question)
{
	const struct {
		struct nlmsghdr message;
		struct ifinfomsg link;
		struct nlattr attribute;
		uint32_t filter;
	} expected = {
		.message = {.nlmsg_len = sizeof(expected), .nlmsg_type = RTM_GETLINK},
		.link = {.ifi_index = INDEX},
		.attribute = {.nla_len = 8, .nla_type = IFLA_EXT_MASK},
		.filter = RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS,
	};

	expect_bytes(vf_message_question(INDEX), &expected, sizeof(expected));
}
END_TEST

UNIT_SUITE("vf_message", mac, vlan, switches, link_state, attribute_names, question)
