/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The public setters: arguments are looked at before anything is sent. */
#include "base/error.h"
#include "object/vf.h"
#include "object/vf_change.h"

#define LAST_VLAN 4094
#define LAST_QOS  7

static enum sriov_code set_one(struct sriov_vf *vf, struct vf_change change,
			       struct sriov_error **error)
{
	struct pf_link link;
	enum sriov_code code = pf_link_find(vf->pf, &link, error);

	change.vf_index = vf->index;
	return code ? code : vf_change_apply(vf->pf, &link, &change, 1, error);
}

/* The same for the VFs that there are now. */
static enum sriov_code set_all(struct sriov_pf *pf, struct vf_change change,
			       struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct vf_change *changes = NULL;
	CLEANUP(cleanup_free) unsigned int *indexes = NULL;
	struct pf_link link;
	unsigned int count = 0;
	enum sriov_code code = pf_link_find(pf, &link, error);

	if (!code)
		code = pf_list_indexes(pf, &indexes, &count, error);
	if (code || !count)
		return code;
	changes = calloc(count, sizeof(*changes));
	if (!changes)
		return error_no_memory(error);
	for (unsigned int i = 0; i < count; i++) {
		changes[i] = change;
		changes[i].vf_index = indexes[i];
	}
	return vf_change_apply(pf, &link, changes, count, error);
}

EXPORT enum sriov_code sriov_vf_set_mac(struct sriov_vf *vf, const char *mac,
					struct sriov_error **error)
{
	struct vf_change change = {.setting = VF_SETTING_MAC};

	if (!vf)
		return error_null(error, "vf");
	if (!mac)
		return error_null(error, "mac");
	if (!mac_parse(mac, change.mac))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is no MAC: six bytes in hexadecimal with colons, such as "
				 "52:54:00:00:00:01",
				 mac);
	if (mac_is_multicast(change.mac))
		return error_set(error, SRIOV_CODE_INVALID,
				 "%s is a multicast address, which no VF can have: the first byte "
				 "must be even",
				 mac);
	return set_one(vf, change, error);
}

EXPORT enum sriov_code sriov_vf_set_vlan(struct sriov_vf *vf, unsigned int vlan_id,
					 unsigned int qos, struct sriov_error **error)
{
	if (!vf)
		return error_null(error, "vf");
	if (vlan_id > LAST_VLAN)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u is no VLAN: they go from 1 to %u, and 0 is none", vlan_id,
				 LAST_VLAN);
	if (qos > LAST_QOS)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u is no priority of a VLAN: they go from 0 to %u", qos,
				 LAST_QOS);
	if (!vlan_id && qos)
		return error_set(error, SRIOV_CODE_INVALID,
				 "without a VLAN the priority must be 0, not %u", qos);
	return set_one(vf,
		       (struct vf_change) {
			       .setting = VF_SETTING_VLAN,
			       .vlan = {.id = (uint16_t)vlan_id, .qos = (uint8_t)qos},
		       },
		       error);
}

EXPORT enum sriov_code sriov_vf_set_spoof_check(struct sriov_vf *vf, bool enable,
						struct sriov_error **error)
{
	if (!vf)
		return error_null(error, "vf");
	return set_one(vf, (struct vf_change) {.setting = VF_SETTING_SPOOF_CHECK, .enable = enable},
		       error);
}

EXPORT enum sriov_code sriov_pf_set_spoof_check_all(struct sriov_pf *pf, bool enable,
						    struct sriov_error **error)
{
	if (!pf)
		return error_null(error, "pf");
	return set_all(pf, (struct vf_change) {.setting = VF_SETTING_SPOOF_CHECK, .enable = enable},
		       error);
}

EXPORT enum sriov_code sriov_vf_set_trust(struct sriov_vf *vf, bool enable,
					  struct sriov_error **error)
{
	if (!vf)
		return error_null(error, "vf");
	return set_one(vf, (struct vf_change) {.setting = VF_SETTING_TRUST, .enable = enable},
		       error);
}

EXPORT enum sriov_code sriov_pf_set_trust_all(struct sriov_pf *pf, bool enable,
					      struct sriov_error **error)
{
	if (!pf)
		return error_null(error, "pf");
	return set_all(pf, (struct vf_change) {.setting = VF_SETTING_TRUST, .enable = enable},
		       error);
}

/* A program may hand over any number. */
static enum sriov_code check_link_state(enum sriov_link_state state, struct sriov_error **error)
{
	switch (state) {
	case SRIOV_LINK_STATE_AUTO:
	case SRIOV_LINK_STATE_ENABLE:
	case SRIOV_LINK_STATE_DISABLE:
		return SRIOV_CODE_OK;
	case SRIOV_LINK_STATE_UNKNOWN:
		break;
	}
	return error_set(error, SRIOV_CODE_INVALID, "%d is no link state that can be set", state);
}

EXPORT enum sriov_code sriov_vf_set_link_state(struct sriov_vf *vf, enum sriov_link_state state,
					       struct sriov_error **error)
{
	enum sriov_code code = vf ? check_link_state(state, error) : error_null(error, "vf");
	struct vf_change change = {.setting = VF_SETTING_LINK_STATE, .link_state = state};

	return code ? code : set_one(vf, change, error);
}

EXPORT enum sriov_code sriov_pf_set_link_state_all(struct sriov_pf *pf, enum sriov_link_state state,
						   struct sriov_error **error)
{
	enum sriov_code code = pf ? check_link_state(state, error) : error_null(error, "pf");
	struct vf_change change = {.setting = VF_SETTING_LINK_STATE, .link_state = state};

	return code ? code : set_all(pf, change, error);
}
