/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/module.h"

#include <errno.h>
#include <libkmod.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

#include "base/string_list.h"
#include "base/text.h"
#include "kernel/modprobe_config.h"
#include "kernel/module_refusal.h"

/* What refuse() answers libkmod, and no module does. */
#define COMMAND_REFUSED (-ECANCELED)

struct module_index {
	struct kmod_ctx *kmod;
	const struct log *log;
	char *modules_path;
	char *modprobe_path;
};

static void cleanup_module(struct kmod_module **module)
{
	kmod_module_unref(*module);
}

static void cleanup_list(struct kmod_list **list)
{
	kmod_module_unref_list(*list);
}

/* libkmod's own words: its errors are mostly no errors of ours. */
static void take_log(void *data, int priority, const char *file, int line, const char *function,
		     const char *format, va_list arguments)
{
	CLEANUP(text_clear) struct text text = {0};

	(void)file;
	(void)line;
	text_add_list(&text, format, arguments);
	if (!text.failed)
		log_add(data,
			priority <= LOG_WARNING ? SRIOV_LOG_LEVEL_WARNING : SRIOV_LOG_LEVEL_DEBUG,
			"libkmod: %s: %.*s", function, (int)strcspn(text.data, "\n"), text.data);
}

/*
 * Both are set, so that KMOD_LOG in the environment has no say from here on: it has one in
 * kmod_new(), which nobody can keep from it. libkmod's own debugging is of no use to others.
 */
static void direct_log(struct kmod_ctx *kmod, const struct log *log)
{
	bool wanted = log && log->callback && log->level >= SRIOV_LOG_LEVEL_DEBUG;

	kmod_set_log_priority(kmod, wanted ? LOG_INFO : LOG_WARNING);
	kmod_set_log_fn(kmod, take_log, log);
}

/* The kernel's index is mapped once for all look-ups, which also tells whether it is sound. */
static enum sriov_code load_index(struct kmod_ctx *kmod, struct sriov_error **error)
{
	const char *directory = kmod_get_dirname(kmod);
	int number = -kmod_load_resources(kmod);

	if (number <= 0)
		return SRIOV_CODE_OK;
	if (number == ENOMEM)
		return error_no_memory(error);
	error_set_system(error, number, "open", directory, "open the index of modules in %s",
			 directory);
	if (access(directory, F_OK))
		return error_explain(error, SRIOV_CODE_FAILED,
				     "the running kernel's modules are not at %s: install them, in "
				     "a container mount the host's directory there or see "
				     "sriov_context_options_set_modules()",
				     directory);
	return error_explain(error, SRIOV_CODE_FAILED,
			     "the index of modules in %s cannot be read: run depmod", directory);
}

static enum sriov_code connect(struct module_index *index, struct sriov_error **error)
{
	struct modprobe_config config;
	enum sriov_code code =
		modprobe_config_open(index->modprobe_path, index->log, &config, error);

	if (!code) {
		index->kmod = kmod_new(index->modules_path, config.paths);
		modprobe_config_close(&config);
		if (!index->kmod)
			code = error_no_memory(error);
	}
	if (code)
		return code;
	direct_log(index->kmod, index->log);
	code = load_index(index->kmod, error);
	if (code)
		index->kmod = kmod_unref(index->kmod);
	return code;
}

/* What libkmod has read may be old: files may have been edited and kernels installed since. */
static enum sriov_code refresh(struct module_index *index, struct sriov_error **error)
{
	kmod_unref(index->kmod);
	index->kmod = NULL;
	return connect(index, error);
}

/* The same for look-ups that come in great number: what they read of the configuration is little.
 */
static enum sriov_code refresh_if_old(struct module_index *index, struct sriov_error **error)
{
	if (index->kmod && kmod_validate_resources(index->kmod) == KMOD_RESOURCES_OK)
		return SRIOV_CODE_OK;
	return refresh(index, error);
}

static bool copy(char **field, const char *path)
{
	*field = path ? strdup(path) : NULL;
	return *field || !path;
}

enum sriov_code module_index_open(const char *modules_path, const char *modprobe_path,
				  const struct log *log, struct module_index **index,
				  struct sriov_error **error)
{
	struct module_index *made = calloc(1, sizeof(*made));
	enum sriov_code code;

