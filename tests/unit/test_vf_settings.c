/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Settings of VFs on a made-up host: what is refused before anything is sent, and that an interface
 * that only looks like the PF's is never touched.
 */
#include "unit.h"

#include <stdio.h>

#include "base/common.h"
#include "object/pf/pf_link.h"
#include "object/settings/vf_settings.h"
#include "object/settings/vf_statistics.h"
#include "twin.h"

#define PF "0000:01:00.0"

/* A card of igb that limits no rates. */
#define I350 "pci:v00008086d00001521sv00008086sd00000001bc02sc00i00\n"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_vf *vf;
static char log_text[4096];

static void take_line(void *data, enum sriov_log_level level, const char *text)
{
	size_t length = strlen(log_text);

	(void)data;
	if (level == SRIOV_LOG_LEVEL_INFO)
		snprintf(log_text + length, sizeof(log_text) - length, "%s\n", text);
}

static void set_up(void)
{
	struct sriov_context_options *options;
	struct sriov_error *error = NULL;

	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	options = fake_make_options(fake);
	expect_success(sriov_context_options_set_log(options, SRIOV_LOG_LEVEL_INFO, take_line, NULL,
						     &error),
		       error);
	expect_success(sriov_context_new(options, &context, &error), error);
	sriov_context_options_unref(options);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	expect_success(sriov_pf_open_vf(pf, 1, &vf, &error), error);
}

