/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Directories of the library's own: what is refused, and files that are there whole or not at all.
 */
#include "unit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kernel/directory.h"
#include "object/context/context.h"

static struct fake *fake;
static struct directory directory, below;
static char *path;
static struct sriov_error *error;

static void begin(void)
{
	fake = fake_new();
	path = fake_path(fake, "own");
}

static void end(void)
{
	directory_close(&below);
	directory_close(&directory);
	free(path);
	fake_free(fake);
}

static mode_t get_mode(const char *of)
{
	struct stat status;

	ck_assert_int_eq(lstat(of, &status), 0);
	return status.st_mode & 07777;
}

START_TEST(it_is_made)
{
	umask(0);
	expect_success(directory_open(&directory, path, &error), error);
	ck_assert_str_eq(directory.path, path);
	ck_assert_uint_eq(get_mode(path), 0700);
	ck_assert_int_eq(fcntl(directory.fd, F_GETFD), FD_CLOEXEC);
	expect_success(directory_open_below(&directory, "lease", &below, &error), error);
	ck_assert_uint_eq(get_mode(below.path), 0700);
	ck_assert_str_eq(below.path + strlen(path), "/lease");
}
END_TEST

START_TEST(it_is_there)
{
	ck_assert_int_eq(mkdir(path, 0700), 0);
	expect_success(directory_open(&directory, path, &error), error);
	ck_assert(directory_exists(&directory));
	rmdir(path);
	ck_assert(!directory_exists(&directory));
}
END_TEST

START_TEST(it_is_not_made)
{
	expect_success(directory_find(&directory, path, &error), error);
	ck_assert_ptr_null(directory.path);
	ck_assert(!directory_exists(&directory));
	ck_assert_int_ne(access(path, F_OK), 0);
	expect_success(directory_open(&directory, path, &error), error);
	expect_success(directory_find_below(&directory, "lease", &below, &error), error);
	ck_assert_ptr_null(below.path);
}
END_TEST

START_TEST(its_parent_has_to_be_there)
{
	char *deep = fake_path(fake, "not/there");

	expect_failure(directory_open(&directory, deep, &error), SRIOV_CODE_NOT_FOUND, error, deep);
	free(deep);
}
END_TEST

/* Every right that others have is one too many. */
START_TEST(others_have_rights)
{
	static const mode_t wrong[] = {0701, 0702, 0704, 0710, 0720, 0740, 0755, 0777, 01777};
	char mode[16];

	mkdir(path, 0700);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		chmod(path, wrong[i]);
		snprintf(mode, sizeof(mode), "%04o", wrong[i]);
		expect_failure(directory_open(&directory, path, &error), SRIOV_CODE_FORBIDDEN,
			       error, mode);
		ck_assert_ptr_null(directory.path);
		ck_assert_uint_eq(get_mode(path), wrong[i]);
	}
}
END_TEST

START_TEST(it_is_somebody_elses)
{
	UNIT_NEEDS(!geteuid(), "root");
	mkdir(path, 0700);
	ck_assert_int_eq(chown(path, 1234, 0), 0);
	expect_failure(directory_open(&directory, path, &error), SRIOV_CODE_FORBIDDEN, error,
		       "belongs to user 1234 with mode 0700");
	ck_assert_int_eq(chown(path, 0, 0), 0);
	ck_assert_int_eq(seteuid(1234), 0);
	expect_failure(directory_open(&directory, path, &error), SRIOV_CODE_FORBIDDEN, error, path);
	ck_assert_int_eq(seteuid(0), 0);
	ck_assert_int_eq(rmdir(path), 0);
	ck_assert_int_eq(seteuid(1234), 0);
	expect_failure(directory_open(&directory, path, &error), SRIOV_CODE_FORBIDDEN, error,
		       "that takes root");
	ck_assert_int_eq(seteuid(0), 0);
}
END_TEST

/* Also where it leads to a directory that would do, and with a slash behind it. */
START_TEST(it_is_a_link)
{
	char *other = fake_path(fake, "other"), with_slash[512];

	mkdir(other, 0700);
	ck_assert_int_eq(symlink(other, path), 0);
	expect_failure(directory_open(&directory, path, &error), SRIOV_CODE_FORBIDDEN, error,
		       "is a link");
	snprintf(with_slash, sizeof(with_slash), "%s//", path);
	expect_failure(directory_open(&directory, with_slash, &error), SRIOV_CODE_FORBIDDEN, error,
		       "is a link");
	expect_success(directory_open(&directory, other, &error), error);
	ck_assert_int_eq(symlinkat(other, directory.fd, "lease"), 0);
	expect_failure(directory_open_below(&directory, "lease", &below, &error),
		       SRIOV_CODE_FORBIDDEN, error, "/lease is a link");
	free(other);
}
END_TEST

START_TEST(it_is_a_file)
{
	fake_write(fake, "", "own");
	expect_failure(directory_open(&directory, path, &error), SRIOV_CODE_FORBIDDEN, error,
		       "is no directory");
}
END_TEST

