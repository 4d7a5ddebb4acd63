/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/bond/guest_bond_rules.h"

#include <string.h>
#include <strings.h>

#include "object/bond/guest_bond_findings.h"

/*
 * What PF drivers do. igb's was measured in bonds of every mode, and seen in the registers of the
 * card; the others' was read in their sources. A driver that is not here may do anything.
 */
static const struct pf_driver {
	const char *name;
	bool measured;
	/* lets an untrusted VF change its admin MAC */
	bool allows_mac_change;
	/* its spoof check knows the MAC that the VF took, not the admin MAC alone */
	bool checks_current_mac;
} pf_drivers[] = {
	{.name = "igb", .measured = true, .checks_current_mac = true},
	{.name = "ixgbe", .checks_current_mac = true},
	{.name = "i40e", .checks_current_mac = true},
	{.name = "ice", .checks_current_mac = true},
	{.name = "bnxt_en"},
	{.name = "mlx5_core", .allows_mac_change = true},
};

static const struct pf_driver *find_driver(const struct bond_member *member)
{
	static const struct pf_driver unknown = {.name = NULL};

	for (size_t i = 0; member->pf_driver && i < ARRAY_SIZE(pf_drivers); i++)
		if (!strcmp(pf_drivers[i].name, member->pf_driver))
			return &pf_drivers[i];
	return &unknown;
}

/* balance-tlb and balance-alb need members with different MACs. */
static bool balances_by_mac(const struct bond_facts *bond)
{
	return bond->mode == SRIOV_BOND_MODE_BALANCE_TLB ||
	       bond->mode == SRIOV_BOND_MODE_BALANCE_ALB;
}

/* fail_over_mac counts in active-backup mode alone; in all others a member takes it at joining. */
static enum sriov_fail_over_mac policy_of(const struct bond_facts *bond)
{
	return bond->mode == SRIOV_BOND_MODE_ACTIVE_BACKUP ? bond->fail_over_mac
							   : SRIOV_FAIL_OVER_MAC_NONE;
}

static bool is_same_mac(const struct bond_member *one, const struct bond_member *other)
{
	return one->mac && other->mac && !strcasecmp(one->mac, other->mac);
}

/* The member before this one that has the same MAC; NULL when there is none. */
static const struct bond_member *find_twin(const struct bond_facts *bond, size_t position)
{
	for (size_t i = 0; i < position; i++)
		if (is_same_mac(&bond->members[i], &bond->members[position]))
			return &bond->members[i];
	return NULL;
}

static bool may_refuse(const struct bond_member *member)
{
	return (member->mac_origin == VF_MAC_ADMIN || member->mac_origin == VF_MAC_UNKNOWN) &&
	       member->trust != SRIOV_SWITCH_ON && !find_driver(member)->allows_mac_change;
}

static bool surely_refuses(const struct bond_member *member)
{
	return may_refuse(member) && member->mac_origin == VF_MAC_ADMIN &&
	       find_driver(member)->measured;
}

/* When a bond gives the member a MAC that it does not have. */
static enum mac_change find_change(const struct bond_facts *bond, size_t position)
{
	bool same = is_same_mac(&bond->members[0], &bond->members[position]);

	if (policy_of(bond) == SRIOV_FAIL_OVER_MAC_ACTIVE)
		return MAC_CHANGE_NEVER;
	/* Nothing has its MAC to give to the first one; a swap comes back to it. */
	if (position == 0)
		return bond->count > 1 && (policy_of(bond) == SRIOV_FAIL_OVER_MAC_FOLLOW ||
					   bond->mode == SRIOV_BOND_MODE_BALANCE_ALB)
			       ? MAC_CHANGE_SWAP
			       : MAC_CHANGE_NEVER;
	if (policy_of(bond) == SRIOV_FAIL_OVER_MAC_FOLLOW)
		return same ? MAC_CHANGE_JOIN_RANDOM : MAC_CHANGE_FAILOVER;
	return same ? MAC_CHANGE_NEVER : MAC_CHANGE_JOIN;
}

