/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/context/context_options.h"

#include <stdlib.h>
#include <string.h>

#include "base/common.h"
#include "base/error.h"
#include "kernel/netns.h"

OBJECT_REFERENCES(context_options)

static void destroy(void *object)
{
	struct sriov_context_options *options = object;

	free(options->sysfs);
	free(options->procfs);
	free(options->devfs);
	free(options->modules);
	free(options->modprobe);
	free(options->runtime);
	cleanup_close(&options->netns);
}

EXPORT enum sriov_code sriov_context_options_new(struct sriov_context_options **options,
						 struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	*options = object_new(sizeof(**options), destroy);
	if (!*options)
		return error_no_memory(error);
	(*options)->netns = NETNS_OWN;
	(*options)->deadline_ms = DEFAULT_DEADLINE_MS;
	return SRIOV_CODE_OK;
}

static enum sriov_code set_path(char **field, const char *path, struct sriov_error **error)
{
	char *copy;

	if (!path)
		return error_null(error, "path");
	if (path[0] != '/')
		return error_set(error, SRIOV_CODE_INVALID, "\"%s\" is no absolute path", path);
	copy = strdup(path);
	if (!copy)
		return error_no_memory(error);
	free(*field);
	*field = copy;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_context_options_set_sysfs(struct sriov_context_options *options,
						       const char *path, struct sriov_error **error)
{
	return options ? set_path(&options->sysfs, path, error) : error_null(error, "options");
}

EXPORT enum sriov_code sriov_context_options_set_procfs(struct sriov_context_options *options,
							const char *path,
							struct sriov_error **error)
{
	return options ? set_path(&options->procfs, path, error) : error_null(error, "options");
}

EXPORT enum sriov_code sriov_context_options_set_devfs(struct sriov_context_options *options,
						       const char *path, struct sriov_error **error)
{
	return options ? set_path(&options->devfs, path, error) : error_null(error, "options");
}

EXPORT enum sriov_code sriov_context_options_set_modules(struct sriov_context_options *options,
							 const char *path,
							 struct sriov_error **error)
{
	return options ? set_path(&options->modules, path, error) : error_null(error, "options");
}

EXPORT enum sriov_code sriov_context_options_set_modprobe(struct sriov_context_options *options,
							  const char *path,
							  struct sriov_error **error)
{
	return options ? set_path(&options->modprobe, path, error) : error_null(error, "options");
}

EXPORT enum sriov_code
sriov_context_options_set_runtime_directory(struct sriov_context_options *options, const char *path,
					    struct sriov_error **error)
{
	return options ? set_path(&options->runtime, path, error) : error_null(error, "options");
}

EXPORT enum sriov_code sriov_context_options_set_deadline_ms(struct sriov_context_options *options,
							     unsigned int milliseconds,
							     struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	options->deadline_ms = milliseconds;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_context_options_set_netns(struct sriov_context_options *options,
						       int fd, struct sriov_error **error)
{
	int copy = NETNS_OWN;
	enum sriov_code code;

	if (!options)
		return error_null(error, "options");
	code = fd == NETNS_OWN ? SRIOV_CODE_OK : netns_duplicate(fd, &copy, error);
	if (code)
		return code;
	cleanup_close(&options->netns);
	options->netns = copy;
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_context_options_set_log(
	struct sriov_context_options *options, enum sriov_log_level level,
	void (*callback)(void *user_data, enum sriov_log_level level, const char *text),
	void *user_data, struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	if (level != SRIOV_LOG_LEVEL_ERROR && level != SRIOV_LOG_LEVEL_WARNING &&
	    level != SRIOV_LOG_LEVEL_INFO && level != SRIOV_LOG_LEVEL_DEBUG)
		return error_set(error, SRIOV_CODE_INVALID, "%d is no log level", (int)level);
	options->log = (struct log) {.callback = callback, .user_data = user_data, .level = level};
	return SRIOV_CODE_OK;
}
