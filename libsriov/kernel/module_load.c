/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/module_index.h"

#include <errno.h>
#include <libkmod.h>

#include "base/log.h"
#include "kernel/guard.h"
#include "kernel/module_refusal.h"
#include "kernel/worker.h"

/* What came of a load that the configuration forbids; no module answers so. */
#define REFUSED_HERE ECANCELED

static bool is_in_kernel(const struct kmod_module *module)
{
	int state = kmod_module_get_initstate(module);

	return state == KMOD_MODULE_LIVE || state == KMOD_MODULE_BUILTIN;
}

/* A load: the module that is wanted and, in the order in which libkmod loads them, its needs. */
struct load {
	const struct module_index *index;
	struct guard *guard; /* may be NULL */
	unsigned int deadline_ms;
	const struct log *log; /* of the process that does it */
	struct kmod_module *wanted;
	struct kmod_list *needed;
	struct sriov_error **error;
};

static struct refusal refusal_of(const struct load *load, const struct kmod_module *culprit)
{
	return (struct refusal) {
		.wanted = kmod_module_get_name(load->wanted),
		.culprit = kmod_module_get_name(culprit),
		.modprobe_path = load->index->modprobe_path,
	};
}

static enum sriov_code check_one(const struct load *load, const struct kmod_module *module)
{
	const struct refusal refusal = refusal_of(load, module);
	const char *command = kmod_module_get_install_commands(module);
	enum sriov_code code;
	bool blacklisted;

	if (is_in_kernel(module))
		return SRIOV_CODE_OK;
	code = module_look_up_blacklist(load->index, module, &blacklisted, load->error);
	if (code)
		return code;
	if (blacklisted)
		return refusal_by_blacklist(&refusal, load->error);
	return command ? refusal_by_command(&refusal, command, load->error) : SRIOV_CODE_OK;
}

/*
 * Before anything is loaded, so that a refusal leaves nothing behind. libkmod itself would leave
 * out a blacklisted module that another needs, and load the other, which then lacks symbols; and
 * it would pass over the install command of a module that has soft dependencies, although such
 * commands are often there to forbid a module ("/bin/false").
 */
static enum sriov_code check(const struct load *load)
{
	enum sriov_code code = check_one(load, load->wanted);
	const struct kmod_list *entry = load->needed;
	struct kmod_module *module;

	for (; entry && !code; entry = kmod_list_next(load->needed, entry)) {
		module = kmod_module_get_module(entry);
		code = check_one(load, module);
		kmod_module_unref(module);
	}
	return code;
}

/*
 * libkmod calls this where it would run an install command. What is needed was checked before, so
 * it is for soft dependencies: those are left out then, and libkmod goes on.
 */
static int refuse(struct kmod_module *module, const char *command, void *data)
{
	const struct load *load = data;

	log_add(load->log, SRIOV_LOG_LEVEL_WARNING,
		"module %s is left out: its install command is not run: %s",
		kmod_module_get_name(module), command);
	return -REFUSED_HERE;
}

/* The first that is missing is the one that failed; borrowed. */
static struct kmod_module *find_culprit(const struct load *load)
{
	const struct kmod_list *entry = load->needed;
	struct kmod_module *module;

	for (; entry; entry = kmod_list_next(load->needed, entry)) {
		module = kmod_module_get_module(entry);
		/* The list keeps it. */
		kmod_module_unref(module);
		if (!is_in_kernel(module))
			return module;
	}
	return load->wanted;
}

static enum sriov_code refused_by_kernel(const struct load *load, int number)
{
	const struct kmod_module *culprit = find_culprit(load);
	const struct refusal refusal = refusal_of(load, culprit);

	return refusal_by_kernel(&refusal, kmod_module_get_path(culprit), number, load->error);
}

static enum sriov_code refused(const struct load *load, int number)
{
	const struct refusal refusal = refusal_of(load, load->wanted);
	const char *command = kmod_module_get_install_commands(load->wanted);

