/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The kernel's answer about VFs:
 *
 *	message, link
 *		IFLA_NUM_VF		how many there are
 *		IFLA_VFINFO_LIST	its length is only true modulo 65536
 *			IFLA_VF_INFO	one VF
 *				IFLA_VF_MAC ...
 *		other attributes, before and behind
 */
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if_arp.h>
#include <netinet/in.h>

#include "base/common.h"
#include "kernel/attribute.h"
#include "kernel/vf_message.h"

/* A PF's number of VFs has 16 bits. */
#define MOST_VFS UINT16_MAX

/* What the decoding has come to. */
struct answer {
	uint32_t count;
	bool counted;
	bool listed;
	uint8_t address_length;
	uint32_t next; /* the lowest index that the next entry may have */
	struct vf_facts *facts;
};

/* An attribute's payload, where it may be read without regard to alignment. */
union payload {
	uint32_t vf; /* the first field of all of them */
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

static void take_mac(struct vf_facts *facts, const union payload *payload)
{
	memcpy(facts->mac, payload->mac.mac, facts->address_length);
}

/* Comes before IFLA_VF_VLAN_LIST, which newer kernels give in addition and which tells more. */
static void take_vlan(struct vf_facts *facts, const union payload *payload)
{
	facts->vlan_id = (uint16_t)payload->vlan.vlan;
	facts->vlan_qos = (uint8_t)payload->vlan.qos;
}

static void take_vlan_info(struct vf_facts *facts, const union payload *payload)
{
	facts->vlan_id = (uint16_t)payload->vlan_info.vlan;
	facts->vlan_qos = (uint8_t)payload->vlan_info.qos;
	facts->vlan_protocol = ntohs(payload->vlan_info.vlan_proto);
}

static void take_rate(struct vf_facts *facts, const union payload *payload)
{
	facts->min_rate_mbps = payload->rate.min_tx_rate;
	facts->max_rate_mbps = payload->rate.max_tx_rate;
}

/* All that there was before 3.16; newer kernels give the same maximum twice. */
static void take_tx_rate(struct vf_facts *facts, const union payload *payload)
{
	facts->max_rate_mbps = payload->tx_rate.rate;
}

/* The kernel has -1 for what the driver did not set. */
static enum sriov_switch decode_switch(uint32_t setting)
{
	if (setting == UINT32_MAX)
		return SRIOV_SWITCH_UNKNOWN;
	return setting ? SRIOV_SWITCH_ON : SRIOV_SWITCH_OFF;
}

static void take_spoof_check(struct vf_facts *facts, const union payload *payload)
{
	facts->spoof_check = decode_switch(payload->spoof_check.setting);
}

static void take_trust(struct vf_facts *facts, const union payload *payload)
{
	facts->trust = decode_switch(payload->trust.setting);
}

static void take_rss_query(struct vf_facts *facts, const union payload *payload)
{
	facts->rss_query = decode_switch(payload->rss_query.setting);
}

static void take_link_state(struct vf_facts *facts, const union payload *payload)
{
	if (payload->link_state.link_state <= SRIOV_LINK_STATE_DISABLE)
		facts->link_state = (enum sriov_link_state)payload->link_state.link_state;
}

static void take_node_guid(struct vf_facts *facts, const union payload *payload)
{
	facts->node_guid = payload->guid.guid;
}

static void take_port_guid(struct vf_facts *facts, const union payload *payload)
{
	facts->port_guid = payload->guid.guid;
}

struct reader {
	uint16_t type;
	size_t size;
	void (*take)(struct vf_facts *facts, const union payload *payload);
	uint32_t tells;
};

#define READER(type, structure, take, tells)                                                       \
	{                                                                                          \
		type, sizeof(struct structure), take, tells                                        \
	}

#define RATES                                                                                      \
	(VF_TOLD(SRIOV_VF_SETTING_RATES) | VF_TOLD(SRIOV_VF_SETTING_MIN_RATE) |                    \
	 VF_TOLD(SRIOV_VF_SETTING_MAX_RATE))

static const struct reader vf_readers[] = {
	READER(IFLA_VF_MAC, ifla_vf_mac, take_mac, VF_TOLD(SRIOV_VF_SETTING_MAC)),
	READER(IFLA_VF_VLAN, ifla_vf_vlan, take_vlan, VF_TOLD(SRIOV_VF_SETTING_VLAN)),
	READER(IFLA_VF_RATE, ifla_vf_rate, take_rate, RATES),
	READER(IFLA_VF_TX_RATE, ifla_vf_tx_rate, take_tx_rate, VF_TOLD(SRIOV_VF_SETTING_MAX_RATE)),
	READER(IFLA_VF_SPOOFCHK, ifla_vf_spoofchk, take_spoof_check,
	       VF_TOLD(SRIOV_VF_SETTING_SPOOF_CHECK)),
	READER(IFLA_VF_TRUST, ifla_vf_trust, take_trust, VF_TOLD(SRIOV_VF_SETTING_TRUST)),
	READER(IFLA_VF_RSS_QUERY_EN, ifla_vf_rss_query_en, take_rss_query,
	       VF_TOLD(SRIOV_VF_SETTING_RSS_QUERY)),
	READER(IFLA_VF_LINK_STATE, ifla_vf_link_state, take_link_state,
	       VF_TOLD(SRIOV_VF_SETTING_LINK_STATE)),
	READER(IFLA_VF_IB_NODE_GUID, ifla_vf_guid, take_node_guid,
	       VF_TOLD(SRIOV_VF_SETTING_NODE_GUID)),
	READER(IFLA_VF_IB_PORT_GUID, ifla_vf_guid, take_port_guid,
	       VF_TOLD(SRIOV_VF_SETTING_PORT_GUID)),
};

static const struct reader vlan_reader = READER(IFLA_VF_VLAN_INFO, ifla_vf_vlan_info,
						take_vlan_info, VF_TOLD(SRIOV_VF_SETTING_VLAN));

/* Which VF an entry is about is only in its attributes: they must agree, and go upwards. */
static bool choose_vf(struct answer *answer, struct vf_facts **vf, uint32_t index)
{
	if (*vf)
		return (size_t)(*vf - answer->facts) == index;
	if (index < answer->next || index >= answer->count)
		return false;
	*vf = &answer->facts[index];
	**vf = (struct vf_facts) {
		.known = true,
		.address_length = answer->address_length,
		.spoof_check = SRIOV_SWITCH_UNKNOWN,
		.trust = SRIOV_SWITCH_UNKNOWN,
		.rss_query = SRIOV_SWITCH_UNKNOWN,
		.link_state = SRIOV_LINK_STATE_UNKNOWN,
	};
	answer->next = index + 1;
	return true;
}

static bool read_attribute(struct answer *answer, struct vf_facts **vf, const struct reader *reader,
			   const struct attribute *attribute)
{
	union payload payload;

	if (attribute->length < reader->size)
		return false;
	memcpy(&payload, attribute->payload, reader->size);
	if (!choose_vf(answer, vf, payload.vf))
		return false;
	reader->take(*vf, &payload);
	(*vf)->told |= reader->tells;
	return true;
}

/* The kernel gives one VLAN: there is no driver with more. */
static bool read_vlan_list(struct answer *answer, struct vf_facts **vf,
			   const struct attribute *list)
{
	struct cursor cursor = attribute_open(list);
	struct attribute attribute;

	if (!cursor_take(&cursor, &attribute) || attribute.type != vlan_reader.type)
		return false;
	return read_attribute(answer, vf, &vlan_reader, &attribute);
}

/* Two attributes do not say which VF they are about: they are taken when the others have. */
struct unnamed {
	struct attribute broadcast;
	struct attribute statistics;
};

static bool read_one(struct answer *answer, struct vf_facts **vf, struct unnamed *unnamed,
		     const struct attribute *attribute)
{
	switch (attribute->type) {
	case IFLA_VF_BROADCAST:
		unnamed->broadcast = *attribute;
		return attribute->length >= sizeof(struct ifla_vf_broadcast);
	case IFLA_VF_STATS:
		unnamed->statistics = *attribute;
		return true;
	case IFLA_VF_VLAN_LIST:
		return read_vlan_list(answer, vf, attribute);
	default:
		break;
	}
	for (size_t i = 0; i < ARRAY_SIZE(vf_readers); i++)
		if (attribute->type == vf_readers[i].type)
			return read_attribute(answer, vf, &vf_readers[i], attribute);
	/* What this version does not know is passed over. */
	return true;
}

static void take_broadcast(struct vf_facts *vf, const struct attribute *attribute)
{
	memcpy(vf->broadcast, attribute->payload, vf->address_length);
	vf->told |= VF_TOLD(SRIOV_VF_SETTING_BROADCAST);
}

/* The first of them has the number 0, which elsewhere is none. */
static bool read_statistics(struct vf_facts *vf, const struct attribute *list)
{
	static const int counters[] = {
		[IFLA_VF_STATS_RX_PACKETS] = VF_COUNTER_RX_PACKETS,
		[IFLA_VF_STATS_TX_PACKETS] = VF_COUNTER_TX_PACKETS,
		[IFLA_VF_STATS_RX_BYTES] = VF_COUNTER_RX_BYTES,
		[IFLA_VF_STATS_TX_BYTES] = VF_COUNTER_TX_BYTES,
		[IFLA_VF_STATS_BROADCAST] = VF_COUNTER_BROADCAST,
		[IFLA_VF_STATS_MULTICAST] = VF_COUNTER_MULTICAST,
		[IFLA_VF_STATS_PAD] = -1,
		[IFLA_VF_STATS_RX_DROPPED] = VF_COUNTER_RX_DROPPED,
		[IFLA_VF_STATS_TX_DROPPED] = VF_COUNTER_TX_DROPPED,
	};
	struct cursor cursor = attribute_open(list);
	struct attribute attribute;

	vf->counted = cursor.left > 0;
	while (cursor.left) {
		if (!cursor_take(&cursor, &attribute))
			return false;
		if (attribute.type >= ARRAY_SIZE(counters) || counters[attribute.type] < 0)
			continue;
		if (attribute.length != sizeof(vf->counters[0]))
			return false;
		memcpy(&vf->counters[counters[attribute.type]], attribute.payload,
		       sizeof(vf->counters[0]));
	}
	return true;
}

static bool read_vf(struct answer *answer, const struct attribute *entry)
{
	struct cursor cursor = attribute_open(entry);
	struct attribute attribute;
	struct unnamed unnamed = {0};
	struct vf_facts *vf = NULL;

	while (cursor.left)
		if (!cursor_take(&cursor, &attribute) ||
		    !read_one(answer, &vf, &unnamed, &attribute))
			return false;
	if (vf && unnamed.broadcast.payload)
		take_broadcast(vf, &unnamed.broadcast);
	return vf && (!unnamed.statistics.payload || read_statistics(vf, &unnamed.statistics));
}

/*
 * From about 220 VFs on the list is longer than its length can tell. So the entries are read one
 * after another, until all VFs were seen or something follows that is none; where that is must
 * agree with as much of the length as there is.
 */
static bool read_list(struct answer *answer, struct cursor *cursor)
{
	const uint8_t *start = cursor->at;
	struct nlattr list, header;
	struct attribute entry;

	if (!answer->counted || answer->listed || !cursor_peek(cursor, &list))
		return false;
	answer->listed = true;
	cursor_skip(cursor, sizeof(list));
	for (uint32_t i = 0; i < answer->count; i++) {
		if (!cursor_peek(cursor, &header) || header.nla_type != IFLA_VF_INFO)
			break;
		if (!cursor_take(cursor, &entry) || !read_vf(answer, &entry))
			return false;
	}
	return (uint16_t)(cursor->at - start) == list.nla_len;
}

static enum sriov_code read_count(struct answer *answer, const struct attribute *attribute)
{
	if (answer->counted || attribute->length != sizeof(answer->count))
		return SRIOV_CODE_MALFORMED;
	memcpy(&answer->count, attribute->payload, sizeof(answer->count));
	if (answer->count > MOST_VFS)
		return SRIOV_CODE_MALFORMED;
	answer->counted = true;
	answer->facts = calloc(answer->count + 1, sizeof(*answer->facts));
	return answer->facts ? SRIOV_CODE_OK : SRIOV_CODE_NO_MEMORY;
}

static enum sriov_code read_next(struct answer *answer, struct cursor *cursor)
{
	struct attribute attribute;
	struct nlattr header;

