/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/resource.h"

#include <string.h>

#include "base/number.h"

/* "0x" and 16 digits three times, with a blank or a line end behind each. */
#define NUMBER_LENGTH 18
#define LINE_LENGTH   (3 * (NUMBER_LENGTH + 1))

/* A range that is not in use has no flags; one that has no size is as good as none. */
static bool keep(const uint64_t numbers[3], struct resource *resource)
{
	uint64_t start = numbers[0], end = numbers[1], flags = numbers[2];

	*resource = (struct resource) {.start = start, .flags = flags};
	if (!flags || end == start - 1)
		return true;
	resource->size = end - start + 1;
	return end >= start && resource->size;
}

static bool parse_line(const char *line, struct resource *resource)
{
	char digits[NUMBER_LENGTH + 1] = "";
	uint64_t numbers[3];

	for (size_t i = 0; i < 3; i++) {
		const char *at = line + i * (NUMBER_LENGTH + 1);

		memcpy(digits, at, NUMBER_LENGTH);
		if (at[NUMBER_LENGTH] != (i < 2 ? ' ' : '\n') || strncmp(digits, "0x", 2) ||
		    !number_parse(digits, 16, UINT64_MAX, &numbers[i]))
			return false;
	}
	return keep(numbers, resource);
}

bool resource_parse(const char *text, struct resource_table *table)
{
	size_t length = strlen(text);

	*table = (struct resource_table) {.count = length / LINE_LENGTH};
	if (!length || length % LINE_LENGTH || table->count > RESOURCE_MOST)
		return false;
	for (size_t i = 0; i < table->count; i++)
		if (!parse_line(text + i * LINE_LENGTH, &table->entries[i]))
			return false;
	return true;
}

bool resource_has_vf_bars(const struct resource_table *table)
{
	return table->count >= RESOURCE_VF_BAR + RESOURCE_BARS;
}

enum sriov_code resource_read(const struct tree *sysfs, const char *address, const char *place,
			      struct resource_table *table, struct sriov_error **error)
{
	/* One line more than there may be, to see that there are too many. */
	char text[(RESOURCE_MOST + 1) * LINE_LENGTH + 1];
	size_t length;
	enum sriov_code code = tree_read(sysfs, text, sizeof(text), &length, error,
					 "bus/pci/devices/%s/%sresource", address, place);

	if (!code && !resource_parse(text, table))
		code = error_set(error, SRIOV_CODE_MALFORMED,
				 "%s: the table of its BARs is not understood: "
				 "%s/bus/pci/devices/%s/%sresource",
				 address, sysfs->root, address, place);
	return code;
}
