/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/uevent.h"

#include <string.h>

#include "base/number.h"

/* "8086:10C9" */
static bool parse_ids(char *text, uint16_t *left, uint16_t *right)
{
	char *colon = strchr(text, ':');
	uint64_t first, second;

	if (!colon)
		return false;
	*colon = '\0';
	if (!number_parse(text, 16, UINT16_MAX, &first) ||
	    !number_parse(colon + 1, 16, UINT16_MAX, &second))
		return false;
	*left = (uint16_t)first;
	*right = (uint16_t)second;
	return true;
}

static bool parse_class(const char *text, uint32_t *class)
{
	uint64_t value;

	if (!number_parse(text, 16, 0xffffff, &value))
		return false;
	*class = (uint32_t)value;
	return true;
}

/* A key that is not known is no mistake: kernels add some. */
static bool take(const char *key, char *value, struct uevent *uevent)
{
	if (!strcmp(key, "DRIVER"))
		uevent->driver = value;
	else if (!strcmp(key, "MODALIAS"))
		uevent->modalias = value;
	else if (!strcmp(key, "PCI_SLOT_NAME"))
		uevent->address = value;
	else if (!strcmp(key, "PCI_CLASS"))
		return parse_class(value, &uevent->class);
	else if (!strcmp(key, "PCI_ID"))
		return parse_ids(value, &uevent->vendor_id, &uevent->device_id);
	else if (!strcmp(key, "PCI_SUBSYS_ID"))
		return parse_ids(value, &uevent->subsystem_vendor_id, &uevent->subsystem_device_id);
	return true;
}

bool uevent_parse(char *text, struct uevent *uevent)
{
	char *rest = text, *line, *equals;

	memset(uevent, 0, sizeof(*uevent));
	while ((line = strsep(&rest, "\n"))) {
		equals = strchr(line, '=');
		if (!equals)
			continue;
		*equals = '\0';
		if (!take(line, equals + 1, uevent))
			return false;
	}
	return uevent->address && uevent->modalias && uevent->vendor_id;
}
