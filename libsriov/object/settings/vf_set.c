/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The public setters of one VF, or of one setting of all: arguments are looked at first. */
#include "base/error.h"
#include "object/settings/vf_change.h"
#include "object/settings/vf_change_make.h"
#include "object/vf/vf.h"

static enum sriov_code set_one(struct sriov_vf *vf, struct vf_change change,
			       struct sriov_error **error)
{
	struct pf_link link;
	enum sriov_code code;

	if (!vf)
		return error_null(error, "vf");
	code = vf_change_find_link(vf->pf, &link, error);
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
	enum sriov_code code;

	if (!pf)
		return error_null(error, "pf");
	code = vf_change_find_link(pf, &link, error);
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
	struct vf_change change;
	enum sriov_code code =
		vf ? vf_change_make_mac(mac, &change, error) : error_null(error, "vf");

	return code ? code : set_one(vf, change, error);
}

EXPORT enum sriov_code sriov_vf_set_vlan(struct sriov_vf *vf, unsigned int vlan_id,
					 unsigned int qos, struct sriov_error **error)
{
	return sriov_vf_set_vlan_with_protocol(vf, vlan_id, qos, SRIOV_VLAN_PROTOCOL_8021Q, error);
}

EXPORT enum sriov_code sriov_vf_set_vlan_with_protocol(struct sriov_vf *vf, unsigned int vlan_id,
						       unsigned int qos,
						       enum sriov_vlan_protocol protocol,
						       struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code = vf ? vf_change_make_vlan(vlan_id, qos, protocol, &change, error)
				  : error_null(error, "vf");

	return code ? code : set_one(vf, change, error);
}

EXPORT enum sriov_code sriov_vf_set_rates(struct sriov_vf *vf, unsigned int min_mbps,
					  unsigned int max_mbps, struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code = vf ? vf_change_make_rates(min_mbps, max_mbps, &change, error)
				  : error_null(error, "vf");

	return code ? code : set_one(vf, change, error);
}

EXPORT enum sriov_code sriov_vf_set_min_rate(struct sriov_vf *vf, unsigned int min_mbps,
					     struct sriov_error **error)
{
	return set_one(vf, vf_change_make_rate(SRIOV_VF_SETTING_MIN_RATE, min_mbps), error);
}

EXPORT enum sriov_code sriov_vf_set_max_rate(struct sriov_vf *vf, unsigned int max_mbps,
					     struct sriov_error **error)
{
	return set_one(vf, vf_change_make_rate(SRIOV_VF_SETTING_MAX_RATE, max_mbps), error);
}

EXPORT enum sriov_code sriov_vf_set_spoof_check(struct sriov_vf *vf, bool enable,
						struct sriov_error **error)
{
	return set_one(vf, vf_change_make_switch(SRIOV_VF_SETTING_SPOOF_CHECK, enable), error);
}

EXPORT enum sriov_code sriov_pf_set_spoof_check_all(struct sriov_pf *pf, bool enable,
						    struct sriov_error **error)
{
	return set_all(pf, vf_change_make_switch(SRIOV_VF_SETTING_SPOOF_CHECK, enable), error);
}

EXPORT enum sriov_code sriov_vf_set_trust(struct sriov_vf *vf, bool enable,
					  struct sriov_error **error)
{
	return set_one(vf, vf_change_make_switch(SRIOV_VF_SETTING_TRUST, enable), error);
}

EXPORT enum sriov_code sriov_pf_set_trust_all(struct sriov_pf *pf, bool enable,
					      struct sriov_error **error)
{
	return set_all(pf, vf_change_make_switch(SRIOV_VF_SETTING_TRUST, enable), error);
}

EXPORT enum sriov_code sriov_vf_set_link_state(struct sriov_vf *vf, enum sriov_link_state state,
					       struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code =
		vf ? vf_change_make_link_state(state, &change, error) : error_null(error, "vf");

	return code ? code : set_one(vf, change, error);
}

EXPORT enum sriov_code sriov_pf_set_link_state_all(struct sriov_pf *pf, enum sriov_link_state state,
						   struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code =
		pf ? vf_change_make_link_state(state, &change, error) : error_null(error, "pf");

	return code ? code : set_all(pf, change, error);
}

EXPORT enum sriov_code sriov_vf_set_rss_query(struct sriov_vf *vf, bool enable,
					      struct sriov_error **error)
{
	return set_one(vf, vf_change_make_switch(SRIOV_VF_SETTING_RSS_QUERY, enable), error);
}

EXPORT enum sriov_code sriov_vf_set_node_guid(struct sriov_vf *vf, uint64_t guid,
					      struct sriov_error **error)
{
	return set_one(vf, vf_change_make_guid(SRIOV_VF_SETTING_NODE_GUID, guid), error);
}

EXPORT enum sriov_code sriov_vf_set_port_guid(struct sriov_vf *vf, uint64_t guid,
					      struct sriov_error **error)
{
	return set_one(vf, vf_change_make_guid(SRIOV_VF_SETTING_PORT_GUID, guid), error);
}
