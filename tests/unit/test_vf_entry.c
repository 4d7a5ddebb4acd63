/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Answers about VFs, attribute by attribute: what each means, and what makes no sense. */
#include "unit.h"

#include <arpa/inet.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if_arp.h>

#include "answer.h"
#include "base/common.h"

/* --- Faults in entries ------------------------------------------------------------------------ */

static void expect_broken_order(uint32_t first, uint32_t second, const char *words)
{
	struct answer answer = answer_begin(2);

	answer_add_vf(&answer, first);
	answer_add_vf(&answer, second);
	answer_end(&answer);
	answer_expect_refusal(&answer.bytes, SRIOV_CODE_MALFORMED, words);
}

START_TEST(indexes)
{
	expect_broken_order(0, 0, "behind the first 1");
	expect_broken_order(1, 0, "behind the first 2");
	expect_broken_order(0, 2, "behind the first 1");
	expect_broken_order(UINT32_MAX, 1, "behind the first 0");
}
END_TEST

/* An answer about VF 0 alone, of which the test writes the attributes. */
static struct bytes begin_small(uint32_t count, size_t *list, size_t *vf)
{
	const struct nlmsghdr message = {.nlmsg_type = RTM_NEWLINK};
	const struct ifinfomsg link = {.ifi_index = 2};
	struct bytes bytes = bytes_new();

	bytes_add(&bytes, &message, sizeof(message));
	bytes_add(&bytes, &link, sizeof(link));
	bytes_add_number(&bytes, IFLA_NUM_VF, count);
	*list = bytes_add_attribute(&bytes, IFLA_VFINFO_LIST, "", 0);
	*vf = bytes_add_attribute(&bytes, IFLA_VF_INFO, "", 0);
	return bytes;
}

static void end_small(struct bytes *bytes, size_t list, size_t vf)
{
	bytes_close_list(bytes, vf);
	bytes_close_list(bytes, list);
}

static struct vf_facts decode_one(int type, const void *payload, size_t length)
{
	struct sriov_error *error = NULL;
	struct vf_facts *facts, result;
	size_t list, vf, count;
	struct bytes bytes = begin_small(1, &list, &vf);

	bytes_add_attribute(&bytes, type, payload, length);
	end_small(&bytes, list, vf);
	expect_success(answer_decode(&bytes, &facts, &count, &error), error);
	result = *facts;
	free(facts);
	bytes_free(&bytes);
	return result;
}

START_TEST(switches)
{
	const struct {
		uint32_t setting;
		enum sriov_switch wanted;
	} cases[] = {
		{0, SRIOV_SWITCH_OFF},
		{1, SRIOV_SWITCH_ON},
		{UINT32_MAX, SRIOV_SWITCH_UNKNOWN},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		uint32_t payload[] = {0, cases[i].setting};
		struct vf_facts facts = decode_one(IFLA_VF_SPOOFCHK, payload, sizeof(payload));

		ck_assert_int_eq(facts.spoof_check, cases[i].wanted);
		ck_assert_int_eq(facts.trust, SRIOV_SWITCH_UNKNOWN);
		facts = decode_one(IFLA_VF_TRUST, payload, sizeof(payload));
		ck_assert_int_eq(facts.trust, cases[i].wanted);
		ck_assert_int_eq(facts.spoof_check, SRIOV_SWITCH_UNKNOWN);
		ck_assert_int_eq(facts.rss_query, SRIOV_SWITCH_UNKNOWN);
		facts = decode_one(IFLA_VF_RSS_QUERY_EN, payload, sizeof(payload));
		ck_assert_int_eq(facts.rss_query, cases[i].wanted);
		ck_assert_int_eq(facts.trust, SRIOV_SWITCH_UNKNOWN);
		ck_assert_uint_eq(facts.told, VF_TOLD(SRIOV_VF_SETTING_RSS_QUERY));
		ck_assert_int_eq(facts.link_state, SRIOV_LINK_STATE_UNKNOWN);
	}
}
END_TEST

START_TEST(link_states)
{
	const enum sriov_link_state wanted[] = {
		SRIOV_LINK_STATE_AUTO,
		SRIOV_LINK_STATE_ENABLE,
		SRIOV_LINK_STATE_DISABLE,
		SRIOV_LINK_STATE_UNKNOWN,
	};

	for (uint32_t i = 0; i < ARRAY_SIZE(wanted); i++) {
		uint32_t payload[] = {0, i};

		ck_assert_int_eq(
			decode_one(IFLA_VF_LINK_STATE, payload, sizeof(payload)).link_state,
			wanted[i]);
	}
}
END_TEST

