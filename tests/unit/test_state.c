/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is wanted of PFs and VFs, said by calls and read back. */
#include "unit.h"

static struct sriov_error *error;
static struct sriov_state *state;
static struct sriov_pf_state *pf;
static struct sriov_vf_state *vf;

static void set_up(void)
{
	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_pf(state, "01:00.0", &pf, &error), error);
	expect_success(sriov_pf_state_add_vf(pf, 3, &vf, &error), error);
}

static void tear_down(void)
{
	sriov_vf_state_unref(vf);
	sriov_pf_state_unref(pf);
	sriov_state_unref(state);
}

START_TEST(null_arguments)
{
	struct sriov_pf_state *other = (void *)&other;
	struct sriov_vf_state *one = (void *)&one;
	char *json = (void *)&json;

	expect_failure(sriov_state_new(NULL, &error), SRIOV_CODE_INVALID, error, "state");
	expect_failure(sriov_state_add_pf(state, "em1", NULL, &error), SRIOV_CODE_INVALID, error,
		       "pf");
	expect_failure(sriov_state_add_pf(NULL, "em1", &other, &error), SRIOV_CODE_INVALID, error,
		       "state");
	ck_assert_ptr_null(other);
	expect_failure(sriov_state_add_pf(state, NULL, &other, &error), SRIOV_CODE_INVALID, error,
		       "name");
	expect_failure(sriov_state_add(state, NULL, &error), SRIOV_CODE_INVALID, error, "pf");
	expect_failure(sriov_state_add_json(state, NULL, &error), SRIOV_CODE_INVALID, error,
		       "json");
	expect_failure(sriov_state_format_json(NULL, &json, &error), SRIOV_CODE_INVALID, error,
		       "state");
	ck_assert_ptr_null(json);
	expect_failure(sriov_pf_state_add_vf(NULL, 1, &one, &error), SRIOV_CODE_INVALID, error,
		       "state");
	ck_assert_ptr_null(one);
	expect_failure(sriov_vf_state_set_mac(NULL, "52:54:00:00:00:01", &error),
		       SRIOV_CODE_INVALID, error, "state");
	expect_failure(sriov_vf_state_set_mac(vf, NULL, &error), SRIOV_CODE_INVALID, error, "mac");
	sriov_pf_state_set_autoprobe(NULL, true);
	ck_assert_ptr_null(sriov_state_get_pfs(NULL));
	ck_assert_ptr_null(sriov_pf_state_get_defaults(NULL));
	ck_assert_ptr_null(sriov_vf_state_get_mac(NULL));
	ck_assert_int_eq(sriov_vf_state_get_trust(NULL), SRIOV_SWITCH_UNKNOWN);
}
END_TEST

START_TEST(nothing_is_said_at_first)
{
	ck_assert_str_eq(sriov_pf_state_get_name(pf), "0000:01:00.0");
	ck_assert_ptr_null(sriov_pf_state_get_serial_number(pf));
	ck_assert(!sriov_pf_state_has_vf_count(pf));
	ck_assert_int_eq(sriov_pf_state_get_autoprobe(pf), SRIOV_SWITCH_UNKNOWN);
	ck_assert(!sriov_pf_state_is_in_use_allowed(pf));
	ck_assert(!sriov_pf_state_is_vital_allowed(pf));
	for (int setting = -1; setting < 13; setting++)
		ck_assert(!sriov_vf_state_has_setting(vf, (enum sriov_vf_setting)setting));
	ck_assert_ptr_null(sriov_vf_state_get_mac(vf));
	ck_assert_ptr_null(sriov_vf_state_get_driver(vf));
	ck_assert_uint_eq(sriov_vf_state_get_vf_index(vf), 3);
	ck_assert_uint_eq(sriov_vf_state_get_vf_index(sriov_pf_state_get_defaults(pf)),
			  SRIOV_VF_INDEX_ALL);
	ck_assert_int_eq(sriov_vf_state_get_link_state(vf), SRIOV_LINK_STATE_UNKNOWN);
}
END_TEST

START_TEST(what_is_said_is_there)
{
	expect_success(sriov_vf_state_set_mac(vf, "52:54:00:00:00:AB", &error), error);
	ck_assert_str_eq(sriov_vf_state_get_mac(vf), "52:54:00:00:00:ab");
	expect_success(sriov_vf_state_set_vlan(vf, 100, 3, SRIOV_VLAN_PROTOCOL_8021AD, &error),
		       error);
	ck_assert_uint_eq(sriov_vf_state_get_vlan_id(vf), 100);
	ck_assert_uint_eq(sriov_vf_state_get_vlan_qos(vf), 3);
	ck_assert_int_eq(sriov_vf_state_get_vlan_protocol(vf), SRIOV_VLAN_PROTOCOL_8021AD);
	expect_success(sriov_vf_state_set_vlan(vf, 0, 5, SRIOV_VLAN_PROTOCOL_8021Q, &error), error);
	ck_assert_uint_eq(sriov_vf_state_get_vlan_id(vf), 0);
	ck_assert_uint_eq(sriov_vf_state_get_vlan_qos(vf), 5);
	expect_success(sriov_vf_state_set_max_rate(vf, 1000, &error), error);
	ck_assert(!sriov_vf_state_has_setting(vf, SRIOV_VF_SETTING_MIN_RATE));
	ck_assert(sriov_vf_state_has_setting(vf, SRIOV_VF_SETTING_RATES));
	expect_failure(sriov_vf_state_set_min_rate(vf, 1001, &error), SRIOV_CODE_INVALID, error,
		       "1001");
	expect_success(sriov_vf_state_set_min_rate(vf, 1000, &error), error);
	expect_success(sriov_vf_state_set_trust(vf, true, &error), error);
	expect_success(sriov_vf_state_set_spoof_check(vf, false, &error), error);
	ck_assert_int_eq(sriov_vf_state_get_trust(vf), SRIOV_SWITCH_ON);
	ck_assert_int_eq(sriov_vf_state_get_spoof_check(vf), SRIOV_SWITCH_OFF);
	expect_success(sriov_vf_state_set_driver(vf, "vfio-pci", &error), error);
	ck_assert_str_eq(sriov_vf_state_get_driver(vf), "vfio-pci");
	sriov_vf_state_set_unchanged(vf, SRIOV_VF_SETTING_RATES);
	ck_assert(!sriov_vf_state_has_setting(vf, SRIOV_VF_SETTING_MAX_RATE));
	ck_assert_uint_eq(sriov_vf_state_get_max_rate_mbps(vf), 0);
	ck_assert(sriov_vf_state_has_setting(vf, SRIOV_VF_SETTING_TRUST));
}
END_TEST

