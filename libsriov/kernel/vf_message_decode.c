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
	uint32_t next; /* the lowest index that the next entry may have */
	struct vf_facts *facts;
};

/* An attribute's payload, where it may be read without regard to alignment. */
union payload {
	uint32_t vf; /* the first field of all of them */
	struct ifla_vf_mac mac;
	struct ifla_vf_vlan vlan;
	struct ifla_vf_vlan_info vlan_info;
	struct ifla_vf_spoofchk spoof_check;
	struct ifla_vf_trust trust;
	struct ifla_vf_link_state link_state;
};

static void take_mac(struct vf_facts *facts, const union payload *payload)
{
	memcpy(facts->mac, payload->mac.mac, sizeof(facts->mac));
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

static void take_link_state(struct vf_facts *facts, const union payload *payload)
{
	if (payload->link_state.link_state <= SRIOV_LINK_STATE_DISABLE)
		facts->link_state = (enum sriov_link_state)payload->link_state.link_state;
}

struct reader {
	uint16_t type;
	size_t size;
	void (*take)(struct vf_facts *facts, const union payload *payload);
};

static const struct reader vf_readers[] = {
	{IFLA_VF_MAC, sizeof(struct ifla_vf_mac), take_mac},
	{IFLA_VF_VLAN, sizeof(struct ifla_vf_vlan), take_vlan},
	{IFLA_VF_SPOOFCHK, sizeof(struct ifla_vf_spoofchk), take_spoof_check},
	{IFLA_VF_TRUST, sizeof(struct ifla_vf_trust), take_trust},
	{IFLA_VF_LINK_STATE, sizeof(struct ifla_vf_link_state), take_link_state},
};

static const struct reader vlan_reader = {
	IFLA_VF_VLAN_INFO,
	sizeof(struct ifla_vf_vlan_info),
	take_vlan_info,
};

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
		.spoof_check = SRIOV_SWITCH_UNKNOWN,
		.trust = SRIOV_SWITCH_UNKNOWN,
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

/* What this version does not know is passed over. */
static bool read_vf(struct answer *answer, const struct attribute *entry)
{
	struct cursor cursor = attribute_open(entry);
	struct attribute attribute;
	struct vf_facts *vf = NULL;

	while (cursor.left) {
		bool good = cursor_take(&cursor, &attribute);

		if (good && attribute.type == IFLA_VF_VLAN_LIST)
			good = read_vlan_list(answer, &vf, &attribute);
		for (size_t i = 0; good && i < ARRAY_SIZE(vf_readers); i++)
			if (attribute.type == vf_readers[i].type)
				good = read_attribute(answer, &vf, &vf_readers[i], &attribute);
		if (!good)
			return false;
	}
	return vf != NULL;
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

/* The message is as long as it says itself, if that many bytes are there. */
static bool open_message(const void *bytes, size_t length, struct cursor *cursor)
{
	struct nlmsghdr header;

	if (length < sizeof(header))
		return false;
	memcpy(&header, bytes, sizeof(header));
	if (header.nlmsg_type != RTM_NEWLINK || header.nlmsg_len > length)
		return false;
	*cursor = (struct cursor) {.at = bytes, .left = header.nlmsg_len};
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
	if (open_message(bytes, length, &cursor))
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
