/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which interfaces stand on which: VLANs on bridges, bridges on bonds, bonds on cards. */
#ifndef OBJECT_INTERFACE_GRAPH_H
#define OBJECT_INTERFACE_GRAPH_H

#include "object/device/interface.h"

/* A way is a row of positions in links. */
struct interface_graph {
	struct sriov_context *context;
	struct link_facts *links;
	size_t count;
	size_t *order; /* those that were reached, nearest first */
	size_t *above; /* from where each was reached */
	bool *is_reached;
	size_t reached;
};

#define INTERFACE_GRAPH_TOP SIZE_MAX /* from nowhere: the walk began there */

enum sriov_code interface_graph_read(struct sriov_context *context, struct interface_graph *graph,
				     struct sriov_error **error);

/* For CLEANUP(). */
void interface_graph_clear(const struct interface_graph *graph);

/* Walks from the interface of this index down to all below it. */
enum sriov_code interface_graph_walk(struct interface_graph *graph, int index,
				     struct sriov_error **error);

/* The names on the way from where the walk began to this one; NULL when there is no memory. */
struct sriov_string_list *interface_graph_chain(const struct interface_graph *graph,
						size_t position);

/* The address of the PCI device that it is on, "" for none. */
void interface_graph_device(const struct interface_graph *graph, size_t position,
			    char address[ADDRESS_SIZE]);

/* Whether there is one of this name and, unless that is 0, index. */
bool interface_graph_has(const struct interface_graph *graph, const char *name, int index);

#endif
