/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/context/context.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "kernel/devlink.h"
#include "kernel/guard.h"
#include "kernel/module.h"
#include "kernel/netlink.h"
#include "kernel/netns.h"
#include "kernel/pci_names.h"
#include "object/context/context_options.h"

OBJECT_REFERENCES(context)

static void destroy(void *object)
{
	struct sriov_context *context = object;

	pci_names_close(context->names);
	module_index_close(context->modules);
	devlink_close(context->devlink);
	netlink_close(context->netlink);
	cleanup_close(&context->netns);
	directory_close(&context->runtime);
	tree_close(&context->devfs);
	tree_close(&context->procfs);
	tree_close(&context->pci);
	tree_close(&context->sysfs);
	guard_free(context->guard);
	free(context->procfs_path);
	free(context->devfs_path);
	free(context->modules_path);
	free(context->modprobe_path);
	free(context->runtime_path);
}

/* NULL stays NULL. */
static bool copy(char **field, const char *path)
{
	*field = path ? strdup(path) : NULL;
	return *field || !path;
}

/* Files in sysfs may keep those waiting who use them, and so may netlink. */
static enum sriov_code set_guard(struct sriov_context *context, unsigned int deadline_ms,
				 struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	context->deadline_ms = deadline_ms;
	if (deadline_ms)
		code = guard_new(deadline_ms, &context->log, &context->guard, error);
	context->sysfs.guard = context->guard;
	return code;
}

static enum sriov_code fill(struct sriov_context *context,
			    const struct sriov_context_options *options, struct sriov_error **error)
{
	enum sriov_code code;

	context->log = options->log;
	if (!copy(&context->procfs_path, options->procfs ? options->procfs : "/proc") ||
	    !copy(&context->devfs_path, options->devfs ? options->devfs : "/dev") ||
	    !copy(&context->modules_path, options->modules) ||
	    !copy(&context->modprobe_path, options->modprobe) ||
	    !copy(&context->runtime_path, options->runtime ? options->runtime : "/run/libsriov"))
		return error_no_memory(error);
	code = tree_open(&context->sysfs, options->sysfs ? options->sysfs : "/sys", &context->log,
			 error);
	return code ? code : set_guard(context, options->deadline_ms, error);
}

/* Whether the namespace may be entered is told at once: without that right it is of no use. */
static enum sriov_code enter(struct sriov_context *context, int netns, struct sriov_error **error)
{
	struct netlink *netlink;
	enum sriov_code code;

	if (netns == NETNS_OWN)
		return SRIOV_CODE_OK;
	code = netns_duplicate(netns, &context->netns, error);
	return code ? code : context_get_netlink(context, &netlink, error);
}

EXPORT enum sriov_code sriov_context_new(const struct sriov_context_options *options,
					 struct sriov_context **context, struct sriov_error **error)
{
	static const struct sriov_context_options defaults = {
		.netns = NETNS_OWN,
		.deadline_ms = DEFAULT_DEADLINE_MS,
	};
	struct sriov_context *made;
	enum sriov_code code;

	if (!context)
		return error_null(error, "context");
	*context = NULL;
	made = object_new(sizeof(*made), destroy);
	if (!made)
		return error_no_memory(error);
	made->netns = NETNS_OWN;
	options = options ? options : &defaults;
	code = fill(made, options, error);
	if (!code)
		code = enter(made, options->netns, error);
	if (code)
		sriov_context_unref(made);
	else
		*context = made;
	return code;
}

enum sriov_code context_get_pci(struct sriov_context *context, const struct tree **pci,
				struct sriov_error **error)
{
	*pci = &context->pci;
	if (context->pci.root)
		return SRIOV_CODE_OK;
	return tree_open_below(&context->sysfs, "bus/pci/devices", &context->pci, error);
}

enum sriov_code context_get_procfs(struct sriov_context *context, const struct tree **procfs,
				   struct sriov_error **error)
{
	*procfs = &context->procfs;
	if (context->procfs.root)
		return SRIOV_CODE_OK;
	return tree_open(&context->procfs, context->procfs_path, &context->log, error);
}

enum sriov_code context_get_devfs(struct sriov_context *context, const struct tree **devfs,
				  struct sriov_error **error)
{
	*devfs = &context->devfs;
	if (context->devfs.root)
		return SRIOV_CODE_OK;
	return tree_open(&context->devfs, context->devfs_path, &context->log, error);
}

enum sriov_code context_get_netlink(struct sriov_context *context, struct netlink **netlink,
				    struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	if (!context->netlink)
		code = netlink_open_in(context->netns, &context->log, context->guard,
				       &context->netlink, error);
	*netlink = context->netlink;
	return code;
}

enum sriov_code context_get_devlink(struct sriov_context *context, struct devlink **devlink,
				    struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	if (!context->devlink)
		code = devlink_open(context->netns, &context->log, context->guard,
				    &context->devlink, error);
	*devlink = context->devlink;
	return code;
}

enum sriov_code context_get_modules(struct sriov_context *context, struct module_index **modules,
				    struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	if (!context->modules)
		code = module_index_open(context->modules_path, context->modprobe_path,
					 &context->log, &context->modules, error);
	*modules = context->modules;
	return code;
}

enum sriov_code context_get_names(struct sriov_context *context, struct pci_names **names,
				  struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	if (!context->names)
		code = pci_names_open(&context->names, error);
	*names = context->names;
	return code;
}

/* Whoever cleans up may remove it under an agent that runs on. */
static bool have_runtime(struct sriov_context *context)
{
	if (directory_exists(&context->runtime))
		return true;
	directory_close(&context->runtime);
	return false;
}

enum sriov_code context_get_runtime(struct sriov_context *context, const struct directory **runtime,
				    struct sriov_error **error)
{
	*runtime = &context->runtime;
	if (have_runtime(context))
		return SRIOV_CODE_OK;
	return directory_open(&context->runtime, context->runtime_path, error);
}

enum sriov_code context_find_runtime(struct sriov_context *context,
				     const struct directory **runtime, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	if (!have_runtime(context))
		code = directory_find(&context->runtime, context->runtime_path, error);
	*runtime = context->runtime.path ? &context->runtime : NULL;
	return code;
}
