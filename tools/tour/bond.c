/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* W8 to W10: the bond, its trap, and the ways out. */
#include "tour.h"

void w8_bond(struct tour *tour)
{
	const char *interface = sriov_pf_get_interface(tour->pfs[0]);
	struct sriov_error *error = NULL;

	story_step(&tour->story, "W8", "The same bond in host and guest");
	if (!interface) {
		story_say(&tour->story, "%s has no interface to bond.", name_of(tour->pfs[0]));
		return;
	}
	if (sriov_bond_open_above(tour->context, interface, &tour->bond, &error)) {
		story_say(&tour->story, "%s", sriov_error_get_message(error));
		story_hand(&tour->story, "BONDING_OPTS=\"mode=1 miimon=80 updelay=30000\" in both");
		sriov_error_unref(error);
		return;
	}
	story_say(&tour->story, "%s above %s: %s, active member %s",
		  sriov_bond_get_name(tour->bond), interface, sriov_bond_get_mode_name(tour->bond),
		  or_none(sriov_bond_get_active_member(tour->bond)));
	story_say(&tour->story, "  %s", sriov_bond_get_options(tour->bond));
	story_say(&tour->story,
		  "in the guest the same, with its own name of the first VF as primary:");
	story_hand(&tour->story, "BONDING_OPTS=\"mode=%d miimon=%u updelay=%u primary=eth0\"",
		   (int)sriov_bond_get_mode(tour->bond), sriov_bond_get_miimon_ms(tour->bond),
		   sriov_bond_get_updelay_ms(tour->bond));
}

/* VF 0 of each PF, in a bond like the host's or in the story's own: mode 1, miimon 80. */
static enum sriov_code plan_bond(struct tour *tour, struct sriov_error **error)
{
	struct sriov_vf *vf;
	enum sriov_code code = tour->bond
				       ? sriov_guest_bond_new_like(tour->bond, &tour->plan, error)
				       : sriov_guest_bond_new(&tour->plan, error);

	if (!code && !tour->bond)
		sriov_guest_bond_set_miimon_ms(tour->plan, 80);
	/* The machine gets the VFs from libvirt, which gives each an admin MAC. */
	sriov_guest_bond_set_admin_macs(tour->plan, true);
	for (size_t i = 0; !code && i < tour->pf_count; i++) {
		code = sriov_pf_open_vf(tour->pfs[i], 0, &vf, error);
		if (!code)
			code = sriov_guest_bond_add_vf(tour->plan, vf, error);
		sriov_vf_unref(vf);
	}
	return code;
}

static void show_finding(struct tour *tour, const struct sriov_finding *finding, bool remedies)
{
	const char *command;

	if (!remedies) {
		story_warn(&tour->story, "[%s] %s", sriov_finding_get_code_name(finding),
			   sriov_finding_get_message(finding));
		story_say(&tour->story, "  told by: %s",
			  or_none(sriov_finding_get_evidence(finding)));
		return;
	}
	for (size_t i = 0; i < sriov_finding_get_remedy_count(finding); i++) {
		command = sriov_finding_get_remedy_command(finding, i);
		story_say(&tour->story, "%zu. %s", i + 1, sriov_finding_get_remedy(finding, i));
		if (command)
			story_hand(&tour->story, "%s", command);
	}
}

/* Gives how many findings there are. */
static size_t show_findings(struct tour *tour, bool remedies)
{
	struct sriov_finding_list *findings = NULL;
	struct sriov_error *error = NULL;
	size_t count;

	if (sriov_guest_bond_check(tour->plan, &findings, &error))
		trouble(tour, error);
	count = sriov_finding_list_get_count(findings);
	for (size_t i = 0; i < count; i++)
		show_finding(tour, sriov_finding_list_get(findings, i), remedies);
	sriov_finding_list_unref(findings);
	return count;
}

void w9_trap(struct tour *tour)
{
	struct sriov_error *error = NULL;

	story_step(&tour->story, "W9", "The trap: will the guest's bond survive a failover?");
	for (size_t i = 0; i < tour->pf_count; i++)
		if (!sriov_pf_get_vf_count(tour->pfs[i])) {
			story_say(&tour->story, "%s has no VF to ask about yet.",
				  name_of(tour->pfs[i]));
			return;
		}
	if (plan_bond(tour, &error)) {
		trouble(tour, error);
		sriov_guest_bond_unref(tour->plan);
		tour->plan = NULL;
		return;
	}
	if (!show_findings(tour, false))
		story_say(&tour->story, "Yes: nothing stands in its way.");
}

static void spoof_check_off(struct tour *tour, struct sriov_pf *pf)
{
	struct sriov_error *error = NULL;

	if (sriov_pf_set_spoof_check_all(pf, false, &error))
		trouble(tour, error);
	else
		story_say(&tour->story, "spoof check is off on all %u VFs of %s: one call",
			  sriov_pf_get_vf_count(pf), name_of(pf));
}

void w10_way_out(struct tour *tour)
{
	struct sriov_error *error = NULL;

	story_step(&tour->story, "W10", "The ways out, the one that gives up the least first");
	if (!tour->plan) {
		story_say(&tour->story, "Nothing to get out of yet.");
		return;
	}
	if (!show_findings(tour, true))
		story_say(&tour->story, "None is needed.");
	if (sriov_guest_bond_set_fail_over_mac(tour->plan, SRIOV_FAIL_OVER_MAC_ACTIVE, &error))
		trouble(tour, error);
	story_say(&tour->story, "With fail_over_mac=active in the guest's bond:");
	if (!show_findings(tour, false))
		story_say(&tour->story, "  nothing stands in its way any more.");
	story_say(&tour->story,
		  "Where frames with foreign MACs are wanted, spoof check off for all:");
	for (size_t i = 0; i < tour->pf_count; i++) {
		if (tour->apply && tour->spoof_check_off)
			spoof_check_off(tour, tour->pfs[i]);
		if (sriov_pf_get_vf_count(tour->pfs[i]))
			story_hand(
				&tour->story,
				"for n in $(seq 0 %u); do ip link set %s vf $n spoofchk off; done",
				sriov_pf_get_vf_count(tour->pfs[i]) - 1, name_of(tour->pfs[i]));
	}
}
