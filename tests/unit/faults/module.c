/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code open_module(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code = sriov_module_open(context, "vfio-pci", &module, error);

	sriov_module_unref(module);
	return code;
}

static enum sriov_code list_by_alias(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_string_list *modules;
	enum sriov_code code = sriov_module_list_by_alias(context, "pci:v1", &modules, error);

	if (!code && sriov_string_list_get_count(modules) != 2)
		code = HALF;
	sriov_string_list_unref(modules);
	return code;
}

static enum sriov_code load(struct sriov_context *context, const char *name, bool blacklisted,
			    struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code = sriov_module_open(context, name, &module, error);

	if (!code && sriov_module_is_blacklisted(module) != blacklisted)
		code = HALF;
	if (!code)
		code = sriov_module_load(module, error);
	sriov_module_unref(module);
	return code;
}

static enum sriov_code load_blacklisted(struct sriov_context *context, struct sriov_error **error)
{
	return load(context, "made-up-too", true, error);
}

static enum sriov_code load_with_command(struct sriov_context *context, struct sriov_error **error)
{
	return load(context, "made-up", false, error);
}

static enum sriov_code load_without_file(struct sriov_context *context, struct sriov_error **error)
{
	return load(context, "gone", false, error);
}

static const struct step steps[] = {
	{"open a module", .run = open_module, .code = SRIOV_CODE_FAILED},
	{"list by alias", .run = list_by_alias, .where = FAULTS_WITH_MODULES},
	{"load a blacklisted one", .run = load_blacklisted, .code = SRIOV_CODE_BLACKLISTED,
	 .where = FAULTS_WITH_MODULES},
	{"load one whose file is gone", .run = load_without_file, .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_WITH_MODULES},
	{"load with a command", .run = load_with_command, .code = SRIOV_CODE_UNSUPPORTED,
	 .where = FAULTS_WITH_MODULES},
};

STEPS(module)
