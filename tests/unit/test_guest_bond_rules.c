/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What goes wrong with bonds over VFs: the rules. */
#include "unit.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/list.h"
#include "base/text.h"
#include "object/bond/guest_bond_rules.h"
#include "object/finding/finding.h"

#define MAC_A "52:54:00:00:00:0a"
#define MAC_B "52:54:00:00:00:0b"

#define RR	  SRIOV_BOND_MODE_BALANCE_RR
#define BACKUP	  SRIOV_BOND_MODE_ACTIVE_BACKUP
#define XOR	  SRIOV_BOND_MODE_BALANCE_XOR
#define BROADCAST SRIOV_BOND_MODE_BROADCAST
#define LACP	  SRIOV_BOND_MODE_8023AD
#define TLB	  SRIOV_BOND_MODE_BALANCE_TLB
#define ALB	  SRIOV_BOND_MODE_BALANCE_ALB

#define NONE   SRIOV_FAIL_OVER_MAC_NONE
#define ACTIVE SRIOV_FAIL_OVER_MAC_ACTIVE
#define FOLLOW SRIOV_FAIL_OVER_MAC_FOLLOW

#define ON  SRIOV_SWITCH_ON
#define OFF SRIOV_SWITCH_OFF

/* A bond with miimon 80 over VF 0 of em1, which is A, and VF 0 of em2, which is B. */
static struct bond_member members[2];
static struct bond_facts facts;

static struct bond_member make_member(const char *address, const char *pf, const char *mac)
{
	return (struct bond_member) {
		.address = address,
		.pf_interface = pf,
		.pf_driver = "igb",
		.mac = mac,
		.vf_count = 7,
		.mac_origin = VF_MAC_ADMIN,
		.spoof_check = ON,
	};
}

static void plan(enum sriov_bond_mode mode, enum sriov_fail_over_mac policy)
{
	members[0] = make_member("A", "em1", MAC_A);
	members[1] = make_member("B", "em2", MAC_B);
	facts = (struct bond_facts) {
		.mode = mode,
		.fail_over_mac = policy,
		.miimon_ms = 80,
		.members = members,
		.count = 2,
	};
}

static void set_both(enum vf_mac_origin origin, enum sriov_switch trust,
		     enum sriov_switch spoof_check)
{
	for (size_t i = 0; i < 2; i++) {
		members[i].mac_origin = origin;
		members[i].trust = trust;
		members[i].spoof_check = spoof_check;
	}
}

static struct sriov_finding_list *apply(void)
{
	struct sriov_finding_list *list = list_new();

	ck_assert(guest_bond_rules_apply(&facts, list));
	return list;
}

/* "E mac-change-refused B; W lacp-over-vf" */
static char *summarize(const struct sriov_finding_list *list)
{
	struct text text = {0};

	for (size_t i = 0; i < sriov_finding_list_get_count(list); i++) {
		const struct sriov_finding *one = sriov_finding_list_get(list, i);
		const char *device = sriov_finding_get_device(one);

		ck_assert_uint_gt(sriov_finding_get_remedy_count(one), 0);
		text_add(&text, "%s%c %s%s%s", i ? "; " : "",
			 "NWE"[sriov_finding_get_severity(one)], sriov_finding_get_code_name(one),
			 device ? " " : "", device ? device : "");
	}
	return text_take(&text);
}