	if (!made)
		return error_no_memory(error);
	made->log = log;
	if (copy(&made->modules_path, modules_path) && copy(&made->modprobe_path, modprobe_path))
		code = connect(made, error);
	else
		code = error_no_memory(error);
	if (code)
		module_index_close(made);
	else
		*index = made;
	return code;
}

void module_index_close(struct module_index *index)
{
	if (!index)
		return;
	kmod_unref(index->kmod);
	free(index->modules_path);
	free(index->modprobe_path);
	free(index);
}

static bool is_in_kernel(const struct kmod_module *module)
{
	int state = kmod_module_get_initstate(module);

	return state == KMOD_MODULE_LIVE || state == KMOD_MODULE_BUILTIN;
}

static enum sriov_module_state state_of(const struct kmod_module *module)
{
	int state = kmod_module_get_initstate(module);

	switch (state) {
	case -ENOENT:
		return SRIOV_MODULE_STATE_NOT_LOADED;
	case KMOD_MODULE_BUILTIN:
		return SRIOV_MODULE_STATE_BUILTIN;
	case KMOD_MODULE_LIVE:
		return SRIOV_MODULE_STATE_LIVE;
	case KMOD_MODULE_COMING:
		/* What has parameters but no file is a part of the kernel that has no name. */
		return kmod_module_get_path(module) ? SRIOV_MODULE_STATE_COMING
						    : SRIOV_MODULE_STATE_BUILTIN;
	case KMOD_MODULE_GOING:
		return SRIOV_MODULE_STATE_GOING;
	default:
		return SRIOV_MODULE_STATE_UNKNOWN;
	}
}

static bool names_same(const char *left, const char *right)
{
	for (; *left || *right; left++, right++)
		if (*left != *right && !(*left == '-' && *right == '_'))
			return false;
	return true;
}

/*
 * By our own look, since libkmod misses a name with '-' on the kernel's command line, where it
 * leaves it as it is.
 */
static enum sriov_code look_up_blacklist(const struct module_index *index,
					 const struct kmod_module *module, bool *blacklisted,
					 struct sriov_error **error)
{
	struct kmod_config_iter *line = kmod_config_get_blacklists(index->kmod);

	*blacklisted = false;
	if (!line)
		return error_no_memory(error);
	while (!*blacklisted && kmod_config_iter_next(line))
		*blacklisted =
			names_same(kmod_config_iter_get_key(line), kmod_module_get_name(module));
	kmod_config_iter_free_iter(line);
	return SRIOV_CODE_OK;
}

/*
 * libkmod takes an allocation that failed for a module that is not there. Only errno tells them
 * apart, when it was 0 before the call.
 */
static bool ran_out_of_memory(void)
{
	return errno == ENOMEM;
}

/* The module, which the caller drops; it exists. */
static enum sriov_code get(const struct module_index *index, const char *name,
			   struct kmod_module **result, struct sriov_error **error)
{
	struct kmod_module *module = NULL;
	bool known;

	errno = 0;
	if (kmod_module_new_from_name(index->kmod, name, &module) < 0)
		return error_no_memory(error);
	known = kmod_module_get_path(module);
	if (!known && ran_out_of_memory()) {
		kmod_module_unref(module);
		return error_no_memory(error);
	}
	if (known || state_of(module) != SRIOV_MODULE_STATE_NOT_LOADED) {
		*result = module;
		return SRIOV_CODE_OK;
	}
	error_set(error, SRIOV_CODE_NOT_FOUND,
		  "this kernel has no module %s: neither modules.dep nor modules.builtin in %s has "
		  "it; some distributions keep modules in packages of their own",
		  kmod_module_get_name(module), kmod_get_dirname(index->kmod));
	kmod_module_unref(module);
	return SRIOV_CODE_NOT_FOUND;
}

enum sriov_code module_index_find(struct module_index *index, const char *name,
				  struct module_facts *facts, struct sriov_error **error)
{
	CLEANUP(cleanup_module) struct kmod_module *module = NULL;
	enum sriov_code code = refresh(index, error);

	*facts = (struct module_facts) {0};
	if (!code)
		code = get(index, name, &module, error);
	if (!code)
		code = look_up_blacklist(index, module, &facts->blacklisted, error);
	if (code)
		return code;
	facts->state = state_of(module);
	if (copy(&facts->name, kmod_module_get_name(module)) &&
	    copy(&facts->path, kmod_module_get_path(module)))
		return SRIOV_CODE_OK;
	free(facts->name);
	free(facts->path);
	*facts = (struct module_facts) {0};
	return error_no_memory(error);
}

