/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What is mounted and what is swapped to, as procfs tells it. No mount point and no device is ever
 * looked at itself: behind either may be what does not answer.
 */
#ifndef KERNEL_MOUNT_H
#define KERNEL_MOUNT_H

#include <stdbool.h>
#include <stddef.h>

#include "kernel/tree.h"

/* The texts are parts of what was read. */
struct mount {
	unsigned int major; /* 0 when it is on no device, or on several */
	unsigned int minor;
	const char *point;
	const char *type;   /* "ext4" */
	const char *source; /* "/dev/mapper/root", or whatever the file system says */
};

/* Begins zeroed. */
struct mount_table {
	char *text;
	struct mount *items;
	size_t count;
	bool of_host; /* that of the host's first process, not one of a container's */
};

/*
 * The mounts that process 1 sees, since a container's own are not the host's; where that one is not
 * shown, the caller's.
 */
enum sriov_code mount_read(const struct tree *procfs, struct mount_table *table,
			   struct sriov_error **error);

/* The files that are swapped to, as sources of mounts: "/dev/dm-0", "/swapfile". */
enum sriov_code mount_read_swaps(const struct tree *procfs, struct sriov_string_list **files,
				 struct sriov_error **error);

/* For CLEANUP(), too. */
void mount_table_clear(const struct mount_table *table);

/* Exposed for tests: takes over the text and changes it. Lines that are none are left out. */
enum sriov_code mount_parse(char *text, struct mount_table *table, struct sriov_error **error);

#endif
