/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/guest_bond.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/list.h"
#include "object/bond/bond.h"
#include "object/bond/guest_bond_rules.h"
#include "object/finding/finding.h"
#include "object/settings/vf_mac.h"
#include "object/vf/vf.h"

/* A VF as it was when it was added. */
struct added_vf {
	struct object object;
	struct sriov_vf *vf;
	struct sriov_vf_settings *settings;
	enum vf_mac_origin mac_origin;
};

struct sriov_guest_bond {
	struct object object;
	enum sriov_bond_mode mode;
	enum sriov_fail_over_mac fail_over_mac;
	unsigned int miimon_ms;
	bool arp_monitored;
	bool foreign_macs;
	bool admin_macs;
	struct list *vfs;
};

OBJECT_REFERENCES(guest_bond)

static void destroy(void *object)
{
	struct sriov_guest_bond *bond = object;

	object_unref(bond->vfs);
}

static void destroy_added(void *object)
{
	struct added_vf *added = object;

	sriov_vf_unref(added->vf);
	sriov_vf_settings_unref(added->settings);
}

EXPORT enum sriov_code sriov_guest_bond_new(struct sriov_guest_bond **bond,
					    struct sriov_error **error)
{
	struct sriov_guest_bond *made;

	if (!bond)
		return error_null(error, "bond");
	*bond = NULL;
	made = object_new(sizeof(*made), destroy);
	if (!made)
		return error_no_memory(error);
	made->mode = SRIOV_BOND_MODE_ACTIVE_BACKUP;
	made->vfs = list_new();
	if (!made->vfs) {
		sriov_guest_bond_unref(made);
		return error_no_memory(error);
	}
	*bond = made;
	return SRIOV_CODE_OK;
}

static bool knows_mode(enum sriov_bond_mode mode)
{
	return mode >= SRIOV_BOND_MODE_BALANCE_RR && mode <= SRIOV_BOND_MODE_BALANCE_ALB;
}

static bool knows_policy(enum sriov_fail_over_mac policy)
{
	return policy >= SRIOV_FAIL_OVER_MAC_NONE && policy <= SRIOV_FAIL_OVER_MAC_FOLLOW;
}

EXPORT enum sriov_code sriov_guest_bond_new_like(const struct sriov_bond *host,
						 struct sriov_guest_bond **bond,
						 struct sriov_error **error)
{
	enum sriov_code code;

	if (!bond)
		return error_null(error, "bond");
	*bond = NULL;
	if (!host)
		return error_null(error, "host");
	if (!knows_mode(host->mode) || !knows_policy(host->fail_over_mac))
		return error_set(error, SRIOV_CODE_INVALID,
				 "%s: this version does not know its mode or its fail_over_mac: %s",
				 host->name, host->options);
	code = sriov_guest_bond_new(bond, error);
	if (code)
		return code;
	(*bond)->mode = host->mode;
	(*bond)->fail_over_mac = host->fail_over_mac;
	(*bond)->miimon_ms = host->miimon_ms;
	(*bond)->arp_monitored = host->arp_interval_ms > 0;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_guest_bond_set_mode(struct sriov_guest_bond *bond,
						 enum sriov_bond_mode mode,
						 struct sriov_error **error)
{
	if (!bond)
		return error_null(error, "bond");
	if (!knows_mode(mode))
		return error_set(error, SRIOV_CODE_INVALID, "%d is no mode of a bond", (int)mode);
	bond->mode = mode;
	return SRIOV_CODE_OK;
}

EXPORT void sriov_guest_bond_set_miimon_ms(struct sriov_guest_bond *bond, unsigned int miimon_ms)
{
	if (bond)
		bond->miimon_ms = miimon_ms;
}

EXPORT enum sriov_code sriov_guest_bond_set_fail_over_mac(struct sriov_guest_bond *bond,
							  enum sriov_fail_over_mac policy,
							  struct sriov_error **error)
{
	if (!bond)
		return error_null(error, "bond");
	if (!knows_policy(policy))
		return error_set(error, SRIOV_CODE_INVALID, "%d is no fail_over_mac of a bond",
				 (int)policy);
	bond->fail_over_mac = policy;
	return SRIOV_CODE_OK;
}

EXPORT void sriov_guest_bond_set_foreign_macs(struct sriov_guest_bond *bond, bool foreign)
{
	if (bond)
		bond->foreign_macs = foreign;
}

EXPORT void sriov_guest_bond_set_admin_macs(struct sriov_guest_bond *bond, bool given)
{
	if (bond)
		bond->admin_macs = given;
}

/* PFs are compared by their addresses: the same VF may have been opened twice. */
static bool has_vf(const struct sriov_guest_bond *bond, const struct sriov_vf *vf)
{
	for (size_t i = 0; i < list_get_count(bond->vfs); i++) {
		const struct added_vf *added = list_get(bond->vfs, i);

		if (added->vf->index == vf->index &&
		    !address_compare(added->vf->pf->device->address, vf->pf->device->address))
			return true;
	}
	return false;
}

EXPORT enum sriov_code sriov_guest_bond_add_vf(struct sriov_guest_bond *bond, struct sriov_vf *vf,
					       struct sriov_error **error)
{
	struct sriov_vf_settings *settings;
	struct added_vf *added;
	char label[VF_LABEL_SIZE];
	enum sriov_code code;

