/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_CONTEXT_H
#define SRIOV_CONTEXT_H

#include <sriov/error.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_context;

struct sriov_context_options;

enum sriov_log_level {
	SRIOV_LOG_LEVEL_ERROR = 3,
	SRIOV_LOG_LEVEL_WARNING = 4,
	SRIOV_LOG_LEVEL_INFO = 6,
	SRIOV_LOG_LEVEL_DEBUG = 7,
};

enum sriov_code sriov_context_options_new(struct sriov_context_options **options,
					  struct sriov_error **error);

struct sriov_context_options *sriov_context_options_ref(struct sriov_context_options *options);

void sriov_context_options_unref(struct sriov_context_options *options);

enum sriov_code sriov_context_options_set_sysfs(struct sriov_context_options *options,
						const char *path, struct sriov_error **error);

enum sriov_code sriov_context_options_set_procfs(struct sriov_context_options *options,
						 const char *path, struct sriov_error **error);

enum sriov_code sriov_context_options_set_devfs(struct sriov_context_options *options,
						const char *path, struct sriov_error **error);

enum sriov_code sriov_context_options_set_modules(struct sriov_context_options *options,
						  const char *path, struct sriov_error **error);

enum sriov_code sriov_context_options_set_modprobe(struct sriov_context_options *options,
						   const char *path, struct sriov_error **error);

enum sriov_code sriov_context_options_set_netns(struct sriov_context_options *options, int fd,
						struct sriov_error **error);

enum sriov_code sriov_context_options_set_log(
	struct sriov_context_options *options, enum sriov_log_level level,
	void (*callback)(void *user_data, enum sriov_log_level level, const char *text),
	void *user_data, struct sriov_error **error);

enum sriov_code sriov_context_new(const struct sriov_context_options *options,
				  struct sriov_context **context, struct sriov_error **error);

struct sriov_context *sriov_context_ref(struct sriov_context *context);

void sriov_context_unref(struct sriov_context *context);

#ifdef __cplusplus
}
#endif

#endif
