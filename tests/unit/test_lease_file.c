/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Leases: their files, which a shell may lock and anybody may spoil. */
#include "lease_host.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The shell's flock holds it and writes nothing. */
START_TEST(a_shell_has_it)
{
	char *path = fake_path(fake, FILE_OF_PF), number[64];
	int fd;

	acquire("a");
	drop();
	fd = open(path, O_RDONLY | O_CLOEXEC);
	ck_assert_int_eq(flock(fd, LOCK_EX | LOCK_NB), 0);
	/* The kernel tells which process it is. */
	snprintf(number, sizeof(number), "(process %d): wait", getpid());
	expect_busy(number);
	read_owner();
	ck_assert_ptr_null(sriov_owner_get_text(owner));
	ck_assert_int_eq(sriov_owner_get_pid(owner), getpid());
	ck_assert_uint_eq(sriov_owner_get_since_s(owner), 0);
	ck_assert(sriov_owner_is_running(owner));
	close(fd);
	expect_free();
	free(path);
}
END_TEST

/* Somebody who looks has it locked for an instant: that is waited for, even by who does not wait.
 */
START_TEST(somebody_looks)
{
	char *path = fake_path(fake, FILE_OF_PF);
	pid_t pid;
	int fd;

	acquire("a");
	sriov_lease_unref(lease);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	ck_assert_int_eq(flock(fd, LOCK_SH | LOCK_NB), 0);
	expect_success(sriov_pf_read_lease_owner(pf, &owner, &error), error);
	ck_assert_ptr_null(owner);
	pid = fork();
	if (!pid) {
		usleep(50000);
		_exit(flock(fd, LOCK_UN));
	}
	acquire("b");
	waitpid(pid, NULL, 0);
	close(fd);
	free(path);
}
END_TEST

START_TEST(the_file)
{
	struct stat status;
	char *path = fake_path(fake, FILE_OF_PF), *text, begin_of[64];

	umask(0);
	acquire("my-agent 1.2");
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_mode & 07777, 0600);
	text = fake_read(fake, FILE_OF_PF);
	snprintf(begin_of, sizeof(begin_of), "owner=my-agent 1.2\npid=%d\ncommand=", getpid());
	ck_assert_msg(!strncmp(text, begin_of, strlen(begin_of)), "%s", text);
	free(text);
	drop();
	text = fake_read(fake, FILE_OF_PF);
	ck_assert_str_eq(text, "");
	free(text);
	free(path);
}
END_TEST

/* What lies in a file that nobody has locked counts for nothing. */
START_TEST(rubbish_in_the_file)
{
	static const char *const rubbish[] = {"owner=me\npid=1\nsince=1\n", "\x01\xff\n=\n\n",
					      "pid=4294967297\n"};
	char megabyte[4096];

	memset(megabyte, 'x', sizeof(megabyte) - 1);
	megabyte[sizeof(megabyte) - 1] = '\0';
	acquire("a");
	for (size_t i = 0; i < sizeof(rubbish) / sizeof(rubbish[0]); i++) {
		drop();
		fake_write(fake, rubbish[i], FILE_OF_PF);
		expect_free();
		acquire("a");
		read_owner();
		ck_assert_str_eq(sriov_owner_get_text(owner), "a");
	}
	fake_write(fake, megabyte, FILE_OF_PF);
	expect_busy("its lease is held by ");
	read_owner();
	ck_assert_ptr_null(sriov_owner_get_text(owner));
	ck_assert_int_eq(sriov_owner_get_pid(owner), getpid());
}
END_TEST

/* Somebody cleans up: what was locked is another file than the next one locks. */
START_TEST(the_file_is_removed_while_it_is_waited_for)
{
	struct sriov_lease_options *options = make_options("b", 20000);
	struct sriov_lease *other;
	pid_t remover;

	acquire("a");
	remover = fork();
	if (!remover) {
		usleep(50000);
		fake_remove(fake, FILE_OF_PF);
		sriov_lease_unref(lease);
		_exit(0);
	}
	/* Only the child has it now, and the file that it has is no more. */
	drop();
	expect_success(sriov_pf_acquire_lease(seen_by_second, options, &other, &error), error);
	waitpid(remover, NULL, 0);
	ck_assert_int_eq(sriov_pf_acquire_lease(pf, NULL, &lease, NULL), SRIOV_CODE_BUSY);
	sriov_lease_unref(other);
	sriov_lease_options_unref(options);
}
END_TEST

START_TEST(the_directory_is_wrong)
{
	char *path = fake_path(fake, "runtime");

	mkdir(path, 0755);
	chmod(path, 0755);
	expect_failure(sriov_pf_acquire_lease(pf, NULL, &lease, &error), SRIOV_CODE_FORBIDDEN,
		       error, "has mode 0755");
	expect_failure(sriov_pf_read_lease_owner(pf, &owner, &error), SRIOV_CODE_FORBIDDEN, error,
		       "has mode 0755");
	free(path);
}
END_TEST

UNIT_SUITE_WITH("lease_file", begin, end, a_shell_has_it, somebody_looks, the_file,
		rubbish_in_the_file, the_file_is_removed_while_it_is_waited_for,
		the_directory_is_wrong)
