/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/vf_state.h"

#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/name.h"
#include "object/settings/vf_change_make.h"

/* Of the field in the MSI-X capability. */
#define MOST_VECTORS 2048

OBJECT_REFERENCES(vf_state)
OBJECT_LIST(vf_state)

const enum sriov_vf_setting vf_state_settings[] = {
	SRIOV_VF_SETTING_MAC,	     SRIOV_VF_SETTING_VLAN,	   SRIOV_VF_SETTING_MIN_RATE,
	SRIOV_VF_SETTING_MAX_RATE,   SRIOV_VF_SETTING_SPOOF_CHECK, SRIOV_VF_SETTING_TRUST,
	SRIOV_VF_SETTING_LINK_STATE, SRIOV_VF_SETTING_RSS_QUERY,   SRIOV_VF_SETTING_NODE_GUID,
	SRIOV_VF_SETTING_PORT_GUID,
};
const size_t vf_state_setting_count = ARRAY_SIZE(vf_state_settings);

static void destroy(void *object)
{
	struct sriov_vf_state *state = object;

	free(state->driver);
	free(state->override);
}

struct sriov_vf_state *vf_state_new(unsigned int index)
{
	struct sriov_vf_state *state = object_new(sizeof(*state), destroy);

	if (!state)
		return NULL;
	state->index = index;
	state->facts.known = true;
	return state;
}

static uint32_t bits_of(enum sriov_vf_setting setting)
{
	if (setting == SRIOV_VF_SETTING_RATES)
		return VF_TOLD(SRIOV_VF_SETTING_MIN_RATE) | VF_TOLD(SRIOV_VF_SETTING_MAX_RATE);
	for (size_t i = 0; i < vf_state_setting_count; i++)
		if (vf_state_settings[i] == setting)
			return VF_TOLD(setting);
	return 0;
}

bool vf_state_says(const struct sriov_vf_state *state, enum sriov_vf_setting setting)
{
	return state->facts.told & bits_of(setting);
}

EXPORT bool sriov_vf_state_has_setting(const struct sriov_vf_state *state,
				       enum sriov_vf_setting setting)
{
	return state && vf_state_says(state, setting);
}

EXPORT void sriov_vf_state_set_unchanged(struct sriov_vf_state *state,
					 enum sriov_vf_setting setting)
{
	if (state)
		state->facts.told &= ~bits_of(setting);
}

void vf_state_take(struct sriov_vf_state *state, enum sriov_vf_setting setting,
		   const struct vf_facts *facts)
{
	struct vf_facts *own = &state->facts;

	own->told |= bits_of(setting);
	switch (setting) {
	case SRIOV_VF_SETTING_MAC:
		memcpy(own->mac, facts->mac, sizeof(own->mac));
		own->address_length = MAC_BYTES;
		mac_format(own->mac, state->mac);
		break;
	case SRIOV_VF_SETTING_VLAN:
		own->vlan_id = facts->vlan_id;
		own->vlan_qos = facts->vlan_qos;
		own->vlan_protocol = facts->vlan_protocol;
		break;
	case SRIOV_VF_SETTING_MIN_RATE:
		own->min_rate_mbps = facts->min_rate_mbps;
		break;
	case SRIOV_VF_SETTING_MAX_RATE:
		own->max_rate_mbps = facts->max_rate_mbps;
		break;
	case SRIOV_VF_SETTING_SPOOF_CHECK:
		own->spoof_check = facts->spoof_check;
		break;
	case SRIOV_VF_SETTING_TRUST:
		own->trust = facts->trust;
		break;
	case SRIOV_VF_SETTING_LINK_STATE:
		own->link_state = facts->link_state;
		break;
	case SRIOV_VF_SETTING_RSS_QUERY:
		own->rss_query = facts->rss_query;
		break;
	case SRIOV_VF_SETTING_NODE_GUID:
		own->node_guid = facts->node_guid;
		break;
	case SRIOV_VF_SETTING_PORT_GUID:
		own->port_guid = facts->port_guid;
		break;
	case SRIOV_VF_SETTING_RATES:
	case SRIOV_VF_SETTING_BROADCAST:
	case SRIOV_VF_SETTING_UNKNOWN:
		break;
	}
}

