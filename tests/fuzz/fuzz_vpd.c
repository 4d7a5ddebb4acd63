// SPDX-License-Identifier: LGPL-2.1-or-later
/* Vital Product Data. */
#include "fuzz.h"

#include "kernel/vpd.h"

const char fuzz_name[] = "vpd";

struct bytes {
	const uint8_t *first;
	size_t size;
};

static bool check_field(void *data, const struct vpd_field *field)
{
	const struct bytes *bytes = data;

	FUZZ_CHECK(strlen(field->keyword) == 0 || strlen(field->keyword) == 2);
	FUZZ_CHECK(field->size <= bytes->size);
	FUZZ_CHECK(!field->size || (field->data >= bytes->first &&
				    field->data + field->size <= bytes->first + bytes->size));
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes bytes = {.first = fuzz_copy(data, size), .size = size};
	struct vpd_outcome outcome;

	vpd_parse(bytes.first, size, check_field, &bytes, &outcome);
	FUZZ_CHECK(!outcome.fault || outcome.offset <= size);
	free((void *)bytes.first);
	return 0;
}
