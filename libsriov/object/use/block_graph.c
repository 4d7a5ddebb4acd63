/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/use/block_graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/use/device_path.h"

void block_graph_clear(const struct block_graph *graph)
{
	for (size_t i = 0; i < graph->count; i++) {
		free(graph->items[i].name);
		free(graph->items[i].whole);
	}
	free(graph->items);
	free(graph->order);
}

static void reach(struct block_graph *graph, size_t position, size_t below)
{
	struct block *block = &graph->items[position];

	if (block->is_reached)
		return;
	block->is_reached = true;
	block->below = below;
	graph->order[graph->reached++] = position;
}

/* The name of the directory that a path ends in. Changes the path. */
static char *copy_directory(char *path)
{
	char *last = strrchr(path, '/');
	const char *name;

	if (!last)
		return strdup("");
	*last = '\0';
	name = strrchr(path, '/');
	return strdup(name ? name + 1 : path);
}

/* One that is gone by now is left out. */
static enum sriov_code add(struct block_graph *graph, const char *name, const char *address,
			   struct sriov_error **error)
{
	struct block *block = &graph->items[graph->count];
	char target[PATH_MAX], found[ADDRESS_SIZE];

	if (tree_read_target(graph->sysfs, target, NULL, "class/block/%s", name))
		return SRIOV_CODE_OK;
	device_path_take_address(target, found);
	block->name = strdup(name);
	block->whole = copy_directory(target);
	graph->count++;
	if (!block->name || !block->whole)
		return error_no_memory(error);
	if (!strcmp(found, address))
		reach(graph, graph->count - 1, BLOCK_GRAPH_BOTTOM);
	return SRIOV_CODE_OK;
}

static bool is_called(const struct block *block, const char *name)
{
	return !strcmp(block->name, name);
}

/*
 * A path of NVMe's own multipathing, "nvme0c1n2", is on the device and cannot be used; the disk is
 * "nvme0n2", which is on none.
 */
static bool take_head(const char *path, char head[NAME_MAX + 1])
{
	int subsystem, controller, namespace, end = 0;

	if (sscanf(path, "nvme%dc%dn%d%n", &subsystem, &controller, &namespace, &end) != 3 ||
	    path[end])
		return false;
	snprintf(head, NAME_MAX + 1, "nvme%dn%d", subsystem, namespace);
	return true;
}

static void reach_partitions_and_head(struct block_graph *graph, size_t below)
{
	const char *name = graph->items[below].name;
	char head[NAME_MAX + 1] = "";

	take_head(name, head);
	for (size_t i = 0; i < graph->count; i++)
		if (!strcmp(graph->items[i].whole, name) || is_called(&graph->items[i], head))
			reach(graph, i, below);
}

/* What is gone has no holders any more. */
static enum sriov_code reach_holders(struct block_graph *graph, size_t below,
				     struct sriov_error **error)
{
	struct sriov_string_list *names;
	const char *name;
	enum sriov_code code = tree_list(graph->sysfs, &names, NULL, "class/block/%s/holders",
					 graph->items[below].name);

	if (code)
		return code == SRIOV_CODE_NO_MEMORY ? error_no_memory(error) : SRIOV_CODE_OK;
	for (size_t i = 0; (name = sriov_string_list_get(names, i)); i++)
		for (size_t j = 0; j < graph->count; j++)
			if (is_called(&graph->items[j], name))
				reach(graph, j, below);
	sriov_string_list_unref(names);
	return SRIOV_CODE_OK;
}

/* In order, so that what is told is told in the same order each time. */
static enum sriov_code fill(struct block_graph *graph, struct sriov_string_list *names,
			    const char *address, struct sriov_error **error)
{
	size_t count = sriov_string_list_get_count(names);
	enum sriov_code code = SRIOV_CODE_OK;

	graph->items = calloc(count + 1, sizeof(*graph->items));
	graph->order = calloc(count + 1, sizeof(*graph->order));
	if (!graph->items || !graph->order)
		return error_no_memory(error);
	string_list_sort(names);
	for (size_t i = 0; !code && i < count; i++)
		code = add(graph, sriov_string_list_get(names, i), address, error);
	for (size_t i = 0; !code && i < graph->reached; i++) {
		reach_partitions_and_head(graph, graph->order[i]);
		code = reach_holders(graph, graph->order[i], error);
	}
	return code;
}

/* A kernel without block devices has no such class. */
enum sriov_code block_graph_read(const struct tree *sysfs, const char *address,
				 struct block_graph *graph, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_string_list *names;
	enum sriov_code code;

	*graph = (struct block_graph) {.sysfs = sysfs};
	code = tree_list(sysfs, &names, &failure, "class/block");
	if (code == SRIOV_CODE_NOT_FOUND)
		return SRIOV_CODE_OK;
	if (code)
		return error_move(error, &failure);
	code = fill(graph, names, address, error);
	sriov_string_list_unref(names);
	return code;
}

bool block_graph_find(const struct block_graph *graph, const char *name, size_t *position)
{
	for (size_t i = 0; i < graph->reached; i++) {
		*position = graph->order[i];
		if (is_called(&graph->items[*position], name))
			return true;
	}
	return false;
}

struct sriov_string_list *block_graph_chain(const struct block_graph *graph, size_t position)
{
	struct sriov_string_list *names = string_list_new();

	for (; names && position != BLOCK_GRAPH_BOTTOM; position = graph->items[position].below) {
		if (string_list_add(names, graph->items[position].name))
			continue;
		sriov_string_list_unref(names);
		return NULL;
	}
	return names;
}

bool block_graph_read_number(const struct block_graph *graph, size_t position, unsigned int *major,
			     unsigned int *minor)
{
	char line[32];
	int end = 0;

	return !tree_read_line(graph->sysfs, line, sizeof(line), NULL, "class/block/%s/dev",
			       graph->items[position].name) &&
	       sscanf(line, "%u:%u%n", major, minor, &end) == 2 && !line[end];
}

void block_graph_read_label(const struct block_graph *graph, size_t position,
			    char label[NAME_MAX + 1])
{
	if (tree_read_line(graph->sysfs, label, NAME_MAX + 1, NULL, "class/block/%s/dm/name",
			   graph->items[position].name))
		label[0] = '\0';
}
