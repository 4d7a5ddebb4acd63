/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/systemd_unsaid.h"

#include <stdio.h>

#include "change/state/state_words.h"

#define WHO_SIZE sizeof("VF 4294967295")

static bool add(struct sriov_string_list *list, const char *who, const char *field,
		const char *value)
{
	return string_list_add_format(list, "%s: %s %s cannot be said in a .link file", who, field,
				      value);
}

static bool add_number(struct sriov_string_list *list, const char *who, const char *field,
		       unsigned int number)
{
	return string_list_add_format(list, "%s: %s %u cannot be said in a .link file", who, field,
				      number);
}

static bool add_guid(struct sriov_string_list *list, const char *who, const char *field,
		     uint64_t guid)
{
	char text[STATE_GUID_SIZE];

	state_format_guid(guid, text);
	return add(list, who, field, text);
}

/* "None" is what systemd takes for "as it is". */
static bool add_nones(struct sriov_string_list *list, const char *who,
		      const struct sriov_vf_state *vf)
{
	return (!vf_state_says(vf, SRIOV_VF_SETTING_MAC) || !mac_is_zero(vf->facts.mac) ||
		add(list, who, "mac", vf->mac)) &&
	       (!vf_state_says(vf, SRIOV_VF_SETTING_VLAN) || vf->facts.vlan_id ||
		add_number(list, who, "vlan", 0));
}

static bool add_vf(struct sriov_string_list *list, const char *who, const struct sriov_vf_state *vf)
{
	return add_nones(list, who, vf) &&
	       (!vf_state_says(vf, SRIOV_VF_SETTING_MIN_RATE) ||
		add_number(list, who, "min_rate_mbps", vf->facts.min_rate_mbps)) &&
	       (!vf_state_says(vf, SRIOV_VF_SETTING_MAX_RATE) ||
		add_number(list, who, "max_rate_mbps", vf->facts.max_rate_mbps)) &&
	       (!vf_state_says(vf, SRIOV_VF_SETTING_NODE_GUID) ||
		add_guid(list, who, "node_guid", vf->facts.node_guid)) &&
	       (!vf_state_says(vf, SRIOV_VF_SETTING_PORT_GUID) ||
		add_guid(list, who, "port_guid", vf->facts.port_guid)) &&
	       (!vf->driver || add(list, who, "driver", vf->driver)) &&
	       (!vf->vectors || add_number(list, who, "msix_count", vf->vectors));
}

static bool add_vfs(struct sriov_string_list *list, const struct sriov_vf_state_list *vfs)
{
	const struct sriov_vf_state *vf;
	char who[WHO_SIZE];

	for (size_t i = 0; (vf = sriov_vf_state_list_get(vfs, i)); i++) {
		snprintf(who, sizeof(who), "VF %u", vf->index);
		if (!add_vf(list, who, vf))
			return false;
	}
	return true;
}

/* A .link file has a section for each VF, or none. */
static bool add_uncounted(struct sriov_string_list *list, const struct sriov_pf_state *pf)
{
	if (pf->has_count)
		return true;
	return (!pf->defaults->facts.told ||
		string_list_add(list, "all VFs: their settings cannot be said in a .link file "
				      "without vf_count")) &&
	       (!sriov_vf_state_list_get_count(pf->vfs) ||
		string_list_add(list, "the PF: that the number of its VFs stays as it is cannot be "
				      "said in a .link file: systemd makes those that are in it"));
}

static bool add_all(struct sriov_string_list *list, const struct sriov_pf_state *pf)
{
	return (pf->autoprobe == SRIOV_SWITCH_UNKNOWN ||
		add(list, "the PF", "autoprobe",
		    pf->autoprobe == SRIOV_SWITCH_ON ? "true" : "false")) &&
	       add_uncounted(list, pf) && add_vf(list, "all VFs", pf->defaults) &&
	       add_vfs(list, pf->vfs);
}

struct sriov_string_list *systemd_list_unsaid(const struct sriov_pf_state *pf)
{
	struct sriov_string_list *list = string_list_new();

	if (!list || add_all(list, pf))
		return list;
	sriov_string_list_unref(list);
	return NULL;
}
