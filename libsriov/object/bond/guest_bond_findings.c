/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/bond/guest_bond_findings.h"

#include <stdio.h>

#define LABEL_SIZE   96
#define MAC_TEXT     96
#define COMMAND_SIZE 128

/* The bond of the machine has no name yet. */
#define BOND_COMMAND "ip link set bond0 type bond "

/* "VF 0 of em2 (0000:02:10.0)" */
static const char *label(const struct bond_member *member, char text[LABEL_SIZE])
{
	snprintf(text, LABEL_SIZE, "VF %u of %s%s%s%s", member->index,
		 member->pf_interface ? member->pf_interface : "its PF",
		 member->address ? " (" : "", member->address ? member->address : "",
		 member->address ? ")" : "");
	return text;
}

static const char *driver_name(const struct bond_member *member)
{
	return member->pf_driver ? member->pf_driver : "the PF";
}

static const char *switch_name(enum sriov_switch value)
{
	switch (value) {
	case SRIOV_SWITCH_ON:
		return "on";
	case SRIOV_SWITCH_OFF:
		return "off";
	case SRIOV_SWITCH_UNKNOWN:
		break;
	}
	return "not told";
}

static const char *mac_text(const struct bond_member *member, char text[MAC_TEXT])
{
	const char *mac = member->mac ? member->mac : "to come";

	switch (member->mac_origin) {
	case VF_MAC_NONE:
		return "no admin MAC";
	case VF_MAC_OWN:
		snprintf(text, MAC_TEXT, "no admin MAC (%s is the VF's own)", mac);
		break;
	case VF_MAC_UNKNOWN:
		snprintf(text, MAC_TEXT, "MAC %s (the host does not tell who gave it)", mac);
		break;
	case VF_MAC_ADMIN:
		snprintf(text, MAC_TEXT, "admin MAC %s", mac);
		break;
	}
	return text;
}

static struct sriov_finding *start(enum sriov_finding_code code, bool certain,
				   const struct bond_member *member)
{
	struct sriov_finding *finding = finding_new(
		code, certain ? SRIOV_SEVERITY_ERROR : SRIOV_SEVERITY_WARNING, member->address);
	char mac[MAC_TEXT];

	finding_set_evidence(finding, "%s, trust %s, spoof check %s", mac_text(member, mac),
			     switch_name(member->trust), switch_name(member->spoof_check));
	return finding;
}

/* A command about one VF; none without the PF's interface. */
static const char *vf_command(const struct bond_member *member, const char *setting,
			      char command[COMMAND_SIZE])
{
	if (!member->pf_interface)
		return NULL;
	snprintf(command, COMMAND_SIZE, "ip link set %s vf %u %s", member->pf_interface,
		 member->index, setting);
	return command;
}

/* The way out that asks nothing of the host. */
static void add_fail_over_mac(struct sriov_finding *finding, const struct bond_facts *bond)
{
	if (bond->mode == SRIOV_BOND_MODE_ACTIVE_BACKUP)
		finding_add_remedy(
			finding, BOND_COMMAND "fail_over_mac active",
			"in the machine, before the VFs join, give the bond "
			"fail_over_mac=active: each VF keeps its MAC, and the host gives "
			"up nothing");
	else
		finding_add_remedy(finding, BOND_COMMAND "mode active-backup fail_over_mac active",
				   "in the machine, before the VFs join, make it an active-backup "
				   "bond with fail_over_mac=active: each VF keeps its MAC, and the "
				   "host gives up nothing");
}

static void add_trust(struct sriov_finding *finding, const struct bond_member *member)
{
	char command[COMMAND_SIZE];

	if (member->trust == SRIOV_SWITCH_OFF)
		finding_add_remedy(finding, vf_command(member, "trust on", command),
				   "trust the VF: it may then take any MAC and ask for "
				   "promiscuous mode");
}

