/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/modalias.h"

#include <string.h>

#include "base/common.h"
#include "base/number.h"

#define MOST_DIGITS 8

/* In the order of the text: "pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i00". */
static const struct field {
	const char *key;
	size_t digits;
	uint64_t maximum;
} fields[] = {
	{"pci:v", 8, UINT16_MAX}, {"d", 8, UINT16_MAX}, {"sv", 8, UINT16_MAX},
	{"sd", 8, UINT16_MAX},	  {"bc", 2, UINT8_MAX}, {"sc", 2, UINT8_MAX},
	{"i", 2, UINT8_MAX},
};

/* Gives what is behind the field; NULL when it is not there. */
static const char *take(const char *text, const struct field *field, uint64_t *value)
{
	char digits[MOST_DIGITS + 1] = "";
	size_t length = strlen(field->key);

	if (strncmp(text, field->key, length) != 0)
		return NULL;
	text += length;
	if (strnlen(text, field->digits) < field->digits)
		return NULL;
	memcpy(digits, text, field->digits);
	return number_parse(digits, 16, field->maximum, value) ? text + field->digits : NULL;
}

bool modalias_parse(const char *text, struct modalias *modalias)
{
	uint64_t values[ARRAY_SIZE(fields)];

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		text = take(text, &fields[i], &values[i]);
		if (!text)
			return false;
	}
	*modalias = (struct modalias) {
		.vendor_id = (uint16_t)values[0],
		.device_id = (uint16_t)values[1],
		.subsystem_vendor_id = (uint16_t)values[2],
		.subsystem_device_id = (uint16_t)values[3],
		.class = (uint32_t)(values[4] << 16 | values[5] << 8 | values[6]),
	};
	return !*text;
}
