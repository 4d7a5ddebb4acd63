/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands about VFIO: many devices at once, and who holds them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "probe.h"

static void put_vfios(const struct sriov_vfio_list *list)
{
	json_open("bound", '[');
	for (size_t i = 0; i < sriov_vfio_list_get_count(list); i++) {
		const struct sriov_vfio *vfio = sriov_vfio_list_get(list, i);

		json_open(NULL, '{');
		put_device("device", sriov_vfio_get_device(vfio));
		json_text("former_driver", sriov_vfio_get_former_driver(vfio));
		json_close('}');
	}
	json_close(']');
}

static enum sriov_code open_all(struct call *call, char **words, struct sriov_device_list **list)
{
	struct sriov_device *device;
	enum sriov_code code = sriov_device_list_new(list, &call->error);

	for (; !code && *words; words++) {
		code = sriov_device_open(call->context, *words, &device, &call->error);
		if (!code)
			code = sriov_device_list_add(*list, device, &call->error);
		sriov_device_unref(device);
	}
	return code;
}

/* "4", or with more behind it: "4,all-or-nothing", "1,best" */
static enum sriov_code make_options(const char *word, struct sriov_vfio_bind_options **options,
				    struct sriov_error **error)
{
	enum sriov_code code = sriov_vfio_bind_options_new(options, error);

	if (code)
		return code;
	sriov_vfio_bind_options_set_best_driver(*options, strstr(word, "best"));
	sriov_vfio_bind_options_set_all_or_nothing(*options, strstr(word, "all"));
	return sriov_vfio_bind_options_set_parallelism(*options, number_of(word), error);
}

/* Tells what was bound, and puts it back when a line comes on standard input. */
static enum sriov_code put_back_later(struct call *call, struct sriov_vfio_list *list,
				      const struct sriov_vfio_bind_options *options)
{
	put_vfios(list);
	putchar('\n');
	fflush(stdout);
	getchar();
	return sriov_vfio_unbind_many(list, options, &call->error);
}

/* hold-many OPTIONS DEVICE... */
static enum sriov_code hold_many(struct call *call)
{
	struct sriov_vfio_bind_options *options = NULL;
	struct sriov_device_list *devices = NULL;
	struct sriov_vfio_list *list = NULL;
	enum sriov_code code = make_options(call->words[0], &options, &call->error);

	if (!code)
		code = open_all(call, call->words + 1, &devices);
	if (!code)
		code = sriov_vfio_bind_many(devices, options, &list, &call->error);
	if (!code)
		code = put_back_later(call, list, options);
	else if (list)
		put_vfios(list);
	sriov_vfio_list_unref(list);
	sriov_device_list_unref(devices);
	sriov_vfio_bind_options_unref(options);
	return code;
}

/* hold-vfs OPTIONS PF */
static enum sriov_code hold_vfs(struct call *call)
{
	struct sriov_vfio_bind_options *options = NULL;
	struct sriov_vfio_list *list = NULL;
	struct sriov_vf_list *vfs = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = make_options(call->words[0], &options, &call->error);

	if (!code)
		code = sriov_pf_open(call->context, call->words[1], &pf, &call->error);
	if (!code)
		code = sriov_pf_list_vfs(pf, &vfs, &call->error);
	if (!code)
		code = sriov_vfio_bind_vfs(vfs, options, &list, &call->error);
	if (!code)
		code = put_back_later(call, list, options);
	sriov_vfio_list_unref(list);
	sriov_vf_list_unref(vfs);
	sriov_pf_unref(pf);
	sriov_vfio_bind_options_unref(options);
	return code;
}

/* hold-group OPTIONS NUMBER */
static enum sriov_code hold_group(struct call *call)
{
	struct sriov_vfio_bind_options *options = NULL;
	struct sriov_iommu_group *group = NULL;
	struct sriov_vfio_list *list = NULL;
	enum sriov_code code = make_options(call->words[0], &options, &call->error);

