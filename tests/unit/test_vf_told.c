/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is made of what the kernel tells of VFs: a value, not set, not supported, or not told. */
#include "unit.h"

#include "object/settings/vf_settings.h"
#include "object/settings/vf_statistics.h"

#define PF "0000:01:00.0"

/* A card of igb that limits no rates. */
#define I350 "pci:v00008086d00001521sv00008086sd00000001bc02sc00i00\n"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;

static void set_up(void)
{
	struct sriov_error *error = NULL;

	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
}

static void tear_down(void)
{
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

/* Settings of a VF that the kernel told this of. */
static struct sriov_vf_settings settings_of(uint32_t told)
{
	return (struct sriov_vf_settings) {
		.facts = {.known = true,
			  .told = told,
			  .spoof_check = SRIOV_SWITCH_UNKNOWN,
			  .trust = SRIOV_SWITCH_OFF,
			  .rss_query = SRIOV_SWITCH_ON},
	};
}

static void expect_answers(const struct sriov_vf_settings *settings,
			   const enum sriov_vf_answer wanted[])
{
	for (int i = SRIOV_VF_SETTING_MAC; i <= SRIOV_VF_SETTING_PORT_GUID; i++)
		ck_assert_msg(sriov_vf_settings_get_answer(settings, (enum sriov_vf_setting)i) ==
				      wanted[i],
			      "%s is not %d", sriov_vf_setting_get_name((enum sriov_vf_setting)i),
			      wanted[i]);
	ck_assert_int_eq(sriov_vf_settings_get_answer(settings, SRIOV_VF_SETTING_UNKNOWN),
			 SRIOV_VF_ANSWER_UNKNOWN);
	ck_assert_int_eq(sriov_vf_settings_get_answer(settings, (enum sriov_vf_setting)12),
			 SRIOV_VF_ANSWER_UNKNOWN);
}

#define VALUE	    SRIOV_VF_ANSWER_VALUE
#define NOT_SET	    SRIOV_VF_ANSWER_NOT_SET
#define UNSUPPORTED SRIOV_VF_ANSWER_UNSUPPORTED
#define NOT_TOLD    SRIOV_VF_ANSWER_UNKNOWN

START_TEST(answers)
{
	/* MAC, broadcast, VLAN, rates, minimum, maximum, spoof check, trust, link state, RSS query,
	 * GUIDs */
	static const enum sriov_vf_answer none[] = {NOT_SET, VALUE,   NOT_SET,	   NOT_SET,
						    NOT_SET, NOT_SET, UNSUPPORTED, VALUE,
						    VALUE,   VALUE,   NOT_SET,	   UNSUPPORTED};
	static const enum sriov_vf_answer set[] = {VALUE,   VALUE, VALUE,	VALUE,
						   NOT_SET, VALUE, UNSUPPORTED, VALUE,
						   VALUE,   VALUE, VALUE,	UNSUPPORTED};
	static const enum sriov_vf_answer silent[] = {NOT_TOLD, NOT_TOLD, NOT_TOLD,    NOT_TOLD,
						      NOT_TOLD, NOT_TOLD, NOT_TOLD,    NOT_TOLD,
						      NOT_TOLD, NOT_TOLD, UNSUPPORTED, UNSUPPORTED};
	struct sriov_vf_settings settings = settings_of(~VF_TOLD(SRIOV_VF_SETTING_PORT_GUID));

	expect_answers(&settings, none);
	settings.facts.mac[5] = 1;
	settings.facts.vlan_id = 1;
	settings.facts.max_rate_mbps = 1;
	settings.facts.node_guid = 1;
	expect_answers(&settings, set);
	settings = settings_of(0);
	expect_answers(&settings, silent);
	ck_assert_ptr_null(sriov_vf_settings_get_broadcast(&settings));
	settings = settings_of(~UINT32_C(0));
	settings.facts.link_state = SRIOV_LINK_STATE_UNKNOWN;
	ck_assert_int_eq(sriov_vf_settings_get_answer(&settings, SRIOV_VF_SETTING_LINK_STATE),
			 NOT_TOLD);
	ck_assert_int_eq(sriov_vf_settings_get_answer(NULL, SRIOV_VF_SETTING_MAC), NOT_TOLD);
}
END_TEST

/* What igb does not have is known, until it tells otherwise. */
START_TEST(support)
{
	static const enum sriov_vf_setting some[] = {SRIOV_VF_SETTING_RATES,
						     SRIOV_VF_SETTING_MIN_RATE,
						     SRIOV_VF_SETTING_MAX_RATE,
						     SRIOV_VF_SETTING_LINK_STATE};
	static const enum sriov_vf_answer on_82576[] = {NOT_SET, UNSUPPORTED, NOT_SET, UNSUPPORTED};
	struct sriov_vf_settings settings = settings_of(~UINT32_C(0));
	struct sriov_error *error = NULL;
	struct sriov_pf *other;

	settings.support = vf_support_of(pf);
	for (size_t i = 0; i < ARRAY_SIZE(some); i++)
		ck_assert_int_eq(sriov_vf_settings_get_answer(&settings, some[i]), on_82576[i]);
	fake_set(fake, PF, "modalias", I350);

	expect_success(sriov_pf_open(context, PF, &other, &error), error);
	settings.support = vf_support_of(other);
	for (size_t i = 0; i < ARRAY_SIZE(some); i++)
		ck_assert_int_eq(sriov_vf_settings_get_answer(&settings, some[i]), UNSUPPORTED);
	settings.facts.max_rate_mbps = 10;
	settings.facts.min_rate_mbps = 10;
	settings.facts.link_state = SRIOV_LINK_STATE_ENABLE;
	for (size_t i = 0; i < ARRAY_SIZE(some); i++)
		ck_assert_int_eq(sriov_vf_settings_get_answer(&settings, some[i]), VALUE);
	sriov_pf_unref(other);
	fake_set_driver(fake, PF, "i40e");
	expect_success(sriov_pf_open(context, PF, &other, &error), error);
	settings = settings_of(~UINT32_C(0));
	settings.support = vf_support_of(other);
	ck_assert_int_eq(sriov_vf_settings_get_answer(&settings, SRIOV_VF_SETTING_LINK_STATE),
			 VALUE);
	ck_assert_int_eq(sriov_vf_settings_get_answer(&settings, SRIOV_VF_SETTING_MIN_RATE),
			 NOT_SET);
	sriov_pf_unref(other);
}
END_TEST

START_TEST(names)
{
	ck_assert_str_eq(sriov_vf_setting_get_name(SRIOV_VF_SETTING_MAC), "mac");
	ck_assert_str_eq(sriov_vf_setting_get_name(SRIOV_VF_SETTING_SPOOF_CHECK), "spoof-check");
	ck_assert_str_eq(sriov_vf_setting_get_name(SRIOV_VF_SETTING_PORT_GUID), "port-guid");
	ck_assert_str_eq(sriov_vf_setting_get_name((enum sriov_vf_setting)12), "unknown");
	ck_assert_str_eq(sriov_vf_setting_get_name(SRIOV_VF_SETTING_UNKNOWN), "unknown");
	ck_assert_str_eq(sriov_switch_get_name(SRIOV_SWITCH_OFF), "off");
	ck_assert_str_eq(sriov_switch_get_name(SRIOV_SWITCH_ON), "on");
	ck_assert_str_eq(sriov_switch_get_name(SRIOV_SWITCH_UNKNOWN), "unknown");
	ck_assert_str_eq(sriov_switch_get_name((enum sriov_switch)2), "unknown");
}
END_TEST

/* Statistics of two VFs of which the second one received this many bytes. */
static enum sriov_vf_answer judge_statistics(bool counted, uint64_t bytes)
{
	const struct vf_facts facts[2] = {
		{.counted = counted},
		{.counted = counted, .counters = {[VF_COUNTER_RX_BYTES] = bytes}},
	};
	struct sriov_vf_statistics *statistics =
		vf_statistics_make(vf_statistics_judge(pf, facts, 2), 1, &facts[1]);
	enum sriov_vf_answer answer = sriov_vf_statistics_get_answer(statistics);

	ck_assert_uint_eq(sriov_vf_statistics_get_vf_index(statistics), 1);
	ck_assert_uint_eq(sriov_vf_statistics_get_rx_bytes(statistics), bytes);
	ck_assert_uint_eq(sriov_vf_statistics_get_tx_bytes(statistics), 0);
	sriov_vf_statistics_unref(statistics);
	return answer;
}

/* The kernel gives zeroes for drivers that count nothing. */
START_TEST(statistics)
{
	struct sriov_error *error = NULL;

	ck_assert_int_eq(judge_statistics(true, 0), UNSUPPORTED);
	ck_assert_int_eq(judge_statistics(true, 7), VALUE);
	fake_set_driver(fake, PF, "i40e");
	sriov_pf_unref(pf);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	ck_assert_int_eq(judge_statistics(true, 0), NOT_TOLD);
	ck_assert_int_eq(judge_statistics(true, 7), VALUE);
	ck_assert_int_eq(judge_statistics(false, 0), UNSUPPORTED);
	ck_assert_int_eq(sriov_vf_statistics_get_answer(NULL), NOT_TOLD);
	ck_assert_uint_eq(sriov_vf_statistics_get_vf_index(NULL), 0);
	ck_assert_uint_eq(sriov_vf_statistics_get_tx_dropped(NULL), 0);
	ck_assert_uint_eq(sriov_vf_statistics_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_vf_statistics_list_get(NULL, 0));
	ck_assert_ptr_null(sriov_vf_statistics_ref(NULL));
}
END_TEST

UNIT_SUITE_WITH("vf_told", set_up, tear_down, answers, support, names, statistics)