static void tear_down(void)
{
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

START_TEST(null_arguments)
{
	struct sriov_vf_settings_list *list = (void *)&list;
	struct sriov_vf_settings *settings = (void *)&settings;
	struct sriov_vf_statistics_list *counted = (void *)&counted;
	struct sriov_vf_statistics *one = (void *)&one;
	struct sriov_error *error = NULL;

	expect_failure(sriov_pf_list_vf_settings(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "pf");
	ck_assert_ptr_null(list);
	expect_failure(sriov_pf_list_vf_settings(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list");
	expect_failure(sriov_vf_read_settings(NULL, &settings, &error), SRIOV_CODE_INVALID, error,
		       "vf");
	ck_assert_ptr_null(settings);
	expect_failure(sriov_vf_read_settings(vf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "settings");
	expect_failure(sriov_vf_set_mac(NULL, "52:54:00:00:00:01", &error), SRIOV_CODE_INVALID,
		       error, "vf");
	expect_failure(sriov_vf_set_mac(vf, NULL, &error), SRIOV_CODE_INVALID, error, "mac");
	expect_failure(sriov_vf_set_vlan(NULL, 1, 0, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_spoof_check(NULL, true, &error), SRIOV_CODE_INVALID, error,
		       "vf");
	expect_failure(sriov_vf_set_trust(NULL, true, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_link_state(NULL, SRIOV_LINK_STATE_AUTO, &error),
		       SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_vlan_with_protocol(NULL, 1, 0, SRIOV_VLAN_PROTOCOL_8021Q,
						       &error),
		       SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_rates(NULL, 0, 0, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_min_rate(NULL, 0, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_max_rate(NULL, 0, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_rss_query(NULL, true, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_node_guid(NULL, 1, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_vf_set_port_guid(NULL, 1, &error), SRIOV_CODE_INVALID, error, "vf");
	expect_failure(sriov_pf_list_vf_statistics(NULL, &counted, &error), SRIOV_CODE_INVALID,
		       error, "pf");
	ck_assert_ptr_null(counted);
	expect_failure(sriov_pf_list_vf_statistics(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list");
	expect_failure(sriov_vf_read_statistics(NULL, &one, &error), SRIOV_CODE_INVALID, error,
		       "vf");
	ck_assert_ptr_null(one);
	expect_failure(sriov_vf_read_statistics(vf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "statistics");
	expect_failure(sriov_pf_set_spoof_check_all(NULL, true, &error), SRIOV_CODE_INVALID, error,
		       "pf");
	expect_failure(sriov_pf_set_trust_all(NULL, true, &error), SRIOV_CODE_INVALID, error, "pf");
	expect_failure(sriov_pf_set_link_state_all(NULL, SRIOV_LINK_STATE_AUTO, &error),
		       SRIOV_CODE_INVALID, error, "pf");
}
END_TEST

START_TEST(wrong_macs)
{
	static const char *const macs[] = {
		"",
		"52:54:00:00:00",
		"52:54:00:00:00:01:02",
		"52-54-00-00-00-01",
		"525400000001",
		"52:54:00:00:00:0g",
		" 52:54:00:00:00:01",
		"52:54:00:00:00:01\n",
	};
	struct sriov_error *error = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(macs); i++) {
		expect_failure(sriov_vf_set_mac(vf, macs[i], &error), SRIOV_CODE_INVALID, error,
			       macs[i]);
		ck_assert_int_eq(sriov_vf_set_mac(vf, macs[i], NULL), SRIOV_CODE_INVALID);
	}
	expect_failure(sriov_vf_set_mac(vf, "53:54:00:00:00:01", &error), SRIOV_CODE_INVALID, error,
		       "53:54:00:00:00:01 is a multicast address");
	expect_failure(sriov_vf_set_mac(vf, "ff:ff:ff:ff:ff:ff", &error), SRIOV_CODE_INVALID, error,
		       "multicast");
}
END_TEST

START_TEST(wrong_numbers)
{
	struct sriov_error *error = NULL;

	expect_failure(sriov_vf_set_vlan(vf, 4095, 0, &error), SRIOV_CODE_INVALID, error, "4095");
	expect_failure(sriov_vf_set_vlan(vf, 65537, 0, &error), SRIOV_CODE_INVALID, error, "65537");
	expect_failure(sriov_vf_set_vlan(vf, 1, 8, &error), SRIOV_CODE_INVALID, error, "8 is no");
	expect_failure(sriov_vf_set_vlan(vf, 0, 3, &error), SRIOV_CODE_INVALID, error, "not 3");
	expect_failure(sriov_vf_set_link_state(vf, SRIOV_LINK_STATE_UNKNOWN, &error),
		       SRIOV_CODE_INVALID, error, "-1 is no link state");
	expect_failure(sriov_vf_set_vlan_with_protocol(vf, 1, 0, (enum sriov_vlan_protocol)0x9100,
						       &error),
		       SRIOV_CODE_INVALID, error, "0x9100 is no protocol of a VLAN");
	expect_failure(sriov_vf_set_rates(vf, 11, 10, &error), SRIOV_CODE_INVALID, error,
		       "a minimum of 11 Mb/s is more than the maximum of 10 Mb/s");
	expect_failure(sriov_vf_set_link_state(vf, (enum sriov_link_state)3, &error),
		       SRIOV_CODE_INVALID, error, "3 is no link state");
	expect_failure(sriov_pf_set_link_state_all(pf, (enum sriov_link_state)3, &error),
		       SRIOV_CODE_INVALID, error, "3 is no link state");
}
END_TEST

START_TEST(getters_of_nothing)
{
	ck_assert_uint_eq(sriov_vf_settings_get_vf_index(NULL), 0);
	ck_assert_ptr_null(sriov_vf_settings_get_mac(NULL));
	ck_assert_uint_eq(sriov_vf_settings_get_vlan_id(NULL), 0);
	ck_assert_uint_eq(sriov_vf_settings_get_vlan_qos(NULL), 0);
	ck_assert_uint_eq(sriov_vf_settings_get_vlan_protocol(NULL), 0);
	ck_assert_int_eq(sriov_vf_settings_get_spoof_check(NULL), SRIOV_SWITCH_UNKNOWN);
	ck_assert_int_eq(sriov_vf_settings_get_trust(NULL), SRIOV_SWITCH_UNKNOWN);
	ck_assert_int_eq(sriov_vf_settings_get_link_state(NULL), SRIOV_LINK_STATE_UNKNOWN);
	ck_assert_ptr_null(sriov_vf_settings_get_broadcast(NULL));
	ck_assert_uint_eq(sriov_vf_settings_get_min_rate_mbps(NULL), 0);
	ck_assert_uint_eq(sriov_vf_settings_get_max_rate_mbps(NULL), 0);
	ck_assert_int_eq(sriov_vf_settings_get_rss_query(NULL), SRIOV_SWITCH_UNKNOWN);
	ck_assert(sriov_vf_settings_get_node_guid(NULL) == 0);
	ck_assert(sriov_vf_settings_get_port_guid(NULL) == 0);
	ck_assert_ptr_null(sriov_vf_settings_ref(NULL));
	sriov_vf_settings_unref(NULL);
	ck_assert_uint_eq(sriov_vf_settings_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_vf_settings_list_get(NULL, 0));
}
END_TEST

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

/* Every way to the settings ends with this code and these words, and nothing was changed. */
static void expect_no_way(enum sriov_code wanted, const char *words)
{
	struct sriov_vf_settings_list *list = (void *)&list;
	struct sriov_vf_settings *settings = (void *)&settings;
	struct sriov_vf_statistics_list *counted = (void *)&counted;
	struct sriov_vf_statistics *one = (void *)&one;
	struct sriov_vf_changes *changes = (void *)&changes;
	struct sriov_error *error = NULL;

	expect_failure(sriov_pf_list_vf_settings(pf, &list, &error), wanted, error, words);
	ck_assert_ptr_null(list);
	expect_failure(sriov_vf_read_settings(vf, &settings, &error), wanted, error, words);
	ck_assert_ptr_null(settings);
	expect_failure(sriov_pf_list_vf_statistics(pf, &counted, &error), wanted, error, words);
	ck_assert_ptr_null(counted);
	expect_failure(sriov_vf_read_statistics(vf, &one, &error), wanted, error, words);
	ck_assert_ptr_null(one);
	expect_failure(sriov_vf_changes_new(pf, &changes, &error), wanted, error, words);
	ck_assert_ptr_null(changes);
	expect_failure(sriov_vf_set_rates(vf, 0, 0, &error), wanted, error, words);
	expect_failure(sriov_vf_set_min_rate(vf, 0, &error), wanted, error, words);
	expect_failure(sriov_vf_set_max_rate(vf, 0, &error), wanted, error, words);
	expect_failure(sriov_vf_set_rss_query(vf, true, &error), wanted, error, words);
	expect_failure(sriov_vf_set_node_guid(vf, 1, &error), wanted, error, words);
	expect_failure(sriov_vf_set_port_guid(vf, 1, &error), wanted, error, words);
	expect_failure(sriov_vf_set_mac(vf, "52:54:00:00:00:01", &error), wanted, error, words);
	expect_failure(sriov_vf_set_vlan(vf, 5, 0, &error), wanted, error, words);
	expect_failure(sriov_vf_set_spoof_check(vf, false, &error), wanted, error, words);
	expect_failure(sriov_vf_set_trust(vf, false, &error), wanted, error, words);
	expect_failure(sriov_vf_set_link_state(vf, SRIOV_LINK_STATE_AUTO, &error), wanted, error,
		       words);
	expect_failure(sriov_pf_set_spoof_check_all(pf, false, &error), wanted, error, words);
	expect_failure(sriov_pf_set_trust_all(pf, false, &error), wanted, error, words);
	expect_failure(sriov_pf_set_link_state_all(pf, SRIOV_LINK_STATE_AUTO, &error), wanted,
		       error, words);
	ck_assert_int_eq(sriov_pf_set_trust_all(pf, false, NULL), wanted);
	ck_assert_int_eq(sriov_vf_set_trust(vf, false, NULL), wanted);
	ck_assert_str_eq(log_text, "");
}

START_TEST(no_interface)
{
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net");
	expect_no_way(SRIOV_CODE_UNSUPPORTED, "em1 (0000:01:00.0, igb) has no network interface");
}
END_TEST

/* That is how sysfs shows it. */
START_TEST(interface_elsewhere)
{
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/em1");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "its interface is in another network namespace");
}
END_TEST

START_TEST(index_of_nothing)
{
	fake_write(fake, "2147483647\n", "sys/bus/pci/devices/" PF "/net/em1/ifindex");
	expect_no_way(SRIOV_CODE_NOT_FOUND,
		      "its interface em1 is not in the network namespace of this process");
}
END_TEST

/* A sysfs of another namespace, or a made-up one, has the indexes of other interfaces. */
START_TEST(index_of_another)
{
	fake_write(fake, "1\n", "sys/bus/pci/devices/" PF "/net/em1/ifindex");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "where index 1 is lo, on another device");
	/* Not even when it has the name and the MAC: that is no MAC. */
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/em1");
	fake_add_interface(fake, PF, "lo", 1);
	fake_write(fake, "00:00:00:00:00:00\n", "sys/bus/pci/devices/" PF "/net/lo/address");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "where index 1 is lo, on another device");
}
END_TEST

/* What stands between the PF and its interface must be what sysfs says of the very same. */
START_TEST(interface_of_another_bus)
{
	fake_write(fake, "1\n", "sys/bus/pci/devices/" PF "/net/em1/ifindex");
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/em1/device");
	fake_link(fake, "../../../virtio0", "sys/bus/pci/devices/" PF "/net/em1/device");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "where index 1 is lo, on another device");
}
END_TEST

START_TEST(broken_index)
{
	fake_write(fake, "one\n", "sys/bus/pci/devices/" PF "/net/em1/ifindex");
	expect_no_way(SRIOV_CODE_MALFORMED, "net/em1/ifindex");
}
END_TEST

START_TEST(removed)
{
	fake_remove_device(fake, PF);
	expect_no_way(SRIOV_CODE_GONE, "was removed");
}
END_TEST

/* With a switch in the card, the PF has interfaces for the ports of its VFs as well. */
START_TEST(several_interfaces)
{
	fake_add_interface(fake, PF, "a1", 2000001);
	fake_write(fake, "pf0vf1\n", "sys/bus/pci/devices/" PF "/net/a1/phys_port_name");
	fake_add_interface(fake, PF, "b1", 2000002);
	fake_write(fake, "c1pf0\n", "sys/bus/pci/devices/" PF "/net/b1/phys_port_name");
	fake_write(fake, "p0\n", "sys/bus/pci/devices/" PF "/net/em1/phys_port_name");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "its interface em1 is not");
	/* Without such names it is the first. */
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/b1/phys_port_name");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "its interface b1 is not");
}
END_TEST

START_TEST(older_kernels)
{
	struct sriov_vf_statistics_list *counted;
	struct sriov_vf_settings_list *list;
	struct sriov_error *error = NULL;
	struct pf_link link;

	UNIT_NEEDS(twin_make(fake, PF), UNIT_NAMESPACE);
	expect_success(pf_link_find(pf, &link, &error), error);
	ck_assert_int_eq(link.index, 77);
	expect_failure(sriov_pf_list_vf_settings(pf, &list, &error), SRIOV_CODE_MALFORMED, error,
		       "cannot read the settings of its VFs");
	expect_failure(sriov_pf_list_vf_statistics(pf, &counted, &error), SRIOV_CODE_MALFORMED,
		       error, "cannot read the statistics of its VFs");
	/* One rate alone cannot be set without knowing the other. */
	expect_failure(sriov_vf_set_max_rate(vf, 10, &error), SRIOV_CODE_MALFORMED, error,
		       "cannot read the settings of its VFs");
	/* Any difference, and it is another's. */
	fake_write(fake, "52:54:00:00:00:78\n", "sys/bus/pci/devices/" PF "/net/em1/address");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "where index 77 is em1, on another device");
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/em1");
	fake_add_interface(fake, PF, "em2", 77);
	fake_write(fake, "52:54:00:00:00:77\n", "sys/bus/pci/devices/" PF "/net/em2/address");
	expect_no_way(SRIOV_CODE_NOT_FOUND, "where index 77 is em1, on another device");
}
END_TEST

/* All the way to the kernel and back; each change is told to the log before it is made. */
START_TEST(refused_by_the_kernel)
{
	struct sriov_error *error = NULL;

	UNIT_NEEDS(twin_make(fake, PF), UNIT_NAMESPACE);
	expect_failure(sriov_vf_set_mac(vf, "52:54:00:00:00:01", &error), SRIOV_CODE_UNSUPPORTED,
		       error, "VF 1 of em1 (0000:01:00.0, igb): cannot set its MAC to 52:54:");
	expect_failure(sriov_pf_set_trust_all(pf, true, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "3 of 3 changes of its VFs failed, none was made (VF 0 of em1");
	ck_assert_str_eq(log_text,
			 "VF 1 of em1 (0000:01:00.0, igb): set its MAC to 52:54:00:00:00:01\n"
			 "VF 0 of em1 (0000:01:00.0, igb): turn its trust on\n"
			 "VF 1 of em1 (0000:01:00.0, igb): turn its trust on\n"
			 "VF 2 of em1 (0000:01:00.0, igb): turn its trust on\n");
	/* Nothing to set is no failure. */
	fake_remove_vfs(fake, PF);
	expect_success(sriov_pf_set_trust_all(pf, true, &error), error);
}
END_TEST

UNIT_SUITE_WITH("vf_settings", set_up, tear_down, null_arguments, wrong_macs, wrong_numbers,
		getters_of_nothing, answers, support, names, statistics, interface_of_another_bus,
		no_interface, interface_elsewhere, index_of_nothing, index_of_another, broken_index,
		removed, several_interfaces, older_kernels, refused_by_the_kernel)