bool vf_state_set_text(char **field, const char *text)
{
	char *copy = text ? strdup(text) : NULL;

	if (text && !copy)
		return false;
	free(*field);
	*field = copy;
	return true;
}

bool vf_state_complete(struct sriov_vf_state *state, const struct sriov_vf_state *defaults)
{
	for (size_t i = 0; i < vf_state_setting_count; i++)
		if (vf_state_says(defaults, vf_state_settings[i]) &&
		    !vf_state_says(state, vf_state_settings[i]))
			vf_state_take(state, vf_state_settings[i], &defaults->facts);
	if (!state->vectors)
		state->vectors = defaults->vectors;
	return state->driver || vf_state_set_text(&state->driver, defaults->driver);
}

/* --- What the user says ----------------------------------------------------------------------- */

/* What tells VFs apart cannot be the same for all of them. */
static enum sriov_code check_for_all(const struct sriov_vf_state *state, bool is_none,
				     const char *what, struct sriov_error **error)
{
	if (state->index != SRIOV_VF_INDEX_ALL || is_none)
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_INVALID,
			 "the same %s for all VFs would make them disturb each other", what);
}

EXPORT enum sriov_code sriov_vf_state_set_mac(struct sriov_vf_state *state, const char *mac,
					      struct sriov_error **error)
{
	struct vf_facts facts = {0};
	struct vf_change change;
	enum sriov_code code;

	if (!state)
		return error_null(error, "state");
	code = vf_change_make_mac(mac, &change, error);
	if (!code)
		code = check_for_all(state, mac_is_zero(change.mac), "MAC", error);
	if (code)
		return code;
	memcpy(facts.mac, change.mac, sizeof(change.mac));
	vf_state_take(state, SRIOV_VF_SETTING_MAC, &facts);
	return SRIOV_CODE_OK;
}

/* Nobody asks for a priority without a VLAN, but drivers have it, and so it is captured. */
static enum sriov_code make_vlan(unsigned int id, unsigned int qos,
				 enum sriov_vlan_protocol protocol, struct vf_change *change,
				 struct sriov_error **error)
{
	enum sriov_code code =
		vf_change_make_vlan(!id && qos ? 1 : id, qos, protocol, change, error);

	if (!code && !id)
		change->vlan.id = change->vlan.protocol = 0;
	return code;
}

EXPORT enum sriov_code sriov_vf_state_set_vlan(struct sriov_vf_state *state, unsigned int vlan_id,
					       unsigned int qos, enum sriov_vlan_protocol protocol,
					       struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code;

	if (!state)
		return error_null(error, "state");
	code = make_vlan(vlan_id, qos, protocol, &change, error);
	if (code)
		return code;
	vf_state_take(state, SRIOV_VF_SETTING_VLAN,
		      &(struct vf_facts) {.vlan_id = change.vlan.id,
					  .vlan_qos = change.vlan.qos,
					  .vlan_protocol = change.vlan.protocol});
	return SRIOV_CODE_OK;
}

/* Of one alone nothing can be told: the other one may stay as it is. */
static enum sriov_code set_rate(struct sriov_vf_state *state, enum sriov_vf_setting setting,
				struct vf_facts *facts, struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code = SRIOV_CODE_OK;

	if (setting == SRIOV_VF_SETTING_MIN_RATE)
		facts->max_rate_mbps = state->facts.max_rate_mbps;
	else
		facts->min_rate_mbps = state->facts.min_rate_mbps;
	if (vf_state_says(state, SRIOV_VF_SETTING_RATES))
		code = vf_change_make_rates(facts->min_rate_mbps, facts->max_rate_mbps, &change,
					    error);
	if (!code)
		vf_state_take(state, setting, facts);
	return code;
}

