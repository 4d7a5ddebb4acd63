/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the kernel answers about VFs: recorded answers, and lists of any length. */
#include "unit.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>

#include "answer.h"
#include "base/common.h"
#include "kernel/vf_message.h"

static struct answer make_answer(uint32_t count)
{
	struct answer answer = answer_begin(count);

	for (uint32_t i = 0; i < count; i++)
		answer_add_vf(&answer, i);
	answer_end(&answer);
	return answer;
}

static void expect_mac(const struct vf_facts *facts, uint32_t index)
{
	uint8_t mac[MAC_BYTES];

	answer_make_mac(index, mac);
	ck_assert_msg(facts[index].known, "VF %u is missing", index);
	ck_assert_msg(!memcmp(facts[index].mac, mac, sizeof(mac)), "VF %u has another's MAC",
		      index);
}

/* --- Recorded answers ------------------------------------------------------------------------- */

#define GUIDS (VF_TOLD(SRIOV_VF_SETTING_NODE_GUID) | VF_TOLD(SRIOV_VF_SETTING_PORT_GUID))

static void expect_igb(const struct vf_facts *vf, unsigned int i)
{
	const uint8_t set[MAC_BYTES] = {2, 0, 0, 0, 0, 2}, none[MAC_BYTES] = {0};

	ck_assert(vf->known);
	ck_assert_mem_eq(vf->mac, i == 2 ? set : none, MAC_BYTES);
	ck_assert_uint_eq(vf->vlan_id, i == 3 ? 100 : 0);
	ck_assert_uint_eq(vf->vlan_qos, i == 3 ? 3 : 0);
	ck_assert_uint_eq(vf->vlan_protocol, 0x8100);
	ck_assert_int_eq(vf->spoof_check, i == 4 ? SRIOV_SWITCH_OFF : SRIOV_SWITCH_ON);
	ck_assert_int_eq(vf->trust, i == 5 ? SRIOV_SWITCH_ON : SRIOV_SWITCH_OFF);
	ck_assert_int_eq(vf->link_state, SRIOV_LINK_STATE_AUTO);
	ck_assert_int_eq(vf->rss_query, SRIOV_SWITCH_UNKNOWN);
	ck_assert_uint_eq(vf->min_rate_mbps, 0);
	ck_assert_uint_eq(vf->max_rate_mbps, 0);
	ck_assert_mem_eq(vf->broadcast, "\xff\xff\xff\xff\xff\xff", MAC_BYTES);
	ck_assert_uint_eq(vf->told & GUIDS, 0);
	ck_assert_uint_eq(vf->told | GUIDS, (1U << (SRIOV_VF_SETTING_PORT_GUID + 1)) - 1);
}

/*
 * Recorded after: ip link set em1 vf 2 mac 02:00:00:00:00:02; vf 3 vlan 100 qos 3; vf 4 spoofchk
 * off; vf 5 trust on. What "ip -d -j link show em1" said is what is expected.
 */
START_TEST(igb_with_7)
{
	struct bytes bytes = answer_read("igb-7");
	struct sriov_error *error = NULL;
	struct vf_facts *facts;
	size_t count;

	expect_success(answer_decode(&bytes, &facts, &count, &error), error);
	ck_assert_uint_eq(count, 7);
	for (unsigned int i = 0; i < 7; i++)
		expect_igb(&facts[i], i);
	free(facts);
	bytes_free(&bytes);
}
END_TEST

/* A message is never longer than what was received. */
START_TEST(every_prefix)
{
	struct bytes bytes = answer_read("igb-7");
	struct vf_facts *facts;
	size_t count;

	for (size_t length = 0; length < bytes.length; length++) {
		uint8_t *copy = malloc(length + !length);

		ck_assert_ptr_nonnull(copy);
		memcpy(copy, bytes.data, length);
		ck_assert_int_eq(vf_message_decode(copy, length, &facts, &count, NULL),
				 SRIOV_CODE_MALFORMED);
		ck_assert_ptr_null(facts);
		free(copy);
	}
	bytes_free(&bytes);
}
END_TEST