__attribute__((format(printf, 2, 3))) static void expect(const char *wanted, const char *format,
							 ...)
{
	struct sriov_finding_list *list = apply();
	char *found = summarize(list);
	char what[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(what, sizeof(what), format, arguments);
	va_end(arguments);
	ck_assert_msg(!strcmp(found, wanted), "%s: \"%s\" instead of \"%s\"", what, found, wanted);
	free(found);
	sriov_finding_list_unref(list);
}

#define REFUSED "E mac-change-refused B"

/*
 * Measured with igb and igbvf on kernels 6.1 and 6.12, with real frames: see the host test
 * test_bond_data_path.py.
 */
START_TEST(measured)
{
	static const struct {
		enum vf_mac_origin origin;
		enum sriov_switch trust;
		enum sriov_switch spoof_check;
		const char *none;
	} rows[] = {
		{VF_MAC_ADMIN, OFF, OFF, REFUSED}, {VF_MAC_ADMIN, OFF, ON, REFUSED},
		{VF_MAC_ADMIN, ON, OFF, ""},	   {VF_MAC_ADMIN, ON, ON, ""},
		{VF_MAC_OWN, OFF, OFF, ""},	   {VF_MAC_OWN, OFF, ON, ""},
		{VF_MAC_OWN, ON, OFF, ""},	   {VF_MAC_OWN, ON, ON, ""},
		{VF_MAC_NONE, OFF, OFF, ""},	   {VF_MAC_NONE, OFF, ON, ""},
		{VF_MAC_NONE, ON, OFF, ""},	   {VF_MAC_NONE, ON, ON, ""},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		plan(BACKUP, NONE);
		set_both(rows[i].origin, rows[i].trust, rows[i].spoof_check);
		expect(rows[i].none, "fail_over_mac none, row %zu", i);
		plan(BACKUP, ACTIVE);
		set_both(rows[i].origin, rows[i].trust, rows[i].spoof_check);
		expect("", "fail_over_mac active, row %zu", i);
	}
}
END_TEST

#define SWAP_REFUSED "; W mac-change-refused A"
#define UNTOLD	     "E spoof-check-drops B; W spoof-check-drops A"

/* Both VFs alike, every mode: with an admin MAC and without trust, with trust, with their own. */
START_TEST(every_mode)
{
	static const struct {
		enum sriov_bond_mode mode;
		enum sriov_fail_over_mac policy;
		const char *untrusted;
		const char *untrusted_unchecked;
		const char *trusted;
		const char *trusted_unchecked;
	} rows[] = {
		{RR, NONE, REFUSED, REFUSED, "", ""},
		{RR, ACTIVE, REFUSED, REFUSED, "", ""},
		{BACKUP, NONE, REFUSED, REFUSED, "", ""},
		{BACKUP, ACTIVE, "", "", "", ""},
		{BACKUP, FOLLOW, REFUSED SWAP_REFUSED, REFUSED SWAP_REFUSED, "", ""},
		{XOR, NONE, REFUSED, REFUSED, "", ""},
		{XOR, FOLLOW, REFUSED, REFUSED, "", ""},
		{BROADCAST, NONE, REFUSED, REFUSED, "", ""},
		{LACP, NONE, REFUSED "; W lacp-over-vf", REFUSED "; W lacp-over-vf",
		 "W lacp-over-vf", "W lacp-over-vf"},
		{TLB, NONE, REFUSED "; W spoof-check-drops A", REFUSED, UNTOLD, ""},
		{TLB, ACTIVE, REFUSED "; W spoof-check-drops A", REFUSED, UNTOLD, ""},
		{ALB, NONE, REFUSED SWAP_REFUSED, REFUSED SWAP_REFUSED, "", ""},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		plan(rows[i].mode, rows[i].policy);
		set_both(VF_MAC_ADMIN, OFF, ON);
		expect(rows[i].untrusted, "row %zu, untrusted", i);
		set_both(VF_MAC_ADMIN, OFF, OFF);
		expect(rows[i].untrusted_unchecked, "row %zu, untrusted, unchecked", i);
		set_both(VF_MAC_ADMIN, ON, ON);
		expect(rows[i].trusted, "row %zu, trusted", i);
		set_both(VF_MAC_ADMIN, ON, OFF);
		expect(rows[i].trusted_unchecked, "row %zu, trusted, unchecked", i);
		set_both(VF_MAC_OWN, OFF, ON);
		expect(rows[i].trusted, "row %zu, own MAC", i);
		set_both(VF_MAC_NONE, OFF, OFF);
		expect(rows[i].trusted_unchecked, "row %zu, no MAC, unchecked", i);
	}
}
END_TEST

/* The first VF gives its MAC and takes none, so that only the others matter. */
START_TEST(one_of_two)
{
	plan(BACKUP, NONE);
	members[1].trust = ON;
	expect("", "the first untrusted");
	plan(BACKUP, NONE);
	members[0].trust = ON;
	expect(REFUSED, "the second untrusted");
	plan(BACKUP, FOLLOW);
	members[1].trust = ON;
	expect("W mac-change-refused A", "the first untrusted, follow");
	plan(ALB, NONE);
	members[1].trust = ON;
	expect("W mac-change-refused A", "the first untrusted, balance-alb");
}
END_TEST

START_TEST(one_member_alone)
{
	static const enum sriov_bond_mode modes[] = {RR, BACKUP, XOR, BROADCAST, TLB, ALB};

	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		plan(modes[i], FOLLOW);
		facts.count = 1;
		expect("", "mode %d", (int)modes[i]);
	}
}
END_TEST

