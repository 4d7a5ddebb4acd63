/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/uevent.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

/* What is behind the '=' when the line is a value of this variable. */
static const char *match(const char *line, const char *variable)
{
	size_t length = strlen(variable);

	return !strncmp(line, variable, length) && line[length] == '=' ? line + length + 1 : NULL;
}

/* "8086:10CA" */
static void take_ids(struct uevent *uevent, const char *value)
{
	uint64_t vendor, device;
	char text[sizeof("8086:10CA")];

	if (strlen(value) != sizeof(text) - 1 || value[4] != ':')
		return;
	memcpy(text, value, sizeof(text));
	text[4] = '\0';
	if (number_parse(text, 16, UINT16_MAX, &vendor) &&
	    number_parse(text + 5, 16, UINT16_MAX, &device)) {
		uevent->vendor_id = (uint16_t)vendor;
		uevent->device_id = (uint16_t)device;
	}
}

static void take_variable(struct uevent *uevent, const char *line)
{
	const char *value;
	uint64_t number;

	if ((value = match(line, "ACTION")))
		uevent->action = value;
	else if ((value = match(line, "DEVPATH")))
		uevent->path = value;
	else if ((value = match(line, "SUBSYSTEM")))
		uevent->subsystem = value;
	else if ((value = match(line, "DRIVER")))
		uevent->driver = value;
	else if ((value = match(line, "INTERFACE")))
		uevent->interface = value;
	else if ((value = match(line, "PCI_ID")))
		take_ids(uevent, value);
	else if ((value = match(line, "IFINDEX")) && number_parse(value, 10, INT_MAX, &number))
		uevent->index = (int)number;
	else if ((value = match(line, "SEQNUM")) && number_parse(value, 10, UINT64_MAX, &number))
		uevent->sequence = number;
}

bool uevent_parse(const char *data, size_t size, struct uevent *uevent)
{
	const char *end = data + size;

	*uevent = (struct uevent) {0};
	if (!size || data[size - 1] != '\0' || !strchr(data, '@'))
		return false;
	/* The first text says action and path once more. */
	for (const char *line = data + strlen(data) + 1; line < end; line += strlen(line) + 1)
		take_variable(uevent, line);
	return uevent->action && uevent->path && uevent->path[0] == '/' && uevent->subsystem;
}

/* Cuts the last part of a path off: gives where it ends then, and what is behind. */
static const char *cut(const char *path, const char **end)
{
	while (*end > path && (*end)[-1] != '/')
		(*end)--;
	if (*end > path)
		(*end)--;
	return *end;
}

bool uevent_find_address(const struct uevent *uevent, char address[ADDRESS_SIZE])
{
	const char *end = uevent->path + strlen(uevent->path), *start;
	char last[ADDRESS_SIZE];

	/* ".../0000:01:10.0/net/eth0": the device has a directory for each kind. */
	if (strcmp(uevent->subsystem, "pci") != 0) {
		cut(uevent->path, &end);
		cut(uevent->path, &end);
	}
	start = end;
	cut(uevent->path, &start);
	if (end <= start || (size_t)(end - start) > sizeof(last))
		return false;
	snprintf(last, sizeof(last), "%.*s", (int)(end - start - 1), start + 1);
	return address_parse(last, address);
}

const char *uevent_get_name(const struct uevent *uevent)
{
	return strrchr(uevent->path, '/') + 1;
}
