/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The door to sysfs: what it reads and writes, and that it stays below its root. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "kernel/tree.h"

static struct fake *fake;
static struct tree tree;

static void set_up(void)
{
	struct sriov_error *error = NULL;
	char *root;

	fake = fake_new();
	root = fake_path(fake, "sys");
	expect_success(tree_open(&tree, root, NULL, &error), error);
	free(root);
}

static void tear_down(void)
{
	tree_close(&tree);
	fake_free(fake);
}

START_TEST(reads_lines_and_numbers)
{
	struct sriov_error *error = NULL;
	uint64_t number;
	char line[8];

	fake_write(fake, "7\n", "sys/a/number");
	fake_write(fake, "", "sys/a/empty");
	fake_write(fake, "no end", "sys/a/open");
	expect_success(tree_read_line(&tree, line, sizeof(line), &error, "a/%s", "number"), error);
	ck_assert_str_eq(line, "7");
	expect_success(tree_read_line(&tree, line, sizeof(line), &error, "a/empty"), error);
	ck_assert_str_eq(line, "");
	expect_success(tree_read_line(&tree, line, sizeof(line), &error, "a/open"), error);
	ck_assert_str_eq(line, "no end");
	expect_success(tree_read_number(&tree, 10, 9, &number, &error, "a/number"), error);
	ck_assert_uint_eq(number, 7);
	expect_failure(tree_read_number(&tree, 10, 6, &number, &error, "a/number"),
		       SRIOV_CODE_MALFORMED, error, "\"7\"");
	expect_failure(tree_read_number(&tree, 10, 9, &number, &error, "a/empty"),
		       SRIOV_CODE_MALFORMED, error, "/sys/a/empty");
}
END_TEST

START_TEST(cuts_what_is_too_long)
{
	struct sriov_error *error = NULL;
	char line[8];
	size_t length;

	fake_write(fake, "0123456789\n", "sys/long");
	expect_success(tree_read(&tree, line, sizeof(line), &length, &error, "long"), error);
	ck_assert_uint_eq(length, 7);
	ck_assert_str_eq(line, "0123456");
}
END_TEST

START_TEST(reads_all_of_any_length)
{
	struct sriov_error *error = NULL;
	char *written = malloc(100001), *text = NULL;

	memset(written, 'x', 100000);
	written[100000] = '\0';
	fake_write(fake, written, "sys/long");
	expect_success(tree_read_all(&tree, &text, &error, "long"), error);
	ck_assert_str_eq(text, written);
	free(text);
	free(written);
}
END_TEST

START_TEST(absent_and_forbidden_are_two_things)
{
	struct sriov_error *error = NULL;
	char line[8];

	ck_assert_int_eq(tree_read_line(&tree, line, sizeof(line), &error, "a/b"),
			 SRIOV_CODE_NOT_FOUND);
	ck_assert_int_eq(sriov_error_get_errno(error), ENOENT);
	ck_assert_str_eq(sriov_error_get_operation(error), "open");
	ck_assert_msg(strstr(sriov_error_get_path(error), "/sys/a/b"), "%s",
		      sriov_error_get_path(error));
	expect_failure(SRIOV_CODE_NOT_FOUND, SRIOV_CODE_NOT_FOUND, error, "/sys/a/b: No such file");
	fake_write(fake, "7\n", "sys/secret");
	fake_forbid(fake, "sys/secret");
	expect_failure(tree_read_line(&tree, line, sizeof(line), &error, "secret"),
		       SRIOV_CODE_FORBIDDEN, error, "/sys/secret: Permission denied");
	expect_failure(tree_write(&tree, "1", &error, "secret"), SRIOV_CODE_FORBIDDEN, error,
		       "/sys/secret");
}
END_TEST

START_TEST(writes)
{
	struct sriov_error *error = NULL;
	char *text;

	fake_write(fake, "0\n", "sys/number");
	expect_success(tree_write(&tree, "7", &error, "number"), error);
	text = fake_read(fake, "sys/number");
	ck_assert_int_eq(text[0], '7');
	free(text);
	/* A file is never made: the kernel has it, or it is not there. */
	expect_failure(tree_write(&tree, "7", &error, "nothing"), SRIOV_CODE_NOT_FOUND, error,
		       "nothing");
	ck_assert_ptr_null(fake_read(fake, "sys/nothing"));
}
END_TEST

