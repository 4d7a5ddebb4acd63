/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Leases: between contexts, processes, their children and a shell; what ends them, and what not. */
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "change/lease/lease.h"

#define PF	   "0000:01:00.0"
#define FILE_OF_PF "runtime/lease/" PF

static struct fake *fake;
static struct sriov_context *context, *second;
static struct sriov_pf *pf, *seen_by_second;
static struct sriov_lease *lease;
static struct sriov_owner *owner;
static struct sriov_error *error;

/* The processes are real ones. */
static struct sriov_context *open_context(void)
{
	struct sriov_context_options *options = fake_make_options(fake);
	struct sriov_context *opened;

	expect_success(sriov_context_options_set_procfs(options, "/proc", &error), error);
	expect_success(sriov_context_new(options, &opened, &error), error);
	sriov_context_options_unref(options);
	return opened;
}

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 2);
	context = open_context();
	second = open_context();
	expect_success(sriov_pf_open(context, "em1", &pf, &error), error);
	expect_success(sriov_pf_open(second, "em1", &seen_by_second, &error), error);
}

static void end(void)
{
	sriov_owner_unref(owner);
	sriov_lease_unref(lease);
	sriov_pf_unref(seen_by_second);
	sriov_pf_unref(pf);
	sriov_context_unref(second);
	sriov_context_unref(context);
	fake_free(fake);
}

static struct sriov_lease_options *make_options(const char *text, uint32_t wait_ms)
{
	struct sriov_lease_options *options;

	expect_success(sriov_lease_options_new(&options, &error), error);
	expect_success(sriov_lease_options_set_owner(options, text, &error), error);
	sriov_lease_options_set_wait_ms(options, wait_ms);
	return options;
}

static void acquire(const char *text)
{
	struct sriov_lease_options *options = make_options(text, 0);

	expect_success(sriov_pf_acquire_lease(pf, options, &lease, &error), error);
	sriov_lease_options_unref(options);
}

static void expect_busy(const char *words)
{
	struct sriov_lease *other = lease;

	ck_assert_int_eq(sriov_pf_acquire_lease(seen_by_second, NULL, &other, &error),
			 SRIOV_CODE_BUSY);
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	expect_failure(sriov_error_get_code(error), SRIOV_CODE_BUSY, error, words);
	ck_assert_ptr_null(other);
}

static void expect_free(void)
{
	struct sriov_lease *other;

	sriov_owner_unref(owner);
	expect_success(sriov_pf_read_lease_owner(seen_by_second, &owner, &error), error);
	ck_assert_ptr_null(owner);
	expect_success(sriov_pf_acquire_lease(seen_by_second, NULL, &other, &error), error);
	sriov_lease_unref(other);
}

static void read_owner(void)
{
	sriov_owner_unref(owner);
	expect_success(sriov_pf_read_lease_owner(seen_by_second, &owner, &error), error);
	ck_assert_ptr_nonnull(owner);
}

START_TEST(one_has_it)
{
	time_t before = time(NULL);

	acquire("my-agent 1.2");
	ck_assert_str_eq(sriov_lease_get_address(lease), PF);
	expect_busy("em1 (" PF ", igb): its lease is held by my-agent 1.2 (");
	read_owner();
	ck_assert_str_eq(sriov_owner_get_text(owner), "my-agent 1.2");
	ck_assert_int_eq(sriov_owner_get_pid(owner), getpid());
	ck_assert_uint_ge(sriov_owner_get_since_s(owner), (uint64_t)before);
	ck_assert(sriov_owner_is_running(owner));
	ck_assert_uint_eq(strlen(sriov_owner_get_boot_id(owner)), 36);
	sriov_lease_unref(lease);
	lease = NULL;
	expect_free();
}
END_TEST

START_TEST(nothing_is_made_by_looking)
{
	char *path = fake_path(fake, "runtime");

	expect_success(sriov_pf_read_lease_owner(pf, &owner, &error), error);
	ck_assert_ptr_null(owner);
	ck_assert_int_ne(access(path, F_OK), 0);
	free(path);
}
END_TEST

START_TEST(by_default_the_command)
{
	expect_success(sriov_pf_acquire_lease(pf, NULL, &lease, &error), error);
	read_owner();
	ck_assert_str_eq(sriov_owner_get_text(owner), sriov_owner_get_command(owner));
	ck_assert_ptr_nonnull(strstr("test_lease lt-test_lease", sriov_owner_get_command(owner)));
}
END_TEST