EXPORT enum sriov_code sriov_vf_state_set_min_rate(struct sriov_vf_state *state,
						   unsigned int min_mbps,
						   struct sriov_error **error)
{
	struct vf_facts facts = {.min_rate_mbps = min_mbps};

	return state ? set_rate(state, SRIOV_VF_SETTING_MIN_RATE, &facts, error)
		     : error_null(error, "state");
}

EXPORT enum sriov_code sriov_vf_state_set_max_rate(struct sriov_vf_state *state,
						   unsigned int max_mbps,
						   struct sriov_error **error)
{
	struct vf_facts facts = {.max_rate_mbps = max_mbps};

	return state ? set_rate(state, SRIOV_VF_SETTING_MAX_RATE, &facts, error)
		     : error_null(error, "state");
}

/* The setters of what is on or off. */
#define SWITCH(name, setting)                                                                      \
	EXPORT enum sriov_code sriov_vf_state_set_##name(struct sriov_vf_state *state,             \
							 bool enable, struct sriov_error **error)  \
	{                                                                                          \
		struct vf_facts facts = {.name = enable ? SRIOV_SWITCH_ON : SRIOV_SWITCH_OFF};     \
                                                                                                   \
		if (!state)                                                                        \
			return error_null(error, "state");                                         \
		vf_state_take(state, setting, &facts);                                             \
		return SRIOV_CODE_OK;                                                              \
	}

SWITCH(spoof_check, SRIOV_VF_SETTING_SPOOF_CHECK)
SWITCH(trust, SRIOV_VF_SETTING_TRUST)
SWITCH(rss_query, SRIOV_VF_SETTING_RSS_QUERY)

/* Those of GUIDs. */
#define GUID(name, setting)                                                                        \
	EXPORT enum sriov_code sriov_vf_state_set_##name(                                          \
		struct sriov_vf_state *state, uint64_t guid, struct sriov_error **error)           \
	{                                                                                          \
		enum sriov_code code = state ? check_for_all(state, !guid, "GUID", error)          \
					     : error_null(error, "state");                         \
                                                                                                   \
		if (!code)                                                                         \
			vf_state_take(state, setting, &(struct vf_facts) {.name = guid});          \
		return code;                                                                       \
	}

GUID(node_guid, SRIOV_VF_SETTING_NODE_GUID)
GUID(port_guid, SRIOV_VF_SETTING_PORT_GUID)

EXPORT enum sriov_code sriov_vf_state_set_link_state(struct sriov_vf_state *state,
						     enum sriov_link_state link_state,
						     struct sriov_error **error)
{
	struct vf_facts facts = {.link_state = link_state};
	struct vf_change change;
	enum sriov_code code = state ? vf_change_make_link_state(link_state, &change, error)
				     : error_null(error, "state");

	if (!code)
		vf_state_take(state, SRIOV_VF_SETTING_LINK_STATE, &facts);
	return code;
}

EXPORT enum sriov_code sriov_vf_state_set_driver(struct sriov_vf_state *state, const char *driver,
						 struct sriov_error **error)
{
	if (!state)
		return error_null(error, "state");
	if (driver && !name_is_driver(driver))
		return error_set(error, SRIOV_CODE_INVALID, "\"%s\" is no name of a driver",
				 driver);
	return vf_state_set_text(&state->driver, driver) ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT enum sriov_code sriov_vf_state_set_msix_count(struct sriov_vf_state *state,
						     unsigned int vectors,
						     struct sriov_error **error)
{
	if (!state)
		return error_null(error, "state");
	if (vectors > MOST_VECTORS)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u MSI-X vectors are more than a function can have, which is %u",
				 vectors, MOST_VECTORS);
	state->vectors = vectors;
	return SRIOV_CODE_OK;
}