START_TEST(reads_links)
{
	struct sriov_error *error = NULL;
	char name[NAME_MAX + 1];

	fake_link(fake, "../../bus/pci/drivers/igb", "sys/a/driver");
	expect_success(tree_read_link(&tree, name, &error, "a/driver"), error);
	ck_assert_str_eq(name, "igb");
	expect_success(tree_read_link_if_any(&tree, name, &error, "a/none"), error);
	ck_assert_str_eq(name, "");
	expect_failure(tree_read_link(&tree, name, &error, "a/none"), SRIOV_CODE_NOT_FOUND, error,
		       "a/none");
	fake_write(fake, "", "sys/a/file");
	expect_failure(tree_read_link_if_any(&tree, name, &error, "a/file"), SRIOV_CODE_FAILED,
		       error, "a/file");
}
END_TEST

START_TEST(lists)
{
	struct sriov_string_list *names = NULL;
	struct sriov_error *error = NULL;

	fake_write(fake, "", "sys/a/one");
	fake_write(fake, "", "sys/a/.hidden");
	fake_make_directory(fake, "sys/a/two");
	expect_success(tree_list(&tree, &names, &error, "a"), error);
	string_list_sort(names);
	ck_assert_uint_eq(sriov_string_list_get_count(names), 2);
	ck_assert_str_eq(sriov_string_list_get(names, 0), "one");
	ck_assert_str_eq(sriov_string_list_get(names, 1), "two");
	sriov_string_list_unref(names);
	names = NULL;
	expect_failure(tree_list(&tree, &names, &error, "b"), SRIOV_CODE_NOT_FOUND, error,
		       "/sys/b");
	expect_failure(tree_list(&tree, &names, &error, "a/one"), SRIOV_CODE_FAILED, error,
		       "Not a directory");
	ck_assert_ptr_null(names);
}
END_TEST

START_TEST(stays_below_its_root)
{
	struct sriov_error *error = NULL;
	char *outside = fake_path(fake, "outside"), line[8];
	int fd = -1;

	fake_write(fake, "secret\n", "outside");
	fake_link(fake, outside, "sys/absolute");
	fake_link(fake, "../outside", "sys/relative");
	expect_failure(tree_read_line(&tree, line, sizeof(line), &error, "absolute"),
		       SRIOV_CODE_FAILED, error, "/sys/absolute");
	expect_failure(tree_read_line(&tree, line, sizeof(line), &error, "relative"),
		       SRIOV_CODE_FAILED, error, "/sys/relative");
	expect_failure(tree_write(&tree, "x", &error, "relative"), SRIOV_CODE_FAILED, error, "");
	expect_failure(tree_open_file(&tree, O_RDONLY, &fd, &error, "relative"), SRIOV_CODE_FAILED,
		       error, "");
	ck_assert_int_lt(fd, 0);
	free(outside);
	outside = fake_read(fake, "outside");
	ck_assert_str_eq(outside, "secret\n");
	free(outside);
}
END_TEST

START_TEST(knows_what_is_there)
{
	fake_link(fake, "nowhere", "sys/dangling");
	fake_write(fake, "", "sys/file");
	ck_assert(tree_exists(&tree, "file"));
	ck_assert(tree_exists(&tree, "dangling"));
	ck_assert(!tree_exists(&tree, "nothing"));
}
END_TEST

/* Nothing leaks into a program that the caller starts. */
START_TEST(closes_on_exec)
{
	struct sriov_error *error = NULL;
	int fd = -1;

	fake_write(fake, "", "sys/file");
	expect_success(tree_open_file(&tree, O_RDONLY, &fd, &error, "file"), error);
	ck_assert_int_eq(fcntl(fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	ck_assert_int_eq(fcntl(tree.fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	close(fd);
}
END_TEST

UNIT_SUITE_WITH("tree", set_up, tear_down, reads_lines_and_numbers, cuts_what_is_too_long,
		reads_all_of_any_length, absent_and_forbidden_are_two_things, writes, reads_links,
		lists, stays_below_its_root, knows_what_is_there, closes_on_exec)
