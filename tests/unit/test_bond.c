/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bonds of a made-up host, in the formats of the bonding module. */
#include "unit.h"

#define CARD "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_bond *bond;
static struct sriov_error *error;

/* A bond of two ports as the administrator of the walkthrough has it. */
static void begin(const char *mode)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 0);
	fake_add_82576(fake, "0000:02:00.0", "em2", 0);
	fake_add_bond(fake, "bond0", 9, mode);
	fake_add_bond_member(fake, "bond0", "em1");
	fake_add_bond_member(fake, "bond0", "em2");
	context = fake_open_context(fake);
}

static void set(const char *parameter, const char *text)
{
	fake_write(fake, text, "sys/class/net/bond0/bonding/%s", parameter);
}

static void open_bond(void)
{
	expect_success(sriov_bond_open(context, "bond0", &bond, &error), error);
}

static void end(void)
{
	sriov_bond_unref(bond);
	sriov_context_unref(context);
	fake_free(fake);
}

START_TEST(new_bond)
{
	begin("balance-rr 0");
	open_bond();
	ck_assert_str_eq(sriov_bond_get_name(bond), "bond0");
	ck_assert_int_eq(sriov_bond_get_mode(bond), SRIOV_BOND_MODE_BALANCE_RR);
	ck_assert_str_eq(sriov_bond_get_mode_name(bond), "balance-rr");
	ck_assert_uint_eq(sriov_bond_get_miimon_ms(bond), 0);
	ck_assert_uint_eq(sriov_bond_get_updelay_ms(bond), 0);
	ck_assert_uint_eq(sriov_bond_get_downdelay_ms(bond), 0);
	ck_assert_int_eq(sriov_bond_get_fail_over_mac(bond), SRIOV_FAIL_OVER_MAC_NONE);
	ck_assert_ptr_null(sriov_bond_get_primary(bond));
	ck_assert_ptr_null(sriov_bond_get_active_member(bond));
	ck_assert_str_eq(sriov_bond_get_options(bond), "mode=0");
	end();
}
END_TEST

START_TEST(walkthrough_bond)
{
	const struct sriov_string_list *members;

	begin("active-backup 1");
	set("miimon", "80\n");
	set("updelay", "30000\n");
	set("downdelay", "160\n");
	set("primary", "em1\n");
	set("fail_over_mac", "active 1\n");
	set("active_slave", "em2\n");
	open_bond();
	ck_assert_int_eq(sriov_bond_get_mode(bond), SRIOV_BOND_MODE_ACTIVE_BACKUP);
	ck_assert_str_eq(sriov_bond_get_mode_name(bond), "active-backup");
	ck_assert_uint_eq(sriov_bond_get_miimon_ms(bond), 80);
	ck_assert_uint_eq(sriov_bond_get_updelay_ms(bond), 30000);
	ck_assert_uint_eq(sriov_bond_get_downdelay_ms(bond), 160);
	ck_assert_str_eq(sriov_bond_get_primary(bond), "em1");
	ck_assert_int_eq(sriov_bond_get_fail_over_mac(bond), SRIOV_FAIL_OVER_MAC_ACTIVE);
	ck_assert_str_eq(sriov_bond_get_active_member(bond), "em2");
	members = sriov_bond_get_members(bond);
	ck_assert_uint_eq(sriov_string_list_get_count(members), 2);
	ck_assert_str_eq(sriov_string_list_get(members, 0), "em1");
	ck_assert_str_eq(sriov_string_list_get(members, 1), "em2");
	ck_assert_str_eq(
		sriov_bond_get_options(bond),
		"mode=1 miimon=80 updelay=30000 downdelay=160 primary=em1 fail_over_mac=active");
	end();
}
END_TEST

