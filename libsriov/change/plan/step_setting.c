/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Steps that set something of a VF. */
#include <stdio.h>

#include "base/error.h"
#include "base/text.h"
#include "change/plan/step_make.h"
#include "change/state/state_words.h"
#include "object/settings/vf_change_text.h"

/* What a VF that runs notices of it. */
static enum sriov_step_effect effect_of(enum sriov_vf_setting setting)
{
	switch (setting) {
	case SRIOV_VF_SETTING_SPOOF_CHECK:
	case SRIOV_VF_SETTING_RSS_QUERY:
	case SRIOV_VF_SETTING_RATES:
	case SRIOV_VF_SETTING_MIN_RATE:
	case SRIOV_VF_SETTING_MAX_RATE:
		return SRIOV_STEP_EFFECT_NONE;
	/* Some drivers reset a VF that is trusted from now on, or no more. */
	default:
		return SRIOV_STEP_EFFECT_VF;
	}
}

static const char *name_switch(const struct vf_change *change)
{
	return change->enable ? "on" : "off";
}

/* As `ip link set DEVICE vf N` wants it. */
static void add_words(struct text *text, const struct vf_change *change)
{
	char guid[STATE_GUID_SIZE], mac[MAC_SIZE];

	switch (change->setting) {
	case SRIOV_VF_SETTING_MAC:
		mac_format(change->mac, mac);
		text_add(text, "mac %s", mac);
		break;
	case SRIOV_VF_SETTING_VLAN:
		text_add(text, "vlan %u", change->vlan.id);
		if (change->vlan.qos)
			text_add(text, " qos %u", change->vlan.qos);
		if (change->vlan.protocol == SRIOV_VLAN_PROTOCOL_8021AD)
			text_add(text, " proto 802.1ad");
		break;
	case SRIOV_VF_SETTING_RATES:
	case SRIOV_VF_SETTING_MIN_RATE:
	case SRIOV_VF_SETTING_MAX_RATE:
		text_add(text, "min_tx_rate %u max_tx_rate %u", change->rates.min_mbps,
			 change->rates.max_mbps);
		break;
	case SRIOV_VF_SETTING_SPOOF_CHECK:
		text_add(text, "spoofchk %s", name_switch(change));
		break;
	case SRIOV_VF_SETTING_TRUST:
		text_add(text, "trust %s", name_switch(change));
		break;
	case SRIOV_VF_SETTING_RSS_QUERY:
		text_add(text, "query_rss %s", name_switch(change));
		break;
	case SRIOV_VF_SETTING_LINK_STATE:
		text_add(text, "state %s", state_name_link_state(change->link_state));
		break;
	case SRIOV_VF_SETTING_NODE_GUID:
	case SRIOV_VF_SETTING_PORT_GUID:
		state_format_guid(change->guid, guid);
		text_add(text, "%s %s",
			 change->setting == SRIOV_VF_SETTING_NODE_GUID ? "node_guid" : "port_guid",
			 guid);
		break;
	case SRIOV_VF_SETTING_BROADCAST:
	case SRIOV_VF_SETTING_UNKNOWN:
		break;
	}
}

/* As short as in the state, where that is clear. */
static void format_value(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE])
{
	switch (change->setting) {
	case SRIOV_VF_SETTING_MAC:
		mac_format(change->mac, text);
		break;
	case SRIOV_VF_SETTING_SPOOF_CHECK:
	case SRIOV_VF_SETTING_TRUST:
	case SRIOV_VF_SETTING_RSS_QUERY:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "%s", name_switch(change));
		break;
	case SRIOV_VF_SETTING_LINK_STATE:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "%s",
			 state_name_link_state(change->link_state));
		break;
	case SRIOV_VF_SETTING_NODE_GUID:
	case SRIOV_VF_SETTING_PORT_GUID:
		state_format_guid(change->guid, text);
		break;
	default:
		vf_change_describe_value(change, text);
	}
}

static void tell(struct sriov_step *step, const struct sriov_pf *pf, const struct vf_change *from)
{
	char label[PF_LABEL_SIZE], words[VF_CHANGE_TEXT_SIZE];
	struct text command = {0};

	pf_label(pf, label);
	vf_change_describe(&step->change, words);
	step_tell(&step->description, "VF %u of %s: %s", step->vf_index, label, words);
	format_value(&step->change, words);
	step_tell(&step->to, "%s", words);
	if (from)
		format_value(from, words);
	step_tell(&step->from, "%s", from ? words : "unknown");
	step_tell(&step->undo, "%s",
		  step->is_fresh ? "the VF is removed again"
		  : from	 ? "it is set back"
				 : "it stays: the driver does not tell what it was");
	text_add(&command, "ip link set %s vf %u ", pf->interface ? pf->interface : "DEVICE",
		 step->vf_index);
	add_words(&command, &step->change);
	step->command = text_take(&command);
}

enum sriov_code step_add_setting(struct sriov_step_list *steps, const struct sriov_pf *pf,
				 const struct vf_change *from, const struct vf_change *to,
				 bool is_fresh, struct sriov_error **error)
{
	struct sriov_step *step = step_new(SRIOV_STEP_KIND_SET_VF, pf);

	if (!step)
		return error_no_memory(error);
	step->vf_index = to->vf_index;
	step->change = *to;
	step->is_fresh = is_fresh;
	step->is_reversible = is_fresh || from;
	step->effect = is_fresh ? SRIOV_STEP_EFFECT_NONE : effect_of(to->setting);
	tell(step, pf, from);
	return step_add(steps, step, error);
}