	if (cursor_peek(cursor, &header) && header.nla_type == IFLA_VFINFO_LIST)
		return read_list(answer, cursor) ? SRIOV_CODE_OK : SRIOV_CODE_MALFORMED;
	if (!cursor_take(cursor, &attribute))
		return SRIOV_CODE_MALFORMED;
	return attribute.type == IFLA_NUM_VF ? read_count(answer, &attribute) : SRIOV_CODE_OK;
}

/* Anything but InfiniBand is Ethernet to the VFs. */
static uint8_t read_address_length(struct cursor cursor)
{
	struct ifinfomsg link = {0};

	cursor_skip(&cursor, NLMSG_HDRLEN);
	if (cursor.left >= sizeof(link))
		memcpy(&link, cursor.at, sizeof(link));
	return link.ifi_type == ARPHRD_INFINIBAND ? VF_ADDRESS_BYTES : MAC_BYTES;
}

/* The message is as long as it says itself, if that many bytes are there. */
static bool open_message(const void *bytes, size_t length, struct answer *answer,
			 struct cursor *cursor)
{
	struct nlmsghdr header;

	if (length < sizeof(header))
		return false;
	memcpy(&header, bytes, sizeof(header));
	if (header.nlmsg_type != RTM_NEWLINK || header.nlmsg_len > length)
		return false;
	*cursor = (struct cursor) {.at = bytes, .left = header.nlmsg_len};
	answer->address_length = read_address_length(*cursor);
	cursor_skip(cursor, NLMSG_LENGTH(sizeof(struct ifinfomsg)));
	return true;
}

/* What is broken is found in many places and told in one. */
static enum sriov_code fail(const struct answer *answer, enum sriov_code code,
			    struct sriov_error **error)
{
	if (code == SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	if (!answer->counted)
		return error_set(error, code, "the kernel's answer does not tell a number of VFs");
	return error_set(error, code,
			 "the kernel's answer promises %u VFs and is broken behind the first %u",
			 answer->count, answer->next);
}

enum sriov_code vf_message_decode(const void *bytes, size_t length, struct vf_facts **facts,
				  size_t *count, struct sriov_error **error)
{
	struct answer answer = {0};
	struct cursor cursor = {0};
	enum sriov_code code = SRIOV_CODE_OK;

	*facts = NULL;
	*count = 0;
	if (open_message(bytes, length, &answer, &cursor))
		while (!code && cursor.left)
			code = read_next(&answer, &cursor);
	if (!code && !answer.counted)
		code = SRIOV_CODE_MALFORMED;
	if (code)
		fail(&answer, code, error);
	else if (answer.count && !answer.listed)
		code = error_set(error, SRIOV_CODE_UNSUPPORTED, "the driver tells nothing of VFs");
	if (code) {
		free(answer.facts);
		return code;
	}
	*facts = answer.facts;
	*count = answer.count;
	return SRIOV_CODE_OK;
}
