/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Modules, as far as it goes without loading one: an index made by depmod, read by libkmod, and the
 * configuration of modprobe. What the kernel loads is shown on a real one.
 */
#include "module_host.h"

#include <unistd.h>

static struct sriov_error *error;

START_TEST(by_both_spellings)
{
	char *path;

	begin();
	path = fake_path(fake, "modules/kernel/drivers/made-up.ko");
	for (const char *const *name = (const char *const[]) {"made-up", "made_up", NULL}; *name;
	     name++) {
		find(*name);
		ck_assert_str_eq(sriov_module_get_name(module), "made_up");
		ck_assert_str_eq(sriov_module_get_path(module), path);
		ck_assert_int_eq(sriov_module_get_state(module), SRIOV_MODULE_STATE_NOT_LOADED);
		ck_assert(!sriov_module_is_blacklisted(module));
	}
	free(path);
	end();
}
END_TEST

START_TEST(part_of_the_kernel)
{
	begin();
	configure("blacklist made-in\n");
	find("made-in");
	ck_assert_str_eq(sriov_module_get_name(module), "made_in");
	ck_assert_ptr_null(sriov_module_get_path(module));
	ck_assert_int_eq(sriov_module_get_state(module), SRIOV_MODULE_STATE_BUILTIN);
	ck_assert(sriov_module_is_blacklisted(module));
	expect_success(sriov_module_load(module, &error), error);
	end();
}
END_TEST

START_TEST(state_names)
{
	ck_assert_str_eq(sriov_module_state_get_name(SRIOV_MODULE_STATE_NOT_LOADED), "not-loaded");
	ck_assert_str_eq(sriov_module_state_get_name(SRIOV_MODULE_STATE_BUILTIN), "builtin");
	ck_assert_str_eq(sriov_module_state_get_name(SRIOV_MODULE_STATE_LIVE), "live");
	ck_assert_str_eq(sriov_module_state_get_name(SRIOV_MODULE_STATE_COMING), "coming");
	ck_assert_str_eq(sriov_module_state_get_name(SRIOV_MODULE_STATE_GOING), "going");
	ck_assert_str_eq(sriov_module_state_get_name(SRIOV_MODULE_STATE_UNKNOWN), "unknown");
	ck_assert_str_eq(sriov_module_state_get_name((enum sriov_module_state)5), "unknown");
}
END_TEST

START_TEST(missing)
{
	begin();
	expect_failure(sriov_module_open(context, "made-down", &module, &error),
		       SRIOV_CODE_NOT_FOUND, error, "this kernel has no module made_down");
	ck_assert_ptr_null(module);
	end();
}
END_TEST

START_TEST(names_that_can_be_no_module)
{
	static const char *const names[] = {"", "..", "a/b", "made-up.ko", "pci:v8086", "a b"};

	begin();
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		expect_failure(sriov_module_open(context, names[i], &module, &error),
			       SRIOV_CODE_INVALID, error, names[i]);
	end();
}
END_TEST

START_TEST(blacklisted)
{
	begin();
	configure("# ours\n\nblacklist made-up\n");
	find("made-up");
	ck_assert(sriov_module_is_blacklisted(module));
	expect_failure(sriov_module_load(module, &error), SRIOV_CODE_BLACKLISTED, error,
		       "modprobe/local.conf line 3: remove that line, or load it by hand "
		       "(modprobe made_up)");
	find("made_up_base");
	ck_assert(!sriov_module_is_blacklisted(module));
	end();
}
END_TEST

START_TEST(what_it_needs_is_blacklisted)
{
	begin();
	configure("blacklist made_up_base\n");
	find("made-up");
	ck_assert(!sriov_module_is_blacklisted(module));
	expect_failure(sriov_module_load(module, &error), SRIOV_CODE_BLACKLISTED, error,
		       "module made_up cannot be loaded: it needs made_up_base, which is "
		       "blacklisted by ");
	end();
}
END_TEST

/* The command would leave a file. */
static void expect_command_refused(const char *pattern, const char *words)
{
	char *trace = fake_path(fake, "trace");
	char line[512];

	snprintf(line, sizeof(line), "install %s touch %s\n", pattern, trace);
	configure(line);
	find("made-up");
	expect_failure(sriov_module_load(module, &error), SRIOV_CODE_UNSUPPORTED, error, words);
	ck_assert_msg(access(trace, F_OK), "the command was run");
	free(trace);
}

START_TEST(an_install_command_is_not_run)
{
	begin();
	expect_command_refused("made-up", "it has an install command in ");
	expect_command_refused("made-up", "modprobe/local.conf line 1, which a library may not "
					  "run: touch ");
	expect_command_refused("made*", "it has an install command in ");
	expect_command_refused("made_up_base", "it needs made_up_base, which has an install "
					       "command in ");
	end();
}
END_TEST

