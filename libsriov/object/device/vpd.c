/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/vpd.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/text.h"

struct sriov_vpd_field {
	struct object object;
	char keyword[3];
	bool writable;
	char *text;
	size_t size;
	uint8_t data[];
};

OBJECT_REFERENCES(vpd)
OBJECT_REFERENCES(vpd_field)
OBJECT_LIST(vpd_field)

static void destroy(void *object)
{
	struct sriov_vpd *vpd = object;

	sriov_error_unref(vpd->error);
	free(vpd->product_name);
	sriov_vpd_field_list_unref(vpd->fields);
}

static void destroy_field(void *object)
{
	struct sriov_vpd_field *field = object;

	free(field->text);
}

static size_t trimmed(const uint8_t *data, size_t size)
{
	while (size && (data[size - 1] == ' ' || !data[size - 1]))
		size--;
	return size;
}

/* NULL when there is no memory. */
static char *describe(const uint8_t *data, size_t size)
{
	struct text text = {0};

	text_add(&text, "%s", "");
	size = trimmed(data, size);
	for (size_t i = 0; i < size; i++) {
		if (data[i] == '\\')
			text_add(&text, "\\\\");
		else if (data[i] < ' ' || data[i] > '~')
			text_add(&text, "\\x%02x", data[i]);
		else
			text_add(&text, "%c", data[i]);
	}
	return text_take(&text);
}

static struct sriov_vpd_field *field_new(const struct vpd_field *found)
{
	struct sriov_vpd_field *field = object_new(sizeof(*field) + found->size, destroy_field);

	if (!field)
		return NULL;
	memcpy(field->keyword, found->keyword, sizeof(field->keyword));
	memcpy(field->data, found->data, found->size);
	field->size = found->size;
	field->writable = found->writable;
	field->text = describe(found->data, found->size);
	if (field->text)
		return field;
	sriov_vpd_field_unref(field);
	return NULL;
}

struct collection {
	struct sriov_vpd *vpd;
	bool failed;
};

static bool collect(void *data, const struct vpd_field *found)
{
	struct collection *collection = data;
	struct sriov_vpd *vpd = collection->vpd;
	struct sriov_vpd_field *field;

	if (found->keyword[0]) {
		field = field_new(found);
		collection->failed = !field || !list_add(vpd->fields, field);
	} else if (!vpd->product_name) {
		vpd->product_name = describe(found->data, found->size);
		collection->failed = !vpd->product_name;
	}
	return !collection->failed;
}

struct sriov_vpd *vpd_new(const char *address, const uint8_t *bytes, size_t size)
{
	struct sriov_vpd *vpd = object_new(sizeof(*vpd), destroy);
	struct collection collection = {.vpd = vpd};
	struct vpd_outcome outcome;

	if (!vpd)
		return NULL;
	vpd->fields = list_new();
	if (vpd->fields) {
		vpd_parse(bytes, size, collect, &collection, &outcome);
		vpd->checksum = outcome.checksum;
		if (outcome.fault)
			error_set(&vpd->error, SRIOV_CODE_MALFORMED,
				  "%s: its VPD breaks off at offset 0x%zx: %s", address,
				  outcome.offset, outcome.fault);
		error_set_device(&vpd->error, address);
	}
	if (vpd->fields && !collection.failed &&
	    sriov_error_get_code(vpd->error) != SRIOV_CODE_NO_MEMORY)
		return vpd;
	sriov_vpd_unref(vpd);
	return NULL;
}

EXPORT const struct sriov_error *sriov_vpd_get_error(const struct sriov_vpd *vpd)
{
	return vpd ? vpd->error : NULL;
}

EXPORT enum sriov_vpd_checksum sriov_vpd_get_checksum(const struct sriov_vpd *vpd)
{
	return vpd ? vpd->checksum : SRIOV_VPD_CHECKSUM_UNKNOWN;
}

EXPORT const char *sriov_vpd_get_product_name(const struct sriov_vpd *vpd)
{
	return vpd ? vpd->product_name : NULL;
}

EXPORT const char *sriov_vpd_get_part_number(const struct sriov_vpd *vpd)
{
	return sriov_vpd_get_text(vpd, "PN");
}

EXPORT const char *sriov_vpd_get_serial_number(const struct sriov_vpd *vpd)
{
	return sriov_vpd_get_text(vpd, "SN");
}

EXPORT const char *sriov_vpd_get_engineering_level(const struct sriov_vpd *vpd)
{
	return sriov_vpd_get_text(vpd, "EC");
}

EXPORT const char *sriov_vpd_get_manufacture_id(const struct sriov_vpd *vpd)
{
	return sriov_vpd_get_text(vpd, "MN");
}

EXPORT const char *sriov_vpd_get_text(const struct sriov_vpd *vpd, const char *keyword)
{
	const struct sriov_vpd_field *field;

	if (!vpd || !keyword)
		return NULL;
	for (size_t i = 0; i < list_get_count(vpd->fields); i++) {
		field = list_get(vpd->fields, i);
		if (!strcmp(field->keyword, keyword))
			return field->text;
	}
	return NULL;
}

EXPORT const struct sriov_vpd_field_list *sriov_vpd_get_fields(const struct sriov_vpd *vpd)
{
	return vpd ? vpd->fields : NULL;
}

EXPORT const char *sriov_vpd_field_get_keyword(const struct sriov_vpd_field *field)
{
	return field ? field->keyword : NULL;
}

EXPORT const char *sriov_vpd_field_get_text(const struct sriov_vpd_field *field)
{
	return field ? field->text : NULL;
}

EXPORT const uint8_t *sriov_vpd_field_get_data(const struct sriov_vpd_field *field)
{
	return field && field->size ? field->data : NULL;
}

EXPORT size_t sriov_vpd_field_get_size(const struct sriov_vpd_field *field)
{
	return field ? field->size : 0;
}

EXPORT bool sriov_vpd_field_is_writable(const struct sriov_vpd_field *field)
{
	return field && field->writable;
}
