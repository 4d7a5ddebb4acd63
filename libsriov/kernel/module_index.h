/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the two sides of the door to modules share: looking them up, and loading them. */
#ifndef KERNEL_MODULE_INDEX_H
#define KERNEL_MODULE_INDEX_H

#include "kernel/module.h"

struct kmod_ctx;
struct kmod_module;

struct module_index {
	struct kmod_ctx *kmod;
	const struct log *log;
	char *modules_path;
	char *modprobe_path;
};

/* libkmod's own words go there from now on. */
void module_direct_log(const struct module_index *index, const struct log *log);

/* What libkmod has read may be old: files may have been edited and kernels installed since. */
enum sriov_code module_index_refresh(struct module_index *index, struct sriov_error **error);

/* The module, which the caller drops; it exists. */
enum sriov_code module_get(const struct module_index *index, const char *name,
			   struct kmod_module **module, struct sriov_error **error);

enum sriov_code module_look_up_blacklist(const struct module_index *index,
					 const struct kmod_module *module, bool *blacklisted,
					 struct sriov_error **error);

/*
 * libkmod takes an allocation that failed for a module that is not there. Only errno tells them
 * apart, when it was 0 before the call.
 */
bool module_ran_out_of_memory(void);

#endif