START_TEST(vlans)
{
	const struct ifla_vf_vlan old = {.vf = 0, .vlan = 4094, .qos = 7};
	const struct ifla_vf_vlan_info new = {
		.vf = 0, .vlan = 5, .qos = 1, .vlan_proto = htons(0x88a8)};
	struct vf_facts facts = decode_one(IFLA_VF_VLAN, &old, sizeof(old));
	struct bytes nested = bytes_new();

	ck_assert_uint_eq(facts.vlan_id, 4094);
	ck_assert_uint_eq(facts.vlan_qos, 7);
	ck_assert_uint_eq(facts.vlan_protocol, 0);
	bytes_add_attribute(&nested, IFLA_VF_VLAN_INFO, &new, sizeof(new));
	facts = decode_one(IFLA_VF_VLAN_LIST, nested.data, nested.length);
	ck_assert_uint_eq(facts.vlan_id, 5);
	ck_assert_uint_eq(facts.vlan_qos, 1);
	ck_assert_uint_eq(facts.vlan_protocol, 0x88a8);
	bytes_free(&nested);
}
END_TEST

START_TEST(rates)
{
	const struct ifla_vf_rate both = {.min_tx_rate = 10, .max_tx_rate = 4000000000};
	const struct ifla_vf_tx_rate old = {.rate = 100};
	struct vf_facts facts = decode_one(IFLA_VF_RATE, &both, sizeof(both));

	ck_assert_uint_eq(facts.min_rate_mbps, 10);
	ck_assert_uint_eq(facts.max_rate_mbps, 4000000000);
	ck_assert_uint_eq(facts.told, VF_TOLD(SRIOV_VF_SETTING_RATES) |
					      VF_TOLD(SRIOV_VF_SETTING_MIN_RATE) |
					      VF_TOLD(SRIOV_VF_SETTING_MAX_RATE));
	facts = decode_one(IFLA_VF_TX_RATE, &old, sizeof(old));
	ck_assert_uint_eq(facts.max_rate_mbps, 100);
	ck_assert_uint_eq(facts.told, VF_TOLD(SRIOV_VF_SETTING_MAX_RATE));
}
END_TEST

START_TEST(guids)
{
	const struct ifla_vf_guid guid = {.guid = UINT64_C(0x0002c90300216e70)};
	struct vf_facts facts = decode_one(IFLA_VF_IB_NODE_GUID, &guid, sizeof(guid));

	ck_assert(facts.node_guid == UINT64_C(0x0002c90300216e70));
	ck_assert(facts.port_guid == 0);
	ck_assert_uint_eq(facts.told, VF_TOLD(SRIOV_VF_SETTING_NODE_GUID));
	facts = decode_one(IFLA_VF_IB_PORT_GUID, &guid, sizeof(guid));
	ck_assert(facts.port_guid == UINT64_C(0x0002c90300216e70));
	ck_assert(facts.node_guid == 0);
	ck_assert_uint_eq(facts.told, VF_TOLD(SRIOV_VF_SETTING_PORT_GUID));
}
END_TEST

/* An answer about a VF of a link of this type, with a MAC, a broadcast address and statistics. */
static enum sriov_code decode_whole(uint16_t type, const struct bytes *statistics,
				    struct vf_facts *result)
{
	uint8_t broadcast[32];
	struct ifla_vf_mac mac = {0};
	struct vf_facts *facts;
	size_t list, vf, count;
	struct bytes bytes = begin_small(1, &list, &vf);
	enum sriov_code code;

	memset(broadcast, 0xff, sizeof(broadcast));
	memset(mac.mac, 0x52, sizeof(mac.mac));
	memcpy(bytes.data + 18, &type, sizeof(type));
	/* These two do not name the VF: they may come before it is known which it is. */
	bytes_add_attribute(&bytes, IFLA_VF_BROADCAST, broadcast, sizeof(broadcast));
	bytes_add_attribute(&bytes, IFLA_VF_STATS, statistics->data, statistics->length);
	bytes_add_attribute(&bytes, IFLA_VF_MAC, &mac, sizeof(mac));
	end_small(&bytes, list, vf);
	code = answer_decode(&bytes, &facts, &count, NULL);
	if (!code)
		*result = *facts;
	free(facts);
	bytes_free(&bytes);
	return code;
}