START_TEST(every_option)
{
	static const char *const texts[][2] = {
		{"miimon", "100\n"},
		{"use_carrier", "0\n"},
		{"peer_notif_delay", "200\n"},
		{"arp_interval", "1000\n"},
		{"arp_ip_target", "192.0.2.1 192.0.2.254\n"},
		{"arp_validate", "backup 2\n"},
		{"arp_all_targets", "all 1\n"},
		{"arp_missed_max", "3\n"},
		{"primary_reselect", "better 1\n"},
		{"xmit_hash_policy", "layer3+4 1\n"},
		{"lacp_rate", "fast 1\n"},
		{"lacp_active", "off 0\n"},
		{"ad_select", "bandwidth 1\n"},
		{"min_links", "2\n"},
		{"all_slaves_active", "1\n"},
		{"num_grat_arp", "3\n"},
		{"num_unsol_na", "3\n"},
		{"resend_igmp", "0\n"},
		{"packets_per_slave", "2\n"},
		{"lp_interval", "5\n"},
		{"tlb_dynamic_lb", "0\n"},
	};

	begin("802.3ad 4");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		set(texts[i][0], texts[i][1]);
	open_bond();
	ck_assert_str_eq(sriov_bond_get_options(bond),
			 "mode=4 miimon=100 use_carrier=0 peer_notif_delay=200 arp_interval=1000 "
			 "arp_ip_target=192.0.2.1,192.0.2.254 arp_validate=backup "
			 "arp_all_targets=all arp_missed_max=3 primary_reselect=better "
			 "xmit_hash_policy=layer3+4 lacp_rate=fast lacp_active=off "
			 "ad_select=bandwidth min_links=2 all_slaves_active=1 num_grat_arp=3 "
			 "resend_igmp=0 packets_per_slave=2 lp_interval=5 tlb_dynamic_lb=0");
	end();
}
END_TEST

/* An old kernel has few of the files. */
START_TEST(what_is_missing_is_at_its_default)
{
	begin("active-backup 1");
	fake_remove(fake, "sys/class/net/bond0/bonding/fail_over_mac");
	fake_remove(fake, "sys/class/net/bond0/bonding/use_carrier");
	fake_remove(fake, "sys/class/net/bond0/bonding/miimon");
	open_bond();
	ck_assert_int_eq(sriov_bond_get_fail_over_mac(bond), SRIOV_FAIL_OVER_MAC_NONE);
	ck_assert_uint_eq(sriov_bond_get_miimon_ms(bond), 0);
	ck_assert_str_eq(sriov_bond_get_options(bond), "mode=1");
	end();
}
END_TEST

START_TEST(a_newer_kernel)
{
	begin("balance-quantum 7");
	set("fail_over_mac", "dance 3\n");
	open_bond();
	ck_assert_int_eq(sriov_bond_get_mode(bond), SRIOV_BOND_MODE_UNKNOWN);
	ck_assert_str_eq(sriov_bond_get_mode_name(bond), "balance-quantum");
	ck_assert_int_eq(sriov_bond_get_fail_over_mac(bond), SRIOV_FAIL_OVER_MAC_UNKNOWN);
	ck_assert_str_eq(sriov_bond_get_options(bond), "mode=7 fail_over_mac=dance");
	end();
}
END_TEST

START_TEST(more_members_than_a_page_holds)
{
	begin("balance-rr 0");
	set("slaves", "em1 em2 ++more++\n");
	open_bond();
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_bond_get_members(bond)), 2);
	end();
}
END_TEST

START_TEST(no_members)
{
	begin("active-backup 1");
	set("slaves", "");
	open_bond();
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_bond_get_members(bond)), 0);
	end();
}
END_TEST

START_TEST(above_a_member)
{
	begin("active-backup 1");
	expect_success(sriov_bond_open_above(context, "em2", &bond, &error), error);
	ck_assert_str_eq(sriov_bond_get_name(bond), "bond0");
	end();
}
END_TEST

static void expect_none_above(const char *interface, enum sriov_code code, const char *words)
{
	bond = (struct sriov_bond *)&error;
	expect_failure(sriov_bond_open_above(context, interface, &bond, &error), code, error,
		       words);
	ck_assert_ptr_null(bond);
}

START_TEST(above_others)
{
	begin("active-backup 1");
	fake_add_device(fake, "0000:03:00.0", &fake_virtio_net);
	fake_add_interface(fake, "0000:03:00.0", "eth0", 30);
	fake_add_virtual_interface(fake, "br0", 31);
	fake_make_directory(fake, "sys/class/net/br0/bridge");
	fake_add_virtual_interface(fake, "team0", 32);
	expect_none_above("eth0", SRIOV_CODE_NOT_FOUND, "eth0 is in no bond");
	fake_link(fake, "../../../virtual/net/br0", "sys/class/net/eth0/master");
	expect_none_above("eth0", SRIOV_CODE_NOT_FOUND, "eth0 is in br0, which is a bridge");
	fake_remove(fake, "sys/class/net/eth0/master");
	fake_link(fake, "../../../virtual/net/team0", "sys/class/net/eth0/master");
	expect_none_above("eth0", SRIOV_CODE_NOT_FOUND, "eth0 is in team0, which is no bond");
	expect_none_above("eth1", SRIOV_CODE_NOT_FOUND, "eth1");
	expect_none_above("../bond0", SRIOV_CODE_INVALID, "../bond0");
	expect_none_above("", SRIOV_CODE_INVALID, "no name");
	expect_none_above(NULL, SRIOV_CODE_INVALID, "interface is NULL");
	end();
}
END_TEST

