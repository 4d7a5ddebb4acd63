/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answer.h"

#include <linux/if_link.h>
#include <linux/netlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

/* More than any answer that is made: 10,031 VFs. */
#define LARGEST (2 << 20)

static size_t align(size_t length)
{
	return (length + 3) & ~(size_t)3;
}

struct bytes bytes_new(void)
{
	struct bytes bytes = {.data = malloc(LARGEST)};

	ck_assert_ptr_nonnull(bytes.data);
	return bytes;
}

void bytes_free(struct bytes *bytes)
{
	free(bytes->data);
}

void bytes_add(struct bytes *bytes, const void *data, size_t length)
{
	ck_assert_uint_le(bytes->length + length, LARGEST);
	memcpy(bytes->data + bytes->length, data, length);
	bytes->length += length;
}

size_t bytes_add_attribute(struct bytes *bytes, int type, const void *payload, size_t length)
{
	struct nlattr header = {
		.nla_type = (uint16_t)type,
		.nla_len = (uint16_t)(sizeof(header) + length),
	};
	size_t start = bytes->length;

	bytes_add(bytes, &header, sizeof(header));
	bytes_add(bytes, payload, length);
	bytes_add(bytes, "\0\0\0", align(length) - length);
	return start;
}

void bytes_add_number(struct bytes *bytes, int type, uint32_t number)
{
	bytes_add_attribute(bytes, type, &number, sizeof(number));
}

void bytes_close_list(struct bytes *bytes, size_t start)
{
	uint16_t length = (uint16_t)(bytes->length - start);

	memcpy(bytes->data + start, &length, sizeof(length));
}

uint16_t bytes_get(const struct bytes *bytes, size_t at)
{
	uint16_t value;

	memcpy(&value, bytes->data + at, sizeof(value));
	return value;
}

size_t bytes_find(const struct bytes *bytes, size_t at, uint16_t type)
{
	while (bytes_get(bytes, at + 2) != type) {
		at += align(bytes_get(bytes, at));
		ck_assert_uint_lt(at, bytes->length);
	}
	return at;
}

struct bytes answer_read(const char *name)
{
	const char *folder = getenv("top_srcdir");
	struct bytes bytes = bytes_new();
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/tests/unit/data/%s", folder ? folder : ".", name);
	file = fopen(path, "re");
	ck_assert_msg(file != NULL, "%s is missing", path);
	bytes.length = fread(bytes.data, 1, LARGEST, file);
	fclose(file);
	return bytes;
}

struct answer answer_begin(uint32_t count)
{
	struct answer answer = {.bytes = bytes_new(), .source = answer_read("netdevsim-1")};
	size_t at = bytes_find(&answer.source, ANSWER_FIRST, IFLA_NUM_VF);

	memcpy(answer.source.data + at + 4, &count, sizeof(count));
	answer.source_list = bytes_find(&answer.source, ANSWER_FIRST, IFLA_VFINFO_LIST);
	bytes_add(&answer.bytes, answer.source.data, answer.source_list);
	answer.list = bytes_add_attribute(&answer.bytes, IFLA_VFINFO_LIST, "", 0);
	return answer;
}

/* Every attribute but one begins with the index of the VF; in the list of VLANs the entry does. */
static void set_index(struct bytes *bytes, size_t start, uint32_t index)
{
	for (size_t at = start; at < bytes->length; at += align(bytes_get(bytes, at))) {
		uint16_t type = bytes_get(bytes, at + 2);

		if (type == IFLA_VF_VLAN_LIST)
			memcpy(bytes->data + at + 8, &index, sizeof(index));
		else if (type != IFLA_VF_BROADCAST)
			memcpy(bytes->data + at + 4, &index, sizeof(index));
	}
}

void answer_make_mac(uint32_t index, uint8_t mac[6])
{
	mac[0] = 2;
	mac[1] = 0;
	for (int i = 2; i < 6; i++)
		mac[i] = (uint8_t)(index >> 8 * (5 - i));
}

void answer_add_vf(struct answer *answer, uint32_t index)
{
	size_t start = answer->bytes.length, source = answer->source_list + 4, at;
	uint8_t mac[6];

	bytes_add(&answer->bytes, answer->source.data + source,
		  align(bytes_get(&answer->source, source)));
	set_index(&answer->bytes, start + 4, index);
	at = bytes_find(&answer->bytes, start + 4, IFLA_VF_MAC);
	answer_make_mac(index, mac);
	memcpy(answer->bytes.data + at + 8, mac, sizeof(mac));
}

void answer_end(struct answer *answer)
{
	size_t end = answer->source_list + align(bytes_get(&answer->source, answer->source_list));

	bytes_close_list(&answer->bytes, answer->list);
	bytes_add(&answer->bytes, answer->source.data + end, answer->source.length - end);
	bytes_free(&answer->source);
}

enum sriov_code answer_decode(const struct bytes *bytes, struct vf_facts **facts, size_t *count,
			      struct sriov_error **error)
{
	uint32_t length = (uint32_t)bytes->length;
	uint8_t *copy = malloc(bytes->length + !bytes->length);
	enum sriov_code code;

	ck_assert_ptr_nonnull(copy);
	memcpy(copy, bytes->data, bytes->length);
	if (length >= sizeof(length))
		memcpy(copy, &length, sizeof(length));
	code = vf_message_decode(copy, bytes->length, facts, count, error);
	free(copy);
	return code;
}

void answer_expect_refusal(struct bytes *bytes, enum sriov_code wanted, const char *words)
{
	struct sriov_error *error = NULL;
	struct vf_facts *facts;
	size_t count;

	expect_failure(answer_decode(bytes, &facts, &count, &error), wanted, error, words);
	ck_assert_ptr_null(facts);
	ck_assert_uint_eq(count, 0);
	bytes_free(bytes);
}
