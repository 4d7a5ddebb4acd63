/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/vf_message.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netinet/in.h>
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
	struct ifla_vf_vlan_info vlan_info;
	struct ifla_vf_tx_rate tx_rate;
	struct ifla_vf_rate rate;
	struct ifla_vf_spoofchk spoof_check;
	struct ifla_vf_trust trust;
	struct ifla_vf_rss_query_en rss_query;
	struct ifla_vf_link_state link_state;
	struct ifla_vf_guid guid;
};

/* How a setting is sent. */
struct form {
	const char *name;
	int type;
	int size;
	void (*fill)(union payload *payload, const struct vf_change *change);
};

static void fill_mac(union payload *payload, const struct vf_change *change)
{
	payload->mac.vf = change->vf_index;
	memcpy(payload->mac.mac, change->mac, sizeof(change->mac));
}

static void fill_vlan(union payload *payload, const struct vf_change *change)
{
	payload->vlan.vf = change->vf_index;
	payload->vlan.vlan = change->vlan.id;
	payload->vlan.qos = change->vlan.qos;
}

static void fill_vlan_info(union payload *payload, const struct vf_change *change)
{
	payload->vlan_info.vf = change->vf_index;
	payload->vlan_info.vlan = change->vlan.id;
	payload->vlan_info.qos = change->vlan.qos;
	payload->vlan_info.vlan_proto = htons(change->vlan.protocol);
}

static void fill_rate(union payload *payload, const struct vf_change *change)
{
	payload->rate.vf = change->vf_index;
	payload->rate.min_tx_rate = change->rates.min_mbps;
	payload->rate.max_tx_rate = change->rates.max_mbps;
}

static void fill_tx_rate(union payload *payload, const struct vf_change *change)
{
	payload->tx_rate.vf = change->vf_index;
	payload->tx_rate.rate = change->rates.max_mbps;
}

static void fill_spoof_check(union payload *payload, const struct vf_change *change)
{
	payload->spoof_check.vf = change->vf_index;
	payload->spoof_check.setting = change->enable;
}

static void fill_trust(union payload *payload, const struct vf_change *change)
{
	payload->trust.vf = change->vf_index;
	payload->trust.setting = change->enable;
}

static void fill_link_state(union payload *payload, const struct vf_change *change)
{
	payload->link_state.vf = change->vf_index;
	payload->link_state.link_state = (uint32_t)change->link_state;
}

static void fill_rss_query(union payload *payload, const struct vf_change *change)
{
	payload->rss_query.vf = change->vf_index;
	payload->rss_query.setting = change->enable;
}

static void fill_guid(union payload *payload, const struct vf_change *change)
{
	payload->guid.vf = change->vf_index;
	payload->guid.guid = change->guid;
}

#define FORM(type, member, fill)                                                                   \
	{                                                                                          \
#type, type, sizeof(((union payload *)NULL)->member), fill                         \
	}

/* The broadcast address cannot be set. */
static const struct form forms[] = {
	[SRIOV_VF_SETTING_MAC] = FORM(IFLA_VF_MAC, mac, fill_mac),
	[SRIOV_VF_SETTING_VLAN] = FORM(IFLA_VF_VLAN, vlan, fill_vlan),
	[SRIOV_VF_SETTING_RATES] = FORM(IFLA_VF_RATE, rate, fill_rate),
	[SRIOV_VF_SETTING_MIN_RATE] = FORM(IFLA_VF_RATE, rate, fill_rate),
	[SRIOV_VF_SETTING_MAX_RATE] = FORM(IFLA_VF_RATE, rate, fill_rate),
	[SRIOV_VF_SETTING_SPOOF_CHECK] = FORM(IFLA_VF_SPOOFCHK, spoof_check, fill_spoof_check),
	[SRIOV_VF_SETTING_TRUST] = FORM(IFLA_VF_TRUST, trust, fill_trust),
	[SRIOV_VF_SETTING_LINK_STATE] = FORM(IFLA_VF_LINK_STATE, link_state, fill_link_state),
	[SRIOV_VF_SETTING_RSS_QUERY] = FORM(IFLA_VF_RSS_QUERY_EN, rss_query, fill_rss_query),
	[SRIOV_VF_SETTING_NODE_GUID] = FORM(IFLA_VF_IB_NODE_GUID, guid, fill_guid),
	[SRIOV_VF_SETTING_PORT_GUID] = FORM(IFLA_VF_IB_PORT_GUID, guid, fill_guid),
};

static const struct form tx_rate = FORM(IFLA_VF_TX_RATE, tx_rate, fill_tx_rate);

/* Comes in a list of its own, which kernels before 4.9 do not know. */
static const struct form vlan_info = FORM(IFLA_VF_VLAN_INFO, vlan_info, fill_vlan_info);

static bool has_protocol(const struct vf_change *change)
{
	return change->setting == SRIOV_VF_SETTING_VLAN && change->vlan.protocol &&
	       change->vlan.protocol != SRIOV_VLAN_PROTOCOL_8021Q;
}

static const struct form *choose(const struct vf_change *change)
{
	if (change->setting == SRIOV_VF_SETTING_MAX_RATE && change->rates.old)
		return &tx_rate;
	return &forms[change->setting];
}

const char *vf_message_get_attribute(const struct vf_change *change)
{
	return has_protocol(change) ? "IFLA_VF_VLAN_LIST" : choose(change)->name;
}

static bool put(struct nl_msg *message, const struct form *form, const struct vf_change *change)
{
	union payload payload;

	memset(&payload, 0, sizeof(payload));
	form->fill(&payload, change);
	return !nla_put(message, form->type, form->size, &payload);
}

static bool put_change(struct nl_msg *message, const struct vf_change *change)
{
	struct nlattr *list;

	if (!has_protocol(change))
		return put(message, choose(change), change);
	list = nla_nest_start(message, IFLA_VF_VLAN_LIST);
	if (!list || !put(message, &vlan_info, change))
		return false;
	nla_nest_end(message, list);
	return true;
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

	if (vf && put_change(message, change)) {
		nla_nest_end(message, vf);
		nla_nest_end(message, list);
		return message;
	}
	nlmsg_free(message);
	return NULL;
}

struct nl_msg *vf_message_question(int ifindex, bool statistics)
{
	struct nl_msg *message = start(RTM_GETLINK, ifindex);
	uint32_t filter = RTEXT_FILTER_VF | (statistics ? 0 : RTEXT_FILTER_SKIP_STATS);

	if (message && !nla_put_u32(message, IFLA_EXT_MASK, filter))
		return message;
	nlmsg_free(message);
	return NULL;
}
