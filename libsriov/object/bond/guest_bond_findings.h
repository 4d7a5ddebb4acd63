/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The findings about bonds over VFs in words, with their ways out. All give NULL without memory. */
#ifndef OBJECT_GUEST_BOND_FINDINGS_H
#define OBJECT_GUEST_BOND_FINDINGS_H

#include "object/bond/guest_bond_rules.h"
#include "object/finding/finding.h"

/* When a bond gives a member a MAC that it does not have. */
enum mac_change {
	MAC_CHANGE_NEVER,
	/* It is given the first one's when it joins. */
	MAC_CHANGE_JOIN,
	/* It has the bond's already and is given a random one when it joins. */
	MAC_CHANGE_JOIN_RANDOM,
	/* It is given the bond's when it becomes the active one. */
	MAC_CHANGE_FAILOVER,
	/* It is the first one, and gets the other's in return when that takes over. */
	MAC_CHANGE_SWAP,
};

/* The PF will not let it have the MAC; known tells whether its driver's ways are. */
struct sriov_finding *guest_bond_finding_refused(const struct bond_facts *bond,
						 const struct bond_member *member,
						 enum mac_change change, bool certain, bool known);

/* It has the twin's MAC in a mode that needs different ones. */
struct sriov_finding *guest_bond_finding_same_mac(const struct bond_facts *bond,
						  const struct bond_member *member,
						  const struct bond_member *twin, bool certain);

/* The spoof check will drop: MACs of others behind the machine; */
struct sriov_finding *guest_bond_finding_foreign(const struct bond_member *member, bool certain);
/* the VF's own MAC in balance-tlb; */
struct sriov_finding *guest_bond_finding_untold(const struct bond_facts *bond,
						const struct bond_member *member, bool certain);
/* the bond's MAC, if the driver compares with the admin MAC. */
struct sriov_finding *guest_bond_finding_unseen(const struct bond_facts *bond,
						const struct bond_member *member);

struct sriov_finding *guest_bond_finding_lacp(void);
struct sriov_finding *guest_bond_finding_no_miimon(void);
struct sriov_finding *guest_bond_finding_always_up(const struct bond_member *member);

#endif