START_TEST(each_pf_has_its_own)
{
	struct sriov_lease *other;

	acquire("a");
	expect_success(lease_acquire(second, "0000:02:00.0", NULL, &other, &error), error);
	ck_assert_str_eq(sriov_lease_get_address(other), "0000:02:00.0");
	sriov_lease_unref(other);
	expect_busy("held by a (");
}
END_TEST

START_TEST(the_last_reference_counts)
{
	acquire("a");
	sriov_lease_unref(sriov_lease_ref(lease));
	expect_busy("held by a (");
}
END_TEST

/* What keeps it is the lease, and not its context. */
START_TEST(the_context_goes_first)
{
	acquire("a");
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	pf = NULL;
	context = NULL;
	expect_busy("held by a (");
}
END_TEST

/* The lock of fcntl() would be lost by that. */
START_TEST(another_descriptor_is_closed)
{
	char *path = fake_path(fake, FILE_OF_PF);

	acquire("a");
	close(open(path, O_RDWR | O_CLOEXEC));
	read_owner();
	expect_busy("held by a (");
	free(path);
}
END_TEST

/* Runs in a child until it is killed, or its pipe is closed. */
static pid_t fork_owner(const char *text)
{
	struct sriov_lease_options *options = make_options(text, 0);
	int ready[2];
	char byte;
	pid_t pid;

	ck_assert_int_eq(pipe(ready), 0);
	pid = fork();
	if (!pid) {
		if (sriov_pf_acquire_lease(pf, options, &lease, NULL))
			_exit(1);
		if (write(ready[1], "x", 1) != 1)
			_exit(1);
		pause();
		_exit(0);
	}
	close(ready[1]);
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	sriov_lease_options_unref(options);
	return pid;
}

START_TEST(a_killed_owner)
{
	pid_t pid = fork_owner("doomed");
	char number[32];

	snprintf(number, sizeof(number), "process %d", pid);
	expect_busy(number);
	read_owner();
	ck_assert_int_eq(sriov_owner_get_pid(owner), pid);
	kill(pid, SIGKILL);
	/* What is not waited for is dead all the same. */
	waitid(P_PID, (id_t)pid, NULL, WEXITED | WNOWAIT);
	expect_free();
	waitpid(pid, NULL, 0);
	expect_free();
}
END_TEST