static void add_no_admin_mac(struct sriov_finding *finding, const struct bond_member *member)
{
	char command[COMMAND_SIZE];

	finding_add_remedy(finding, vf_command(member, "mac 00:00:00:00:00:00", command),
			   "take its admin MAC away (set it to zeros), where the "
			   "driver allows that: the VF then has any MAC it likes");
}

static void add_no_spoof_check(struct sriov_finding *finding, const struct bond_member *member)
{
	char command[COMMAND_SIZE];

	finding_add_remedy(finding, vf_command(member, "spoofchk off", command),
			   "turn its spoof check off: the machine may then send as anybody");
	if (!member->pf_interface || member->vf_count < 2)
		return;
	snprintf(command, sizeof(command),
		 "for n in $(seq 0 %u); do ip link set %s vf $n spoofchk off; done",
		 member->vf_count - 1, member->pf_interface);
	finding_add_remedy(finding, command,
			   "turn it off for all %u VFs of %s: so may the machines that have the "
			   "others",
			   member->vf_count, member->pf_interface);
}

static const char *refused_outcome(enum mac_change change, bool certain)
{
	switch (change) {
	case MAC_CHANGE_NEVER:
	case MAC_CHANGE_JOIN:
	case MAC_CHANGE_JOIN_RANDOM:
		break;
	case MAC_CHANGE_FAILOVER:
		return certain ? "cannot take over at a failover"
			       : "may not be able to take over at a failover";
	case MAC_CHANGE_SWAP:
		return "may keep the bond's MAC when another VF takes over, so that two have it";
	}
	return certain ? "cannot join the bond" : "may fail to join the bond";
}

static const char *refused_reason(enum mac_change change)
{
	switch (change) {
	case MAC_CHANGE_NEVER:
	case MAC_CHANGE_JOIN:
		break;
	case MAC_CHANGE_JOIN_RANDOM:
		return "it has the bond's MAC already, and newer kernels give it a random one then";
	case MAC_CHANGE_FAILOVER:
		return "a failover gives it the bond's MAC";
	case MAC_CHANGE_SWAP:
		return "a failover gives it the other's MAC in return";
	}
	return "joining gives it the MAC of the first VF";
}

static const char *refused_doubt(const struct bond_member *member, bool known)
{
	if (!known)
		return " (not measured with this driver)";
	return member->mac_origin == VF_MAC_ADMIN ? "" : " (if the administrator set it)";
}

struct sriov_finding *guest_bond_finding_refused(const struct bond_facts *bond,
						 const struct bond_member *member,
						 enum mac_change change, bool certain, bool known)
{
	struct sriov_finding *finding =
		start(SRIOV_FINDING_CODE_MAC_CHANGE_REFUSED, certain, member);
	char name[LABEL_SIZE];

	finding_set_message(finding,
			    "%s %s: %s, and %s refuses an untrusted VF any MAC but its admin "
			    "MAC%s; turning the spoof check off changes nothing about that",
			    label(member, name), refused_outcome(change, certain),
			    refused_reason(change), driver_name(member),
			    refused_doubt(member, known));
	add_fail_over_mac(finding, bond);
	add_trust(finding, member);
	add_no_admin_mac(finding, member);
	return finding;
}

struct sriov_finding *guest_bond_finding_same_mac(const struct bond_facts *bond,
						  const struct bond_member *member,
						  const struct bond_member *twin, bool certain)
{
	struct sriov_finding *finding = start(SRIOV_FINDING_CODE_SAME_MAC, certain, member);
	char name[LABEL_SIZE];
	char other[LABEL_SIZE];

	finding_set_message(finding,
			    "%s %s the bond: %s has the same MAC, and %s needs a different one for "
			    "each member",
			    label(member, name), certain ? "cannot join" : "may fail to join",
			    label(twin, other),
			    bond->mode == SRIOV_BOND_MODE_BALANCE_TLB ? "balance-tlb"
								      : "balance-alb");
	finding_add_remedy(finding, NULL, "give it a MAC of its own");
	add_fail_over_mac(finding, bond);
	return finding;
}