static void expect_unopened(const char *name, enum sriov_code code, const char *words)
{
	bond = (struct sriov_bond *)&error;
	expect_failure(sriov_bond_open(context, name, &bond, &error), code, error, words);
	ck_assert_ptr_null(bond);
}

START_TEST(wrong_names)
{
	begin("active-backup 1");
	expect_unopened("bond1", SRIOV_CODE_NOT_FOUND, "bond1");
	expect_unopened("em1", SRIOV_CODE_NOT_FOUND, "em1 is no bond");
	expect_unopened("bond0/../bond0", SRIOV_CODE_INVALID, "bond0/../bond0");
	expect_unopened("an-interface-far-too-long", SRIOV_CODE_INVALID, "too-long");
	expect_unopened("..", SRIOV_CODE_INVALID, "\"..\"");
	expect_unopened("", SRIOV_CODE_INVALID, "\"\"");
	expect_unopened(NULL, SRIOV_CODE_INVALID, "name is NULL");
	expect_failure(sriov_bond_open(NULL, "bond0", &bond, &error), SRIOV_CODE_INVALID, error,
		       "context");
	expect_failure(sriov_bond_open(context, "bond0", NULL, &error), SRIOV_CODE_INVALID, error,
		       "bond is NULL");
	expect_failure(sriov_bond_open_above(NULL, "em1", &bond, &error), SRIOV_CODE_INVALID, error,
		       "context");
	expect_failure(sriov_bond_open_above(context, "em1", NULL, &error), SRIOV_CODE_INVALID,
		       error, "bond is NULL");
	ck_assert_int_eq(sriov_bond_open(context, "bond1", &bond, NULL), SRIOV_CODE_NOT_FOUND);
	end();
}
END_TEST

START_TEST(nonsense)
{
	static const char *const texts[][2] = {
		{"mode", "\n"},
		{"mode", "active-backup\n"},
		{"mode", "1\n"},
		{"mode", "active-backup one\n"},
		{"miimon", "often\n"},
		{"miimon", "-1\n"},
		{"fail_over_mac", "none\n"},
		{"updelay", "4294967296\n"},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		begin("active-backup 1");
		set(texts[i][0], texts[i][1]);
		expect_unopened("bond0", SRIOV_CODE_MALFORMED, texts[i][0]);
		end();
	}
}
END_TEST

START_TEST(forbidden)
{
	begin("active-backup 1");
	fake_forbid(fake, "sys/class/net/bond0/bonding/miimon");
	expect_unopened("bond0", SRIOV_CODE_FORBIDDEN, "miimon");
	end();
}
END_TEST

START_TEST(nothing_of_null)
{
	ck_assert_ptr_null(sriov_bond_ref(NULL));
	sriov_bond_unref(NULL);
	ck_assert_ptr_null(sriov_bond_get_name(NULL));
	ck_assert_int_eq(sriov_bond_get_mode(NULL), SRIOV_BOND_MODE_UNKNOWN);
	ck_assert_ptr_null(sriov_bond_get_mode_name(NULL));
	ck_assert_uint_eq(sriov_bond_get_miimon_ms(NULL), 0);
	ck_assert_uint_eq(sriov_bond_get_updelay_ms(NULL), 0);
	ck_assert_uint_eq(sriov_bond_get_downdelay_ms(NULL), 0);
	ck_assert_ptr_null(sriov_bond_get_primary(NULL));
	ck_assert_int_eq(sriov_bond_get_fail_over_mac(NULL), SRIOV_FAIL_OVER_MAC_UNKNOWN);
	ck_assert_ptr_null(sriov_bond_get_active_member(NULL));
	ck_assert_ptr_null(sriov_bond_get_members(NULL));
	ck_assert_ptr_null(sriov_bond_get_options(NULL));
}
END_TEST

UNIT_SUITE("bond", new_bond, walkthrough_bond, every_option, what_is_missing_is_at_its_default,
	   a_newer_kernel, more_members_than_a_page_holds, no_members, above_a_member, above_others,
	   wrong_names, nonsense, forbidden, nothing_of_null)
