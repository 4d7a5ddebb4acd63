/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vf_settings.h"

#include "base/error.h"
#include "base/list.h"
#include "kernel/vf_request.h"
#include "object/pf_link.h"
#include "object/vf.h"

OBJECT_REFERENCES(vf_settings)
OBJECT_LIST(vf_settings)

static struct sriov_vf_settings *make(unsigned int vf_index, const struct vf_facts *facts)
{
	struct sriov_vf_settings *settings = object_new(sizeof(*settings), NULL);

	if (!settings)
		return NULL;
	settings->vf_index = vf_index;
	settings->facts = *facts;
	mac_format(facts->mac, settings->mac);
	return settings;
}

static enum sriov_code explain(const struct sriov_pf *pf, enum sriov_code code,
			       struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
	error_set_device(error, pf->device->address);
	if (code == SRIOV_CODE_NO_MEMORY)
		return code;
	if (code == SRIOV_CODE_GONE)
		return error_explain(error, code, "%s was removed", label);
	return error_explain(error, code, "%s: cannot read the settings of its VFs", label);
}

static enum sriov_code read_facts(const struct sriov_pf *pf, struct vf_facts **facts, size_t *count,
				  struct sriov_error **error)
{
	struct pf_link link;
	enum sriov_code code = pf_link_find(pf, &link, error);

	if (code)
		return code;
	code = vf_request_read(link.netlink, link.index, facts, count, error);
	return code ? explain(pf, code, error) : code;
}

static enum sriov_code fail_vf(const struct sriov_pf *pf, unsigned int index, enum sriov_code code,
			       const char *why, struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
	error_set(error, code, "VF %u of %s: cannot read its settings: %s", index, label, why);
	error_set_device(error, pf->device->address);
	error_set_vf(error, index);
	return code;
}

/* Drivers that are busy with a VF leave it out of their answer. */
static enum sriov_code fail_unknown(const struct sriov_pf *pf, unsigned int index,
				    struct sriov_error **error)
{
	return fail_vf(pf, index, SRIOV_CODE_BUSY,
		       "the driver tells nothing of it now, as while it resets: try again", error);
}

static enum sriov_code fill(const struct sriov_pf *pf, const struct vf_facts *facts, size_t count,
			    void *list, struct sriov_error **error)
{
	for (unsigned int i = 0; i < count; i++) {
		struct sriov_vf_settings *settings;

		if (!facts[i].known)
			return fail_unknown(pf, i, error);
		settings = make(i, &facts[i]);
		if (!settings || !list_add(list, settings))
			return error_no_memory(error);
	}
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_pf_list_vf_settings(struct sriov_pf *pf,
						 struct sriov_vf_settings_list **list,
						 struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct vf_facts *facts = NULL;
	struct sriov_vf_settings_list *made;
	enum sriov_code code;
	size_t count;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = read_facts(pf, &facts, &count, error);
	if (code)
		return code;
	made = list_new();
	code = made ? fill(pf, facts, count, made, error) : error_no_memory(error);
	if (code)
		sriov_vf_settings_list_unref(made);
	else
		*list = made;
	return code;
}

EXPORT enum sriov_code sriov_vf_read_settings(struct sriov_vf *vf,
					      struct sriov_vf_settings **settings,
					      struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct vf_facts *facts = NULL;
	enum sriov_code code;
	size_t count;

	if (!settings)
		return error_null(error, "settings");
	*settings = NULL;
	if (!vf)
		return error_null(error, "vf");
	code = read_facts(vf->pf, &facts, &count, error);
	if (code)
		return code;
	if (vf->index >= count)
		return fail_vf(vf->pf, vf->index, SRIOV_CODE_NOT_FOUND,
			       "the PF has no such VF any more", error);
	if (!facts[vf->index].known)
		return fail_unknown(vf->pf, vf->index, error);
	*settings = make(vf->index, &facts[vf->index]);
	return *settings ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT unsigned int sriov_vf_settings_get_vf_index(const struct sriov_vf_settings *settings)
{
	return settings ? settings->vf_index : 0;
}

EXPORT const char *sriov_vf_settings_get_mac(const struct sriov_vf_settings *settings)
{
	return settings && !mac_is_zero(settings->facts.mac) ? settings->mac : NULL;
}

EXPORT unsigned int sriov_vf_settings_get_vlan_id(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.vlan_id : 0;
}

EXPORT unsigned int sriov_vf_settings_get_vlan_qos(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.vlan_qos : 0;
}

EXPORT unsigned int sriov_vf_settings_get_vlan_protocol(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.vlan_protocol : 0;
}

EXPORT enum sriov_switch sriov_vf_settings_get_spoof_check(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.spoof_check : SRIOV_SWITCH_UNKNOWN;
}

EXPORT enum sriov_switch sriov_vf_settings_get_trust(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.trust : SRIOV_SWITCH_UNKNOWN;
}

EXPORT enum sriov_link_state
sriov_vf_settings_get_link_state(const struct sriov_vf_settings *settings)
{
	return settings ? settings->facts.link_state : SRIOV_LINK_STATE_UNKNOWN;
}