struct sriov_finding *guest_bond_finding_foreign(const struct bond_member *member, bool certain)
{
	struct sriov_finding *finding =
		start(SRIOV_FINDING_CODE_SPOOF_CHECK_DROPS, certain, member);
	char name[LABEL_SIZE];

	finding_set_message(finding,
			    "%s drops without a word what the machine sends with MACs that are not "
			    "the VF's: its spoof check is on",
			    label(member, name));
	add_no_spoof_check(finding, member);
	return finding;
}

struct sriov_finding *guest_bond_finding_untold(const struct bond_facts *bond,
						const struct bond_member *member, bool certain)
{
	struct sriov_finding *finding =
		start(SRIOV_FINDING_CODE_SPOOF_CHECK_DROPS, certain, member);
	char name[LABEL_SIZE];

	finding_set_message(finding,
			    "%s %s without a word what balance-tlb sends through it while another "
			    "VF is the active one: that has the VF's own MAC, the PF was told the "
			    "bond's, and the spoof check is on",
			    label(member, name), certain ? "drops" : "may drop");
	add_fail_over_mac(finding, bond);
	add_no_spoof_check(finding, member);
	return finding;
}

struct sriov_finding *guest_bond_finding_unseen(const struct bond_facts *bond,
						const struct bond_member *member)
{
	struct sriov_finding *finding = start(SRIOV_FINDING_CODE_SPOOF_CHECK_DROPS, false, member);
	char name[LABEL_SIZE];

	finding_set_message(finding,
			    "%s may drop without a word what the bond sends with its own MAC: the "
			    "spoof check is on, and %s may go on comparing with the admin MAC",
			    label(member, name), driver_name(member));
	add_fail_over_mac(finding, bond);
	add_no_spoof_check(finding, member);
	return finding;
}

struct sriov_finding *guest_bond_finding_lacp(void)
{
	struct sriov_finding *finding =
		finding_new(SRIOV_FINDING_CODE_LACP_OVER_VF, SRIOV_SEVERITY_WARNING, NULL);

	finding_set_message(
		finding, "802.3ad over VFs may never come up: the VFs share their ports with the "
			 "PFs, and the partner's LACP talks to those");
	finding_set_evidence(finding, "mode 802.3ad");
	finding_add_remedy(
		finding, BOND_COMMAND "mode active-backup fail_over_mac active",
		"in the machine, before the VFs join, make it an active-backup bond with "
		"fail_over_mac=active, which asks nothing of a partner");
	return finding;
}

struct sriov_finding *guest_bond_finding_no_miimon(void)
{
	struct sriov_finding *finding =
		finding_new(SRIOV_FINDING_CODE_NO_LINK_MONITORING, SRIOV_SEVERITY_WARNING, NULL);

	finding_set_message(finding, "the bond does not see that a link is lost, and no failover "
				     "comes: miimon is 0, and so nobody looks unless arp_interval "
				     "is set");
	finding_set_evidence(finding, "miimon 0");
	finding_add_remedy(finding, BOND_COMMAND "miimon 100",
			   "in the machine, give the bond miimon=100, ten looks a second");
	return finding;
}

struct sriov_finding *guest_bond_finding_always_up(const struct bond_member *member)
{
	struct sriov_finding *finding = finding_new(SRIOV_FINDING_CODE_NO_LINK_MONITORING,
						    SRIOV_SEVERITY_WARNING, member->address);
	char name[LABEL_SIZE];
	char command[COMMAND_SIZE];

	finding_set_message(finding,
			    "%s is told that its link is always up: the bond does not see that the "
			    "port lost its own, and no failover comes",
			    label(member, name));
	finding_set_evidence(finding, "link state enable");
	finding_add_remedy(finding, vf_command(member, "state auto", command),
			   "let it see the link of its PF");
	return finding;
}
