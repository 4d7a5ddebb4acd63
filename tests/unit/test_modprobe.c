/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* modprobe's configuration: where it is, what changes in it, and lines that make no sense. */
#include "module_host.h"

#include <fcntl.h>
#include <unistd.h>

#include "fake_module.h"

static struct sriov_error *error;

/* A program that runs for long sees what became of the index and the configuration. */
START_TEST(what_changes_is_seen)
{
	static const struct fake_module late = {.name = "made-late", .alias = "late:*"};
	struct sriov_string_list *list;

	begin();
	find("made-up");
	configure("blacklist made-up\n");
	find("made-up");
	ck_assert(sriov_module_is_blacklisted(module));
	configure("blacklist made-upp\n");
	find("made-up");
	ck_assert(!sriov_module_is_blacklisted(module));
	expect_success(sriov_module_list_by_alias(context, "late:1", &list, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(list), 0);
	sriov_string_list_unref(list);
	fake_add_module(fake, &late);
	fake_index_modules(fake);
	expect_success(sriov_module_list_by_alias(context, "late:1", &list, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(list), 1);
	sriov_string_list_unref(list);
	find("made-late");
	end();
}
END_TEST

START_TEST(a_configuration_that_is_a_file_or_missing)
{
	struct sriov_context_options *options;
	char *path;

	begin();
	sriov_context_unref(context);
	options = fake_make_options(fake);
	path = fake_path(fake, "one.file");
	expect_success(sriov_context_options_set_modprobe(options, path, &error), error);
	expect_success(sriov_context_new(options, &context, &error), error);
	expect_failure(sriov_module_open(context, "made-up", &module, &error), SRIOV_CODE_FAILED,
		       error, "modprobe's configuration is not at ");
	fake_write(fake, "blacklist made-up", "one.file");
	find("made-up");
	ck_assert(sriov_module_is_blacklisted(module));
	free(path);
	sriov_context_options_unref(options);
	end();
}
END_TEST

/* What goes to file 2 from here on; the test fails when there is anything in the end. */
static void watch_stderr(void)
{
	char *path = fake_path(fake, "stderr");
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);

	ck_assert_int_eq(dup2(fd, STDERR_FILENO), STDERR_FILENO);
	close(fd);
	free(path);
}

static void expect_silence(void)
{
	char *text = fake_read(fake, "stderr");

	ck_assert_ptr_nonnull(text);
	ck_assert_str_eq(text, "");
	free(text);
}

/* libkmod by itself writes to stderr about each of these. */
START_TEST(lines_that_make_no_sense_are_left_out_in_silence)
{
	begin();
	watch_stderr();
	configure("this is no command\n"
		  "blacklist\n"
		  "options made-up\n"
		  "alias a[b made-up\n"
		  "  # indented\n"
		  "include /etc/modprobe.d/x\n"
		  "options made-up x=1 \\\n"
		  " y=2\n"
		  "blacklist made-up # the last line has no end");
	fake_make_directory(fake, "modprobe/folder.conf");
	fake_write(fake, "blacklist made-up-too\n", "modprobe/second.conf");
	fake_write(fake, "blacklist made-up-base\n", "modprobe/backup.conf.old");
	find("made-up");
	ck_assert(sriov_module_is_blacklisted(module));
	find("made-up-too");
	ck_assert(sriov_module_is_blacklisted(module));
	find("made-up-base");
	ck_assert(!sriov_module_is_blacklisted(module));
	expect_silence();
	end();
}
END_TEST

START_TEST(a_configuration_that_may_not_be_read)
{
	begin();
	watch_stderr();
	fake_forbid(fake, "modprobe");
	find("made-up");
	expect_silence();
	end();
}
END_TEST

struct lines {
	unsigned int warnings;
	unsigned int others;
	bool has_line;
};

static void take_line(void *data, enum sriov_log_level level, const char *text)
{
	struct lines *lines = data;

	if (level == SRIOV_LOG_LEVEL_WARNING)
		lines->warnings++;
	else
		lines->others++;
	ck_assert_ptr_null(strchr(text, '\n'));
	if (strstr(text, "local.conf line 2 is not understood and left out: nonsense \\"))
		lines->has_line = true;
}

START_TEST(the_log_has_what_was_left_out)
{
	struct sriov_context_options *options;
	struct lines lines = {0};

	begin();
	watch_stderr();
	configure("# first\nnonsense \\\nof two lines\n");
	sriov_context_unref(context);
	options = fake_make_options(fake);
	expect_success(sriov_context_options_set_log(options, SRIOV_LOG_LEVEL_DEBUG, take_line,
						     &lines, &error),
		       error);
	expect_success(sriov_context_new(options, &context, &error), error);
	find("made-up");
	ck_assert(lines.has_line);
	sriov_context_options_unref(options);
	expect_silence();
	end();
}
END_TEST

Suite *make_suite(void)
{
	const TTest *const tests[] = {what_changes_is_seen,
				      a_configuration_that_is_a_file_or_missing,
				      lines_that_make_no_sense_are_left_out_in_silence,
				      a_configuration_that_may_not_be_read,
				      the_log_has_what_was_left_out};

	return module_suite("modprobe", tests, sizeof(tests) / sizeof(tests[0]));
}
