/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code open_bond(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_bond *bond;
	enum sriov_code code = sriov_bond_open_above(context, "em1", &bond, error);

	if (!code && sriov_string_list_get_count(sriov_bond_get_members(bond)) != 2)
		code = HALF;
	sriov_bond_unref(bond);
	return code;
}

static enum sriov_code plan_bond(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_guest_bond *plan = NULL;
	struct sriov_finding_list *findings = NULL;
	struct sriov_bond *bond;
	enum sriov_code code = sriov_bond_open(context, "bond0", &bond, error);

	if (!code)
		code = sriov_guest_bond_new_like(bond, &plan, error);
	if (!code)
		code = sriov_guest_bond_set_mode(plan, SRIOV_BOND_MODE_8023AD, error);
	if (!code)
		code = sriov_guest_bond_check(plan, &findings, error);
	sriov_finding_list_unref(findings);
	sriov_guest_bond_unref(plan);
	sriov_bond_unref(bond);
	return code;
}

static const struct step steps[] = {
	{"open a bond", .run = open_bond},
	{"plan a bond", .run = plan_bond},
};

STEPS(bond)
