/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_MODULE_H
#define SRIOV_MODULE_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_module_state {
	SRIOV_MODULE_STATE_UNKNOWN = -1,
	SRIOV_MODULE_STATE_NOT_LOADED = 0,
	SRIOV_MODULE_STATE_BUILTIN = 1,
	SRIOV_MODULE_STATE_LIVE = 2,
	SRIOV_MODULE_STATE_COMING = 3,
	SRIOV_MODULE_STATE_GOING = 4,
};

const char *sriov_module_state_get_name(enum sriov_module_state state);

struct sriov_module;

enum sriov_code sriov_module_open(struct sriov_context *context, const char *name,
				  struct sriov_module **module, struct sriov_error **error);

struct sriov_module *sriov_module_ref(struct sriov_module *module);

void sriov_module_unref(struct sriov_module *module);

const char *sriov_module_get_name(const struct sriov_module *module);

const char *sriov_module_get_path(const struct sriov_module *module);

enum sriov_module_state sriov_module_get_state(const struct sriov_module *module);

bool sriov_module_is_blacklisted(const struct sriov_module *module);

enum sriov_code sriov_module_load(struct sriov_module *module, struct sriov_error **error);

enum sriov_code sriov_module_list_by_alias(struct sriov_context *context, const char *alias,
					   struct sriov_string_list **modules,
					   struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