START_TEST(addresses)
{
	struct bytes nothing = bytes_new();
	uint8_t mac[VF_ADDRESS_BYTES], broadcast[VF_ADDRESS_BYTES];
	const struct {
		uint16_t type;
		uint8_t length;
	} cases[] = {{ARPHRD_ETHER, 6}, {ARPHRD_INFINIBAND, 20}};
	struct vf_facts facts;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		memset(mac, 0, sizeof(mac));
		memset(broadcast, 0, sizeof(broadcast));
		memset(mac, 0x52, cases[i].length);
		memset(broadcast, 0xff, cases[i].length);
		ck_assert_int_eq(decode_whole(cases[i].type, &nothing, &facts), SRIOV_CODE_OK);
		ck_assert_uint_eq(facts.address_length, cases[i].length);
		ck_assert_mem_eq(facts.mac, mac, sizeof(mac));
		ck_assert_mem_eq(facts.broadcast, broadcast, sizeof(broadcast));
		ck_assert_uint_eq(facts.told, VF_TOLD(SRIOV_VF_SETTING_MAC) |
						      VF_TOLD(SRIOV_VF_SETTING_BROADCAST));
		ck_assert(!facts.counted);
	}
	bytes_free(&nothing);
}
END_TEST

START_TEST(statistics)
{
	const int types[] = {IFLA_VF_STATS_RX_PACKETS, IFLA_VF_STATS_TX_PACKETS,
			     IFLA_VF_STATS_RX_BYTES,   IFLA_VF_STATS_TX_BYTES,
			     IFLA_VF_STATS_BROADCAST,  IFLA_VF_STATS_MULTICAST,
			     IFLA_VF_STATS_RX_DROPPED, IFLA_VF_STATS_TX_DROPPED};
	const enum vf_counter counters[] = {VF_COUNTER_RX_PACKETS, VF_COUNTER_TX_PACKETS,
					    VF_COUNTER_RX_BYTES,   VF_COUNTER_TX_BYTES,
					    VF_COUNTER_BROADCAST,  VF_COUNTER_MULTICAST,
					    VF_COUNTER_RX_DROPPED, VF_COUNTER_TX_DROPPED};
	struct bytes list = bytes_new();
	struct vf_facts facts;

	/* The number 0 is that of the received packets. */
	ck_assert_int_eq(types[0], 0);
	for (uint64_t i = 0; i < ARRAY_SIZE(types); i++) {
		uint64_t number = UINT64_C(1) << (50 + i);

		bytes_add_attribute(&list, IFLA_VF_STATS_PAD, "", 0);
		bytes_add_attribute(&list, types[i], &number, sizeof(number));
	}
	bytes_add_attribute(&list, 99, "new", 3);
	ck_assert_int_eq(decode_whole(ARPHRD_ETHER, &list, &facts), SRIOV_CODE_OK);
	ck_assert(facts.counted);
	for (size_t i = 0; i < ARRAY_SIZE(counters); i++)
		ck_assert(facts.counters[counters[i]] == UINT64_C(1) << (50 + i));
	/* A counter has 64 bits. */
	bytes_add_number(&list, IFLA_VF_STATS_TX_DROPPED, 1);
	ck_assert_int_eq(decode_whole(ARPHRD_ETHER, &list, &facts), SRIOV_CODE_MALFORMED);
	list.length = 3;
	ck_assert_int_eq(decode_whole(ARPHRD_ETHER, &list, &facts), SRIOV_CODE_MALFORMED);
	bytes_free(&list);
}
END_TEST

/* A newer kernel may say more of a VF than is known here. */
START_TEST(unknown_attributes)
{
	struct sriov_error *error = NULL;
	struct vf_facts *facts;
	size_t list, vf, count;
	struct bytes bytes = begin_small(1, &list, &vf);
	uint32_t trust[] = {0, 1, 77};

	bytes_add_attribute(&bytes, 99, "odd", 3);
	bytes_add_attribute(&bytes, IFLA_VF_TRUST | NLA_F_NESTED, trust, sizeof(trust));
	end_small(&bytes, list, vf);
	bytes_add_attribute(&bytes, 999, "behind", 6);
	expect_success(answer_decode(&bytes, &facts, &count, &error), error);
	ck_assert_int_eq(facts[0].trust, SRIOV_SWITCH_ON);
	free(facts);
	bytes_free(&bytes);
}
END_TEST