/* A child that was forked, and knows nothing of it, keeps it; that it drops its copy is nothing. */
START_TEST(a_forked_child_drops_its_copy)
{
	pid_t pid;

	acquire("parent");
	pid = fork();
	if (!pid) {
		sriov_lease_unref(lease);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
	read_owner();
	ck_assert_str_eq(sriov_owner_get_text(owner), "parent");
	expect_busy("held by parent (");
}
END_TEST

/* A worker that hangs in the kernel. */
START_TEST(a_worker_keeps_it)
{
	char number[64];
	pid_t pid;

	acquire("my-agent");
	ck_assert_int_eq(fcntl(lease_get_fd(lease), F_GETFD), FD_CLOEXEC);
	pid = fork();
	if (!pid) {
		pause();
		_exit(0);
	}
	lease_hand_over(lease, pid, "the write of \"0\"");
	sriov_lease_unref(lease);
	lease = NULL;
	snprintf(number, sizeof(number), "held by my-agent (");
	expect_busy(number);
	read_owner();
	ck_assert_int_eq(sriov_owner_get_pid(owner), pid);
	ck_assert(sriov_owner_is_running(owner));
	expect_busy(", until the kernel ends the write of \"0\"");
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	expect_free();
}
END_TEST

/* One that is at nothing any more, and has not ended yet. */
START_TEST(an_idle_worker_does_not_keep_it)
{
	pid_t pid;

	acquire("my-agent");
	ck_assert_int_ge(lease_get_fd(lease), 0);
	pid = fork();
	if (!pid) {
		pause();
		_exit(0);
	}
	sriov_lease_unref(lease);
	lease = NULL;
	expect_free();
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}
END_TEST

/* The owner was killed, and a child of it still has a copy. */
START_TEST(the_owner_is_dead_and_its_worker_not)
{
	int ready[2];
	pid_t pid, worker;

	ck_assert_int_eq(pipe(ready), 0);
	pid = fork();
	if (!pid) {
		if (sriov_pf_acquire_lease(pf, NULL, &lease, NULL))
			_exit(1);
		worker = fork();
		if (!worker) {
			pause();
			_exit(0);
		}
		if (write(ready[1], &worker, sizeof(worker)) != sizeof(worker))
			_exit(1);
		_exit(0);
	}
	ck_assert_int_eq(read(ready[0], &worker, sizeof(worker)), sizeof(worker));
	waitpid(pid, NULL, 0);
	expect_busy("which has ended");
	read_owner();
	ck_assert_int_eq(sriov_owner_get_pid(owner), pid);
	ck_assert(!sriov_owner_is_running(owner));
	kill(worker, SIGKILL);
	/* It is not ours to wait for. */
	for (int i = 0; i < 1000 && owner; i++) {
		usleep(1000);
		sriov_owner_unref(owner);
		expect_success(sriov_pf_read_lease_owner(pf, &owner, &error), error);
	}
	expect_free();
	close(ready[0]);
	close(ready[1]);
}
END_TEST

static uint64_t get_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

START_TEST(waited_for_in_vain)
{
	struct sriov_lease_options *options = make_options("b", 150);
	struct sriov_lease *other;
	uint64_t begin_ms, passed_ms;

	acquire("a");
	begin_ms = get_now_ms();
	expect_failure(sriov_pf_acquire_lease(seen_by_second, options, &other, &error),
		       SRIOV_CODE_BUSY, error, "waited for in vain");
	passed_ms = get_now_ms() - begin_ms;
	ck_assert_uint_ge(passed_ms, 150);
	ck_assert_uint_lt(passed_ms, 2000);
	sriov_lease_options_unref(options);
}
END_TEST

static void expect_waited(uint32_t wait_ms)
{
	struct sriov_lease_options *options = make_options("b", wait_ms);
	uint64_t begin_ms = get_now_ms();
	pid_t pid = fork_owner("a");
	pid_t killer = fork();

	if (!killer) {
		usleep(100000);
		kill(pid, SIGKILL);
		_exit(0);
	}
	expect_success(sriov_pf_acquire_lease(seen_by_second, options, &lease, &error), error);
	ck_assert_uint_ge(get_now_ms() - begin_ms, 100);
	waitpid(killer, NULL, 0);
	waitpid(pid, NULL, 0);
	sriov_lease_unref(lease);
	lease = NULL;
	sriov_lease_options_unref(options);
}

START_TEST(waited_for)
{
	expect_waited(20000);
	expect_waited(UINT32_MAX);
}
END_TEST

/* The shell's flock holds it and writes nothing. */
START_TEST(a_shell_has_it)
{
	char *path = fake_path(fake, FILE_OF_PF), number[64];
	int fd;

	acquire("a");
	sriov_lease_unref(lease);
	lease = NULL;
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
	sriov_lease_unref(lease);
	lease = NULL;
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
		sriov_lease_unref(lease);
		lease = NULL;
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
	sriov_lease_unref(lease);
	lease = NULL;
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

START_TEST(owners_are_texts)
{
	struct sriov_lease_options *options = make_options("fine", 0);

	expect_failure(sriov_lease_options_set_owner(options, "a\npid=1", &error),
		       SRIOV_CODE_INVALID, error, "control character");
	expect_failure(sriov_lease_options_set_owner(options, "", &error), SRIOV_CODE_INVALID,
		       error, "empty");
	expect_success(sriov_pf_acquire_lease(pf, options, &lease, &error), error);
	expect_busy("held by fine (");
	sriov_lease_options_unref(options);
}
END_TEST

START_TEST(null_is_refused)
{
	expect_failure(sriov_pf_acquire_lease(NULL, NULL, &lease, &error), SRIOV_CODE_INVALID,
		       error, "pf is NULL");
	expect_failure(sriov_pf_acquire_lease(pf, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "lease is NULL");
	expect_failure(sriov_pf_read_lease_owner(NULL, &owner, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	expect_failure(sriov_pf_read_lease_owner(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "owner is NULL");
	expect_failure(sriov_lease_options_new(NULL, &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	expect_failure(sriov_lease_options_set_owner(NULL, "a", &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	sriov_lease_options_set_wait_ms(NULL, 1);
	ck_assert_ptr_null(sriov_lease_options_ref(NULL));
	ck_assert_ptr_null(sriov_lease_ref(NULL));
	ck_assert_ptr_null(sriov_lease_get_address(NULL));
	sriov_lease_unref(NULL);
}
END_TEST

UNIT_SUITE_WITH("lease", begin, end, one_has_it, nothing_is_made_by_looking, by_default_the_command,
		each_pf_has_its_own, the_last_reference_counts, the_context_goes_first,
		another_descriptor_is_closed, a_killed_owner, a_forked_child_drops_its_copy,
		a_worker_keeps_it, an_idle_worker_does_not_keep_it,
		the_owner_is_dead_and_its_worker_not, waited_for_in_vain, waited_for,
		a_shell_has_it, somebody_looks, the_file, rubbish_in_the_file,
		the_file_is_removed_while_it_is_waited_for, the_directory_is_wrong,
		owners_are_texts, null_is_refused)
