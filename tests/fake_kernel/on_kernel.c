/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "on_kernel.h"

#include <stdio.h>
#include <stdlib.h>

static void set_path(struct sriov_context_options *options, const char *name,
		     enum sriov_code (*set)(struct sriov_context_options *options, const char *path,
					    struct sriov_error **error))
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s", getenv("FAKE_KERNEL"), name);
	set(options, path, NULL);
}

enum sriov_code on_kernel_open(bool workers, struct sriov_context **context,
			       struct sriov_error **error)
{
	struct sriov_context_options *options = NULL;
	enum sriov_code code = sriov_context_options_new(&options, error);

	*context = NULL;
	if (code)
		return code;
	set_path(options, "sys", sriov_context_options_set_sysfs);
	set_path(options, "proc", sriov_context_options_set_procfs);
	set_path(options, "dev", sriov_context_options_set_devfs);
	set_path(options, "modules", sriov_context_options_set_modules);
	set_path(options, "modprobe", sriov_context_options_set_modprobe);
	set_path(options, "runtime", sriov_context_options_set_runtime_directory);
	if (!workers || getenv("AGENT_DEADLINE"))
		sriov_context_options_set_deadline_ms(
			options, workers ? (unsigned int)atoi(getenv("AGENT_DEADLINE")) : 0, NULL);
	code = sriov_context_new(options, context, error);
	sriov_context_options_unref(options);
	return code;
}
