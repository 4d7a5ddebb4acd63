/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "module_host.h"

#include <stdio.h>
#include <unistd.h>

#include "fake_module.h"

struct fake *fake;
struct sriov_context *context;
struct sriov_module *module;

void begin(void)
{
	static const struct fake_module modules[] = {
		{.name = "made-up-base", .makes = "made_up_symbol"},
		{.name = "made-up", .alias = ALIAS, .needs = "made_up_symbol"},
		{.name = "made_up_too", .alias = ALIAS},
	};

	fake = fake_new();
	for (size_t i = 0; i < sizeof(modules) / sizeof(modules[0]); i++)
		fake_add_module(fake, &modules[i]);
	fake_add_builtin_module(fake, "made-in");
	fake_index_modules(fake);
	context = fake_open_context(fake);
}

void end(void)
{
	sriov_module_unref(module);
	sriov_context_unref(context);
	fake_free(fake);
}

void configure(const char *text)
{
	fake_write(fake, text, "modprobe/local.conf");
}

void find(const char *name)
{
	struct sriov_error *error = NULL;

	sriov_module_unref(module);
	expect_success(sriov_module_open(context, name, &module, &error), error);
}

Suite *module_suite(const char *name, const TTest *const *tests, size_t count)
{
	if (!fake_has_depmod()) {
		printf("1..0 # SKIP there is no depmod, it is in the package kmod\n");
		rmdir(getenv("TMPDIR"));
		exit(EXIT_SUCCESS);
	}
	return unit_suite(name, tests, count);
}
