/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/holder/holder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/list.h"
#include "kernel/process.h"
#include "object/device/vfio_driver.h"
#include "object/holder/holding.h"

struct sriov_holder {
	struct object object;
	struct holding holding;
	struct process_facts process;
	bool certain;
};

struct sriov_holder_list {
	struct list list;
	bool complete;
};

OBJECT_REFERENCES(holder)
OBJECT_LIST_FUNCTIONS(holder)

static void destroy(void *object)
{
	struct sriov_holder *holder = object;

	free(holder->process.command_line);
}

static bool grow(struct holdings *holdings)
{
	size_t capacity = holdings->capacity ? holdings->capacity * 2 : 16;
	struct holding *items = reallocarray(holdings->items, capacity, sizeof(*items));

	if (!items)
		return false;
	holdings->items = items;
	holdings->capacity = capacity;
	return true;
}

/* Linux 6.18 began to tell of which device a descriptor is. */
static void read_device(const struct holdings *holdings, const struct process_file *file,
			struct holding *holding)
{
	char path[PATH_MAX];

	if (process_read_file_fact(holdings->procfs, file, "vfio-device-syspath", path,
				   sizeof(path)))
		holding_parse_device_path(path, holding);
}

/* The walk ends when there is no memory. */
static bool take(void *data, const struct process_file *file)
{
	struct holdings *holdings = data;
	struct holding holding = {.pid = file->pid, .fd = file->fd};

	if (!holding_parse(file->target, &holding))
		return true;
	if (holding.via == SRIOV_HOLDER_VIA_DEVICE)
		read_device(holdings, file, &holding);
	if (holdings->count == holdings->capacity && !grow(holdings)) {
		holdings->failed = true;
		return false;
	}
	holdings->items[holdings->count++] = holding;
	return true;
}

enum sriov_code holdings_read(struct sriov_context *context, struct holdings *holdings,
			      struct sriov_error **error)
{
	enum sriov_code code = context_get_procfs(context, &holdings->procfs, error);

	if (!code)
		code = process_walk_files(holdings->procfs, take, holdings, &holdings->complete,
					  error);
	return !code && holdings->failed ? error_no_memory(error) : code;
}

void holdings_clear(struct holdings *holdings)
{
	free(holdings->items);
	holdings->items = NULL;
	holdings->count = holdings->capacity = 0;
}

/* Whether the process has anything of this kind open. */
static bool has(const struct holdings *holdings, int pid, enum sriov_holder_via via)
{
	for (size_t i = 0; i < holdings->count; i++)
		if (holdings->items[i].pid == pid && holdings->items[i].via == via)
			return true;
	return false;
}

enum match {
	MATCH_NONE,
	MATCH_PERHAPS,
	MATCH_CERTAIN,
};

/* The device as its files in /dev name it. */
struct wanted {
	const struct sriov_device *device;
	struct sriov_string_list *files; /* "vfio3" of vfio-dev/ */
	bool on_vfio;
};

/* The number of a device that is being removed is in sysfs no more, while its file is still open.
 */
static enum match match_character_device(const struct holding *holding, const struct wanted *wanted)
{
	char name[32];

	snprintf(name, sizeof(name), "vfio%u", holding->number);
	if (string_list_has(wanted->files, name))
		return MATCH_CERTAIN;
	return holding->deleted && !sriov_string_list_get_count(wanted->files) ? MATCH_PERHAPS
									       : MATCH_NONE;
}

/*
 * Who has a group or a character device open uses his other descriptors with that. It is those who
 * have neither, since all was passed to them, of whom it cannot be told.
 */
static enum match find_match(const struct holdings *holdings, const struct holding *holding,
			     const struct wanted *wanted)
{
	switch (holding->via) {
	case SRIOV_HOLDER_VIA_GROUP:
		return (int)holding->number == wanted->device->iommu_group ? MATCH_CERTAIN
									   : MATCH_NONE;
	case SRIOV_HOLDER_VIA_CHARACTER_DEVICE:
		return match_character_device(holding, wanted);
	case SRIOV_HOLDER_VIA_DEVICE:
		if (holding->address[0])
			return strcmp(holding->address, wanted->device->address) ? MATCH_NONE
										 : MATCH_CERTAIN;
		return has(holdings, holding->pid, SRIOV_HOLDER_VIA_GROUP) ? MATCH_NONE
									   : MATCH_PERHAPS;
	case SRIOV_HOLDER_VIA_IOMMUFD:
		if (!sriov_string_list_get_count(wanted->files))
			return MATCH_NONE;
		return has(holdings, holding->pid, SRIOV_HOLDER_VIA_CHARACTER_DEVICE)
			       ? MATCH_NONE
			       : MATCH_PERHAPS;
	default:
		return MATCH_NONE;
	}
}

/* Of a device that is on another driver there are no descriptors that could be passed on. */
static enum match match(const struct holdings *holdings, const struct holding *holding,
			const struct wanted *wanted)
{
	enum match found = find_match(holdings, holding, wanted);

	return found == MATCH_PERHAPS && !wanted->on_vfio ? MATCH_NONE : found;
}

