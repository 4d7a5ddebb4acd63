/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/module/module.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "kernel/guard.h"
#include "kernel/module.h"
#include "object/context/context.h"

struct sriov_module {
	struct object object;
	struct sriov_context *context;
	struct module_facts facts;
};

OBJECT_REFERENCES(module)

static void destroy(void *object)
{
	struct sriov_module *module = object;

	free(module->facts.name);
	free(module->facts.path);
	sriov_context_unref(module->context);
}

EXPORT const char *sriov_module_state_get_name(enum sriov_module_state state)
{
	static const char *const names[] = {
		[SRIOV_MODULE_STATE_NOT_LOADED] = "not-loaded",
		[SRIOV_MODULE_STATE_BUILTIN] = "builtin",
		[SRIOV_MODULE_STATE_LIVE] = "live",
		[SRIOV_MODULE_STATE_COMING] = "coming",
		[SRIOV_MODULE_STATE_GOING] = "going",
	};

	return (size_t)state < ARRAY_SIZE(names) ? names[state] : "unknown";
}

static enum sriov_code find(struct sriov_module *module, const char *name,
			    struct sriov_error **error)
{
	struct module_index *index;
	enum sriov_code code = context_get_modules(module->context, &index, error);

	return code ? code : module_index_find(index, name, &module->facts, error);
}

EXPORT enum sriov_code sriov_module_open(struct sriov_context *context, const char *name,
					 struct sriov_module **module, struct sriov_error **error)
{
	struct sriov_module *made;
	enum sriov_code code;

	if (!module)
		return error_null(error, "module");
	*module = NULL;
	if (!context)
		return error_null(error, "context");
	if (!name)
		return error_null(error, "name");
	/* A driver's name may have a '.', where a module's ends. */
	if (!name_is_driver(name) || strchr(name, '.'))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is no name that a module can have", name);
	made = object_new(sizeof(*made), destroy);
	if (!made)
		return error_no_memory(error);
	made->context = sriov_context_ref(context);
	code = find(made, name, error);
	if (code)
		sriov_module_unref(made);
	else
		*module = made;
	return code;
}

EXPORT const char *sriov_module_get_name(const struct sriov_module *module)
{
	return module ? module->facts.name : NULL;
}

EXPORT const char *sriov_module_get_path(const struct sriov_module *module)
{
	return module ? module->facts.path : NULL;
}

EXPORT enum sriov_module_state sriov_module_get_state(const struct sriov_module *module)
{
	return module ? module->facts.state : SRIOV_MODULE_STATE_UNKNOWN;
}

EXPORT bool sriov_module_is_blacklisted(const struct sriov_module *module)
{
	return module && module->facts.blacklisted;
}

enum sriov_code module_load(struct sriov_module *module, unsigned int deadline_ms,
			    struct sriov_error **error)
{
	struct sriov_context *context = module->context;
	struct guard *guard = deadline_ms ? context->guard : NULL, *own = NULL;
	struct module_index *index;
	enum sriov_code code = context_get_modules(context, &index, error);

	/* Of a context without a deadline: it has no list of what becomes of it. */
	if (!code && deadline_ms && !guard) {
		code = guard_new(deadline_ms, &context->log, &own, error);
		guard = own;
	}
	if (!code)
		code = module_index_load(index, guard, deadline_ms, module->facts.name, error);
	guard_free(own);
	return code;
}

EXPORT enum sriov_code sriov_module_load(struct sriov_module *module, struct sriov_error **error)
{
	if (!module)
		return error_null(error, "module");
	return module_load(module, module->context->deadline_ms, error);
}

EXPORT enum sriov_code sriov_module_list_by_alias(struct sriov_context *context, const char *alias,
						  struct sriov_string_list **modules,
						  struct sriov_error **error)
{
	struct module_index *index;
	enum sriov_code code;

	if (!modules)
		return error_null(error, "modules");
	*modules = NULL;
	if (!context)
		return error_null(error, "context");
	if (!alias)
		return error_null(error, "alias");
	if (!alias[0])
		return error_set(error, SRIOV_CODE_INVALID, "alias is empty");
	code = context_get_modules(context, &index, error);
	return code ? code : module_index_list_by_alias(index, alias, modules, error);
}
