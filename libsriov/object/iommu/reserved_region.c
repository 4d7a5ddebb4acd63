/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "object/iommu/iommu_group.h"

struct sriov_reserved_region {
	struct object object;
	uint64_t start;
	uint64_t end;
	char *name;
};

OBJECT_REFERENCES(reserved_region)
OBJECT_LIST(reserved_region)

static const char *const names[] = {
	[SRIOV_RESERVED_REGION_TYPE_RESERVED] = "reserved",
	[SRIOV_RESERVED_REGION_TYPE_DIRECT] = "direct",
	[SRIOV_RESERVED_REGION_TYPE_DIRECT_RELAXABLE] = "direct-relaxable",
	[SRIOV_RESERVED_REGION_TYPE_MSI] = "msi",
};

static void destroy(void *object)
{
	struct sriov_reserved_region *region = object;

	free(region->name);
}

/* "0x00000000fee00000 0x00000000feefffff msi", which is cut into its words. */
static enum sriov_code add_line(void *list, char *line, struct sriov_error **error)
{
	char *rest, *start = strtok_r(line, " ", &rest), *end = strtok_r(NULL, " ", &rest);
	char *name = strtok_r(NULL, "", &rest);
	struct sriov_reserved_region *region;
	uint64_t numbers[2];

	if (!name || !number_parse(start, 16, UINT64_MAX, &numbers[0]) ||
	    !number_parse(end, 16, UINT64_MAX, &numbers[1]))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "a reserved region is not understood: \"%s%s%s\"",
				 start ? start : "", end ? " " : "", end ? end : "");
	region = object_new(sizeof(*region), destroy);
	if (!region)
		return error_no_memory(error);
	region->start = numbers[0];
	region->end = numbers[1];
	region->name = strdup(name);
	if (!region->name) {
		sriov_reserved_region_unref(region);
		return error_no_memory(error);
	}
	return list_add(list, region) ? SRIOV_CODE_OK : error_no_memory(error);
}

static enum sriov_code read_lines(const struct sriov_iommu_group *group, char **lines,
				  struct sriov_error **error)
{
	const struct tree *sysfs = &group->context->sysfs;
	enum sriov_code code = tree_read_all(
		sysfs, lines, error, "kernel/iommu_groups/%d/reserved_regions", group->number);

	if (code != SRIOV_CODE_NOT_FOUND)
		return code;
	code = tree_exists(sysfs, "kernel/iommu_groups/%d", group->number) ? SRIOV_CODE_UNSUPPORTED
									   : SRIOV_CODE_GONE;
	return error_explain(error, code, "the reserved regions of IOMMU group %d: %s",
			     group->number,
			     code == SRIOV_CODE_GONE ? "the group is not there any more"
						     : "this kernel does not tell them");
}

EXPORT enum sriov_code
sriov_iommu_group_list_reserved_regions(const struct sriov_iommu_group *group,
					struct sriov_reserved_region_list **list,
					struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *lines = NULL;
	char *rest, *line;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!group)
		return error_null(error, "group");
	code = read_lines(group, &lines, error);
	if (code)
		return code;
	*list = list_new();
	if (!*list)
		return error_no_memory(error);
	for (line = strtok_r(lines, "\n", &rest); !code && line; line = strtok_r(NULL, "\n", &rest))
		code = add_line(*list, line, error);
	if (code) {
		sriov_reserved_region_list_unref(*list);
		*list = NULL;
	}
	return code;
}

EXPORT uint64_t sriov_reserved_region_get_start(const struct sriov_reserved_region *region)
{
	return region ? region->start : 0;
}

EXPORT uint64_t sriov_reserved_region_get_end(const struct sriov_reserved_region *region)
{
	return region ? region->end : 0;
}

EXPORT enum sriov_reserved_region_type
sriov_reserved_region_get_type(const struct sriov_reserved_region *region)
{
	for (size_t i = 0; region && i < ARRAY_SIZE(names); i++)
		if (!strcmp(region->name, names[i]))
			return (enum sriov_reserved_region_type)i;
	return SRIOV_RESERVED_REGION_TYPE_UNKNOWN;
}

EXPORT const char *sriov_reserved_region_get_type_name(const struct sriov_reserved_region *region)
{
	return region ? region->name : NULL;
}