START_TEST(what_cannot_be_is_refused)
{
	struct sriov_vf_state *defaults = sriov_pf_state_get_defaults(pf), *other;

	expect_failure(sriov_vf_state_set_mac(vf, "01:00:00:00:00:00", &error), SRIOV_CODE_INVALID,
		       error, "multicast");
	expect_failure(sriov_vf_state_set_mac(defaults, "52:54:00:00:00:01", &error),
		       SRIOV_CODE_INVALID, error, "same MAC");
	expect_success(sriov_vf_state_set_mac(defaults, "00:00:00:00:00:00", &error), error);
	expect_failure(sriov_vf_state_set_node_guid(defaults, 7, &error), SRIOV_CODE_INVALID, error,
		       "same GUID");
	expect_failure(sriov_vf_state_set_vlan(vf, 0, 8, SRIOV_VLAN_PROTOCOL_8021Q, &error),
		       SRIOV_CODE_INVALID, error, "8 is no priority");
	expect_failure(sriov_vf_state_set_vlan(vf, 4095, 0, SRIOV_VLAN_PROTOCOL_8021Q, &error),
		       SRIOV_CODE_INVALID, error, "4095");
	expect_failure(sriov_vf_state_set_link_state(vf, SRIOV_LINK_STATE_UNKNOWN, &error),
		       SRIOV_CODE_INVALID, error, "link state");
	expect_failure(sriov_vf_state_set_driver(vf, "../igb", &error), SRIOV_CODE_INVALID, error,
		       "../igb");
	expect_failure(sriov_vf_state_set_msix_count(vf, 2049, &error), SRIOV_CODE_INVALID, error,
		       "2049");
	expect_failure(sriov_pf_state_set_vf_count(pf, 3, &error), SRIOV_CODE_INVALID, error,
		       "VF 3");
	expect_failure(sriov_pf_state_set_vf_count(pf, 65536, &error), SRIOV_CODE_INVALID, error,
		       "65536");
	expect_success(sriov_pf_state_set_vf_count(pf, 4, &error), error);
	expect_failure(sriov_pf_state_add_vf(pf, 4, &other, &error), SRIOV_CODE_INVALID, error,
		       "VF 4");
	expect_failure(sriov_pf_state_add_vf(pf, 3, &other, &error), SRIOV_CODE_INVALID, error,
		       "VF 3");
	ck_assert_ptr_null(other);
}
END_TEST

START_TEST(pfs_are_named_once)
{
	struct sriov_pf_state *other;

	expect_failure(sriov_state_add_pf(state, "0000:01:00.0", &other, &error),
		       SRIOV_CODE_INVALID, error, "0000:01:00.0");
	expect_failure(sriov_state_add_pf(state, "em/1", &other, &error), SRIOV_CODE_INVALID, error,
		       "em/1");
	/* The kernel takes such a name, and JSON does not. */
	expect_failure(sriov_state_add_pf(state, "em\xff", &other, &error), SRIOV_CODE_INVALID,
		       error, "no UTF-8: name the PF by its address");
	expect_failure(sriov_state_add(state, pf, &error), SRIOV_CODE_INVALID, error,
		       "0000:01:00.0");
	expect_success(sriov_state_add_pf_by_serial_number(state, "A0-36-9F", 1, &other, &error),
		       error);
	ck_assert_ptr_null(sriov_pf_state_get_name(other));
	ck_assert_str_eq(sriov_pf_state_get_serial_number(other), "A0-36-9F");
	ck_assert_uint_eq(sriov_pf_state_get_function(other), 1);
	sriov_pf_state_unref(other);
	expect_failure(sriov_state_add_pf_by_serial_number(state, "a0-36-9f", 1, &other, &error),
		       SRIOV_CODE_INVALID, error, "a0-36-9f");
	expect_failure(sriov_state_add_pf_by_serial_number(state, "", 1, &other, &error),
		       SRIOV_CODE_INVALID, error, "serial number");
	expect_failure(sriov_state_add_pf_by_serial_number(state, "a\nb", 1, &other, &error),
		       SRIOV_CODE_INVALID, error, "serial number");
	expect_failure(sriov_state_add_pf_by_serial_number(state, "ab", 8, &other, &error),
		       SRIOV_CODE_INVALID, error, "8");
	ck_assert_uint_eq(sriov_pf_state_list_get_count(sriov_state_get_pfs(state)), 2);
}
END_TEST

UNIT_SUITE_WITH("state", set_up, tear_down, null_arguments, nothing_is_said_at_first,
		what_is_said_is_there, what_cannot_be_is_refused, pfs_are_named_once)
