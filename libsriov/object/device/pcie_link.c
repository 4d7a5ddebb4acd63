/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/pcie_link.h"

#include <limits.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "base/object.h"
#include "object/device/device_attribute.h"

#define ABSENT "it is no PCI Express device, or this kernel does not tell (it does from 4.13 on)"

/* A width has 6 bits, which are all ones when nothing answers; the kernel's own word is 255. */
#define MOST_LANES 32

struct side {
	int speed_mts;
	int width;
};

struct sriov_pcie_link {
	struct object object;
	struct side current;
	struct side maximum;
};

OBJECT_REFERENCES(pcie_link)

/* Behind the number; older kernels leave "PCIe" out. */
static bool is_unit(const char *text)
{
	return !strcmp(text, " GT/s") || !strcmp(text, " GT/s PCIe");
}

bool pcie_link_parse_speed(const char *text, int *speed_mts)
{
	size_t whole = strspn(text, "0123456789");
	const char *rest = text + whole;
	char digits[4] = "";
	uint64_t number;

	*speed_mts = PCIE_LINK_UNKNOWN;
	if (!strcmp(text, "Unknown") || !strcmp(text, "Unknown speed"))
		return true;
	if (!whole || whole >= sizeof(digits))
		return false;
	memcpy(digits, text, whole);
	if (!number_parse(digits, 10, 999, &number))
		return false;
	number *= 1000;
	if (rest[0] == '.' && rest[1] >= '0' && rest[1] <= '9') {
		number += (uint64_t)(rest[1] - '0') * 100;
		rest += 2;
	}
	if (!number || !is_unit(rest))
		return false;
	*speed_mts = (int)number;
	return true;
}

static enum sriov_code read_speed(const struct sriov_device *device, const char *name,
				  int *speed_mts, struct sriov_error **error)
{
	const struct device_attribute attribute = {name, "PCI Express link's speed", ABSENT};
	char line[64];
	enum sriov_code code = device_attribute_read(device, &attribute, line, sizeof(line), error);

	if (!code && !pcie_link_parse_speed(line, speed_mts))
		code = device_attribute_malformed(device, &attribute, line, error);
	return code;
}

static enum sriov_code read_width(const struct sriov_device *device, const char *name, int *width,
				  struct sriov_error **error)
{
	const struct device_attribute attribute = {name, "PCI Express link's width", ABSENT};
	uint64_t lanes;
	enum sriov_code code =
		device_attribute_read_number(device, &attribute, 10, UINT8_MAX, &lanes, error);

	if (!code)
		*width = lanes <= MOST_LANES ? (int)lanes : PCIE_LINK_UNKNOWN;
	return code;
}

/* The kernel has the same word for a speed that it does not know and for no link at all. */
static void tell_none_from_unknown(struct side *side)
{
	if (!side->width && side->speed_mts == PCIE_LINK_UNKNOWN)
		side->speed_mts = PCIE_LINK_NONE;
}

static enum sriov_code read_all(const struct sriov_device *device, struct sriov_pcie_link *link,
				struct sriov_error **error)
{
	enum sriov_code code =
		read_speed(device, "current_link_speed", &link->current.speed_mts, error);

	if (!code)
		code = read_width(device, "current_link_width", &link->current.width, error);
	if (!code)
		code = read_speed(device, "max_link_speed", &link->maximum.speed_mts, error);
	if (!code)
		code = read_width(device, "max_link_width", &link->maximum.width, error);
	tell_none_from_unknown(&link->current);
	tell_none_from_unknown(&link->maximum);
	return code;
}

EXPORT enum sriov_code sriov_device_read_pcie_link(const struct sriov_device *device,
						   struct sriov_pcie_link **link,
						   struct sriov_error **error)
{
	struct sriov_pcie_link *made;
	enum sriov_code code;

	if (!link)
		return error_null(error, "link");
	*link = NULL;
	if (!device)
		return error_null(error, "device");
	made = object_new(sizeof(*made), NULL);
	code = made ? read_all(device, made, error) : error_no_memory(error);
	if (code)
		sriov_pcie_link_unref(made);
	else
		*link = made;
	return code;
}

EXPORT int sriov_pcie_link_get_current_speed_mts(const struct sriov_pcie_link *link)
{
	return link ? link->current.speed_mts : PCIE_LINK_NONE;
}

EXPORT int sriov_pcie_link_get_maximum_speed_mts(const struct sriov_pcie_link *link)
{
	return link ? link->maximum.speed_mts : PCIE_LINK_NONE;
}

EXPORT int sriov_pcie_link_get_current_width(const struct sriov_pcie_link *link)
{
	return link ? link->current.width : PCIE_LINK_NONE;
}

EXPORT int sriov_pcie_link_get_maximum_width(const struct sriov_pcie_link *link)
{
	return link ? link->maximum.width : PCIE_LINK_NONE;
}
