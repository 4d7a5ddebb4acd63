/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Settings of VFs on a made-up host: what is refused before anything is sent, and that an interface
 * that only looks like the PF's is never touched.
 */
#include "unit.h"

#include "object/pf/pf_link.h"
#include "twin.h"

#define PF "0000:01:00.0"

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
		getters_of_nothing, interface_of_another_bus, no_interface, interface_elsewhere,
		index_of_nothing, index_of_another, broken_index, removed, several_interfaces,
		older_kernels, refused_by_the_kernel)