START_TEST(three_members)
{
	struct bond_member three[3];

	plan(BACKUP, NONE);
	three[0] = members[0];
	three[1] = members[1];
	three[2] = make_member("C", "em1", "52:54:00:00:00:0c");
	three[2].index = 1;
	three[1].trust = ON;
	facts.members = three;
	facts.count = 3;
	expect("E mac-change-refused C", "the third untrusted");
	three[1].trust = OFF;
	expect(REFUSED "; E mac-change-refused C", "both others untrusted");
}
END_TEST

/* Nothing has to be changed for a VF that has the bond's MAC, or too much. */
START_TEST(same_admin_mac)
{
	static const struct {
		enum sriov_bond_mode mode;
		enum sriov_fail_over_mac policy;
		const char *untrusted;
		const char *trusted;
	} rows[] = {
		{RR, NONE, "", ""},
		{BACKUP, NONE, "", ""},
		{BACKUP, ACTIVE, "", ""},
		{BACKUP, FOLLOW, "W mac-change-refused A; W mac-change-refused B", ""},
		{XOR, NONE, "", ""},
		{BROADCAST, NONE, "", ""},
		{TLB, NONE, "E same-mac B", "E same-mac B"},
		{ALB, NONE, "E same-mac B" SWAP_REFUSED, "E same-mac B"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		plan(rows[i].mode, rows[i].policy);
		members[1].mac = "52:54:00:00:00:0A";
		set_both(VF_MAC_ADMIN, OFF, OFF);
		expect(rows[i].untrusted, "row %zu", i);
		set_both(VF_MAC_ADMIN, ON, OFF);
		expect(rows[i].trusted, "row %zu, trusted", i);
	}
	plan(ALB, NONE);
	members[1].mac = MAC_A;
	set_both(VF_MAC_UNKNOWN, ON, OFF);
	expect("W same-mac B", "nobody knows whose MACs");
	set_both(VF_MAC_OWN, ON, OFF);
	expect("", "their own, which are gone with the machine's start");
}
END_TEST

/* Where a card is not known, or its MAC's giver is not, nothing is certain. */
START_TEST(uncertain)
{
	static const struct {
		const char *driver;
		enum vf_mac_origin origin;
		const char *found;
	} rows[] = {
		{"igb", VF_MAC_ADMIN, "E mac-change-refused B"},
		{"igb", VF_MAC_UNKNOWN, "W mac-change-refused B"},
		{"igb", VF_MAC_OWN, ""},
		{"ixgbe", VF_MAC_ADMIN, "W mac-change-refused B"},
		{"i40e", VF_MAC_UNKNOWN, "W mac-change-refused B"},
		{"ice", VF_MAC_UNKNOWN, "W mac-change-refused B"},
		{"ice", VF_MAC_NONE, ""},
		{"bnxt_en", VF_MAC_ADMIN, "W mac-change-refused B; W spoof-check-drops B"},
		{"mlx5_core", VF_MAC_ADMIN, "W spoof-check-drops B"},
		{"mlx5_core", VF_MAC_NONE, ""},
		{"new_nic", VF_MAC_ADMIN, "W mac-change-refused B; W spoof-check-drops B"},
		{NULL, VF_MAC_ADMIN, "W mac-change-refused B; W spoof-check-drops B"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		plan(BACKUP, NONE);
		set_both(rows[i].origin, OFF, ON);
		members[0].pf_driver = members[1].pf_driver = rows[i].driver;
		expect(rows[i].found, "row %zu", i);
	}
}
END_TEST

START_TEST(no_such_settings)
{
	plan(BACKUP, NONE);
	set_both(VF_MAC_ADMIN, SRIOV_SWITCH_UNKNOWN, SRIOV_SWITCH_UNKNOWN);
	members[0].pf_driver = members[1].pf_driver = "new_nic";
	expect("W mac-change-refused B", "a driver with neither trust nor spoof check");
}
END_TEST

START_TEST(foreign_macs)
{
	plan(BACKUP, ACTIVE);
	facts.foreign_macs = true;
	expect("E spoof-check-drops A; E spoof-check-drops B", "both checked");
	members[0].spoof_check = OFF;
	expect("E spoof-check-drops B", "one checked");
	members[1].pf_driver = "ice";
	expect("W spoof-check-drops B", "another driver");
	members[1].spoof_check = SRIOV_SWITCH_UNKNOWN;
	expect("", "no spoof check");
	plan(BACKUP, NONE);
	facts.foreign_macs = true;
	set_both(VF_MAC_ADMIN, OFF, ON);
	expect("E spoof-check-drops A; " REFUSED "; E spoof-check-drops B", "both blocks");
}
END_TEST

START_TEST(link_monitoring)
{
	static const enum sriov_bond_mode blind[] = {RR, BACKUP, XOR, BROADCAST};

	for (size_t i = 0; i < sizeof(blind) / sizeof(blind[0]); i++) {
		plan(blind[i], ACTIVE);
		set_both(VF_MAC_NONE, OFF, OFF);
		facts.miimon_ms = 0;
		expect("W no-link-monitoring", "mode %d", (int)blind[i]);
		facts.arp_monitored = true;
		expect("", "mode %d with ARP", (int)blind[i]);
	}
	/* The kernel sets miimon itself. */
	plan(ALB, NONE);
	set_both(VF_MAC_NONE, OFF, OFF);
	facts.miimon_ms = 0;
	expect("", "balance-alb");
}
END_TEST

START_TEST(link_state)
{
	plan(BACKUP, ACTIVE);
	members[1].link_state = SRIOV_LINK_STATE_ENABLE;
	expect("W no-link-monitoring B", "a link that is always up");
	facts.arp_monitored = true;
	expect("", "with ARP");
	facts.arp_monitored = false;
	members[1].link_state = SRIOV_LINK_STATE_UNKNOWN;
	expect("", "a link state that is not known");
}
END_TEST

START_TEST(the_worst_first)
{
	plan(LACP, NONE);
	members[0].link_state = SRIOV_LINK_STATE_ENABLE;
	facts.foreign_macs = true;
	members[0].pf_driver = "ice";
	expect("E mac-change-refused B; E spoof-check-drops B; W spoof-check-drops A; "
	       "W lacp-over-vf; W no-link-monitoring A",
	       "everything");
}
END_TEST

static void expect_remedy(const struct sriov_finding *finding, size_t position, const char *command,
			  const char *words)
{
	const char *remedy = sriov_finding_get_remedy(finding, position);
	const char *found = sriov_finding_get_remedy_command(finding, position);

	ck_assert_ptr_nonnull(remedy);
	ck_assert_msg(strstr(remedy, words), "no \"%s\" in \"%s\"", words, remedy);
	if (command)
		ck_assert_pstr_eq(found, command);
	else
		ck_assert_ptr_null(found);
}

START_TEST(words_of_a_refusal)
{
	struct sriov_finding_list *list;
	struct sriov_finding *one;
	const char *message;

	plan(BACKUP, NONE);
	list = apply();
	one = sriov_finding_ref(sriov_finding_list_get(list, 0));
	sriov_finding_list_unref(list);
	ck_assert_int_eq(sriov_finding_get_code(one), SRIOV_FINDING_CODE_MAC_CHANGE_REFUSED);
	message = sriov_finding_get_message(one);
	ck_assert_msg(strstr(message, "VF 0 of em2 (B) cannot join the bond"), "%s", message);
	ck_assert_msg(strstr(message, "igb refuses"), "%s", message);
	ck_assert_msg(strstr(message, "turning the spoof check off changes nothing"), "%s",
		      message);
	ck_assert_str_eq(sriov_finding_get_evidence(one),
			 "admin MAC " MAC_B ", trust off, spoof check on");
	ck_assert_uint_eq(sriov_finding_get_remedy_count(one), 3);
	expect_remedy(one, 0, "ip link set bond0 type bond fail_over_mac active",
		      "fail_over_mac=active");
	expect_remedy(one, 1, "ip link set em2 vf 0 trust on", "trust the VF");
	expect_remedy(one, 2, "ip link set em2 vf 0 mac 00:00:00:00:00:00", "admin MAC away");
	ck_assert_ptr_null(sriov_finding_get_remedy(one, 3));
	ck_assert_ptr_null(sriov_finding_get_remedy_command(one, 3));
	sriov_finding_unref(one);
}
END_TEST

START_TEST(words_of_a_spoof_check)
{
	struct sriov_finding_list *list;
	struct sriov_finding *one;

	plan(BACKUP, ACTIVE);
	facts.foreign_macs = true;
	facts.count = 1;
	members[0].index = 3;
	members[0].mac = NULL;
	members[0].mac_origin = VF_MAC_NONE;
	list = apply();
	one = sriov_finding_list_get(list, 0);
	ck_assert_ptr_nonnull(strstr(sriov_finding_get_message(one), "VF 3 of em1 (A) drops"));
	ck_assert_str_eq(sriov_finding_get_evidence(one),
			 "no admin MAC, trust off, spoof check on");
	ck_assert_uint_eq(sriov_finding_get_remedy_count(one), 2);
	expect_remedy(one, 0, "ip link set em1 vf 3 spoofchk off", "turn its spoof check off");
	expect_remedy(one, 1, "for n in $(seq 0 6); do ip link set em1 vf $n spoofchk off; done",
		      "turn it off for all 7 VFs of em1");
	sriov_finding_list_unref(list);
	members[0].vf_count = 1;
	list = apply();
	ck_assert_uint_eq(sriov_finding_get_remedy_count(sriov_finding_list_get(list, 0)), 1);
	sriov_finding_list_unref(list);
}
END_TEST

/* In other modes fail_over_mac is of no use by itself. */
START_TEST(words_of_another_mode)
{
	struct sriov_finding_list *list;

	plan(XOR, NONE);
	members[1].address = NULL;
	members[1].pf_interface = NULL;
	list = apply();
	expect_remedy(sriov_finding_list_get(list, 0), 0,
		      "ip link set bond0 type bond mode active-backup fail_over_mac active",
		      "active-backup");
	expect_remedy(sriov_finding_list_get(list, 0), 1, NULL, "trust");
	ck_assert_ptr_null(sriov_finding_get_device(sriov_finding_list_get(list, 0)));
	sriov_finding_list_unref(list);
}
END_TEST

UNIT_SUITE("guest_bond_rules", measured, every_mode, one_of_two, one_member_alone, three_members,
	   same_admin_mac, uncertain, no_such_settings, foreign_macs, link_monitoring, link_state,
	   the_worst_first, words_of_a_refusal, words_of_a_spoof_check, words_of_another_mode)