	if (!code)
		code = sriov_iommu_group_open(call->context, (int)number_of(call->words[1]), &group,
					      &call->error);
	if (!code)
		code = sriov_vfio_bind_group(group, options, &list, &call->error);
	if (!code)
		code = put_back_later(call, list, options);
	sriov_vfio_list_unref(list);
	sriov_iommu_group_unref(group);
	sriov_vfio_bind_options_unref(options);
	return code;
}

static void put_holders(const struct sriov_holder_list *list)
{
	json_bool("complete", sriov_holder_list_is_complete(list));
	json_open("holders", '[');
	for (size_t i = 0; i < sriov_holder_list_get_count(list); i++) {
		const struct sriov_holder *holder = sriov_holder_list_get(list, i);

		json_open(NULL, '{');
		json_number("pid", sriov_holder_get_pid(holder));
		json_text("command", sriov_holder_get_command(holder));
		json_text("command_line", sriov_holder_get_command_line(holder));
		json_number("start_ticks", (long long)sriov_holder_get_start_ticks(holder));
		json_number("start_time_s", (long long)sriov_holder_get_start_time_s(holder));
		json_number("via", sriov_holder_get_via(holder));
		json_text("path", sriov_holder_get_path(holder));
		json_bool("certain", sriov_holder_is_certain(holder));
		json_close('}');
	}
	json_close(']');
}

/* holders DEVICE */
static enum sriov_code holders(struct call *call)
{
	struct sriov_device *device = NULL;
	struct sriov_holder_list *list = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_list_holders(device, &list, &call->error);
	if (!code)
		put_holders(list);
	sriov_holder_list_unref(list);
	sriov_device_unref(device);
	return code;
}

static void put_use(const struct sriov_vf_use *use)
{
	json_number("vf", sriov_vf_get_index(sriov_vf_use_get_vf(use)));
	json_number("state", sriov_vf_use_get_state(use));
	json_bool("in_use", sriov_vf_use_is_in_use(use));
	json_text("driver", sriov_vf_use_get_driver(use));
	json_text("interface", sriov_vf_use_get_interface(use));
	json_text("upper", sriov_vf_use_get_upper(use));
	json_text("description", sriov_vf_use_get_description(use));
	put_holders(sriov_vf_use_get_holders(use));
}

/* use VF */
static enum sriov_code use(struct call *call)
{
	struct sriov_vf *vf = NULL;
	struct sriov_vf_use *what = NULL;
	enum sriov_code code = sriov_vf_open(call->context, call->words[0], &vf, &call->error);

	if (!code)
		code = sriov_vf_read_use(vf, &what, &call->error);
	if (!code)
		put_use(what);
	sriov_vf_use_unref(what);
	sriov_vf_unref(vf);
	return code;
}

/* uses PF */
static enum sriov_code uses(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf_use_list *list = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_list_vf_uses(pf, &list, &call->error);
	json_open("uses", '[');
	for (size_t i = 0; i < sriov_vf_use_list_get_count(list); i++) {
		json_open(NULL, '{');
		put_use(sriov_vf_use_list_get(list, i));
		json_close('}');
	}
	json_close(']');
	sriov_vf_use_list_unref(list);
	sriov_pf_unref(pf);
	return code;
}

/* find-driver DEVICE */
static enum sriov_code find_driver(struct call *call)
{
	struct sriov_device *device = NULL;
	char *driver = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_vfio_find_driver(device, &driver, &call->error);
	if (!code)
		json_text("driver", driver);
	free(driver);
	sriov_device_unref(device);
	return code;
}

const struct command vfio_commands[] = {
	{"hold-many", "PARALLELISM[,best][,all] DEVICE...", hold_many},
	{"hold-vfs", "PARALLELISM[,best][,all] PF", hold_vfs},
	{"hold-group", "PARALLELISM[,best][,all] NUMBER", hold_group},
	{"holders", "DEVICE", holders},
	{"use", "VF", use},
	{"uses", "PF", uses},
	{"find-driver", "DEVICE", find_driver},
	{NULL, NULL, NULL},
};
