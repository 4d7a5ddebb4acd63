/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The settings of VFs: refused as netdevsim and the kernel itself refuse them. */
#include <errno.h>
#include <linux/if_link.h>
#include <netinet/in.h>
#include <netlink/attr.h>
#include <netlink/netlink.h>
#include <string.h>

#include "link.h"

union payload {
	uint32_t vf; /* the first field of all of them */
	struct ifla_vf_mac mac;
	struct ifla_vf_vlan vlan;
	struct ifla_vf_vlan_info vlan_info;
	struct ifla_vf_tx_rate tx_rate;
	struct ifla_vf_rate rate;
	struct ifla_vf_spoofchk flag; /* that of trust and RSS query has the same form */
	struct ifla_vf_link_state link_state;
};

static int set_mac(struct vf_settings *vf, const union payload *payload)
{
	if (payload->mac.mac[0] & 1)
		return EINVAL;
	memcpy(vf->mac, payload->mac.mac, sizeof(vf->mac));
	return 0;
}

static int put_vlan(struct vf_settings *vf, uint32_t vlan, uint32_t qos, uint16_t protocol)
{
	if (vlan > 4095 || qos > 7)
		return EINVAL;
	if (protocol != 0x8100 && protocol != 0x88a8)
		return EPROTONOSUPPORT;
	vf->vlan = vlan;
	vf->qos = qos;
	vf->vlan_protocol = protocol;
	return 0;
}

static int set_vlan(struct vf_settings *vf, const union payload *payload)
{
	return put_vlan(vf, payload->vlan.vlan, payload->vlan.qos, 0x8100);
}

static int set_vlan_info(struct vf_settings *vf, const union payload *payload)
{
	return put_vlan(vf, payload->vlan_info.vlan, payload->vlan_info.qos,
			ntohs(payload->vlan_info.vlan_proto));
}

static int put_rates(struct vf_settings *vf, uint32_t minimum, uint32_t maximum)
{
	if (maximum && minimum > maximum)
		return EINVAL;
	vf->min_rate = minimum;
	vf->max_rate = maximum;
	return 0;
}

static int set_rate(struct vf_settings *vf, const union payload *payload)
{
	return put_rates(vf, payload->rate.min_tx_rate, payload->rate.max_tx_rate);
}

static int set_tx_rate(struct vf_settings *vf, const union payload *payload)
{
	return put_rates(vf, vf->min_rate, payload->tx_rate.rate);
}

static int set_spoof_check(struct vf_settings *vf, const union payload *payload)
{
	vf->spoof_check = payload->flag.setting != 0;
	return 0;
}

static int set_trust(struct vf_settings *vf, const union payload *payload)
{
	vf->trust = payload->flag.setting != 0;
	return 0;
}

static int set_rss_query(struct vf_settings *vf, const union payload *payload)
{
	vf->rss_query = payload->flag.setting != 0;
	return 0;
}

static int set_link_state(struct vf_settings *vf, const union payload *payload)
{
	if (payload->link_state.link_state > IFLA_VF_LINK_STATE_DISABLE)
		return EINVAL;
	vf->link_state = payload->link_state.link_state;
	return 0;
}

static const struct setter {
	int type;
	size_t size;
	int (*set)(struct vf_settings *vf, const union payload *payload);
} setters[] = {
	{IFLA_VF_MAC, sizeof(struct ifla_vf_mac), set_mac},
	{IFLA_VF_VLAN, sizeof(struct ifla_vf_vlan), set_vlan},
	{IFLA_VF_TX_RATE, sizeof(struct ifla_vf_tx_rate), set_tx_rate},
	{IFLA_VF_RATE, sizeof(struct ifla_vf_rate), set_rate},
	{IFLA_VF_SPOOFCHK, sizeof(struct ifla_vf_spoofchk), set_spoof_check},
	{IFLA_VF_TRUST, sizeof(struct ifla_vf_trust), set_trust},
	{IFLA_VF_RSS_QUERY_EN, sizeof(struct ifla_vf_rss_query_en), set_rss_query},
	{IFLA_VF_LINK_STATE, sizeof(struct ifla_vf_link_state), set_link_state},
};

static const struct setter vlan_setter = {IFLA_VF_VLAN_INFO, sizeof(struct ifla_vf_vlan_info),
					  set_vlan_info};

