/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/bar/bar.h"

#include "base/common.h"

OBJECT_REFERENCES(bar)

static void destroy(void *object)
{
	struct sriov_bar *bar = object;

	sriov_error_unref(bar->error);
}

struct sriov_bar *bar_new(const struct resource *resource)
{
	struct sriov_bar *bar = object_new(sizeof(*bar), destroy);

	if (bar)
		bar->resource = *resource;
	return bar;
}

static bool has(const struct sriov_bar *bar, uint64_t flag)
{
	return bar && bar->resource.flags & flag;
}

EXPORT const char *sriov_bar_role_get_name(enum sriov_bar_role role)
{
	static const char *const names[] = {
		[SRIOV_BAR_ROLE_DEVICE] = "device",
		[SRIOV_BAR_ROLE_ROM] = "rom",
		[SRIOV_BAR_ROLE_VF] = "vf",
	};

	return (size_t)role < ARRAY_SIZE(names) ? names[role] : "unknown";
}

EXPORT enum sriov_bar_role sriov_bar_get_role(const struct sriov_bar *bar)
{
	return bar ? bar->role : SRIOV_BAR_ROLE_UNKNOWN;
}

EXPORT unsigned int sriov_bar_get_index(const struct sriov_bar *bar)
{
	return bar ? bar->index : 0;
}

EXPORT enum sriov_bar_space sriov_bar_get_space(const struct sriov_bar *bar)
{
	if (!bar)
		return SRIOV_BAR_SPACE_UNKNOWN;
	return has(bar, RESOURCE_IO) ? SRIOV_BAR_SPACE_IO : SRIOV_BAR_SPACE_MEMORY;
}

EXPORT bool sriov_bar_is_64_bit(const struct sriov_bar *bar)
{
	return has(bar, RESOURCE_64_BIT);
}

EXPORT bool sriov_bar_is_prefetchable(const struct sriov_bar *bar)
{
	return has(bar, RESOURCE_PREFETCH);
}

/* The kernel counts the addresses of a range without a place from 0. */
EXPORT bool sriov_bar_is_assigned(const struct sriov_bar *bar)
{
	return bar && bar->resource.start && !has(bar, RESOURCE_UNSET | RESOURCE_DISABLED);
}

EXPORT uint64_t sriov_bar_get_address(const struct sriov_bar *bar)
{
	return sriov_bar_is_assigned(bar) ? bar->resource.start : 0;
}

EXPORT uint64_t sriov_bar_get_size_bytes(const struct sriov_bar *bar)
{
	return bar ? bar->resource.size : 0;
}

EXPORT uint64_t sriov_bar_get_vf_size_bytes(const struct sriov_bar *bar)
{
	return bar ? bar->vf_size : 0;
}

EXPORT const struct sriov_error *sriov_bar_get_error(const struct sriov_bar *bar)
{
	return bar ? bar->error : NULL;
}
