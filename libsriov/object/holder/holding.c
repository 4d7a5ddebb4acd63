/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/holder/holding.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

/* What the kernel puts behind the name of a file that was removed. */
#define DELETED " (deleted)"

/* Behind the prefix there is a number and nothing else. */
static bool parse_numbered(const char *text, const char *prefix, unsigned int *number)
{
	size_t length = strlen(prefix);
	uint64_t value;

	if (strncmp(text, prefix, length) || !number_parse(text + length, 10, INT_MAX, &value))
		return false;
	*number = (unsigned int)value;
	return true;
}

static bool cut_deleted(char *path)
{
	size_t length = strlen(path), end = strlen(DELETED);

	if (length < end || strcmp(path + length - end, DELETED))
		return false;
	path[length - end] = '\0';
	return true;
}

/* The directory may be mounted elsewhere in the process's own view: only its end is sure. */
static bool parse_file(const char *path, struct holding *holding)
{
	const char *vfio = strstr(path, "/vfio/");

	if (!vfio)
		return false;
	if (parse_numbered(vfio, "/vfio/", &holding->number) ||
	    parse_numbered(vfio, "/vfio/noiommu-", &holding->number))
		holding->via = SRIOV_HOLDER_VIA_GROUP;
	else if (parse_numbered(vfio, "/vfio/devices/vfio", &holding->number))
		holding->via = SRIOV_HOLDER_VIA_CHARACTER_DEVICE;
	else
		return false;
	return true;
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), end_length = strlen(end);

	return length >= end_length && !strcmp(text + length - end_length, end);
}

bool holding_parse(const char *target, struct holding *holding)
{
	if (strlen(target) >= sizeof(holding->path))
		return false;
	strcpy(holding->path, target);
	holding->deleted = cut_deleted(holding->path);
	if (!strcmp(holding->path, "anon_inode:[vfio-device]"))
		holding->via = SRIOV_HOLDER_VIA_DEVICE;
	else if (ends_with(holding->path, "/dev/iommu"))
		holding->via = SRIOV_HOLDER_VIA_IOMMUFD;
	else
		return parse_file(holding->path, holding);
	return true;
}

bool holding_parse_device_path(const char *path, struct holding *holding)
{
	const char *last = strrchr(path, '/');

	return last && address_parse(last + 1, holding->address);
}
