/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why a module is not loaded, in words that name the way out: an errno alone rarely says. */
#ifndef KERNEL_MODULE_REFUSAL_H
#define KERNEL_MODULE_REFUSAL_H

#include "base/error.h"

/* The culprit is the module that was wanted, or one that it needs. */
struct refusal {
	const char *wanted;
	const char *culprit;
	const char *modprobe_path; /* NULL for modprobe's own places */
};

enum sriov_code refusal_by_blacklist(const struct refusal *refusal, struct sriov_error **error);

enum sriov_code refusal_by_command(const struct refusal *refusal, const char *command,
				   struct sriov_error **error);

/* The kernel answered with this errno; the path may be NULL. */
enum sriov_code refusal_by_kernel(const struct refusal *refusal, const char *path, int number,
				  struct sriov_error **error);

/*
 * It was not over in time, which the error says already: the culprit has come to what it does at
 * its start, in this process; or the kernel does not have the file of one of them yet.
 */
enum sriov_code refusal_by_start(const struct refusal *refusal, int pid,
				 struct sriov_error **error);
enum sriov_code refusal_by_file(const struct refusal *refusal, const char *path,
				struct sriov_error **error);

#endif
