/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/list.h"
#include "object/capability/capability.h"

OBJECT_REFERENCES(resizable_bar)
OBJECT_LIST(resizable_bar)

#define INDEX(control)	    ((control)&7U)
#define SIZE(control)	    ((control) >> 8 & 0x3fU)
#define UPPER_SIZES(bits)   ((uint64_t)((bits) >> 16))
#define LOWER_SIZES(bits)   ((uint64_t)((bits) >> 4))
#define LOWER_SIZES_COUNT   28
#define SMALLEST	    (UINT64_C(1) << 20)
#define LARGEST_SIZE_NUMBER 43 /* 2^63 bytes */

struct sriov_resizable_bar_list *resizable_bar_list_make(const struct config_resizable *resizable)
{
	struct sriov_resizable_bar_list *list = list_new();
	struct sriov_resizable_bar *bar;

	for (unsigned int i = 0; list && i < resizable->count; i++) {
		bar = object_new(sizeof(*bar), NULL);
		if (bar) {
			bar->capability = resizable->bars[i].capability;
			bar->control = resizable->bars[i].control;
		}
		if (!bar || !list_add(list, bar)) {
			object_unref(list);
			list = NULL;
		}
	}
	return list;
}

EXPORT unsigned int sriov_resizable_bar_get_index(const struct sriov_resizable_bar *bar)
{
	return bar ? INDEX(bar->control) : 0;
}

EXPORT uint64_t sriov_resizable_bar_get_size_bytes(const struct sriov_resizable_bar *bar)
{
	if (!bar || SIZE(bar->control) > LARGEST_SIZE_NUMBER)
		return 0;
	return SMALLEST << SIZE(bar->control);
}

/* Bit N is for 2^N MiB. */
static uint64_t possible_sizes(const struct sriov_resizable_bar *bar)
{
	return LOWER_SIZES(bar->capability) | UPPER_SIZES(bar->control) << LOWER_SIZES_COUNT;
}

EXPORT unsigned int
sriov_resizable_bar_get_possible_size_count(const struct sriov_resizable_bar *bar)
{
	return bar ? (unsigned int)__builtin_popcountll(possible_sizes(bar)) : 0;
}

EXPORT uint64_t sriov_resizable_bar_get_possible_size_bytes(const struct sriov_resizable_bar *bar,
							    unsigned int position)
{
	uint64_t sizes = bar ? possible_sizes(bar) : 0;

	while (sizes && position--)
		sizes &= sizes - 1;
	return sizes ? SMALLEST * (sizes & -sizes) : 0;
}