static int set_one(struct pf *pf, const struct setter *setter, const struct nlattr *attribute)
{
	union payload payload;

	if ((size_t)nla_len(attribute) < setter->size)
		return EINVAL;
	memset(&payload, 0, sizeof(payload));
	memcpy(&payload, nla_data(attribute), setter->size);
	if (payload.vf >= pf->vf_count)
		return EINVAL;
	return setter->set(&pf->vfs[payload.vf].settings, &payload);
}

/* The kernel takes one VLAN: there is no driver with more. */
static int set_vlan_list(struct pf *pf, struct nlattr *list)
{
	struct nlattr *entry = nla_find(nla_data(list), nla_len(list), IFLA_VF_VLAN_INFO);

	return entry ? set_one(pf, &vlan_setter, entry) : EINVAL;
}

static int set_attribute(struct pf *pf, struct nlattr *attribute)
{
	if (nla_type(attribute) == IFLA_VF_VLAN_LIST)
		return set_vlan_list(pf, attribute);
	for (size_t i = 0; i < sizeof(setters) / sizeof(setters[0]); i++)
		if (nla_type(attribute) == setters[i].type)
			return set_one(pf, &setters[i], attribute);
	return EOPNOTSUPP;
}

int vf_set(struct pf *pf, struct nlattr *entry)
{
	struct nlattr *attribute;
	int left, number = EINVAL;

	nla_for_each_nested(attribute, entry, left)
	{
		number = set_attribute(pf, attribute);
		if (number)
			break;
	}
	return number;
}

/* --- Telling ---------------------------------------------------------------------------------- */

static void put_flag(struct nl_msg *message, int type, uint32_t index, uint32_t value)
{
	struct ifla_vf_spoofchk flag = {.vf = index, .setting = value};

	nla_put(message, type, sizeof(flag), &flag);
}

/* Here the kernel does not say that there is something in it: programs do not expect that. */
static struct nlattr *start_nest(struct nl_msg *message, int type)
{
	struct nlattr *nest = nla_nest_start(message, type);

	nest->nla_type = (uint16_t)type;
	return nest;
}

static void put_vlan_list(struct nl_msg *message, uint32_t index, const struct vf_settings *vf)
{
	struct ifla_vf_vlan_info information = {
		.vf = index,
		.vlan = vf->vlan,
		.qos = vf->qos,
		.vlan_proto = htons(vf->vlan_protocol),
	};
	struct nlattr *list = start_nest(message, IFLA_VF_VLAN_LIST);

	nla_put(message, IFLA_VF_VLAN_INFO, sizeof(information), &information);
	nla_nest_end(message, list);
}

/* In the kernel's order. */
static void put_settings(struct nl_msg *message, uint32_t index, const struct vf_settings *vf)
{
	static const struct ifla_vf_broadcast broadcast = {{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}};
	struct ifla_vf_vlan vlan = {.vf = index, .vlan = vf->vlan, .qos = vf->qos};
	struct ifla_vf_rate rate = {index, vf->min_rate, vf->max_rate};
	struct ifla_vf_tx_rate tx_rate = {index, vf->max_rate};
	struct ifla_vf_mac mac = {.vf = index};

	memcpy(mac.mac, vf->mac, sizeof(vf->mac));
	nla_put(message, IFLA_VF_MAC, sizeof(mac), &mac);
	nla_put(message, IFLA_VF_BROADCAST, sizeof(broadcast), &broadcast);
	nla_put(message, IFLA_VF_VLAN, sizeof(vlan), &vlan);
	nla_put(message, IFLA_VF_RATE, sizeof(rate), &rate);
	nla_put(message, IFLA_VF_TX_RATE, sizeof(tx_rate), &tx_rate);
	put_flag(message, IFLA_VF_SPOOFCHK, index, vf->spoof_check);
	put_flag(message, IFLA_VF_LINK_STATE, index, vf->link_state);
	put_flag(message, IFLA_VF_RSS_QUERY_EN, index, vf->rss_query);
	put_flag(message, IFLA_VF_TRUST, index, vf->trust);
	put_vlan_list(message, index, vf);
}

void vf_put_list(struct nl_msg *message, const struct pf *pf)
{
	struct nlattr *list, *entry;

	if (!pf->vf_count)
		return;
	list = start_nest(message, IFLA_VFINFO_LIST);
	for (unsigned int i = 0; i < pf->vf_count; i++) {
		entry = start_nest(message, IFLA_VF_INFO);
		put_settings(message, i, &pf->vfs[i].settings);
		nla_nest_end(message, entry);
	}
	nla_nest_end(message, list);
}
