/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/vf_message.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <string.h>

#include "base/common.h"

/* Header, link, list, VF and the largest attribute: each message is one allocation of its size. */
#define MESSAGE_SIZE 128

/* Begins zeroed, for the kernel gets what is between the fields and behind them. */
union payload {
	struct ifla_vf_mac mac;
	struct ifla_vf_vlan vlan;
	struct ifla_vf_spoofchk spoof_check;
	struct ifla_vf_trust trust;
	struct ifla_vf_link_state link_state;
};

static const struct {
	const char *name;
	int type;
	int size;
} attributes[] = {
	[VF_SETTING_MAC] = {"IFLA_VF_MAC", IFLA_VF_MAC, sizeof(struct ifla_vf_mac)},
	[VF_SETTING_VLAN] = {"IFLA_VF_VLAN", IFLA_VF_VLAN, sizeof(struct ifla_vf_vlan)},
	[VF_SETTING_SPOOF_CHECK] = {"IFLA_VF_SPOOFCHK", IFLA_VF_SPOOFCHK,
				    sizeof(struct ifla_vf_spoofchk)},
	[VF_SETTING_TRUST] = {"IFLA_VF_TRUST", IFLA_VF_TRUST, sizeof(struct ifla_vf_trust)},
	[VF_SETTING_LINK_STATE] = {"IFLA_VF_LINK_STATE", IFLA_VF_LINK_STATE,
				   sizeof(struct ifla_vf_link_state)},
};

const char *vf_message_get_attribute(enum vf_setting setting)
{
	return attributes[setting].name;
}

static void fill(union payload *payload, const struct vf_change *change)
{
	switch (change->setting) {
	case VF_SETTING_MAC:
		payload->mac.vf = change->vf_index;
		memcpy(payload->mac.mac, change->mac, sizeof(change->mac));
		break;
	case VF_SETTING_VLAN:
		payload->vlan.vf = change->vf_index;
		payload->vlan.vlan = change->vlan.id;
		payload->vlan.qos = change->vlan.qos;
		break;
	case VF_SETTING_SPOOF_CHECK:
		payload->spoof_check.vf = change->vf_index;
		payload->spoof_check.setting = change->enable;
		break;
	case VF_SETTING_TRUST:
		payload->trust.vf = change->vf_index;
		payload->trust.setting = change->enable;
		break;
	case VF_SETTING_LINK_STATE:
		payload->link_state.vf = change->vf_index;
		payload->link_state.link_state = (uint32_t)change->link_state;
		break;
	}
}

/* A message about one link: nothing of the link itself is changed by its zeroes. */
static struct nl_msg *start(int type, int ifindex)
{
	struct ifinfomsg link = {.ifi_family = AF_UNSPEC, .ifi_index = ifindex};
	struct nl_msg *message = nlmsg_alloc_size(MESSAGE_SIZE);

	if (message && nlmsg_put(message, 0, 0, type, 0, 0) &&
	    !nlmsg_append(message, &link, sizeof(link), NLMSG_ALIGNTO))
		return message;
	nlmsg_free(message);
	return NULL;
}

struct nl_msg *vf_message_change(int ifindex, const struct vf_change *change)
{
	struct nl_msg *message = start(RTM_SETLINK, ifindex);
	struct nlattr *list = message ? nla_nest_start(message, IFLA_VFINFO_LIST) : NULL;
	struct nlattr *vf = list ? nla_nest_start(message, IFLA_VF_INFO) : NULL;
	union payload payload;

	memset(&payload, 0, sizeof(payload));
	fill(&payload, change);
	if (vf && !nla_put(message, attributes[change->setting].type,
			   attributes[change->setting].size, &payload)) {
		nla_nest_end(message, vf);
		nla_nest_end(message, list);
		return message;
	}
	nlmsg_free(message);
	return NULL;
}

struct nl_msg *vf_message_question(int ifindex)
{
	struct nl_msg *message = start(RTM_GETLINK, ifindex);

	/* Statistics make the answer half as long again. */
	if (message &&
	    !nla_put_u32(message, IFLA_EXT_MASK, RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS))
		return message;
	nlmsg_free(message);
	return NULL;
}