/* libkmod itself would pass over the command then, and load a module that is forbidden by it. */
START_TEST(an_install_command_counts_in_spite_of_soft_dependencies)
{
	begin();
	configure("install made_up /bin/false\nsoftdep made_up pre: made_up_too\n");
	find("made-up");
	expect_failure(sriov_module_load(module, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "/bin/false");
	end();
}
END_TEST

START_TEST(its_file_is_gone)
{
	begin();
	find("made_up_too");
	fake_remove(fake, "modules/kernel/drivers/made_up_too.ko");
	ck_assert_int_eq(sriov_module_load(module, &error), SRIOV_CODE_NOT_FOUND);
	ck_assert_str_eq(sriov_error_get_operation(error), "load");
	ck_assert_str_eq(sriov_error_get_path(error), sriov_module_get_path(module));
	expect_failure(SRIOV_CODE_NOT_FOUND, SRIOV_CODE_NOT_FOUND, error,
		       "module made_up_too cannot be loaded: its file is gone");
	end();
}
END_TEST

START_TEST(by_alias_blacklisted_ones_too)
{
	struct sriov_string_list *list;

	begin();
	configure("blacklist made-up\n");
	expect_success(sriov_module_list_by_alias(
			       context, "pci:v00008086d000010C9sv00008086sd0000A03Cbc02sc00i00",
			       &list, &error),
		       error);
	ck_assert_uint_eq(sriov_string_list_get_count(list), 2);
	ck_assert_str_ne(sriov_string_list_get(list, 0), sriov_string_list_get(list, 1));
	for (size_t i = 0; i < 2; i++)
		ck_assert_msg(!strcmp(sriov_string_list_get(list, i), "made_up") ||
				      !strcmp(sriov_string_list_get(list, i), "made_up_too"),
			      "%s", sriov_string_list_get(list, i));
	sriov_string_list_unref(list);
	expect_success(sriov_module_list_by_alias(context, "pci:nobody", &list, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(list), 0);
	sriov_string_list_unref(list);
	end();
}
END_TEST

/* Two aliases in the configuration lead to the same one. */
START_TEST(by_alias_each_once)
{
	struct sriov_string_list *list;

	begin();
	configure("alias pci:* made-up\nalias pci:v* made_up\n");
	expect_success(sriov_module_list_by_alias(context, "pci:v1", &list, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(list), 1);
	ck_assert_str_eq(sriov_string_list_get(list, 0), "made_up");
	sriov_string_list_unref(list);
	end();
}
END_TEST

START_TEST(wrong_aliases)
{
	struct sriov_string_list *list;
	char *endless = malloc(100000);

	begin();
	expect_failure(sriov_module_list_by_alias(context, "", &list, &error), SRIOV_CODE_INVALID,
		       error, "alias is empty");
	expect_failure(sriov_module_list_by_alias(context, "pci:]v", &list, &error),
		       SRIOV_CODE_INVALID, error, "pci:]v");
	ck_assert_ptr_null(list);
	memset(endless, 'x', 99999);
	endless[99999] = '\0';
	expect_success(sriov_module_list_by_alias(context, endless, &list, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(list), 0);
	sriov_string_list_unref(list);
	free(endless);
	end();
}
END_TEST

START_TEST(of_a_device)
{
	struct sriov_string_list *list;
	struct sriov_device *device;

	begin();
	fake_add_device(fake, "0000:01:00.0", &fake_82576);
	expect_success(sriov_device_open(context, "0000:01:00.0", &device, &error), error);
	expect_success(sriov_device_list_modules(device, &list, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(list), 2);
	sriov_string_list_unref(list);
	sriov_device_unref(device);
	end();
}
END_TEST

static void expect_no_index(const char *words)
{
	struct sriov_string_list *list;

	expect_failure(sriov_module_open(context, "made-up", &module, &error), SRIOV_CODE_FAILED,
		       error, words);
	expect_failure(sriov_module_list_by_alias(context, "pci:v1", &list, &error),
		       SRIOV_CODE_FAILED, error, words);
	ck_assert_ptr_null(list);
}

START_TEST(without_an_index)
{
	begin();
	fake_remove(fake, "modules/modules.dep.bin");
	expect_no_index("run depmod");
	fake_write(fake, "this is no index", "modules/modules.dep.bin");
	expect_no_index("run depmod");
	fake_remove(fake, "modules");
	expect_no_index("the running kernel's modules are not at ");
	end();
}
END_TEST

START_TEST(wrong_arguments)
{
	struct sriov_string_list *list;

	begin();
	expect_failure(sriov_module_open(NULL, "made-up", &module, &error), SRIOV_CODE_INVALID,
		       error, "context is NULL");
	expect_failure(sriov_module_open(context, NULL, &module, &error), SRIOV_CODE_INVALID, error,
		       "name is NULL");
	expect_failure(sriov_module_open(context, "made-up", NULL, &error), SRIOV_CODE_INVALID,
		       error, "module is NULL");
	expect_failure(sriov_module_load(NULL, &error), SRIOV_CODE_INVALID, error,
		       "module is NULL");
	expect_failure(sriov_module_list_by_alias(NULL, "a", &list, &error), SRIOV_CODE_INVALID,
		       error, "context is NULL");
	expect_failure(sriov_module_list_by_alias(context, NULL, &list, &error), SRIOV_CODE_INVALID,
		       error, "alias is NULL");
	expect_failure(sriov_module_list_by_alias(context, "a", NULL, &error), SRIOV_CODE_INVALID,
		       error, "modules is NULL");
	ck_assert_ptr_null(sriov_module_get_name(NULL));
	ck_assert_ptr_null(sriov_module_get_path(NULL));
	ck_assert_int_eq(sriov_module_get_state(NULL), SRIOV_MODULE_STATE_UNKNOWN);
	ck_assert(!sriov_module_is_blacklisted(NULL));
	end();
}
END_TEST

Suite *make_suite(void)
{
	const TTest *const tests[] = {
		by_both_spellings,
		part_of_the_kernel,
		state_names,
		missing,
		names_that_can_be_no_module,
		blacklisted,
		what_it_needs_is_blacklisted,
		an_install_command_is_not_run,
		an_install_command_counts_in_spite_of_soft_dependencies,
		its_file_is_gone,
		by_alias_blacklisted_ones_too,
		by_alias_each_once,
		wrong_aliases,
		of_a_device,
		without_an_index,
		wrong_arguments,
	};

	return module_suite("module", tests, sizeof(tests) / sizeof(tests[0]));
}
