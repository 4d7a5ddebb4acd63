/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The disks of a PF that are in use. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "kernel/mount.h"
#include "object/use/block_graph.h"
#include "object/use/pf_use.h"

/* What a block device is used for. */
struct found {
	unsigned int major;
	unsigned int minor;
	const struct mount *first;
	size_t mounts;
	bool is_swap;
	bool is_part; /* of a file system on several, which is mounted */
};

struct reading {
	struct sriov_pf_use *use;
	struct sriov_context *context;
	struct block_graph graph;
	struct mount_table mounts;
	struct sriov_string_list *swaps;
	struct found *found; /* by position in the graph */
};

static void clear(const struct reading *reading)
{
	free(reading->found);
	sriov_string_list_unref(reading->swaps);
	mount_table_clear(&reading->mounts);
	block_graph_clear(&reading->graph);
}

/* "/dev/mapper/NAME" where there are no links in /dev. */
static bool find_label(const struct reading *reading, const char *wanted, size_t *position)
{
	char label[NAME_MAX + 1];

	for (size_t i = 0; i < reading->graph.reached; i++) {
		*position = reading->graph.order[i];
		block_graph_read_label(&reading->graph, *position, label);
		if (label[0] && !strcmp(label, wanted))
			return true;
	}
	return false;
}

/*
 * A link of udev's, "/dev/disk/by-uuid/...". What is called the source may be any text, so it must
 * not lead out of /dev to where no answer comes.
 */
static bool read_link(const struct reading *reading, const char *path, char name[NAME_MAX + 1])
{
	const struct tree *devfs;

	return !strstr(path, "..") && !context_get_devfs(reading->context, &devfs, NULL) &&
	       !tree_read_link(devfs, name, NULL, "%s", path);
}

/* The block device that a path leads to, when it is one of those. sysfs has '!' for '/'. */
static bool resolve(const struct reading *reading, const char *path, size_t *position)
{
	static const char folder[] = "/dev/", mapper[] = "mapper/";
	char name[NAME_MAX + 1];

	if (strncmp(path, folder, strlen(folder)) != 0)
		return false;
	path += strlen(folder);
	if (strlen(path) < sizeof(name)) {
		strcpy(name, path);
		for (char *slash = name; (slash = strchr(slash, '/'));)
			*slash = '!';
		if (block_graph_find(&reading->graph, name, position))
			return true;
	}
	if (!strncmp(path, mapper, strlen(mapper)) &&
	    find_label(reading, path + strlen(mapper), position))
		return true;
	return read_link(reading, path, name) && block_graph_find(&reading->graph, name, position);
}

static bool find_number(const struct reading *reading, const struct mount *mount, size_t *position)
{
	for (size_t i = 0; i < reading->graph.reached; i++) {
		*position = reading->graph.order[i];
		if (reading->found[*position].major == mount->major &&
		    reading->found[*position].minor == mount->minor)
			return true;
	}
	return false;
}

static void take_mounts(struct reading *reading)
{
	size_t position;

	for (size_t i = 0; i < reading->mounts.count; i++) {
		const struct mount *mount = &reading->mounts.items[i];

		if (mount->major ? !find_number(reading, mount, &position)
				 : !resolve(reading, mount->source, &position))
			continue;
		if (!reading->found[position].mounts++)
			reading->found[position].first = mount;
	}
}

static void take_swaps(struct reading *reading)
{
	const char *path;
	size_t position;

	for (size_t i = 0; (path = sriov_string_list_get(reading->swaps, i)); i++)
		if (resolve(reading, path, &position))
			reading->found[position].is_swap = true;
}

/* The first mount of those on these devices: any of them may be the one that is named. */
static const struct mount *find_mount(const struct reading *reading,
				      const struct sriov_string_list *names)
{
	const char *name;
	size_t position;

	for (size_t i = 0; (name = sriov_string_list_get(names, i)); i++)
		if (block_graph_find(&reading->graph, name, &position) &&
		    reading->found[position].mounts)
			return reading->found[position].first;
	for (size_t i = 0; i < reading->mounts.count; i++) {
		const struct mount *mount = &reading->mounts.items[i];
		const char *base = strrchr(mount->source, '/');

		if (!strcmp(mount->type, "btrfs") && base && string_list_has(names, base + 1))
			return mount;
	}
	return NULL;
}

static void take_parts(struct reading *reading, const struct sriov_string_list *names)
{
	const struct mount *mount = find_mount(reading, names);
	const char *name;
	size_t position;

	for (size_t i = 0; (name = sriov_string_list_get(names, i)); i++) {
		if (!block_graph_find(&reading->graph, name, &position))
			continue;
		reading->found[position].is_part = true;
		if (!reading->found[position].mounts)
			reading->found[position].first = mount;
	}
}

/* btrfs has a directory of each file system that is mounted, anywhere, with all its devices. */
static enum sriov_code take_btrfs(struct reading *reading, struct sriov_error **error)
{
	const struct tree *sysfs = &reading->context->sysfs;
	struct sriov_string_list *systems, *names;
	const char *system;
	enum sriov_code code = tree_list(sysfs, &systems, NULL, "fs/btrfs");