	if (number != REFUSED_HERE)
		return refused_by_kernel(load, number);
	return command ? refusal_by_command(&refusal, command, load->error)
		       : refusal_by_blacklist(&refusal, load->error);
}

/* The one that the kernel is at, of those in the list; borrowed from it. */
static struct kmod_module *find_coming(const struct kmod_list *list)
{
	const struct kmod_list *entry = list;
	struct kmod_module *module;

	for (; entry; entry = kmod_list_next(list, entry)) {
		module = kmod_module_get_module(entry);
		kmod_module_unref(module);
		if (kmod_module_get_initstate(module) == KMOD_MODULE_COMING)
			return module;
	}
	return NULL;
}

static enum sriov_code explain_late(const struct load *load, int pid)
{
	struct kmod_list *before = NULL, *after = NULL;
	struct kmod_module *culprit;
	struct refusal refusal;

	kmod_module_get_softdeps(load->wanted, &before, &after);
	culprit = find_coming(load->needed);
	if (!culprit && kmod_module_get_initstate(load->wanted) == KMOD_MODULE_COMING)
		culprit = load->wanted;
	if (!culprit)
		culprit = find_coming(before);
	if (!culprit)
		culprit = find_coming(after);
	refusal = refusal_of(load, culprit ? culprit : load->wanted);
	if (culprit)
		refusal_by_start(&refusal, pid, load->error);
	else
		refusal_by_file(&refusal, kmod_module_get_path(find_culprit(load)), load->error);
	kmod_module_unref_list(before);
	kmod_module_unref_list(after);
	return SRIOV_CODE_TIMEOUT;
}

/* In a process of its own, where the maker's log is none: what it finds there is a copy. */
static int insert_there(void *data, const struct log *log)
{
	struct load *load = data;
	int result;

	load->log = log;
	module_direct_log(load->index, log);
	result = kmod_module_probe_insert_module(load->wanted, KMOD_PROBE_APPLY_BLACKLIST_ALL, NULL,
						 refuse, load, NULL);
	return result > 0 ? REFUSED_HERE : -result;
}

static enum sriov_code run(struct load *load, struct guard_answer *answer)
{
	const struct worker_job job = {
		.work = insert_there,
		.data = load,
		.log = load->index->log,
	};
	const struct guard_task task = {
		.kind = OVERDUE_LOAD,
		.fd = -1,
		.path = kmod_module_get_path(load->wanted),
		.text = kmod_module_get_name(load->wanted),
		.device = "",
		.job = &job,
		.deadline_ms = load->deadline_ms,
	};

	if (load->guard)
		return guard_run(load->guard, &task, answer, load->error);
	answer->number = insert_there(load, load->index->log);
	return SRIOV_CODE_OK;
}

static enum sriov_code insert(struct load *load)
{
	struct guard_answer answer = {0};
	enum sriov_code code;

	log_add(load->index->log, SRIOV_LOG_LEVEL_INFO, "load module %s with what it needs",
		kmod_module_get_name(load->wanted));
	code = run(load, &answer);
	if (code == SRIOV_CODE_TIMEOUT)
		return explain_late(load, answer.pid);
	return code || !answer.number ? code : refused(load, answer.number);
}

enum sriov_code module_index_load(struct module_index *index, struct guard *guard,
				  unsigned int deadline_ms, const char *name,
				  struct sriov_error **error)
{
	struct load load = {
		.index = index,
		.guard = guard,
		.deadline_ms = deadline_ms,
		.error = error,
	};
	enum sriov_code code = module_index_refresh(index, error);

	if (!code)
		code = module_get(index, name, &load.wanted, error);
	if (code)
		return code;
	if (!is_in_kernel(load.wanted)) {
		errno = 0;
		load.needed = kmod_module_get_dependencies(load.wanted);
		code = module_ran_out_of_memory() ? error_no_memory(error) : check(&load);
		code = code ? code : insert(&load);
		kmod_module_unref_list(load.needed);
	}
	kmod_module_unref(load.wanted);
	return code;
}
