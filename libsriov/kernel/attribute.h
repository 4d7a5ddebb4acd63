/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads netlink attributes one after another, never outside the bytes it was given.
 *
 * nla_parse() of libnl-3 steps by an attribute's own length, which is wrong for a list of VFs that
 * is longer than the 16 bits of its length can tell.
 */
#ifndef KERNEL_ATTRIBUTE_H
#define KERNEL_ATTRIBUTE_H

#include <linux/netlink.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What is still to be read. */
struct cursor {
	const uint8_t *at;
	size_t left;
};

struct attribute {
	uint16_t type;
	size_t length; /* of the payload */
	const uint8_t *payload;
};

static inline void cursor_skip(struct cursor *cursor, size_t length)
{
	if (length > cursor->left)
		length = cursor->left;
	cursor->at += length;
	cursor->left -= length;
}

/* The header of the next attribute, which stays unread; false when there is no room for one. */
static inline bool cursor_peek(const struct cursor *cursor, struct nlattr *header)
{
	if (cursor->left < sizeof(*header))
		return false;
	memcpy(header, cursor->at, sizeof(*header));
	header->nla_type &= (uint16_t)NLA_TYPE_MASK;
	return true;
}

/* Reads an attribute and the padding behind it; false when it does not fit in what is left. */
static inline bool cursor_take(struct cursor *cursor, struct attribute *attribute)
{
	struct nlattr header;

	if (!cursor_peek(cursor, &header) || header.nla_len < sizeof(header) ||
	    header.nla_len > cursor->left)
		return false;
	attribute->type = header.nla_type;
	attribute->length = header.nla_len - sizeof(header);
	attribute->payload = cursor->at + sizeof(header);
	cursor_skip(cursor, NLA_ALIGN(header.nla_len));
	return true;
}

static inline struct cursor attribute_open(const struct attribute *attribute)
{
	return (struct cursor) {.at = attribute->payload, .left = attribute->length};
}

#endif