	if (code)
		return code == SRIOV_CODE_NO_MEMORY ? error_no_memory(error) : SRIOV_CODE_OK;
	code = SRIOV_CODE_OK;
	for (size_t i = 0; !code && (system = sriov_string_list_get(systems, i)); i++) {
		code = tree_list(sysfs, &names, NULL, "fs/btrfs/%s/devices", system);
		if (!code) {
			take_parts(reading, names);
			sriov_string_list_unref(names);
		}
		code = code == SRIOV_CODE_NO_MEMORY ? error_no_memory(error) : SRIOV_CODE_OK;
	}
	sriov_string_list_unref(systems);
	return code;
}

/* "dm-0 (vg-home), over nvme0n1p3" */
static void describe_chain(struct reading *reading, size_t position,
			   const struct sriov_string_list *chain, struct text *text)
{
	char label[NAME_MAX + 1];
	const char *name;

	block_graph_read_label(&reading->graph, position, label);
	for (size_t i = 0; (name = sriov_string_list_get(chain, i)); i++) {
		text_add(text, "%s%s", i ? ", over " : "", name);
		if (!i && label[0])
			text_add(text, " (%s)", label);
	}
}

static void describe_mount(struct reading *reading, size_t position,
			   const struct sriov_string_list *chain, struct text *text)
{
	const struct found *found = &reading->found[position];

	if (found->mounts > 1)
		text_add(text, "%s and %zu more place%s mounted from ", found->first->point,
			 found->mounts - 1, found->mounts > 2 ? "s are" : " are");
	else if (found->first)
		text_add(text, "%s is mounted from ", found->first->point);
	else
		text_add(text, "a file system that is mounted where it cannot be seen is on ");
	describe_chain(reading, position, chain, text);
}

static enum sriov_code add(struct reading *reading, size_t position, enum sriov_pf_use_kind kind,
			   struct sriov_error **error)
{
	const struct mount *mount = reading->found[position].first;
	struct sriov_string_list *chain = block_graph_chain(&reading->graph, position);
	struct pf_use_facts facts = {.kind = kind, .chain = chain, .vf_index = -1};
	struct text text = {0};
	enum sriov_code code;

	if (!chain)
		return error_no_memory(error);
	if (kind == SRIOV_PF_USE_KIND_MOUNT) {
		facts.mount_point = mount ? mount->point : NULL;
		describe_mount(reading, position, chain, &text);
	} else {
		describe_chain(reading, position, chain, &text);
		text_add(&text, " is used as swap");
	}
	code = pf_use_add(reading->use, &facts, text_take(&text), error);
	sriov_string_list_unref(chain);
	return code;
}

static enum sriov_code add_all(struct reading *reading, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && i < reading->graph.reached; i++) {
		size_t position = reading->graph.order[i];
		const struct found *found = &reading->found[position];

		if (found->mounts || found->is_part)
			code = add(reading, position, SRIOV_PF_USE_KIND_MOUNT, error);
		if (!code && found->is_swap)
			code = add(reading, position, SRIOV_PF_USE_KIND_SWAP, error);
	}
	return code;
}

/* A device that is gone has no number and no use. */
static enum sriov_code read_numbers(struct reading *reading, struct sriov_error **error)
{
	const struct block_graph *graph = &reading->graph;

	reading->found = calloc(graph->count, sizeof(*reading->found));
	if (!reading->found)
		return error_no_memory(error);
	for (size_t i = 0; i < graph->reached; i++) {
		struct found *found = &reading->found[graph->order[i]];

		if (!block_graph_read_number(graph, graph->order[i], &found->major, &found->minor))
			found->major = found->minor = 0;
	}
	return SRIOV_CODE_OK;
}

static enum sriov_code read_tables(struct reading *reading, struct sriov_error **error)
{
	const struct tree *procfs;
	enum sriov_code code = context_get_procfs(reading->context, &procfs, error);

	if (!code)
		code = mount_read(procfs, &reading->mounts, error);
	if (!code)
		code = mount_read_swaps(procfs, &reading->swaps, error);
	if (!code && !reading->mounts.of_host)
		code = pf_use_add_gap(reading->use, error,
				      "what the host's first process has mounted is not shown to "
				      "this one");
	return code;
}

/* Without a disk there is nothing that procfs could tell. */
enum sriov_code pf_use_read_disks(struct sriov_pf_use *use, struct sriov_error **error)
{
	CLEANUP(clear)
	struct reading reading = {.use = use, .context = use->pf->device->context};
	enum sriov_code code = block_graph_read(&reading.context->sysfs, use->pf->device->address,
						&reading.graph, error);

	if (code || !reading.graph.reached)
		return code;
	code = read_numbers(&reading, error);
	if (!code)
		code = read_tables(&reading, error);
	if (code)
		return code;
	take_mounts(&reading);
	take_swaps(&reading);
	code = take_btrfs(&reading, error);
	return code ? code : add_all(&reading, error);
}