static bool check_mac_change(const struct bond_facts *bond, size_t position,
			     struct sriov_finding_list *findings)
{
	const struct bond_member *member = &bond->members[position];
	enum mac_change change = find_change(bond, position);
	/* A swap takes a failover back to hurt, and older kernels leave what is the same alone. */
	bool certain = surely_refuses(member) && change != MAC_CHANGE_SWAP &&
		       change != MAC_CHANGE_JOIN_RANDOM;

	if (change == MAC_CHANGE_NEVER || !may_refuse(member))
		return true;
	return finding_list_add(findings,
				guest_bond_finding_refused(bond, member, change, certain,
							   find_driver(member)->measured));
}

/* The bonding driver itself turns the second one away. */
static bool check_same_mac(const struct bond_facts *bond, size_t position,
			   struct sriov_finding_list *findings)
{
	const struct bond_member *member = &bond->members[position];
	const struct bond_member *twin = find_twin(bond, position);

	if (!balances_by_mac(bond) || !twin || member->mac_origin == VF_MAC_OWN ||
	    twin->mac_origin == VF_MAC_OWN)
		return true;
	return finding_list_add(
		findings, guest_bond_finding_same_mac(bond, member, twin,
						      member->mac_origin == VF_MAC_ADMIN &&
							      twin->mac_origin == VF_MAC_ADMIN));
}

/*
 * balance-tlb tells the PF the bond's MAC and sends with the member's own; when another member
 * takes over, that is so for the first one too.
 */
static bool sends_untold(const struct bond_facts *bond, size_t position)
{
	return bond->mode == SRIOV_BOND_MODE_BALANCE_TLB && bond->count > 1 &&
	       !find_twin(bond, position);
}

/* The PF lets the VF change its MAC, but may go on comparing with the admin MAC. */
static bool sends_unseen(const struct bond_facts *bond, size_t position)
{
	const struct bond_member *member = &bond->members[position];

	return find_change(bond, position) != MAC_CHANGE_NEVER &&
	       !find_driver(member)->checks_current_mac && member->mac_origin != VF_MAC_NONE &&
	       member->mac_origin != VF_MAC_OWN;
}

static bool check_spoofing(const struct bond_facts *bond, size_t position,
			   struct sriov_finding_list *findings)
{
	const struct bond_member *member = &bond->members[position];
	bool measured = find_driver(member)->measured;
	struct sriov_finding *finding;

	if (member->spoof_check != SRIOV_SWITCH_ON)
		return true;
	if (bond->foreign_macs)
		finding = guest_bond_finding_foreign(member, measured);
	/* What cannot join sends nothing. */
	else if (position > 0 && surely_refuses(member) &&
		 find_change(bond, position) == MAC_CHANGE_JOIN)
		return true;
	else if (sends_untold(bond, position))
		finding = guest_bond_finding_untold(bond, member, measured && position > 0);
	else if (sends_unseen(bond, position))
		finding = guest_bond_finding_unseen(bond, member);
	else
		return true;
	return finding_list_add(findings, finding);
}

/* The kernel itself looks at the links in the modes that cannot do without: every 100 ms. */
static bool needs_miimon(const struct bond_facts *bond)
{
	return bond->mode <= SRIOV_BOND_MODE_BROADCAST;
}

static bool check_monitoring(const struct bond_facts *bond, struct sriov_finding_list *findings)
{
	if (bond->arp_monitored)
		return true;
	if (!bond->miimon_ms && needs_miimon(bond))
		return finding_list_add(findings, guest_bond_finding_no_miimon());
	for (size_t i = 0; i < bond->count; i++)
		if (bond->members[i].link_state == SRIOV_LINK_STATE_ENABLE &&
		    !finding_list_add(findings, guest_bond_finding_always_up(&bond->members[i])))
			return false;
	return true;
}

bool guest_bond_rules_apply(const struct bond_facts *bond, struct sriov_finding_list *findings)
{
	bool added = true;

	for (size_t i = 0; added && i < bond->count; i++)
		added = check_mac_change(bond, i, findings) && check_same_mac(bond, i, findings) &&
			check_spoofing(bond, i, findings);
	if (added && bond->mode == SRIOV_BOND_MODE_8023AD)
		added = finding_list_add(findings, guest_bond_finding_lacp());
	if (added)
		added = check_monitoring(bond, findings);
	finding_list_sort(findings);
	return added;
}