static bool add_names(struct sriov_string_list *names, const struct kmod_list *list)
{
	const struct kmod_list *entry = list;
	struct kmod_module *module;
	const char *name;
	bool added = true;

	for (; entry && added; entry = kmod_list_next(list, entry)) {
		module = kmod_module_get_module(entry);
		name = kmod_module_get_name(module);
		added = string_list_has(names, name) || string_list_add(names, name);
		kmod_module_unref(module);
	}
	return added;
}

enum sriov_code module_index_list_by_alias(struct module_index *index, const char *alias,
					   struct sriov_string_list **names,
					   struct sriov_error **error)
{
	CLEANUP(cleanup_list) struct kmod_list *list = NULL;
	enum sriov_code code = refresh_if_old(index, error);
	int number;

	if (code)
		return code;
	errno = 0;
	number = -kmod_module_new_from_lookup(index->kmod, alias, &list);
	if (ran_out_of_memory())
		number = ENOMEM;
	if (number == EINVAL)
		return error_set(error, SRIOV_CODE_INVALID, "\"%s\" can be no alias of a module",
				 alias);
	if (number > 0 && number != ENOMEM)
		return error_set_system(error, number, "read", kmod_get_dirname(index->kmod),
					"look up the alias %s", alias);
	*names = number > 0 ? NULL : string_list_new();
	if (*names && add_names(*names, list))
		return SRIOV_CODE_OK;
	sriov_string_list_unref(*names);
	*names = NULL;
	return error_no_memory(error);
}

/* A load: the module that is wanted and, in the order in which libkmod loads them, its needs. */
struct load {
	const struct module_index *index;
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
	code = look_up_blacklist(load->index, module, &blacklisted, load->error);
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

	log_add(load->index->log, SRIOV_LOG_LEVEL_WARNING,
		"module %s is left out: its install command is not run: %s",
		kmod_module_get_name(module), command);
	return COMMAND_REFUSED;
}

/* The first that is missing is the one that failed. */
static enum sriov_code refused(const struct load *load, int number)
{
	CLEANUP(cleanup_module) struct kmod_module *culprit = NULL;
	const struct kmod_list *entry = load->needed;
	struct refusal refusal;

	for (; entry && !culprit; entry = kmod_list_next(load->needed, entry)) {
		culprit = kmod_module_get_module(entry);
		if (is_in_kernel(culprit))
			culprit = kmod_module_unref(culprit);
	}
	if (!culprit)
		culprit = kmod_module_ref(load->wanted);
	refusal = refusal_of(load, culprit);
	return refusal_by_kernel(&refusal, kmod_module_get_path(culprit), number, load->error);
}

static enum sriov_code insert(const struct load *load)
{
	const struct refusal refusal = refusal_of(load, load->wanted);
	const char *command = kmod_module_get_install_commands(load->wanted);
	int result;

	log_add(load->index->log, SRIOV_LOG_LEVEL_INFO, "load module %s with what it needs",
		refusal.wanted);
	result = kmod_module_probe_insert_module(load->wanted, KMOD_PROBE_APPLY_BLACKLIST_ALL, NULL,
						 refuse, load, NULL);
	if (!result)
		return SRIOV_CODE_OK;
	if (result > 0)
		return refusal_by_blacklist(&refusal, load->error);
	if (result == COMMAND_REFUSED)
		return refusal_by_command(&refusal, command ? command : "unknown", load->error);
	return refused(load, -result);
}

enum sriov_code module_index_load(struct module_index *index, const char *name,
				  struct sriov_error **error)
{
	struct load load = {.index = index, .error = error};
	enum sriov_code code = refresh(index, error);

	if (!code)
		code = get(index, name, &load.wanted, error);
	if (code)
		return code;
	if (!is_in_kernel(load.wanted)) {
		errno = 0;
		load.needed = kmod_module_get_dependencies(load.wanted);
		code = ran_out_of_memory() ? error_no_memory(error) : check(&load);
		code = code ? code : insert(&load);
		kmod_module_unref_list(load.needed);
	}
	kmod_module_unref(load.wanted);
	return code;
}
