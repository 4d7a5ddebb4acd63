/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The door to the kernel's modules: the one user of libkmod. */
#ifndef KERNEL_MODULE_H
#define KERNEL_MODULE_H

#include <stdbool.h>

#include "sriov/module.h"

#include "base/error.h"
#include "base/log.h"

struct guard;
struct module_index;

/* Strings are owned by the caller, who frees them. */
struct module_facts {
	char *name;
	char *path; /* NULL when it is part of the kernel */
	enum sriov_module_state state;
	bool blacklisted;
};

/* The paths are NULL for the running kernel's modules and modprobe's own places. */
enum sriov_code module_index_open(const char *modules_path, const char *modprobe_path,
				  const struct log *log, struct module_index **index,
				  struct sriov_error **error);
void module_index_close(struct module_index *index);

enum sriov_code module_index_find(struct module_index *index, const char *name,
				  struct module_facts *facts, struct sriov_error **error);

enum sriov_code module_index_list_by_alias(struct module_index *index, const char *alias,
					   struct sriov_string_list **names,
					   struct sriov_error **error);

/* Those for VFIO by a device's modalias, the best first. */
enum sriov_code module_index_list_vfio(struct module_index *index, const char *modalias,
				       struct sriov_string_list **names,
				       struct sriov_error **error);

/*
 * Loads it with what it needs; never runs a command of the configuration. Without a guard, which
 * may be NULL, the caller's own thread waits for the kernel.
 */
enum sriov_code module_index_load(struct module_index *index, struct guard *guard,
				  unsigned int deadline_ms, const char *name,
				  struct sriov_error **error);

#endif
