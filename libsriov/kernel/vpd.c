/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/vpd.h"

#include <string.h>

#include "base/common.h"

/* A large item has a tag and a length of two bytes; a small one both in its first byte. */
#define LARGE	     0x80
#define LARGE_HEADER 3
#define SMALL_LENGTH 0x07
#define SMALL_TAG    0x78

#define TAG_IDENTIFIER 0x82
#define TAG_READ_ONLY  0x90
#define TAG_READ_WRITE 0x91
#define TAG_END	       0x78

/* A field has a keyword of two characters and a length of one byte. */
#define FIELD_HEADER 3

struct parse {
	const uint8_t *bytes;
	size_t size;
	bool (*found)(void *data, const struct vpd_field *field);
	void *data;
	struct vpd_outcome *outcome;
};

struct item {
	unsigned int tag;
	size_t start; /* of what is in it */
	size_t end;
};

static bool fail(const struct parse *parse, size_t offset, const char *fault)
{
	parse->outcome->fault = fault;
	parse->outcome->offset = offset;
	return false;
}

static bool take_item(const struct parse *parse, size_t offset, struct item *item)
{
	const uint8_t *at = parse->bytes + offset;
	size_t left = parse->size - offset;

	if (!left)
		return fail(parse, offset, "the data ends without an end tag");
	item->tag = at[0] & LARGE ? at[0] : at[0] & SMALL_TAG;
	if (!(at[0] & LARGE)) {
		item->start = offset + 1;
		item->end = item->start + (at[0] & SMALL_LENGTH);
	} else if (left >= LARGE_HEADER) {
		item->start = offset + LARGE_HEADER;
		item->end = item->start + (size_t)(at[1] | at[2] << 8);
	} else {
		return fail(parse, offset, "the data ends in the middle of a tag");
	}
	/* The standard has no use for these two, which is what empty memory looks like. */
	if (at[0] == 0x00 || at[0] == 0xff)
		return fail(parse, offset, "there is no tag");
	if (item->end > parse->size)
		return fail(parse, offset, "an item is longer than the data");
	return true;
}

/* All bytes up to the checksum's own, that included, have the sum 0. */
static enum sriov_vpd_checksum check(const struct parse *parse, const struct vpd_field *field)
{
	const uint8_t *end = field->data + 1;
	uint8_t sum = 0;

	for (const uint8_t *byte = parse->bytes; byte < end; byte++)
		sum = (uint8_t)(sum + *byte);
	return sum ? SRIOV_VPD_CHECKSUM_WRONG : SRIOV_VPD_CHECKSUM_VALID;
}

/* False when the caller wants no more. */
static bool tell(const struct parse *parse, const struct vpd_field *field)
{
	if (!strcmp(field->keyword, "RW"))
		return true;
	if (strcmp(field->keyword, "RV"))
		return parse->found(parse->data, field);
	if (field->size && parse->outcome->checksum == SRIOV_VPD_CHECKSUM_MISSING)
		parse->outcome->checksum = check(parse, field);
	return true;
}

/* Makers fill up what they do not use. */
static bool is_padding(const struct parse *parse, size_t offset, size_t end)
{
	uint8_t first = parse->bytes[offset];

	if (first != 0x00 && first != 0xff)
		return false;
	while (offset < end && parse->bytes[offset] == first)
		offset++;
	return offset == end;
}

/* Whatever the locale. */
static bool is_keyword(uint8_t byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= 'a' && byte <= 'z');
}

static bool take_field(const struct parse *parse, const struct item *item, size_t offset,
		       struct vpd_field *field)
{
	const uint8_t *at = parse->bytes + offset;

	if (item->end - offset < FIELD_HEADER)
		return fail(parse, offset, "an item ends in the middle of a keyword");
	if (!is_keyword(at[0]) || !is_keyword(at[1]))
		return fail(parse, offset, "there is no keyword");
	if (item->end - offset - FIELD_HEADER < at[2])
		return fail(parse, offset, "a field is longer than its item");
	*field = (struct vpd_field) {
		.keyword = {(char)at[0], (char)at[1]},
		.data = at + FIELD_HEADER,
		.size = at[2],
		.writable = item->tag == TAG_READ_WRITE,
	};
	return true;
}

static bool walk_fields(const struct parse *parse, const struct item *item)
{
	size_t offset = item->start;
	struct vpd_field field;

	while (offset < item->end && !is_padding(parse, offset, item->end)) {
		if (!take_field(parse, item, offset, &field) || !tell(parse, &field))
			return false;
		offset += FIELD_HEADER + field.size;
	}
	return true;
}

static bool tell_identifier(const struct parse *parse, const struct item *item)
{
	const struct vpd_field field = {
		.data = parse->bytes + item->start,
		.size = item->end - item->start,
	};

	return parse->found(parse->data, &field);
}

/* False when nothing is to be read behind it. Items that are not known are passed over. */
static bool walk_item(const struct parse *parse, const struct item *item)
{
	switch (item->tag) {
	case TAG_IDENTIFIER:
		return tell_identifier(parse, item);
	case TAG_READ_ONLY:
	case TAG_READ_WRITE:
		return walk_fields(parse, item);
	default:
		return item->tag != TAG_END;
	}
}

void vpd_parse(const uint8_t *bytes, size_t size,
	       bool (*found)(void *data, const struct vpd_field *field), void *data,
	       struct vpd_outcome *outcome)
{
	const struct parse parse = {bytes, size, found, data, outcome};
	struct item item = {0};

	*outcome = (struct vpd_outcome) {.checksum = SRIOV_VPD_CHECKSUM_MISSING};
	while (take_item(&parse, item.end, &item) && walk_item(&parse, &item))
		continue;
}
