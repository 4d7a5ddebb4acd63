/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/module_index.h"

#include <errno.h>
#include <libkmod.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

#include "base/string_list.h"
#include "base/text.h"
#include "kernel/modprobe_config.h"

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
void module_direct_log(const struct module_index *index, const struct log *log)
{
	bool wanted = log && log->callback && log->level >= SRIOV_LOG_LEVEL_DEBUG;

	kmod_set_log_priority(index->kmod, wanted ? LOG_INFO : LOG_WARNING);
	kmod_set_log_fn(index->kmod, take_log, log);
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
		return error_explain(
			error, SRIOV_CODE_FAILED,
			"the running kernel's modules are not at %s: install them, in "
			"a container mount the host's directory there or tell where it is",
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
	module_direct_log(index, index->log);
	code = load_index(index->kmod, error);
	if (code)
		index->kmod = kmod_unref(index->kmod);
	return code;
}

enum sriov_code module_index_refresh(struct module_index *index, struct sriov_error **error)
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
	return module_index_refresh(index, error);
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
enum sriov_code module_look_up_blacklist(const struct module_index *index,
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

bool module_ran_out_of_memory(void)
{
	return errno == ENOMEM;
}

enum sriov_code module_get(const struct module_index *index, const char *name,
			   struct kmod_module **result, struct sriov_error **error)
{
	struct kmod_module *module = NULL;
	bool known;

	errno = 0;
	if (kmod_module_new_from_name(index->kmod, name, &module) < 0)
		return error_no_memory(error);
	known = kmod_module_get_path(module);
	if (!known && module_ran_out_of_memory()) {
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
	enum sriov_code code = module_index_refresh(index, error);

	*facts = (struct module_facts) {0};
	if (!code)
		code = module_get(index, name, &module, error);
	if (!code)
		code = module_look_up_blacklist(index, module, &facts->blacklisted, error);
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
	if (module_ran_out_of_memory())
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
