/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Many changes in few words: what is sent at once, and not over in time. */
#include <stdio.h>
#include <string.h>

#include "object/settings/vf_change_text.h"

/* As many as a PF can have. */
#define MOST_VFS 65536

/* Of what is left after it, "VFs 10000 to 20000, ...", there is always room for one more. */
#define RANGE_SIZE 24

struct set {
	uint64_t bits[MOST_VFS / 64];
	unsigned int count;
};

static bool has(const struct set *set, unsigned int index)
{
	return index < MOST_VFS && set->bits[index / 64] >> index % 64 & 1;
}

static void add(struct set *set, unsigned int index)
{
	if (index >= MOST_VFS || has(set, index))
		return;
	set->bits[index / 64] |= UINT64_C(1) << index % 64;
	set->count++;
}

static unsigned int find_next(const struct set *set, unsigned int index)
{
	while (index < MOST_VFS && !has(set, index))
		index += set->bits[index / 64] ? 1 : 64 - index % 64;
	return index;
}

static void describe_set(const struct set *set, char *text, size_t size)
{
	unsigned int first = find_next(set, 0), last;
	size_t end = 0;

	while (first < MOST_VFS && end + RANGE_SIZE < size) {
		for (last = first; has(set, last + 1); last++)
			;
		end += (size_t)snprintf(text + end, size - end, "%s%u", end ? ", " : "", first);
		if (last > first)
			end += (size_t)snprintf(text + end, size - end, " to %u", last);
		first = find_next(set, last + 1);
	}
	if (first < MOST_VFS)
		snprintf(text + end, size - end, " ...");
}

void vf_changes_describe(const struct vf_change *changes, size_t count,
			 char text[VF_CHANGES_TEXT_SIZE])
{
	char one[VF_CHANGE_TEXT_SIZE], indexes[VF_CHANGE_TEXT_SIZE] = "";
	struct set set = {.count = 0};

	if (count == 1) {
		vf_change_describe(changes, one);
		snprintf(text, VF_CHANGES_TEXT_SIZE, "VF %u: %s", changes->vf_index, one);
		return;
	}
	for (size_t i = 0; i < count; i++)
		add(&set, changes[i].vf_index);
	describe_set(&set, indexes, sizeof(indexes));
	snprintf(text, VF_CHANGES_TEXT_SIZE, "%zu settings of VF%s %s", count,
		 set.count == 1 ? "" : "s", indexes);
}