START_TEST(names_lead_nowhere_else)
{
	static const char *const wrong[] = {"", ".", "..", "../own", "a/b", "/etc/passwd", ".new"};
	int fd;

	expect_success(directory_open(&directory, path, &error), error);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		expect_failure(directory_open_file(&directory, wrong[i], O_RDWR | O_CREAT, &fd,
						   &error),
			       SRIOV_CODE_INVALID, error, wrong[i]);
		ck_assert_int_eq(fd, -1);
		expect_failure(directory_replace_file(&directory, wrong[i], "x", 1, &error),
			       SRIOV_CODE_INVALID, error, wrong[i]);
		expect_failure(directory_remove_file(&directory, wrong[i], &error),
			       SRIOV_CODE_INVALID, error, wrong[i]);
	}
}
END_TEST

START_TEST(files)
{
	int fd;

	umask(0);
	expect_success(directory_open(&directory, path, &error), error);
	expect_failure(directory_open_file(&directory, "a", O_RDWR, &fd, &error),
		       SRIOV_CODE_NOT_FOUND, error, "/own/a");
	expect_success(directory_open_file(&directory, "a", O_RDWR | O_CREAT, &fd, &error), error);
	ck_assert_int_eq(fcntl(fd, F_GETFD), FD_CLOEXEC);
	close(fd);
	fd = openat(directory.fd, "a", O_RDONLY);
	ck_assert_int_ge(fd, 0);
	close(fd);
	symlinkat("a", directory.fd, "link");
	expect_failure(directory_open_file(&directory, "link", O_RDWR, &fd, &error),
		       SRIOV_CODE_FORBIDDEN, error, "is a link");
	mkfifoat(directory.fd, "pipe", 0600);
	expect_failure(directory_open_file(&directory, "pipe", O_RDWR, &fd, &error),
		       SRIOV_CODE_FORBIDDEN, error, "no plain file");
}
END_TEST

START_TEST(a_file_is_replaced)
{
	struct sriov_string_list *names;
	char *text, *file = fake_path(fake, "own/b");

	umask(0);
	expect_success(directory_open(&directory, path, &error), error);
	expect_success(directory_replace_file(&directory, "b", "first", 5, &error), error);
	ck_assert_uint_eq(get_mode(file), 0600);
	/* What a crash left behind is no hindrance. */
	fake_write(fake, "half of somethi", "own/b.new");
	expect_success(directory_replace_file(&directory, "b", "2nd", 3, &error), error);
	text = fake_read(fake, "own/b");
	ck_assert_str_eq(text, "2nd");
	ck_assert_int_ne(faccessat(directory.fd, "b.new", F_OK, 0), 0);
	expect_success(directory_replace_file(&directory, "a", "", 0, &error), error);
	expect_success(directory_list(&directory, &names, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(names), 2);
	ck_assert_str_eq(sriov_string_list_get(names, 0), "a");
	ck_assert_str_eq(sriov_string_list_get(names, 1), "b");
	sriov_string_list_unref(names);
	expect_success(directory_remove_file(&directory, "b", &error), error);
	expect_success(directory_remove_file(&directory, "b", &error), error);
	ck_assert_int_ne(access(file, F_OK), 0);
	free(text);
	free(file);
}
END_TEST

START_TEST(a_directory_is_not_replaced)
{
	expect_success(directory_open(&directory, path, &error), error);
	mkdirat(directory.fd, "c", 0700);
	expect_failure(directory_replace_file(&directory, "c", "x", 1, &error), SRIOV_CODE_FAILED,
		       error, "rename");
	ck_assert_int_ne(faccessat(directory.fd, "c.new", F_OK, 0), 0);
}
END_TEST

/* A context opens it once, and anew when it was removed. */
START_TEST(of_a_context)
{
	struct sriov_context *context = fake_open_context(fake);
	const struct directory *runtime;
	int fd;

	expect_success(context_find_runtime(context, &runtime, &error), error);
	ck_assert_ptr_null(runtime);
	expect_success(context_get_runtime(context, &runtime, &error), error);
	fd = runtime->fd;
	expect_success(context_get_runtime(context, &runtime, &error), error);
	ck_assert_int_eq(runtime->fd, fd);
	fake_remove(fake, "runtime");
	expect_success(context_find_runtime(context, &runtime, &error), error);
	ck_assert_ptr_null(runtime);
	expect_success(context_get_runtime(context, &runtime, &error), error);
	ck_assert_int_eq(access(runtime->path, F_OK), 0);
	sriov_context_unref(context);
}
END_TEST

UNIT_SUITE_WITH("directory", begin, end, it_is_made, it_is_there, it_is_not_made,
		its_parent_has_to_be_there, others_have_rights, it_is_somebody_elses, it_is_a_link,
		it_is_a_file, names_lead_nowhere_else, files, a_file_is_replaced,
		a_directory_is_not_replaced, of_a_context)