static void expect_broken(int type, const void *payload, size_t length)
{
	size_t list, vf;
	struct bytes bytes = begin_small(2, &list, &vf);
	uint32_t trust[] = {0, 1};

	bytes_add_attribute(&bytes, IFLA_VF_TRUST, trust, sizeof(trust));
	bytes_add_attribute(&bytes, type, payload, length);
	end_small(&bytes, list, vf);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "broken");
}

START_TEST(broken_attributes)
{
	const uint32_t other_vf[] = {1, 1}, no_vf[] = {UINT32_MAX, 1};

	expect_broken(IFLA_VF_SPOOFCHK, other_vf, sizeof(other_vf));
	expect_broken(IFLA_VF_SPOOFCHK, no_vf, sizeof(no_vf));
	expect_broken(IFLA_VF_SPOOFCHK, "\0\0\0\0\0\0\0", 7);
	expect_broken(IFLA_VF_MAC, other_vf, sizeof(other_vf));
	expect_broken(IFLA_VF_LINK_STATE, "", 0);
	expect_broken(IFLA_VF_BROADCAST, other_vf, sizeof(other_vf));
	expect_broken(IFLA_VF_RATE, "\0\0\0\0\0\0\0\0\0\0\0", 11);
	expect_broken(IFLA_VF_IB_NODE_GUID, "\0\0\0\0\0\0\0\0\0\0\0", 11);
	expect_broken(IFLA_VF_STATS, "\0\0\0", 3);
	expect_broken(IFLA_VF_VLAN_LIST, "", 0);
	expect_broken(IFLA_VF_VLAN_LIST, other_vf, sizeof(other_vf));
}
END_TEST

/* Which VF would that be? */
START_TEST(empty_entry)
{
	size_t list, vf;
	struct bytes bytes = begin_small(1, &list, &vf);

	end_small(&bytes, list, vf);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "broken");
}
END_TEST

/* --- Faults around the list ------------------------------------------------------------------- */

static struct bytes begin_link(uint16_t type)
{
	const struct nlmsghdr message = {.nlmsg_type = type};
	const struct ifinfomsg link = {.ifi_index = 2};
	struct bytes bytes = bytes_new();

	bytes_add(&bytes, &message, sizeof(message));
	bytes_add(&bytes, &link, sizeof(link));
	return bytes;
}

START_TEST(numbers)
{
	struct bytes bytes = begin_link(RTM_NEWLINK);

	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "does not tell a number of VFs");
	bytes = begin_link(RTM_NEWLINK);
	bytes_add_attribute(&bytes, IFLA_NUM_VF, "\1\0", 2);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "does not tell a number of VFs");
	bytes = begin_link(RTM_NEWLINK);
	bytes_add_number(&bytes, IFLA_NUM_VF, UINT32_MAX);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "does not tell a number of VFs");
	bytes = begin_link(RTM_NEWLINK);
	bytes_add_number(&bytes, IFLA_NUM_VF, 0);
	bytes_add_number(&bytes, IFLA_NUM_VF, 0);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "promises 0 VFs");
	bytes = begin_link(RTM_DELLINK);
	bytes_add_number(&bytes, IFLA_NUM_VF, 0);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "does not tell a number of VFs");
}
END_TEST

START_TEST(lists)
{
	struct bytes bytes = begin_link(RTM_NEWLINK);

	bytes_add_attribute(&bytes, IFLA_VFINFO_LIST, "", 0);
	bytes_add_number(&bytes, IFLA_NUM_VF, 0);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "does not tell a number of VFs");
	bytes = begin_link(RTM_NEWLINK);
	bytes_add_number(&bytes, IFLA_NUM_VF, 0);
	bytes_add_attribute(&bytes, IFLA_VFINFO_LIST, "", 0);
	bytes_add_attribute(&bytes, IFLA_VFINFO_LIST, "", 0);
	answer_expect_refusal(&bytes, SRIOV_CODE_MALFORMED, "promises 0 VFs");
	/* Some drivers have VFs and no way to tell of them. */
	bytes = begin_link(RTM_NEWLINK);
	bytes_add_number(&bytes, IFLA_NUM_VF, 7);
	answer_expect_refusal(&bytes, SRIOV_CODE_UNSUPPORTED, "the driver tells nothing of VFs");
}
END_TEST

UNIT_SUITE("vf_entry", indexes, switches, link_states, vlans, rates, guids, addresses, statistics,
	   unknown_attributes, broken_attributes, empty_entry, numbers, lists)