static enum sriov_code add(const struct holdings *holdings, const struct holding *holding,
			   bool certain, void *list, struct sriov_error **error)
{
	struct sriov_holder *holder = object_new(sizeof(*holder), destroy);
	enum sriov_code code;

	if (!holder)
		return error_no_memory(error);
	holder->holding = *holding;
	holder->certain = certain;
	code = process_read(holdings->procfs, holding->pid, &holder->process, error);
	if (code)
		sriov_holder_unref(holder);
	else if (!list_add(list, holder))
		code = error_no_memory(error);
	return code;
}

static bool lists(const struct sriov_holder_list *list, int pid)
{
	for (size_t i = 0; i < list_get_count(list); i++)
		if (sriov_holder_list_get(list, i)->holding.pid == pid)
			return true;
	return false;
}

/* Adds those that match so well, each process once. */
static enum sriov_code add_all(const struct holdings *holdings, const struct wanted *wanted,
			       enum match how, struct sriov_holder_list *list,
			       struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	const struct holding *holding;

	for (size_t i = 0; !code && i < holdings->count; i++) {
		holding = &holdings->items[i];
		if (match(holdings, holding, wanted) == how && !lists(list, holding->pid))
			code = add(holdings, holding, how == MATCH_CERTAIN, list, error);
	}
	return code;
}

static int compare(const void *left, const void *right)
{
	const struct sriov_holder *const *first = left, *const *second = right;

	if ((*first)->certain != (*second)->certain)
		return (*first)->certain ? -1 : 1;
	return ((*first)->holding.pid > (*second)->holding.pid) -
	       ((*first)->holding.pid < (*second)->holding.pid);
}

/* Without the directory the device has no file of its own. */
static enum sriov_code read_wanted(const struct sriov_device *device, struct wanted *wanted,
				   struct sriov_error **error)
{
	char driver[NAME_MAX + 1];

	wanted->device = device;
	wanted->on_vfio = !device_read_driver(device, driver, NULL) && driver_is_vfio(driver);
	if (!tree_list(&device->context->sysfs, &wanted->files, NULL, "bus/pci/devices/%s/vfio-dev",
		       device->address))
		return SRIOV_CODE_OK;
	wanted->files = string_list_new();
	return wanted->files ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code holdings_select(const struct holdings *holdings, const struct sriov_device *device,
				struct sriov_holder_list **list, struct sriov_error **error)
{
	struct sriov_holder_list *made;
	struct wanted wanted;
	enum sriov_code code = read_wanted(device, &wanted, error);

	if (code)
		return code;
	made = list_new_sized(sizeof(*made));
	code = made ? add_all(holdings, &wanted, MATCH_CERTAIN, made, error)
		    : error_no_memory(error);
	if (!code)
		code = add_all(holdings, &wanted, MATCH_PERHAPS, made, error);
	sriov_string_list_unref(wanted.files);
	if (code) {
		sriov_holder_list_unref(made);
		return code;
	}
	made->complete = holdings->complete;
	list_sort(made, compare);
	*list = made;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_list_holders(const struct sriov_device *device,
						 struct sriov_holder_list **list,
						 struct sriov_error **error)
{
	CLEANUP(holdings_clear) struct holdings holdings = {0};
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!device)
		return error_null(error, "device");
	code = holdings_read(device->context, &holdings, error);
	return code ? code : holdings_select(&holdings, device, list, error);
}

const struct sriov_holder *holder_find_certain(const struct sriov_holder_list *list)
{
	const struct sriov_holder *first = sriov_holder_list_get(list, 0);

	return first && first->certain ? first : NULL;
}

const struct sriov_holder *holder_find_other(const struct sriov_holder_list *list)
{
	const struct sriov_holder *holder;

	for (size_t i = 0; (holder = sriov_holder_list_get(list, i)) && holder->certain; i++)
		if (holder->holding.pid != getpid())
			return holder;
	return NULL;
}

void holder_label(const struct sriov_holder *holder, char label[HOLDER_LABEL_SIZE])
{
	snprintf(label, HOLDER_LABEL_SIZE, "%s (process %d) through %s",
		 holder->process.command[0] ? holder->process.command : "a process",
		 holder->holding.pid, holder->holding.path);
}

EXPORT bool sriov_holder_list_is_complete(const struct sriov_holder_list *list)
{
	return list && list->complete;
}

EXPORT int sriov_holder_get_pid(const struct sriov_holder *holder)
{
	return holder ? holder->holding.pid : 0;
}

EXPORT const char *sriov_holder_get_command(const struct sriov_holder *holder)
{
	return holder ? holder->process.command : NULL;
}

EXPORT const char *sriov_holder_get_command_line(const struct sriov_holder *holder)
{
	return holder ? holder->process.command_line : NULL;
}

EXPORT uint64_t sriov_holder_get_start_ticks(const struct sriov_holder *holder)
{
	return holder ? holder->process.start_ticks : 0;
}

EXPORT uint64_t sriov_holder_get_start_time_s(const struct sriov_holder *holder)
{
	return holder ? holder->process.start_time_s : 0;
}

EXPORT enum sriov_holder_via sriov_holder_get_via(const struct sriov_holder *holder)
{
	return holder ? holder->holding.via : SRIOV_HOLDER_VIA_UNKNOWN;
}

EXPORT const char *sriov_holder_get_path(const struct sriov_holder *holder)
{
	return holder ? holder->holding.path : NULL;
}

EXPORT bool sriov_holder_is_certain(const struct sriov_holder *holder)
{
	return holder && holder->certain;
}