	if (!bond)
		return error_null(error, "bond");
	if (!vf)
		return error_null(error, "vf");
	if (has_vf(bond, vf)) {
		vf_label(vf, label);
		return error_set(error, SRIOV_CODE_ALREADY, "%s is in the plan already", label);
	}
	code = sriov_vf_read_settings(vf, &settings, error);
	if (code)
		return code;
	added = object_new(sizeof(*added), destroy_added);
	if (!added) {
		sriov_vf_settings_unref(settings);
		return error_no_memory(error);
	}
	added->vf = sriov_vf_ref(vf);
	added->settings = settings;
	added->mac_origin = vf_mac_find_origin(vf, sriov_vf_settings_get_mac(settings));
	return list_add(bond->vfs, added) ? SRIOV_CODE_OK : error_no_memory(error);
}

static struct bond_member describe(const struct sriov_guest_bond *bond,
				   const struct added_vf *added)
{
	const struct sriov_vf *vf = added->vf;
	struct bond_member member = {
		.address = sriov_device_get_address(vf->device),
		.pf_interface = vf->pf->interface,
		.pf_driver = sriov_device_get_driver(vf->pf->device),
		.mac = sriov_vf_settings_get_mac(added->settings),
		.index = vf->index,
		.vf_count = vf->pf->vf_count,
		.mac_origin = added->mac_origin,
		.trust = sriov_vf_settings_get_trust(added->settings),
		.spoof_check = sriov_vf_settings_get_spoof_check(added->settings),
		.link_state = sriov_vf_settings_get_link_state(added->settings),
	};

	/* What it has now is not what it will be given. */
	if (bond->admin_macs && member.mac_origin != VF_MAC_ADMIN) {
		member.mac_origin = VF_MAC_ADMIN;
		member.mac = NULL;
	}
	return member;
}

static enum sriov_code apply_rules(const struct sriov_guest_bond *bond,
				   struct sriov_finding_list *findings, struct sriov_error **error)
{
	struct bond_facts facts = {
		.mode = bond->mode,
		.fail_over_mac = bond->fail_over_mac,
		.miimon_ms = bond->miimon_ms,
		.arp_monitored = bond->arp_monitored,
		.foreign_macs = bond->foreign_macs,
		.count = list_get_count(bond->vfs),
	};
	struct bond_member *members = calloc(facts.count + 1, sizeof(*members));
	bool applied = false;

	if (members) {
		for (size_t i = 0; i < facts.count; i++)
			members[i] = describe(bond, list_get(bond->vfs, i));
		facts.members = members;
		applied = guest_bond_rules_apply(&facts, findings);
	}
	free(members);
	return applied ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT enum sriov_code sriov_guest_bond_check(const struct sriov_guest_bond *bond,
					      struct sriov_finding_list **findings,
					      struct sriov_error **error)
{
	struct sriov_finding_list *found;
	enum sriov_code code;

	if (!findings)
		return error_null(error, "findings");
	*findings = NULL;
	if (!bond)
		return error_null(error, "bond");
	found = list_new();
	if (!found)
		return error_no_memory(error);
	code = apply_rules(bond, found, error);
	if (code)
		sriov_finding_list_unref(found);
	else
		*findings = found;
	return code;
}
