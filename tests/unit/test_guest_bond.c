/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plan of a bond over VFs that the rules are asked through. */
#include "unit.h"

static void expect_only(const struct sriov_finding_list *list, enum sriov_finding_code code)
{
	const struct sriov_finding *finding = sriov_finding_list_get(list, 0);

	ck_assert_uint_eq(sriov_finding_list_get_count(list), 1);
	ck_assert_int_eq(sriov_finding_get_code(finding), code);
	ck_assert_int_eq(sriov_finding_get_severity(finding), SRIOV_SEVERITY_WARNING);
}

/* A new plan has the kernel's miimon, which is none. */
START_TEST(plans)
{
	struct sriov_error *error = NULL;
	struct sriov_finding_list *list;
	struct sriov_guest_bond *bond;

	expect_success(sriov_guest_bond_new(&bond, &error), error);
	expect_success(sriov_guest_bond_check(bond, &list, &error), error);
	expect_only(list, SRIOV_FINDING_CODE_NO_LINK_MONITORING);
	sriov_finding_list_unref(list);
	sriov_guest_bond_set_miimon_ms(bond, 100);
	expect_success(sriov_guest_bond_set_mode(bond, SRIOV_BOND_MODE_8023AD, &error), error);
	expect_success(sriov_guest_bond_check(bond, &list, &error), error);
	expect_only(list, SRIOV_FINDING_CODE_LACP_OVER_VF);
	sriov_finding_list_unref(list);
	sriov_guest_bond_unref(bond);
}
END_TEST

/* The plan, and how many findings it has without VFs. */
static size_t count_like(struct sriov_context *context)
{
	struct sriov_error *error = NULL;
	struct sriov_finding_list *list;
	struct sriov_guest_bond *bond;
	struct sriov_bond *host;
	size_t count;

	expect_success(sriov_bond_open(context, "bond0", &host, &error), error);
	expect_success(sriov_guest_bond_new_like(host, &bond, &error), error);
	sriov_bond_unref(host);
	expect_success(sriov_guest_bond_check(bond, &list, &error), error);
	count = sriov_finding_list_get_count(list);
	sriov_finding_list_unref(list);
	sriov_guest_bond_unref(bond);
	return count;
}

START_TEST(plans_like_a_host_bond)
{
	struct fake *fake = fake_new();
	struct sriov_context *context;
	struct sriov_error *error = NULL;
	struct sriov_guest_bond *bond;
	struct sriov_bond *host;

	fake_add_bond(fake, "bond0", 9, "active-backup 1");
	context = fake_open_context(fake);
	ck_assert_uint_eq(count_like(context), 1);
	fake_write(fake, "1000\n", "sys/class/net/bond0/bonding/arp_interval");
	ck_assert_uint_eq(count_like(context), 0);
	fake_write(fake, "0\n", "sys/class/net/bond0/bonding/arp_interval");
	fake_write(fake, "80\n", "sys/class/net/bond0/bonding/miimon");
	ck_assert_uint_eq(count_like(context), 0);
	fake_write(fake, "802.3ad 4\n", "sys/class/net/bond0/bonding/mode");
	ck_assert_uint_eq(count_like(context), 1);
	fake_write(fake, "balance-quantum 7\n", "sys/class/net/bond0/bonding/mode");
	expect_success(sriov_bond_open(context, "bond0", &host, &error), error);
	expect_failure(sriov_guest_bond_new_like(host, &bond, &error), SRIOV_CODE_INVALID, error,
		       "bond0");
	ck_assert_ptr_null(bond);
	sriov_bond_unref(host);
	sriov_context_unref(context);
	fake_free(fake);
}
END_TEST

START_TEST(wrong_arguments)
{
	struct sriov_error *error = NULL;
	struct sriov_finding_list *list = (struct sriov_finding_list *)&error;
	struct sriov_guest_bond *bond;
	struct sriov_guest_bond *other = (struct sriov_guest_bond *)&error;

	expect_success(sriov_guest_bond_new(&bond, &error), error);
	expect_failure(sriov_guest_bond_new(NULL, &error), SRIOV_CODE_INVALID, error, "bond");
	expect_failure(sriov_guest_bond_new_like(NULL, &other, &error), SRIOV_CODE_INVALID, error,
		       "host");
	ck_assert_ptr_null(other);
	for (int wrong = -1; wrong <= 7; wrong += 8)
		expect_failure(sriov_guest_bond_set_mode(bond, (enum sriov_bond_mode)wrong, &error),
			       SRIOV_CODE_INVALID, error, wrong < 0 ? "-1" : "7");
	for (int wrong = -1; wrong <= 3; wrong += 4)
		expect_failure(sriov_guest_bond_set_fail_over_mac(
				       bond, (enum sriov_fail_over_mac)wrong, &error),
			       SRIOV_CODE_INVALID, error, wrong < 0 ? "-1" : "3");
	expect_failure(sriov_guest_bond_set_mode(NULL, SRIOV_BOND_MODE_BALANCE_RR, &error),
		       SRIOV_CODE_INVALID, error, "bond");
	expect_failure(sriov_guest_bond_set_fail_over_mac(NULL, SRIOV_FAIL_OVER_MAC_NONE, &error),
		       SRIOV_CODE_INVALID, error, "bond");
	expect_failure(sriov_guest_bond_add_vf(bond, NULL, &error), SRIOV_CODE_INVALID, error,
		       "vf");
	expect_failure(sriov_guest_bond_add_vf(NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "bond");
	expect_failure(sriov_guest_bond_check(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "bond");
	ck_assert_ptr_null(list);
	expect_failure(sriov_guest_bond_check(bond, NULL, &error), SRIOV_CODE_INVALID, error,
		       "findings");
	sriov_guest_bond_set_miimon_ms(NULL, 80);
	sriov_guest_bond_set_foreign_macs(NULL, true);
	sriov_guest_bond_set_admin_macs(NULL, true);
	sriov_guest_bond_unref(bond);
}
END_TEST

START_TEST(nothing_of_null)
{
	ck_assert_ptr_null(sriov_finding_ref(NULL));
	sriov_finding_unref(NULL);
	ck_assert_int_eq(sriov_finding_get_code(NULL), SRIOV_FINDING_CODE_NONE);
	ck_assert_str_eq(sriov_finding_get_code_name(NULL), "none");
	ck_assert_int_eq(sriov_finding_get_severity(NULL), SRIOV_SEVERITY_NOTE);
	ck_assert_ptr_null(sriov_finding_get_device(NULL));
	ck_assert_ptr_null(sriov_finding_get_message(NULL));
	ck_assert_ptr_null(sriov_finding_get_evidence(NULL));
	ck_assert_uint_eq(sriov_finding_get_remedy_count(NULL), 0);
	ck_assert_ptr_null(sriov_finding_get_remedy(NULL, 0));
	ck_assert_ptr_null(sriov_finding_get_remedy_command(NULL, 0));
	ck_assert_uint_eq(sriov_finding_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_finding_list_get(NULL, 0));
	ck_assert_ptr_null(sriov_guest_bond_ref(NULL));
	sriov_guest_bond_unref(NULL);
}
END_TEST

UNIT_SUITE("guest_bond", plans, plans_like_a_host_bond, wrong_arguments, nothing_of_null)
