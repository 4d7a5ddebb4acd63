/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What sysfs tells of the IOMMU: the units that run, the groups, the firmware's tables. */
#include "object/iommu/iommu_reading.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

#define TABLES "firmware/acpi/tables"

/* "dmar0" to "dmar", for instance. */
static bool is_numbered(const char *name, const char *beginning)
{
	size_t length = strlen(beginning);

	return !strncmp(name, beginning, length) && isdigit((unsigned char)name[length]);
}

/* Some drivers name a unit as the device that it is: then the driver tells. */
static enum sriov_iommu_vendor vendor_by_driver(const struct iommu_reading *reading,
						const char *unit)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char driver[NAME_MAX + 1] = "";

	tree_read_link_if_any(reading->sysfs, driver, &failure, "class/iommu/%s/device/driver",
			      unit);
	if (!strcmp(driver, "virtio_iommu"))
		return SRIOV_IOMMU_VENDOR_VIRTIO;
	return iommu_begins(driver, "arm-smmu") ? SRIOV_IOMMU_VENDOR_ARM_SMMU
						: SRIOV_IOMMU_VENDOR_UNKNOWN;
}

static enum sriov_iommu_vendor vendor_of_unit(const struct iommu_reading *reading, const char *unit)
{
	if (is_numbered(unit, "dmar"))
		return SRIOV_IOMMU_VENDOR_INTEL;
	if (is_numbered(unit, "ivhd"))
		return SRIOV_IOMMU_VENDOR_AMD;
	if (iommu_begins(unit, "smmu3.") || iommu_begins(unit, "smmu.") ||
	    iommu_begins(unit, "arm-smmu"))
		return SRIOV_IOMMU_VENDOR_ARM_SMMU;
	return vendor_by_driver(reading, unit);
}

static void tell_units(struct iommu_reading *reading)
{
	const struct sriov_string_list *units = reading->iommu->units;
	CLEANUP(text_clear) struct text names = {0};

	for (size_t i = 0; i < sriov_string_list_get_count(units); i++)
		text_add(&names, "%s%s", i ? ", " : "", sriov_string_list_get(units, i));
	reading->failed |= names.failed;
	if (names.length)
		iommu_tell(reading, "these IOMMU units run: %s (%s/class/iommu)", names.data,
			   reading->sysfs->root);
	else
		iommu_tell(reading, "no IOMMU unit runs (%s/class/iommu)", reading->sysfs->root);
}

/* The class is there in every kernel that can have an IOMMU; it may be empty. */
static void read_units(struct iommu_reading *reading)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_iommu *iommu = reading->iommu;
	enum sriov_code code = tree_list(reading->sysfs, &iommu->units, &failure, "class/iommu");
	const char *first;

	if (code && code != SRIOV_CODE_NOT_FOUND)
		iommu_tell_failure(reading, failure);
	if (code)
		iommu->units = string_list_new();
	if (!iommu->units) {
		reading->failed = true;
		return;
	}
	if (code)
		return;
	string_list_sort(iommu->units);
	first = sriov_string_list_get(iommu->units, 0);
	if (first)
		iommu->vendor = vendor_of_unit(reading, first);
	tell_units(reading);
}

/* VFIO's mode without an IOMMU makes groups of its own, which protect from nothing. */
static bool is_unsafe_group(const struct iommu_reading *reading, const char *group)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char name[32];

	return !tree_read_line(reading->sysfs, name, sizeof(name), &failure,
			       "kernel/iommu_groups/%s/name", group) &&
	       !strcmp(name, "vfio-noiommu");
}

static void count_groups(struct iommu_reading *reading, const struct sriov_string_list *groups)
{
	size_t count = sriov_string_list_get_count(groups), unsafe = 0;

	/* Where a unit runs there is no such mode, and no need to look at each. */
	if (!sriov_string_list_get_count(reading->iommu->units))
		for (size_t i = 0; i < count; i++)
			unsafe += is_unsafe_group(reading, sriov_string_list_get(groups, i));
	reading->iommu->group_count = (unsigned int)(count - unsafe);
	iommu_tell(reading, "there are %u IOMMU groups (%s/kernel/iommu_groups)",
		   reading->iommu->group_count, reading->sysfs->root);
	if (unsafe)
		iommu_tell(reading,
			   "%zu more groups are of VFIO's mode without an IOMMU "
			   "(%s/kernel/iommu_groups/*/name)",
			   unsafe, reading->sysfs->root);
}

static enum sriov_code read_groups(struct iommu_reading *reading, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_string_list *groups;
	enum sriov_code code = tree_list(reading->sysfs, &groups, &failure, "kernel/iommu_groups");

	if (code == SRIOV_CODE_NOT_FOUND) {
		iommu_tell(reading,
			   "the kernel was built without IOMMU groups: there is no "
			   "%s/kernel/iommu_groups",
			   reading->sysfs->root);
		return SRIOV_CODE_OK;
	}
	if (code)
		return error_move(error, &failure);
	count_groups(reading, groups);
	sriov_string_list_unref(groups);
	return SRIOV_CODE_OK;
}

static const struct table {
	const char *name;
	const char *meaning;
	enum sriov_iommu_vendor vendor;
} tables[] = {
	{"DMAR", "Intel VT-d", SRIOV_IOMMU_VENDOR_INTEL},
	{"IVRS", "AMD-Vi", SRIOV_IOMMU_VENDOR_AMD},
	{"VIOT", "virtio-iommu", SRIOV_IOMMU_VENDOR_VIRTIO},
	/* It is there with and without an SMMU. */
	{"IORT", "Arm's I/O", SRIOV_IOMMU_VENDOR_UNKNOWN},
};

/* The vendor when no unit tells it: a table is there even while the IOMMU is off. */
static bool read_table(struct iommu_reading *reading, const struct table *table)
{
	struct sriov_iommu *iommu = reading->iommu;

	if (!tree_exists(reading->sysfs, TABLES "/%s", table->name))
		return false;
	iommu_tell(reading, "the firmware has a table for %s (%s/" TABLES "/%s)", table->meaning,
		   reading->sysfs->root, table->name);
	if (!sriov_string_list_get_count(iommu->units) &&
	    iommu->vendor == SRIOV_IOMMU_VENDOR_UNKNOWN)
		iommu->vendor = table->vendor;
	return true;
}

static void read_tables(struct iommu_reading *reading)
{
	const char *root = reading->sysfs->root;
	bool found = false;

	if (!tree_exists(reading->sysfs, TABLES)) {
		iommu_tell(reading,
			   "the firmware's tables are not to be seen: there is no %s/" TABLES
			   "; a container may hide them",
			   root);
		return;
	}
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++)
		found |= read_table(reading, &tables[i]);
	if (found)
		return;
	iommu_tell(reading, "the firmware has no table for an IOMMU (%s/" TABLES ")", root);
	if (!reading->iommu->group_count)
		reading->iommu->vendor = SRIOV_IOMMU_VENDOR_NONE;
}

enum sriov_code iommu_read_sysfs(struct iommu_reading *reading, struct sriov_error **error)
{
	enum sriov_code code;

	read_units(reading);
	code = read_groups(reading, error);
	if (!code)
		read_tables(reading);
	return code;
}
