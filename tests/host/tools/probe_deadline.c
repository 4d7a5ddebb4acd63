/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Changes that are not over in time, and what came of them, in one context. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include "json.h"
#include "probe.h"

#define ATTEMPTS 600

static volatile sig_atomic_t children_told;

static void count_child(int number)
{
	(void)number;
	children_told++;
}

static void put_unfinished(const char *key, struct call *call, bool *over)
{
	struct sriov_unfinished_list *list = NULL;
	const struct sriov_unfinished *one;

	*over = true;
	json_open(key, '[');
	if (sriov_unfinished_list(call->context, &list, NULL))
		*over = false;
	for (size_t i = 0; i < sriov_unfinished_list_get_count(list); i++) {
		one = sriov_unfinished_list_get(list, i);
		*over = *over && sriov_unfinished_is_over(one);
		json_open(NULL, '{');
		json_text("path", sriov_unfinished_get_path(one));
		json_text("text", sriov_unfinished_get_text(one));
		json_text("device", sriov_unfinished_get_device(one));
		json_number("duration_ms", (long long)sriov_unfinished_get_duration_ms(one));
		json_number("pid", sriov_unfinished_get_pid(one));
		json_bool("over", sriov_unfinished_is_over(one));
		put_error("error", sriov_unfinished_get_error(one));
		json_close('}');
	}
	json_close(']');
	sriov_unfinished_list_unref(list);
}

/* A call with its time; what it fails with is no failure of the probe. */
static void put_outcome(const char *key, enum sriov_code (*change)(struct call *call),
			struct call *call)
{
	long long before = now_ms();

	change(call);
	json_open(key, '{');
	json_number("ms", now_ms() - before);
	put_error("error", call->error);
	json_close('}');
	sriov_error_unref(call->error);
	call->error = NULL;
}

/* The second one, and readings, while the first is not over; a line on standard input ends that. */
static enum sriov_code be_late(struct call *call, enum sriov_code (*change)(struct call *call))
{
	struct sriov_device_list *devices = NULL;
	struct sriov_pf_list *pfs = NULL;
	bool over = false;
	long long before;

	signal(SIGCHLD, count_child);
	put_outcome("first", change, call);
	put_outcome("second", change, call);
	put_unfinished("meanwhile", call, &over);
	before = now_ms();
	if (sriov_device_list(call->context, NULL, &devices, &call->error) ||
	    sriov_pf_list(call->context, &pfs, &call->error))
		return sriov_error_get_code(call->error);
	json_number("reading_ms", now_ms() - before);
	json_number("pfs", (long long)sriov_pf_list_get_count(pfs));
	sriov_pf_list_unref(pfs);
	sriov_device_list_unref(devices);
	putchar('\n');
	fflush(stdout);
	getchar();
	over = false;
	json_open("later", '[');
	for (int i = 0; i < ATTEMPTS && !over; i++) {
		nanosleep(&(struct timespec) {.tv_nsec = 100000000}, NULL);
		put_unfinished(NULL, call, &over);
	}
	json_close(']');
	put_unfinished("in_the_end", call, &over);
	json_number("children_told", children_told);
	json_bool("has_children", waitpid(-1, NULL, WNOHANG | __WALL) >= 0 || errno != ECHILD);
	return SRIOV_CODE_OK;
}

static enum sriov_code remove_vfs(struct call *call)
{
	struct sriov_vf_count_options *options = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_vf_count_options_new(&options, &call->error);
	sriov_vf_count_options_set_allow_destroy(options, true);
	if (!code)
		code = sriov_pf_set_vf_count(pf, 0, options, &call->error);
	sriov_vf_count_options_unref(options);
	sriov_pf_unref(pf);
	return code;
}

static struct sriov_vfio *vfio;

static enum sriov_code unbind(struct call *call)
{
	return sriov_vfio_unbind(vfio, &call->error);
}

/* late-removal PF */
static enum sriov_code late_removal(struct call *call)
{
	return be_late(call, remove_vfs);
}

/* late-unbind DEVICE: where nobody can see who holds it, it is tried */
static enum sriov_code late_unbind(struct call *call)
{
	struct sriov_device *device = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_vfio_open(device, &vfio, &call->error);
	if (!code)
		code = be_late(call, unbind);
	sriov_vfio_unref(vfio);
	sriov_device_unref(device);
	return code;
}

static struct sriov_vf_changes *changes;

static enum sriov_code set(struct call *call)
{
	return sriov_vf_changes_apply(changes, &call->error);
}

/* It is told when there is nothing left to do but the change, and waits to be told to begin. */
static enum sriov_code be_late_when_told(struct call *call,
					 enum sriov_code (*change)(struct call *call))
{
	putchar('\n');
	fflush(stdout);
	getchar();
	return be_late(call, change);
}

static struct sriov_module *module;

static enum sriov_code load(struct call *call)
{
	return sriov_module_load(module, &call->error);
}

/* late-load MODULE: once a line on standard input says that it is to begin */
static enum sriov_code late_load(struct call *call)
{
	enum sriov_code code =
		sriov_module_open(call->context, call->words[0], &module, &call->error);

	if (!code)
		code = be_late_when_told(call, load);
	sriov_module_unref(module);
	return code;
}

/* late-setting PF: trusts all VFs, once a line on standard input says that it is to begin */
static enum sriov_code late_setting(struct call *call)
{
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_vf_changes_new(pf, &changes, &call->error);
	if (!code)
		code = sriov_vf_changes_set_trust(changes, SRIOV_VF_INDEX_ALL, true, &call->error);
	if (!code)
		code = be_late_when_told(call, set);
	sriov_vf_changes_unref(changes);
	sriov_pf_unref(pf);
	return code;
}

/* override DEVICE */
static enum sriov_code read_override(struct call *call)
{
	struct sriov_device *device = NULL;
	char *driver = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_read_driver_override(device, &driver, &call->error);
	if (!code)
		json_text("driver", driver);
	free(driver);
	sriov_device_unref(device);
	return code;
}

const struct command deadline_commands[] = {
	{"late-removal", "PF", late_removal},  {"late-unbind", "DEVICE", late_unbind},
	{"late-setting", "PF", late_setting},  {"late-load", "MODULE", late_load},
	{"override", "DEVICE", read_override}, {NULL, NULL, NULL},
};
