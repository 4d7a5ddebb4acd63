/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What goes wrong with a bond over VFs, told from plain facts alone.
 *
 * Two things may keep a bond's frames from arriving. The PF may refuse a VF another MAC: it does
 * when the administrator gave the VF one and the VF is not trusted. And the PF's spoof check drops
 * what is sent with a MAC that the PF does not have for the VF; a MAC that it let the VF take
 * is the VF's own from then on. Which of the two meets a bond depends on its mode.
 */
#ifndef OBJECT_GUEST_BOND_RULES_H
#define OBJECT_GUEST_BOND_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "sriov/bond.h"
#include "sriov/finding.h"
#include "sriov/vf_settings.h"

#include "object/settings/vf_mac.h"

/* Each text may be NULL. */
struct bond_member {
	const char *address;
	const char *pf_interface;
	const char *pf_driver;
	const char *mac;
	unsigned int index;
	/* how many VFs the PF has */
	unsigned int vf_count;
	enum vf_mac_origin mac_origin;
	enum sriov_switch trust;
	enum sriov_switch spoof_check;
	enum sriov_link_state link_state;
};

/* The first member gives the bond its MAC. */
struct bond_facts {
	enum sriov_bond_mode mode;
	enum sriov_fail_over_mac fail_over_mac;
	unsigned int miimon_ms;
	bool arp_monitored;
	bool foreign_macs;
	const struct bond_member *members;
	size_t count;
};

/* Adds what is wrong to the list, the worst first; false when there is no memory. */
bool guest_bond_rules_apply(const struct bond_facts *bond, struct sriov_finding_list *findings);

#endif
