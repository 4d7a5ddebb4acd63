/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Contexts, their options and their log. */
#include "unit.h"

#include <stdio.h>

#include "object/context/context.h"

static struct sriov_context_options *options;
static struct sriov_error *error;

static void set_up(void)
{
	ck_assert_int_eq(sriov_context_options_new(&options, NULL), SRIOV_CODE_OK);
}

static void tear_down(void)
{
	sriov_context_options_unref(options);
}

typedef enum sriov_code (*set_path)(struct sriov_context_options *options, const char *path,
				    struct sriov_error **error);

static const set_path setters[] = {
	sriov_context_options_set_sysfs,
	sriov_context_options_set_procfs,
	sriov_context_options_set_modules,
	sriov_context_options_set_modprobe,
	sriov_context_options_set_runtime_directory,
};

START_TEST(paths_are_absolute)
{
	static const char *const wrong[] = {"", "sys", "./sys", "../sys"};

	for (size_t i = 0; i < sizeof(setters) / sizeof(setters[0]); i++) {
		expect_success(setters[i](options, "/sys", &error), error);
		for (size_t j = 0; j < sizeof(wrong) / sizeof(wrong[0]); j++)
			expect_failure(setters[i](options, wrong[j], &error), SRIOV_CODE_INVALID,
				       error, wrong[j]);
		expect_failure(setters[i](options, NULL, &error), SRIOV_CODE_INVALID, error,
			       "path is NULL");
		expect_failure(setters[i](NULL, "/sys", &error), SRIOV_CODE_INVALID, error,
			       "options is NULL");
	}
}
END_TEST

START_TEST(a_refused_path_changes_nothing)
{
	struct fake *fake = fake_new();
	struct sriov_context *context;
	char *path = fake_path(fake, "sys");

	sriov_context_options_set_sysfs(options, path, NULL);
	ck_assert_int_eq(sriov_context_options_set_sysfs(options, "sys", NULL), SRIOV_CODE_INVALID);
	expect_success(sriov_context_new(options, &context, &error), error);
	ck_assert_str_eq(context->sysfs.root, path);
	sriov_context_unref(context);
	free(path);
	fake_free(fake);
}
END_TEST

START_TEST(null_is_refused)
{
	expect_failure(sriov_context_options_new(NULL, &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	expect_failure(sriov_context_new(options, NULL, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_context_options_set_log(NULL, SRIOV_LOG_LEVEL_DEBUG, NULL, NULL,
						     &error),
		       SRIOV_CODE_INVALID, error, "options is NULL");
	ck_assert_ptr_null(sriov_context_ref(NULL));
	sriov_context_unref(NULL);
	ck_assert_ptr_null(sriov_context_options_ref(NULL));
	sriov_context_options_unref(NULL);
}
END_TEST

START_TEST(no_sysfs_there)
{
	struct sriov_context *context = (struct sriov_context *)options;

	sriov_context_options_set_sysfs(options, "/nowhere/sys", NULL);
	expect_failure(sriov_context_new(options, &context, &error), SRIOV_CODE_NOT_FOUND, error,
		       "/nowhere/sys");
	ck_assert_ptr_null(context);
	sriov_context_options_set_sysfs(options, "/dev/null", NULL);
	expect_failure(sriov_context_new(options, &context, &error), SRIOV_CODE_FAILED, error,
		       "/dev/null");
	ck_assert_ptr_null(context);
}
END_TEST

START_TEST(sysfs_is_forbidden)
{
	struct fake *fake = fake_new();
	struct sriov_context *context;
	char *path = fake_path(fake, "closed/sys");

	fake_make_directory(fake, "closed/sys");
	fake_forbid(fake, "closed");
	sriov_context_options_set_sysfs(options, path, NULL);
	expect_failure(sriov_context_new(options, &context, &error), SRIOV_CODE_FORBIDDEN, error,
		       path);
	free(path);
	fake_free(fake);
}
END_TEST

/* The context keeps copies: what becomes of the options afterwards is nothing to it. */
START_TEST(options_are_copied)
{
	struct fake *fake = fake_new();
	struct sriov_context_options *own = fake_make_options(fake);
	struct sriov_device_list *list;
	struct sriov_context *context;

	fake_add_device(fake, "0000:00:03.0", &fake_virtio_net);
	expect_success(sriov_context_new(own, &context, &error), error);
	sriov_context_options_set_sysfs(own, "/nowhere", NULL);
	sriov_context_options_unref(own);
	expect_success(sriov_device_list(context, NULL, &list, &error), error);
	ck_assert_uint_eq(sriov_device_list_get_count(list), 1);
	sriov_device_list_unref(list);
	sriov_context_unref(context);
	fake_free(fake);
}
END_TEST

/* No options: the running host. */
START_TEST(the_running_host)
{
	struct sriov_context *context;

	expect_success(sriov_context_new(NULL, &context, &error), error);
	ck_assert_str_eq(context->sysfs.root, "/sys");
	sriov_context_unref(context);
}
END_TEST

static unsigned int lines;
static char last_line[256];
static enum sriov_log_level last_level;

static void count_lines(void *user_data, enum sriov_log_level level, const char *text)
{
	ck_assert_ptr_eq(user_data, &lines);
	lines++;
	last_level = level;
	snprintf(last_line, sizeof(last_line), "%s", text);
}

START_TEST(logs_what_matters_enough)
{
	struct sriov_context *context;

	expect_success(sriov_context_options_set_log(options, SRIOV_LOG_LEVEL_WARNING, count_lines,
						     &lines, &error),
		       error);
	expect_success(sriov_context_new(options, &context, &error), error);
	log_add(&context->log, SRIOV_LOG_LEVEL_INFO, "unheard");
	log_add(&context->log, SRIOV_LOG_LEVEL_DEBUG, "unheard");
	ck_assert_uint_eq(lines, 0);
	log_add(&context->log, SRIOV_LOG_LEVEL_WARNING, "%s is odd", "em1");
	ck_assert_uint_eq(lines, 1);
	ck_assert_int_eq(last_level, SRIOV_LOG_LEVEL_WARNING);
	ck_assert_str_eq(last_line, "em1 is odd");
	log_add(&context->log, SRIOV_LOG_LEVEL_ERROR, "bad");
	ck_assert_uint_eq(lines, 2);
	sriov_context_unref(context);
}
END_TEST

START_TEST(silent_by_default)
{
	struct sriov_context *context;

	expect_success(sriov_context_new(options, &context, &error), error);
	log_add(&context->log, SRIOV_LOG_LEVEL_ERROR, "unheard");
	log_add(NULL, SRIOV_LOG_LEVEL_ERROR, "unheard");
	sriov_context_unref(context);
}
END_TEST

START_TEST(levels_are_those_of_the_header)
{
	static const int wrong[] = {-1, 0, 1, 2, 5, 8, 100};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		expect_failure(sriov_context_options_set_log(options,
							     (enum sriov_log_level)wrong[i],
							     count_lines, &lines, &error),
			       SRIOV_CODE_INVALID, error, "log level");
}
END_TEST

START_TEST(version_is_told)
{
	ck_assert_str_eq(sriov_get_version(), PACKAGE_VERSION);
}
END_TEST

UNIT_SUITE_WITH("context", set_up, tear_down, paths_are_absolute, a_refused_path_changes_nothing,
		null_is_refused, no_sysfs_there, sysfs_is_forbidden, options_are_copied,
		the_running_host, logs_what_matters_enough, silent_by_default,
		levels_are_those_of_the_header, version_is_told)