/* The same when the message says to be that short: whole attributes behind the list may lack. */
START_TEST(every_shorter_message)
{
	struct bytes bytes = answer_read("igb-7");
	size_t whole = bytes.length, list = bytes_find(&bytes, ANSWER_FIRST, IFLA_VFINFO_LIST),
	       good = 0;
	struct vf_facts *facts;
	size_t count;

	for (bytes.length = 0; bytes.length <= whole; bytes.length++) {
		enum sriov_code code = answer_decode(&bytes, &facts, &count, NULL);

		if (code == SRIOV_CODE_OK) {
			ck_assert_uint_eq(count, 7);
			ck_assert_uint_ge(bytes.length, list + bytes_get(&bytes, list));
			for (unsigned int i = 0; i < 7; i++)
				expect_igb(&facts[i], i);
			good++;
		} else if (code == SRIOV_CODE_UNSUPPORTED) {
			ck_assert_uint_eq(bytes.length, list);
		} else {
			ck_assert_int_eq(code, SRIOV_CODE_MALFORMED);
		}
		free(facts);
	}
	ck_assert_uint_gt(good, 1);
	bytes_free(&bytes);
}
END_TEST

/* Whatever a byte becomes: an answer of the number that it says, or a refusal. */
START_TEST(every_byte_changed)
{
	struct bytes bytes = answer_read("igb-7");
	size_t number = bytes_find(&bytes, ANSWER_FIRST, IFLA_NUM_VF) + 4, refused = 0;
	struct vf_facts *facts;
	size_t count;
	uint32_t told;

	for (size_t i = 0; i < bytes.length; i++)
		for (unsigned int bit = 0; bit < 8; bit++) {
			enum sriov_code code;

			bytes.data[i] ^= (uint8_t)(1U << bit);
			code = answer_decode(&bytes, &facts, &count, NULL);
			memcpy(&told, bytes.data + number, sizeof(told));
			ck_assert_uint_eq(count, code ? 0 : told);
			ck_assert(!code == (facts != NULL));
			refused += code != SRIOV_CODE_OK;
			free(facts);
			bytes.data[i] ^= (uint8_t)(1U << bit);
		}
	ck_assert_uint_gt(refused, 100);
	bytes_free(&bytes);
}
END_TEST

/* --- Lists of any length ---------------------------------------------------------------------- */

static void expect_vfs(uint32_t wanted)
{
	struct answer answer = make_answer(wanted);
	struct sriov_error *error = NULL;
	struct vf_facts *facts;
	size_t count;

	expect_success(answer_decode(&answer.bytes, &facts, &count, &error), error);
	ck_assert_uint_eq(count, wanted);
	for (uint32_t i = 0; i < wanted; i++)
		expect_mac(facts, i);
	free(facts);
	bytes_free(&answer.bytes);
}

/* 334 entries of 196 bytes are the last to fit in 16 bits. */
START_TEST(any_length)
{
	const uint32_t counts[] = {0, 1, 2, 220, 333, 334, 335, 1000, 4096};

	for (size_t i = 0; i < ARRAY_SIZE(counts); i++)
		expect_vfs(counts[i]);
}
END_TEST

/* 10,031 of them and the list's header are 30 times 65,536 bytes, so the length says 0. */
START_TEST(length_of_nothing)
{
	struct answer answer = make_answer(10031);

	ck_assert_uint_eq(bytes_get(&answer.bytes, answer.list), 0);
	bytes_free(&answer.bytes);
	expect_vfs(10031);
}
END_TEST

/* A driver that is busy with a VF leaves it out; the others are where they belong. */
START_TEST(one_left_out)
{
	struct answer answer = answer_begin(1000);
	struct sriov_error *error = NULL;
	struct vf_facts *facts;
	size_t count;

	for (uint32_t i = 0; i < 1000; i++)
		if (i != 500)
			answer_add_vf(&answer, i);
	answer_end(&answer);
	expect_success(answer_decode(&answer.bytes, &facts, &count, &error), error);
	ck_assert_uint_eq(count, 1000);
	ck_assert(!facts[500].known);
	expect_mac(facts, 499);
	expect_mac(facts, 501);
	expect_mac(facts, 999);
	free(facts);
	bytes_free(&answer.bytes);
}
END_TEST

START_TEST(length_disagrees)
{
	struct answer answer = make_answer(1000);

	answer.bytes.data[answer.list] ^= 4;
	answer_expect_refusal(&answer.bytes, SRIOV_CODE_MALFORMED, "promises 1000 VFs");
}
END_TEST

/* One entry more than is told must not be taken for an attribute behind the list. */
START_TEST(one_too_many)
{
	struct answer answer = answer_begin(3);

	for (uint32_t i = 0; i < 4; i++)
		answer_add_vf(&answer, i);
	answer_end(&answer);
	answer_expect_refusal(&answer.bytes, SRIOV_CODE_MALFORMED, "promises 3 VFs");
}
END_TEST

UNIT_SUITE("vf_answer", igb_with_7, every_prefix, every_shorter_message, every_byte_changed,
	   any_length, length_of_nothing, one_left_out, length_disagrees, one_too_many)
