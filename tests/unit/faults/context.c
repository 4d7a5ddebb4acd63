/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <fcntl.h>
#include <unistd.h>

#include "faults.h"

static enum sriov_code configure(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_context_options *made = NULL;
	enum sriov_code code = sriov_context_options_new(&made, error);

	(void)context;
	if (!code)
		code = sriov_context_options_set_modules(made, "/lib/modules/x", error);
	if (!code)
		code = sriov_context_options_set_modprobe(made, "/etc/modprobe.d", error);
	sriov_context_options_unref(made);
	return code;
}

static enum sriov_code enter_namespace(struct sriov_context *context, struct sriov_error **error)
{
	int fd = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
	struct sriov_context_options *made = NULL;
	struct sriov_context *there = NULL;
	struct sriov_device *device = NULL;
	enum sriov_code code = sriov_context_options_new(&made, error);

	(void)context;
	if (!code)
		code = sriov_context_options_set_netns(made, fd, error);
	if (!code)
		code = sriov_context_new(made, &there, error);
	if (!code)
		code = sriov_device_open(there, "lo", &device, error);
	sriov_context_unref(there);
	sriov_context_options_unref(made);
	close(fd);
	return code;
}

static enum sriov_code list_unfinished(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_unfinished_list *list;
	enum sriov_code code = sriov_unfinished_list(context, &list, error);

	sriov_unfinished_list_unref(list);
	return code;
}

static const struct step steps[] = {
	{"configure", .run = configure},
	{"list what is unfinished", .run = list_unfinished},
	{"enter a network namespace", .run = enter_namespace, .code = SRIOV_CODE_NOT_FOUND},
};

STEPS(context)
