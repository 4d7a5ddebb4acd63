/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What workers have of their maker, and where they are made, on the running kernel. */
#include "workers.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* All that a process has open, as a bit for each kind. */
enum {
	OPEN_SOCKET = 1,
	OPEN_OTHER = 2,
};

static int look_at_open_files(int pid, unsigned int *count)
{
	char path[64], target[256];
	const struct dirent *entry;
	int found = 0;
	ssize_t length;
	DIR *directory;

	snprintf(path, sizeof(path), "/proc/%d/fd", pid);
	directory = opendir(path);
	ck_assert_ptr_nonnull(directory);
	*count = 0;
	while ((entry = readdir(directory))) {
		length = readlinkat(dirfd(directory), entry->d_name, target, sizeof(target) - 1);
		if (length < 0)
			continue;
		target[length] = '\0';
		++*count;
		found |= strncmp(target, "socket:", 7) ? OPEN_OTHER : OPEN_SOCKET;
	}
	closedir(directory);
	return found;
}

static bool maps(int pid, const char *what)
{
	char path[64], line[4096];
	bool found = false;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	file = fopen(path, "re");
	ck_assert_ptr_nonnull(file);
	while (fgets(line, sizeof(line), file))
		found = found || strstr(line, what);
	fclose(file);
	return found;
}

static void expect_name(int pid, const char *name)
{
	char path[64], comm[32] = "";
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/comm", pid);
	file = fopen(path, "re");
	ck_assert_ptr_nonnull(file);
	ck_assert_ptr_nonnull(fgets(comm, sizeof(comm), file));
	fclose(file);
	ck_assert_str_eq(comm, name);
}

static void expect_clean(void)
{
	int fd = make_file(), high = fcntl(fd, F_DUPFD, 900), inherited = dup(fd);
	struct worker *worker;
	unsigned int count;

	ck_assert_int_ge(high, 900);
	worker = start();
	/* What it is told to do comes after it has closed all. */
	write_word(worker, fd, "x");
	ck_assert_int_eq(look_at_open_files(worker_get_pid(worker), &count), OPEN_SOCKET);
	ck_assert_uint_eq(count, 1);
	expect_name(worker_get_pid(worker), "sriov-worker\n");
	close(inherited);
	close(high);
	close(fd);
	worker_close(worker);
	expect_no_child();
}

START_TEST(has_nothing_of_its_maker)
{
	expect_clean();
}
END_TEST

/* From here on the process has none of what came after Linux 5.2. */
static bool forget_new_calls(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 1, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_close_range, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = sizeof(filter) / sizeof(filter[0]), .filter = filter};

	return !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
	       !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

START_TEST(has_nothing_on_old_kernels)
{
	UNIT_NEEDS(forget_new_calls(), "seccomp");
	expect_clean();
}
END_TEST

/* A file of one page that is mapped, and its descriptor. */
static void *map_new_file(const char *path, int *fd)
{
	void *memory;

	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	ck_assert_int_eq(ftruncate(*fd, 4096), 0);
	memory = mmap(NULL, 4096, PROT_READ, MAP_SHARED, *fd, 0);
	ck_assert(memory != MAP_FAILED);
	return memory;
}

/* Memory of a device that its maker has mapped would keep the device from being let go. */
START_TEST(maps_no_device)
{
	char directory[] = "/tmp/test_worker.XXXXXX", devfs[64], device[64], other[64];
	void *first, *second;
	struct worker *worker;
	int fd, other_fd;

	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(devfs, sizeof(devfs), "%s/dev", directory);
	snprintf(device, sizeof(device), "%s/dev/vfio0", directory);
	snprintf(other, sizeof(other), "%s/other", directory);
	ck_assert_int_eq(mkdir(devfs, 0700), 0);
	first = map_new_file(device, &fd);
	second = map_new_file(other, &other_fd);
	ck_assert(maps(getpid(), device));
	worker = start();
	write_word(worker, other_fd, "x");
	ck_assert(!maps(worker_get_pid(worker), device));
	/* It was looked at line by line: what is of no device is there still. */
	ck_assert(maps(worker_get_pid(worker), other));
	worker_close(worker);
	munmap(first, 4096);
	munmap(second, 4096);
	close(fd);
	close(other_fd);
	unlink(device);
	unlink(other);
	rmdir(devfs);
	rmdir(directory);
}
END_TEST

static atomic_bool enough;

static void *be_busy(void *data)
{
	(void)data;
	while (!enough)
		free(malloc(1000));
	return NULL;
}

static void *work(void *data)
{
	int fd = make_file();
	struct worker *worker;

	(void)data;
	for (int i = 0; i < 20; i++) {
		worker = start();
		write_word(worker, fd, "word");
		worker_close(worker);
	}
	close(fd);
	return NULL;
}

/* Whatever lock another thread has hold of when the process is made, the worker needs none. */
START_TEST(made_by_threads)
{
	pthread_t busy[2], makers[4];

	for (size_t i = 0; i < 2; i++)
		ck_assert_int_eq(pthread_create(&busy[i], NULL, be_busy, NULL), 0);
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(pthread_create(&makers[i], NULL, work, NULL), 0);
	for (size_t i = 0; i < 4; i++)
		pthread_join(makers[i], NULL);
	enough = true;
	for (size_t i = 0; i < 2; i++)
		pthread_join(busy[i], NULL);
	expect_no_child();
}
END_TEST

/* Whoever gets the orphans of others, as the first process of a container: not these. */
START_TEST(where_orphans_are_adopted)
{
	struct worker *worker, *killed;
	int fd = make_file(), pid;

	ck_assert_int_eq(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
	worker = start();
	killed = start();
	pid = worker_get_pid(worker);
	write_word(worker, fd, "x");
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
	ck_assert_int_eq(errno, ECHILD);
	ck_assert_int_eq(kill(worker_get_pid(killed), SIGKILL), 0);
	worker_close(worker);
	ck_assert(!runs(pid));
	worker_close(killed);
	expect_no_child();
	close(fd);
}
END_TEST

#define FEW 32

START_TEST(no_descriptor_left)
{
	struct rlimit limit = {.rlim_cur = FEW, .rlim_max = FEW};
	int fds[FEW], fd;
	struct worker *worker;
	size_t count = 0;

	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
	while ((fd = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0)
		fds[count++] = fd;
	/* It takes two for the socket, one for the process, and that of its other end to poll. */
	for (size_t left = 0; left < 3; left++) {
		expect_failure(worker_start(&worker, &error), SRIOV_CODE_FAILED, error,
			       "cannot make a process");
		ck_assert_ptr_null(worker);
		close(fds[--count]);
	}
	worker_close(start());
	while (count)
		close(fds[--count]);
	expect_no_child();
}
END_TEST

UNIT_SUITE_WITH("worker_process", before, NULL, has_nothing_of_its_maker,
		has_nothing_on_old_kernels, maps_no_device, made_by_threads,
		where_orphans_are_adopted, no_descriptor_left)
