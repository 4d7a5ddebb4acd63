/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/use/interface_graph.h"

#include <stdlib.h>
#include <string.h>

#include "kernel/netlink.h"
#include "object/use/device_path.h"

static enum sriov_code read_links(struct interface_graph *graph, struct sriov_error **error)
{
	struct netlink *netlink;
	enum sriov_code code;

	if (interface_is_by_netlink(graph->context))
		return interface_list_all_links(graph->context, &graph->links, &graph->count,
						error);
	code = context_get_netlink(graph->context, &netlink, error);
	return code ? code : link_list(netlink, &graph->links, &graph->count, error);
}

enum sriov_code interface_graph_read(struct sriov_context *context, struct interface_graph *graph,
				     struct sriov_error **error)
{
	size_t room;
	enum sriov_code code;

	*graph = (struct interface_graph) {.context = context};
	code = read_links(graph, error);
	if (code)
		return code;
	room = graph->count + !graph->count;
	graph->order = calloc(room, sizeof(*graph->order));
	graph->above = calloc(room, sizeof(*graph->above));
	graph->is_reached = calloc(room, sizeof(*graph->is_reached));
	if (graph->order && graph->above && graph->is_reached)
		return SRIOV_CODE_OK;
	interface_graph_clear(graph);
	*graph = (struct interface_graph) {0};
	return error_no_memory(error);
}

void interface_graph_clear(const struct interface_graph *graph)
{
	free(graph->links);
	free(graph->order);
	free(graph->above);
	free(graph->is_reached);
}

/*
 * Open vSwitch has one master for the ports of all its bridges, and an interface of its own for
 * each bridge, which stands on none: any of the ports may be of that bridge.
 */
static bool is_port_of_switch(const struct link_facts *upper, const struct link_facts *lower)
{
	static const char kind[] = "openvswitch";

	return !strcmp(upper->kind, kind) && !strcmp(lower->master_kind, kind);
}

static bool stands_on(const struct link_facts *upper, const struct link_facts *lower)
{
	return upper->lower == lower->index || lower->master == upper->index ||
	       is_port_of_switch(upper, lower);
}

static void reach(struct interface_graph *graph, size_t position, size_t above)
{
	if (graph->is_reached[position])
		return;
	graph->is_reached[position] = true;
	graph->above[position] = above;
	graph->order[graph->reached++] = position;
}

/* Not all that stands upon another says so by netlink. A name may have changed meanwhile. */
static enum sriov_code reach_by_sysfs(struct interface_graph *graph, size_t above,
				      struct sriov_error **error)
{
	static const char prefix[] = "lower_";
	struct sriov_string_list *names;
	const char *name;
	enum sriov_code code = tree_list(&graph->context->sysfs, &names, NULL, "class/net/%s",
					 graph->links[above].name);

	if (code)
		return code == SRIOV_CODE_NO_MEMORY ? error_no_memory(error) : SRIOV_CODE_OK;
	for (size_t i = 0; (name = sriov_string_list_get(names, i)); i++)
		for (size_t j = 0; j < graph->count; j++)
			if (!strncmp(name, prefix, strlen(prefix)) &&
			    !strcmp(name + strlen(prefix), graph->links[j].name))
				reach(graph, j, above);
	sriov_string_list_unref(names);
	return SRIOV_CODE_OK;
}

static enum sriov_code reach_lower(struct interface_graph *graph, size_t above,
				   struct sriov_error **error)
{
	for (size_t i = 0; i < graph->count; i++)
		if (stands_on(&graph->links[above], &graph->links[i]))
			reach(graph, i, above);
	return interface_is_by_netlink(graph->context) ? SRIOV_CODE_OK
						       : reach_by_sysfs(graph, above, error);
}

enum sriov_code interface_graph_walk(struct interface_graph *graph, int index,
				     struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	graph->reached = 0;
	for (size_t i = 0; i < graph->count; i++)
		graph->is_reached[i] = false;
	for (size_t i = 0; i < graph->count; i++)
		if (graph->links[i].index == index)
			reach(graph, i, INTERFACE_GRAPH_TOP);
	for (size_t i = 0; !code && i < graph->reached; i++)
		code = reach_lower(graph, graph->order[i], error);
	return code;
}

/* The top first. Interfaces stand on each other at most 8 deep, so that it ends. */
static bool add_names(const struct interface_graph *graph, size_t position,
		      struct sriov_string_list *names)
{
	size_t above = graph->above[position];

	return (above == INTERFACE_GRAPH_TOP || add_names(graph, above, names)) &&
	       string_list_add(names, graph->links[position].name);
}

struct sriov_string_list *interface_graph_chain(const struct interface_graph *graph,
						size_t position)
{
	struct sriov_string_list *names = string_list_new();

	if (names && add_names(graph, position, names))
		return names;
	sriov_string_list_unref(names);
	return NULL;
}

/* Kernels before 5.14 leave it to sysfs, which may be that of another namespace. */
void interface_graph_device(const struct interface_graph *graph, size_t position,
			    char address[ADDRESS_SIZE])
{
	const struct link_facts *link = &graph->links[position];
	const struct tree *sysfs = &graph->context->sysfs;
	char target[PATH_MAX];
	uint64_t index;

	address[0] = '\0';
	if (!strcmp(link->parent_bus, "pci") && address_parse(link->parent, address))
		return;
	address[0] = '\0';
	if (interface_is_by_netlink(graph->context) ||
	    tree_read_number(sysfs, 10, INT_MAX, &index, NULL, "class/net/%s/ifindex",
			     link->name) ||
	    (int)index != link->index ||
	    tree_read_target(sysfs, target, NULL, "class/net/%s", link->name))
		return;
	device_path_take_address(target, address);
}

bool interface_graph_has(const struct interface_graph *graph, const char *name, int index)
{
	for (size_t i = 0; i < graph->count; i++)
		if (!strcmp(graph->links[i].name, name) &&
		    (!index || graph->links[i].index == index))
			return true;
	return false;
}
