/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * modprobe's configuration, as far as libkmod does not tell what we need.
 *
 * libkmod reads the configuration itself, in kmod_new(), and writes to stderr about each line that
 * it does not understand: the log can be directed elsewhere only afterwards. A library has no
 * business there, so the lines are looked at first, and only where one is bad libkmod gets a copy
 * without it. And libkmod forgets where a line came from, which is what a person wants to know.
 */
#ifndef KERNEL_MODPROBE_CONFIG_H
#define KERNEL_MODPROBE_CONFIG_H

#include "base/error.h"
#include "base/log.h"

/* What kmod_new() is to read: paths is NULL for modprobe's own places. */
struct modprobe_config {
	const char *const *paths;
	const char *list[2];
	char copy[32];
	int fd;
};

/* A file, a directory, or NULL for modprobe's own places; the path must live as long. */
enum sriov_code modprobe_config_open(const char *path, const struct log *log,
				     struct modprobe_config *config, struct sriov_error **error);
void modprobe_config_close(struct modprobe_config *config);

/*
 * Where the first line with this command is that names the module: "/etc/modprobe.d/x.conf line 3".
 * The caller frees it; NULL when there is none, or no memory.
 */
char *modprobe_config_locate(const char *path, const char *command, const char *module);

#endif
