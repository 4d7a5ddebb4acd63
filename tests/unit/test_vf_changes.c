/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Sets of changes on a made-up host, whose interface is a real one without VFs: what is refused
 * before anything is sent, and what is told of what the kernel refuses.
 */
#include "unit.h"

#include <stdio.h>

#include "base/common.h"
#include "object/settings/vf_change_text.h"
#include "object/settings/vf_changes.h"
#include "twin.h"

#define PF "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_vf_changes *changes;

/* A PF with VFs 0, 1 and 2; the changes stay NULL where no real interface can be made. */
static void set_up(void)
{
	struct sriov_error *error = NULL;

	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	changes = NULL;
	if (twin_make(fake, PF))
		expect_success(sriov_vf_changes_new(pf, &changes, &error), error);
}

static void tear_down(void)
{
	sriov_vf_changes_unref(changes);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

START_TEST(null_arguments)
{
	struct sriov_vf_changes *made = (void *)&made;
	struct sriov_error *error = NULL;

	expect_failure(sriov_vf_changes_new(NULL, &made, &error), SRIOV_CODE_INVALID, error, "pf");
	ck_assert_ptr_null(made);
	expect_failure(sriov_vf_changes_new(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "changes");
	expect_failure(sriov_vf_changes_set_mac(NULL, 0, "52:54:00:00:00:01", &error),
		       SRIOV_CODE_INVALID, error, "changes");
	expect_failure(sriov_vf_changes_set_vlan(NULL, 0, 0, 0, SRIOV_VLAN_PROTOCOL_8021Q, &error),
		       SRIOV_CODE_INVALID, error, "changes");
	expect_failure(sriov_vf_changes_set_rates(NULL, 0, 0, 0, &error), SRIOV_CODE_INVALID, error,
		       "changes");
	expect_failure(sriov_vf_changes_set_min_rate(NULL, 0, 0, &error), SRIOV_CODE_INVALID, error,
		       "changes");
	expect_failure(sriov_vf_changes_set_max_rate(NULL, 0, 0, &error), SRIOV_CODE_INVALID, error,
		       "changes");
	expect_failure(sriov_vf_changes_set_spoof_check(NULL, 0, true, &error), SRIOV_CODE_INVALID,
		       error, "changes");
	expect_failure(sriov_vf_changes_set_trust(NULL, 0, true, &error), SRIOV_CODE_INVALID, error,
		       "changes");
	expect_failure(sriov_vf_changes_set_link_state(NULL, 0, SRIOV_LINK_STATE_AUTO, &error),
		       SRIOV_CODE_INVALID, error, "changes");
	expect_failure(sriov_vf_changes_set_rss_query(NULL, 0, true, &error), SRIOV_CODE_INVALID,
		       error, "changes");
	expect_failure(sriov_vf_changes_set_node_guid(NULL, 0, 1, &error), SRIOV_CODE_INVALID,
		       error, "changes");
	expect_failure(sriov_vf_changes_set_port_guid(NULL, 0, 1, &error), SRIOV_CODE_INVALID,
		       error, "changes");
	expect_failure(sriov_vf_changes_apply(NULL, &error), SRIOV_CODE_INVALID, error, "changes");
	ck_assert_uint_eq(sriov_vf_changes_get_count(NULL), 0);
	ck_assert_uint_eq(sriov_vf_changes_get_vf_index(NULL, 0), 0);
	ck_assert_int_eq(sriov_vf_changes_get_setting(NULL, 0), SRIOV_VF_SETTING_UNKNOWN);
	ck_assert_int_eq(sriov_vf_changes_get_result(NULL, 0), SRIOV_VF_CHANGE_RESULT_UNKNOWN);
	ck_assert_uint_eq(sriov_vf_changes_get_count_of(NULL, SRIOV_VF_CHANGE_RESULT_UNKNOWN), 0);
	ck_assert_ptr_null(sriov_vf_changes_get_error(NULL, 0));
	ck_assert_ptr_null(sriov_vf_changes_ref(NULL));
}
END_TEST

/* What is wrong is told at once, and is no part of the changes. */
START_TEST(wrong_values)
{
	const unsigned int all = SRIOV_VF_INDEX_ALL;
	struct sriov_error *error = NULL;

	UNIT_NEEDS(changes, UNIT_NAMESPACE);
	expect_failure(sriov_vf_changes_set_mac(changes, 0, "52:54", &error), SRIOV_CODE_INVALID,
		       error, "\"52:54\" is no MAC");
	expect_failure(sriov_vf_changes_set_mac(changes, 0, NULL, &error), SRIOV_CODE_INVALID,
		       error, "mac");
	expect_failure(sriov_vf_changes_set_vlan(changes, 0, 4095, 0, SRIOV_VLAN_PROTOCOL_8021Q,
						 &error),
		       SRIOV_CODE_INVALID, error, "4095 is no VLAN");
	expect_failure(sriov_vf_changes_set_vlan(changes, 0, 1, 0, (enum sriov_vlan_protocol)0,
						 &error),
		       SRIOV_CODE_INVALID, error, "0x0 is no protocol");
	expect_failure(sriov_vf_changes_set_rates(changes, 0, 2, 1, &error), SRIOV_CODE_INVALID,
		       error, "more than the maximum");
	expect_failure(sriov_vf_changes_set_link_state(changes, 0, SRIOV_LINK_STATE_UNKNOWN,
						       &error),
		       SRIOV_CODE_INVALID, error, "-1 is no link state");
	expect_failure(sriov_vf_changes_set_trust(changes, 65536, true, &error), SRIOV_CODE_INVALID,
		       error, "65536 is no index of a VF");
	expect_failure(sriov_vf_changes_set_trust(changes, 4294967295, true, &error),
		       SRIOV_CODE_INVALID, error, "4294967295 is no index of a VF");
	expect_failure(sriov_vf_changes_set_mac(changes, all, "52:54:00:00:00:01", &error),
		       SRIOV_CODE_INVALID, error, "the same MAC for all VFs");
	expect_failure(sriov_vf_changes_set_node_guid(changes, all, 1, &error), SRIOV_CODE_INVALID,
		       error, "the same GUID for all VFs");
	expect_failure(sriov_vf_changes_set_port_guid(changes, all, 1, &error), SRIOV_CODE_INVALID,
		       error, "the same GUID for all VFs");
	ck_assert_uint_eq(sriov_vf_changes_get_count(changes), 0);
	/* Nothing is done with nothing. */
	expect_success(sriov_vf_changes_apply(changes, &error), error);
}
END_TEST

static void add_one_of_each(void)
{
	struct sriov_error *error = NULL;

	expect_success(sriov_vf_changes_set_mac(changes, 65535, "52:54:00:00:00:01", &error),
		       error);
	expect_success(sriov_vf_changes_set_vlan(changes, 0, 100, 3, SRIOV_VLAN_PROTOCOL_8021AD,
						 &error),
		       error);
	expect_success(sriov_vf_changes_set_rates(changes, 0, 1, 0, &error), error);
	expect_success(sriov_vf_changes_set_link_state(changes, 0, SRIOV_LINK_STATE_DISABLE,
						       &error),
		       error);
	expect_success(sriov_vf_changes_set_node_guid(changes, 0, 1, &error), error);
	expect_success(sriov_vf_changes_set_port_guid(changes, 0, 1, &error), error);
	/* From here on for all three. */
	expect_success(sriov_vf_changes_set_mac(changes, SRIOV_VF_INDEX_ALL, "00:00:00:00:00:00",
						&error),
		       error);
	expect_success(sriov_vf_changes_set_spoof_check(changes, SRIOV_VF_INDEX_ALL, false, &error),
		       error);
	expect_success(sriov_vf_changes_set_trust(changes, SRIOV_VF_INDEX_ALL, true, &error),
		       error);
	expect_success(sriov_vf_changes_set_rss_query(changes, SRIOV_VF_INDEX_ALL, true, &error),
		       error);
}

static const struct {
	unsigned int vf_index;
	enum sriov_vf_setting setting;
	const char *attribute;
} wanted[] = {
	{65535, SRIOV_VF_SETTING_MAC, "IFLA_VF_MAC"},
	{0, SRIOV_VF_SETTING_VLAN, "IFLA_VF_VLAN_LIST"},
	{0, SRIOV_VF_SETTING_RATES, "IFLA_VF_RATE"},
	{0, SRIOV_VF_SETTING_LINK_STATE, "IFLA_VF_LINK_STATE"},
	{0, SRIOV_VF_SETTING_NODE_GUID, "IFLA_VF_IB_NODE_GUID"},
	{0, SRIOV_VF_SETTING_PORT_GUID, "IFLA_VF_IB_PORT_GUID"},
	{0, SRIOV_VF_SETTING_MAC, "IFLA_VF_MAC"},
	{1, SRIOV_VF_SETTING_MAC, "IFLA_VF_MAC"},
	{2, SRIOV_VF_SETTING_MAC, "IFLA_VF_MAC"},
	{0, SRIOV_VF_SETTING_SPOOF_CHECK, "IFLA_VF_SPOOFCHK"},
	{1, SRIOV_VF_SETTING_SPOOF_CHECK, "IFLA_VF_SPOOFCHK"},
	{2, SRIOV_VF_SETTING_SPOOF_CHECK, "IFLA_VF_SPOOFCHK"},
	{0, SRIOV_VF_SETTING_TRUST, "IFLA_VF_TRUST"},
	{1, SRIOV_VF_SETTING_TRUST, "IFLA_VF_TRUST"},
	{2, SRIOV_VF_SETTING_TRUST, "IFLA_VF_TRUST"},
	{0, SRIOV_VF_SETTING_RSS_QUERY, "IFLA_VF_RSS_QUERY_EN"},
	{1, SRIOV_VF_SETTING_RSS_QUERY, "IFLA_VF_RSS_QUERY_EN"},
	{2, SRIOV_VF_SETTING_RSS_QUERY, "IFLA_VF_RSS_QUERY_EN"},
};

START_TEST(positions)
{
	UNIT_NEEDS(changes, UNIT_NAMESPACE);
	add_one_of_each();
	ck_assert_uint_eq(sriov_vf_changes_get_count(changes), ARRAY_SIZE(wanted));
	for (size_t i = 0; i < ARRAY_SIZE(wanted); i++) {
		ck_assert_uint_eq(sriov_vf_changes_get_vf_index(changes, i), wanted[i].vf_index);
		ck_assert_int_eq(sriov_vf_changes_get_setting(changes, i), wanted[i].setting);
		ck_assert_int_eq(sriov_vf_changes_get_result(changes, i),
				 SRIOV_VF_CHANGE_RESULT_NOT_SENT);
		ck_assert_ptr_null(sriov_vf_changes_get_error(changes, i));
	}
	ck_assert_int_eq(sriov_vf_changes_get_setting(changes, ARRAY_SIZE(wanted)),
			 SRIOV_VF_SETTING_UNKNOWN);
	ck_assert_int_eq(sriov_vf_changes_get_result(changes, ARRAY_SIZE(wanted)),
			 SRIOV_VF_CHANGE_RESULT_UNKNOWN);
}
END_TEST

/* The interface has no VFs: all of them are refused, each with its own error, every time. */
START_TEST(refused)
{
	struct sriov_error *error = NULL;

	UNIT_NEEDS(changes, UNIT_NAMESPACE);
	add_one_of_each();
	for (int round = 0; round < 2; round++) {
		expect_failure(sriov_vf_changes_apply(changes, &error), SRIOV_CODE_UNSUPPORTED,
			       error, "18 of 18 changes of its VFs failed, none was made");
		ck_assert_uint_eq(
			sriov_vf_changes_get_count_of(changes, SRIOV_VF_CHANGE_RESULT_REFUSED), 18);
		for (size_t i = 0; i < ARRAY_SIZE(wanted); i++) {
			const struct sriov_error *one = sriov_vf_changes_get_error(changes, i);

			ck_assert_int_eq(sriov_error_get_code(one), SRIOV_CODE_UNSUPPORTED);
			ck_assert_int_eq(sriov_error_get_vf_index(one), (int)wanted[i].vf_index);
			ck_assert_str_eq(sriov_error_get_attribute(one), wanted[i].attribute);
			ck_assert_str_eq(sriov_error_get_device(one), PF);
			ck_assert_ptr_nonnull(strstr(sriov_error_get_message(one), "igb"));
		}
	}
	ck_assert_int_eq(sriov_vf_changes_apply(changes, NULL), SRIOV_CODE_UNSUPPORTED);
}
END_TEST

/* The rate that is to be kept cannot be read here: then nothing is sent at all. */
START_TEST(nothing_is_sent)
{
	struct sriov_error *error = NULL;

	UNIT_NEEDS(changes, UNIT_NAMESPACE);
	expect_success(sriov_vf_changes_set_trust(changes, 0, true, &error), error);
	expect_success(sriov_vf_changes_set_min_rate(changes, 0, 10, &error), error);
	expect_success(sriov_vf_changes_set_max_rate(changes, 0, 10, &error), error);
	expect_failure(sriov_vf_changes_apply(changes, &error), SRIOV_CODE_MALFORMED, error,
		       "cannot read the settings of its VFs");
	ck_assert_uint_eq(sriov_vf_changes_get_count_of(changes, SRIOV_VF_CHANGE_RESULT_NOT_SENT),
			  3);
}
END_TEST

START_TEST(removed)
{
	struct sriov_error *error = NULL;

	UNIT_NEEDS(changes, UNIT_NAMESPACE);
	fake_remove_device(fake, PF);
	expect_failure(sriov_vf_changes_set_trust(changes, SRIOV_VF_INDEX_ALL, true, &error),
		       SRIOV_CODE_GONE, error, "was removed");
	ck_assert_uint_eq(sriov_vf_changes_get_count(changes), 0);
}
END_TEST

#define RESULT(name) SRIOV_VF_CHANGE_RESULT_##name

/* Changes that came to this result before they were read back. */
static struct sriov_vf_changes *accept(enum sriov_vf_change_result result)
{
	const struct pf_link nowhere = {0};
	struct sriov_vf_changes *made = vf_changes_make(pf, &nowhere);
	struct sriov_error *error = NULL;

	expect_success(sriov_vf_changes_set_max_rate(made, 0, 7, &error), error);
	expect_success(sriov_vf_changes_set_rates(made, 0, 10, 100, &error), error);
	expect_success(sriov_vf_changes_set_trust(made, 0, true, &error), error);
	expect_success(sriov_vf_changes_set_trust(made, 1, true, &error), error);
	expect_success(sriov_vf_changes_set_trust(made, 2, true, &error), error);
	expect_success(sriov_vf_changes_set_trust(made, 3, true, &error), error);
	expect_success(sriov_vf_changes_set_spoof_check(made, 1, true, &error), error);
	for (size_t i = 0; i < made->count; i++)
		made->results[i] = result;
	return made;
}

/* A driver with another rate, another trust, a VF that it says nothing of, and no spoof check. */
static const struct vf_facts told[] = {
	{.known = true,
	 .told = ~UINT32_C(0),
	 .min_rate_mbps = 10,
	 .max_rate_mbps = 50,
	 .trust = SRIOV_SWITCH_ON},
	{.known = true,
	 .told = ~UINT32_C(0),
	 .trust = SRIOV_SWITCH_OFF,
	 .spoof_check = SRIOV_SWITCH_UNKNOWN},
	{.known = false},
};

static void expect_results(struct sriov_vf_changes *made,
			   const enum sriov_vf_change_result *results)
{
	ck_assert(vf_changes_compare(made, told, ARRAY_SIZE(told)));
	for (size_t i = 0; i < made->count; i++)
		ck_assert_msg(made->results[i] == results[i], "change %zu came to %d", i,
			      made->results[i]);
}

START_TEST(read_back)
{
	static const enum sriov_vf_change_result results[] = {
		RESULT(ACCEPTED),  /* both rates took its place */
		RESULT(DIFFERENT), /* one of the two rates is another */
		RESULT(APPLIED),   /* as wanted */
		RESULT(DIFFERENT), /* another trust */
		RESULT(ACCEPTED),  /* not told of now */
		RESULT(ACCEPTED),  /* no such VF */
		RESULT(ACCEPTED),  /* no such setting */
	};
	struct sriov_vf_changes *made = accept(RESULT(ACCEPTED));
	const struct sriov_error *error;

	expect_results(made, results);
	ck_assert_uint_eq(sriov_vf_changes_get_count_of(made, RESULT(DIFFERENT)), 2);
	error = sriov_vf_changes_get_error(made, 3);
	ck_assert_int_eq(sriov_error_get_code(error), SRIOV_CODE_PARTIAL);
	ck_assert_int_eq(sriov_error_get_vf_index(error), 1);
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	ck_assert_str_eq(sriov_error_get_attribute(error), "IFLA_VF_TRUST");
	ck_assert_str_eq(sriov_error_get_message(error),
			 "VF 1 of em1 (0000:01:00.0, igb): the driver agreed to turn its trust on, "
			 "and tells \"off\": it may take effect later");
	ck_assert_ptr_null(sriov_vf_changes_get_error(made, 0));
	ck_assert_ptr_nonnull(sriov_vf_changes_get_error(made, 1));
	ck_assert_ptr_null(sriov_vf_changes_get_error(made, 2));
	sriov_vf_changes_unref(made);
}
END_TEST

/* When the answers were lost, only what the driver tells now is known. */
START_TEST(lost_answers)
{
	static const enum sriov_vf_change_result results[] = {
		RESULT(UNKNOWN), RESULT(UNKNOWN), RESULT(APPLIED), RESULT(UNKNOWN),
		RESULT(UNKNOWN), RESULT(UNKNOWN), RESULT(UNKNOWN),
	};
	struct sriov_vf_changes *made = accept(RESULT(UNKNOWN));

	expect_results(made, results);
	sriov_vf_changes_unref(made);
}
END_TEST

/* What was refused stays refused, and takes no place. */
START_TEST(refused_before)
{
	static const enum sriov_vf_change_result results[] = {
		RESULT(DIFFERENT), RESULT(REFUSED), RESULT(REFUSED), RESULT(REFUSED),
		RESULT(REFUSED),   RESULT(REFUSED), RESULT(REFUSED),
	};
	struct sriov_vf_changes *made = accept(RESULT(REFUSED));

	made->results[0] = RESULT(ACCEPTED);
	expect_results(made, results);
	sriov_vf_changes_unref(made);
}
END_TEST

START_TEST(in_few_words)
{
	static struct vf_change many[300];
	char text[VF_CHANGES_TEXT_SIZE];

	for (unsigned int i = 0; i < ARRAY_SIZE(many); i++) {
		many[i].vf_index = i % 7;
		many[i].setting = SRIOV_VF_SETTING_TRUST;
		many[i].enable = true;
	}
	vf_changes_describe(many + 3, 1, text);
	ck_assert_str_eq(text, "VF 3: turn its trust on");
	vf_changes_describe(many, 28, text);
	ck_assert_str_eq(text, "28 settings of VFs 0 to 6");
	many[1].vf_index = 0;
	vf_changes_describe(many, 2, text);
	ck_assert_str_eq(text, "2 settings of VF 0");
	many[0].vf_index = 65535;
	many[1].vf_index = 63;
	many[2].vf_index = 64;
	vf_changes_describe(many, 3, text);
	ck_assert_str_eq(text, "3 settings of VFs 63 to 64, 65535");
	/* As many as there is room for. */
	for (unsigned int i = 0; i < ARRAY_SIZE(many); i++)
		many[i].vf_index = 10000 + 2 * i;
	vf_changes_describe(many, ARRAY_SIZE(many), text);
	ck_assert_uint_lt(strlen(text), sizeof(text));
	ck_assert_ptr_nonnull(strstr(text, "300 settings of VFs 10000, 10002, "));
	ck_assert_str_eq(text + strlen(text) - 4, " ...");
}
END_TEST

UNIT_SUITE_WITH("vf_changes", set_up, tear_down, null_arguments, wrong_values, positions, refused,
		nothing_is_sent, removed, read_back, lost_answers, refused_before, in_few_words)
