/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The block devices of a PCI device, and those that stand on them: partitions, LVM, RAID. */
#ifndef OBJECT_BLOCK_GRAPH_H
#define OBJECT_BLOCK_GRAPH_H

#include <limits.h>

#include "kernel/tree.h"

struct block {
	char *name;
	char *whole;  /* of what it is a partition, if it is one: the directory that it is in */
	size_t below; /* from where it was reached */
	bool is_reached;
};

struct block_graph {
	const struct tree *sysfs;
	struct block *items;
	size_t count;
	size_t *order; /* those that were reached */
	size_t reached;
};

#define BLOCK_GRAPH_BOTTOM SIZE_MAX /* it is on the device itself */

/* Reaches all that is on the device of this address or stands on that. */
enum sriov_code block_graph_read(const struct tree *sysfs, const char *address,
				 struct block_graph *graph, struct sriov_error **error);

/* For CLEANUP(). */
void block_graph_clear(const struct block_graph *graph);

/* One of those that were reached; false when the name is of none. */
bool block_graph_find(const struct block_graph *graph, const char *name, size_t *position);

/* The names from this one down to what is on the device; NULL when there is no memory. */
struct sriov_string_list *block_graph_chain(const struct block_graph *graph, size_t position);

/* The number that mounts name it by; false when it is gone. */
bool block_graph_read_number(const struct block_graph *graph, size_t position, unsigned int *major,
			     unsigned int *minor);

/* What LVM and cryptsetup call it, "vg-root"; "" for all else. */
void block_graph_read_label(const struct block_graph *graph, size_t position,
			    char label[NAME_MAX + 1]);

#endif
