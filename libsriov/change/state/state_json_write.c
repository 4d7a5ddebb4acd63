/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/state_json.h"

#include "base/error.h"
#include "change/state/state_words.h"

static bool write_switch(struct json *json, const char *name, enum sriov_switch value)
{
	return value == SRIOV_SWITCH_UNKNOWN ||
	       json_set_switch(json, name, value == SRIOV_SWITCH_ON);
}

static bool write_vlan(struct json *json, const struct sriov_vf_state *vf)
{
	const struct vf_facts *facts = &vf->facts;
	struct json *vlan;
	bool good;

	if (!vf_state_says(vf, SRIOV_VF_SETTING_VLAN))
		return true;
	vlan = json_new_object();
	good = vlan && json_set_number(vlan, "id", facts->vlan_id) &&
	       ((!facts->vlan_id && !facts->vlan_qos) ||
		json_set_number(vlan, "qos", facts->vlan_qos)) &&
	       (!facts->vlan_id ||
		json_set_text(vlan, "protocol",
			      state_name_protocol(sriov_vf_state_get_vlan_protocol(vf))));
	if (good)
		return json_set(json, "vlan", vlan);
	json_free(vlan);
	return false;
}

static bool write_number(struct json *json, const struct sriov_vf_state *vf,
			 enum sriov_vf_setting setting, const char *name, uint64_t number)
{
	return !vf_state_says(vf, setting) || json_set_number(json, name, number);
}

static bool write_guid(struct json *json, const struct sriov_vf_state *vf,
		       enum sriov_vf_setting setting, const char *name, uint64_t guid)
{
	char text[STATE_GUID_SIZE];

	if (!vf_state_says(vf, setting))
		return true;
	state_format_guid(guid, text);
	return json_set_text(json, name, text);
}

static bool write_fields(struct json *json, const struct sriov_vf_state *vf)
{
	const struct vf_facts *facts = &vf->facts;

	return json_set_text(json, "mac", sriov_vf_state_get_mac(vf)) && write_vlan(json, vf) &&
	       write_number(json, vf, SRIOV_VF_SETTING_MIN_RATE, "min_rate_mbps",
			    facts->min_rate_mbps) &&
	       write_number(json, vf, SRIOV_VF_SETTING_MAX_RATE, "max_rate_mbps",
			    facts->max_rate_mbps) &&
	       write_switch(json, "spoof_check", sriov_vf_state_get_spoof_check(vf)) &&
	       write_switch(json, "trust", sriov_vf_state_get_trust(vf)) &&
	       json_set_text(json, "link_state",
			     state_name_link_state(sriov_vf_state_get_link_state(vf))) &&
	       write_switch(json, "rss_query", sriov_vf_state_get_rss_query(vf)) &&
	       write_guid(json, vf, SRIOV_VF_SETTING_NODE_GUID, "node_guid", facts->node_guid) &&
	       write_guid(json, vf, SRIOV_VF_SETTING_PORT_GUID, "port_guid", facts->port_guid) &&
	       json_set_text(json, "driver", vf->driver) &&
	       (!vf->vectors || json_set_number(json, "msix_count", vf->vectors));
}

/* Takes the value over and gives NULL for one that is not whole. */
static struct json *finish(struct json *json, bool good)
{
	if (good)
		return json;
	json_free(json);
	return NULL;
}

static struct json *write_vf(const struct sriov_vf_state *vf)
{
	struct json *json = json_new_object();
	bool is_one = vf->index != SRIOV_VF_INDEX_ALL;

	return finish(json, json && (!is_one || json_set_number(json, "index", vf->index)) &&
				    write_fields(json, vf));
}

static struct json *write_vfs(const struct sriov_vf_state_list *vfs)
{
	const struct sriov_vf_state *vf;
	struct json *json = json_new_array();
	bool good = json;

	for (size_t i = 0; good && (vf = sriov_vf_state_list_get(vfs, i)); i++)
		good = json_append(json, write_vf(vf));
	return finish(json, good);
}

static bool is_silent(const struct sriov_vf_state *vf)
{
	return !vf->facts.told && !vf->driver && !vf->vectors;
}

static bool write_pf_fields(struct json *json, const struct sriov_pf_state *pf)
{
	if (pf->name ? !json_set_text(json, "pf", pf->name)
		     : !json_set_text(json, "serial_number", pf->serial_number) ||
			       !json_set_number(json, "function", pf->function))
		return false;
	return (!pf->has_count || json_set_number(json, "vf_count", pf->count)) &&
	       write_switch(json, "autoprobe", pf->autoprobe) &&
	       (!pf->allow_in_use || json_set_switch(json, "allow_in_use", true)) &&
	       (!pf->allow_vital || json_set_switch(json, "allow_vital", true)) &&
	       (is_silent(pf->defaults) || json_set(json, "defaults", write_vf(pf->defaults))) &&
	       (!sriov_vf_state_list_get_count(pf->vfs) ||
		json_set(json, "vfs", write_vfs(pf->vfs)));
}

struct json *state_json_write_pf(const struct sriov_pf_state *pf)
{
	struct json *json = json_new_object();

	return finish(json, json && write_pf_fields(json, pf));
}

static struct json *write_pfs(const struct sriov_pf_state_list *pfs)
{
	const struct sriov_pf_state *pf;
	struct json *json = json_new_array();
	bool good = json;

	for (size_t i = 0; good && (pf = sriov_pf_state_list_get(pfs, i)); i++)
		good = json_append(json, state_json_write_pf(pf));
	return finish(json, good);
}

EXPORT enum sriov_code sriov_state_format_json(const struct sriov_state *state, char **json,
					       struct sriov_error **error)
{
	struct json *host;

	if (!json)
		return error_null(error, "json");
	*json = NULL;
	if (!state)
		return error_null(error, "state");
	host = json_new_object();
	if (host && json_set_number(host, "version", STATE_JSON_VERSION) &&
	    json_set(host, "pfs", write_pfs(state->pfs)))
		*json = json_format(host);
	json_free(host);
	return *json ? SRIOV_CODE_OK : error_no_memory(error);
}
