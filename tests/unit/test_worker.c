/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Processes that block in their maker's place, on the running kernel. */
#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

#include "kernel/worker.h"

/* What is over at once takes so long at most, on a busy machine. */
#define SOON_MS 20000

static struct sriov_error *error;

static struct worker *start(void)
{
	struct worker *worker;

	expect_success(worker_start(&worker, &error), error);
	return worker;
}

/* What came of the task. */
static struct worker_answer wait_for(struct worker *worker)
{
	struct pollfd over = {.fd = worker_get_fd(worker), .events = POLLIN};
	struct worker_answer answer;

	/* A process that ends closes its socket first: that alone is no death. */
	do
		ck_assert_int_eq(poll(&over, 1, SOON_MS), 1);
	while (!worker_take(worker, &answer));
	ck_assert(!worker_is_busy(worker));
	return answer;
}

static bool is_over(const struct worker *worker)
{
	struct pollfd over = {.fd = worker_get_fd(worker), .events = POLLIN};

	return poll(&over, 1, 0) > 0;
}

/* A file that is gone when it is closed. */
static int make_file(void)
{
	char name[] = "/tmp/test_worker.XXXXXX";
	int fd = mkostemp(name, O_CLOEXEC);

	ck_assert_int_ge(fd, 0);
	unlink(name);
	return fd;
}

/* A pipe that takes no more. */
static void make_full_pipe(int ends[2])
{
	static const char bytes[4096];

	ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	while (write(ends[1], bytes, sizeof(bytes)) > 0)
		;
	fcntl(ends[1], F_SETFL, 0);
}

static void sleep_shortly(void)
{
	nanosleep(&(struct timespec) {.tv_nsec = 10000000}, NULL);
}

/* A process that is over may be one that nobody has asked for yet. */
static bool runs(int pid)
{
	char path[64], state = 'Z';
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/stat", pid);
	file = fopen(path, "re");
	if (!file)
		return false;
	if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
		state = 'Z';
	fclose(file);
	return state != 'Z' && state != 'X';
}

static void expect_end(int pid)
{
	for (int i = 0; runs(pid) && i < SOON_MS / 10; i++)
		sleep_shortly();
	ck_assert_msg(!runs(pid), "the worker %d lives on", pid);
}

static atomic_uint children_told;

static void count_child(int number)
{
	(void)number;
	children_told++;
}

static void expect_no_child(void)
{
	ck_assert_uint_eq(children_told, 0);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG | __WALL), -1);
	ck_assert_int_eq(errno, ECHILD);
}

static void before(void)
{
	children_told = 0;
	signal(SIGCHLD, count_child);
}

static void write_word(struct worker *worker, int fd, const char *word)
{
	struct worker_answer answer;

	expect_success(worker_begin_write(worker, fd, word, strlen(word), &error), error);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_eq(answer.length, strlen(word));
}

START_TEST(many_writes)
{
	struct worker *worker = start();
	struct worker_answer answer;
	int fd = make_file();

	ck_assert(!worker_take(worker, &answer));
	for (int i = 0; i < 1000; i++)
		write_word(worker, fd, "word");
	ck_assert_int_eq(lseek(fd, 0, SEEK_END), 4000);
	/* Through the same open file, as its maker would. */
	ck_assert_int_eq(lseek(fd, 3996, SEEK_SET), 3996);
	expect_success(worker_begin_read(worker, fd, 100, &error), error);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_eq(answer.length, 4);
	ck_assert_mem_eq(answer.bytes, "word", 4);
	close(fd);
	worker_close(worker);
	expect_no_child();
}
END_TEST

START_TEST(most_at_once)
{
	static char bytes[65537];
	struct worker *worker = start();
	struct worker_answer answer;
	int fd = make_file();

	memset(bytes, 'x', sizeof(bytes));
	expect_failure(worker_begin_write(worker, fd, bytes, 65537, &error), SRIOV_CODE_INVALID,
		       error, "65537");
	expect_success(worker_begin_write(worker, fd, bytes, 65536, &error), error);
	ck_assert_uint_eq(wait_for(worker).length, 65536);
	lseek(fd, 0, SEEK_SET);
	expect_success(worker_begin_read(worker, fd, 1000000, &error), error);
	answer = wait_for(worker);
	ck_assert_uint_eq(answer.length, 65536);
	ck_assert_mem_eq(answer.bytes, bytes, 65536);
	close(fd);
	worker_close(worker);
}
END_TEST

START_TEST(failures_have_their_errno)
{
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC), file = make_file();
	struct worker *worker = start();

	expect_success(worker_begin_write(worker, full, "x", 1, &error), error);
	ck_assert_int_eq(wait_for(worker).number, ENOSPC);
	expect_success(worker_begin_read(worker, full, 0, &error), error);
	ck_assert_int_eq(wait_for(worker).number, EBADF);
	expect_success(worker_begin_send(worker, file, "x", 1, &error), error);
	ck_assert_int_eq(wait_for(worker).number, ENOTSOCK);
	/* It is refused before anything begins. */
	expect_failure(worker_begin_write(worker, 12345, "x", 1, &error), SRIOV_CODE_FAILED, error,
		       "Bad file descriptor");
	ck_assert(!worker_is_busy(worker));
	write_word(worker, file, "and goes on");
	close(full);
	close(file);
	worker_close(worker);
}
END_TEST

START_TEST(sends)
{
	struct worker *worker = start();
	char bytes[8];
	int ends[2];

	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends), 0);
	expect_success(worker_begin_send(worker, ends[0], "four", 4, &error), error);
	ck_assert_uint_eq(wait_for(worker).length, 4);
	ck_assert_int_eq(recv(ends[1], bytes, sizeof(bytes), MSG_DONTWAIT), 4);
	ck_assert_mem_eq(bytes, "four", 4);
	close(ends[0]);
	close(ends[1]);
	worker_close(worker);
}
END_TEST

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

/* Memory of a device that its maker has mapped would keep the device from being let go. */
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

START_TEST(blocks_in_its_makers_place)
{
	static char bytes[65536];
	struct worker *worker = start();
	struct worker_answer answer;
	int ends[2];

	make_full_pipe(ends);
	expect_success(worker_begin_write(worker, ends[1], "stuck", 5, &error), error);
	ck_assert(worker_is_busy(worker));
	for (int i = 0; i < 10; i++) {
		sleep_shortly();
		ck_assert(!is_over(worker));
		ck_assert(!worker_take(worker, &answer));
	}
	expect_failure(worker_begin_write(worker, ends[1], "x", 1, &error), SRIOV_CODE_BUSY, error,
		       "something else under way");
	ck_assert_int_gt(read(ends[0], bytes, sizeof(bytes)), 0);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_eq(answer.length, 5);
	close(ends[0]);
	close(ends[1]);
	worker_close(worker);
}
END_TEST

/* The write goes on without it, and then there is nothing left. */
START_TEST(closed_while_stuck)
{
	static char bytes[65536];
	struct worker *worker = start();
	int ends[2], pid = worker_get_pid(worker);
	ssize_t count, total = 0;

	make_full_pipe(ends);
	expect_success(worker_begin_write(worker, ends[1], "stuck", 5, &error), error);
	sleep_shortly();
	worker_close(worker);
	close(ends[1]);
	ck_assert(runs(pid));
	while ((count = read(ends[0], bytes, sizeof(bytes))) > 0) {
		total += count;
		if (total % 4096 == 5)
			ck_assert_mem_eq(bytes + count - 5, "stuck", 5);
	}
	ck_assert_int_eq(total % 4096, 5);
	expect_end(pid);
	expect_no_child();
	close(ends[0]);
}
END_TEST

START_TEST(ends_when_closed)
{
	struct worker *worker = start();
	int pid = worker_get_pid(worker), fd = make_file();

	write_word(worker, fd, "x");
	ck_assert(runs(pid));
	worker_close(worker);
	expect_end(pid);
	expect_no_child();
	close(fd);
	worker_close(NULL);
}
END_TEST

/* Also while another child of the program has its end of the socket, too. */
START_TEST(ends_when_closed_while_copied)
{
	struct worker *worker = start();
	int pid = worker_get_pid(worker), ends[2];
	pid_t child;

	signal(SIGCHLD, SIG_DFL);
	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	if (!child) {
		close(ends[1]);
		if (read(ends[0], &(char) {0}, 1) < 0)
			_exit(1);
		_exit(0);
	}
	worker_close(worker);
	expect_end(pid);
	close(ends[1]);
	ck_assert_int_eq(waitpid(child, NULL, 0), child);
	close(ends[0]);
}
END_TEST

/* The maker in a process of its own; gives the worker's number, and waits to be killed. */
static pid_t make_maker(int *worker_pid, int kept)
{
	struct worker *worker;
	int ends[2], pid;
	pid_t maker;

	ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
	maker = fork();
	if (!maker) {
		worker = start();
		if (kept >= 0)
			expect_success(worker_keep(worker, kept, &error), error);
		pid = worker_get_pid(worker);
		if (write(ends[1], &pid, sizeof(pid)) < 0)
			_exit(1);
		for (;;)
			pause();
	}
	ck_assert_int_eq(read(ends[0], worker_pid, sizeof(*worker_pid)), sizeof(*worker_pid));
	close(ends[0]);
	close(ends[1]);
	return maker;
}

START_TEST(ends_when_its_maker_is_killed)
{
	int pid;
	pid_t maker;

	signal(SIGCHLD, SIG_DFL);
	maker = make_maker(&pid, -1);
	ck_assert(runs(pid));
	ck_assert_int_eq(kill(maker, SIGKILL), 0);
	ck_assert_int_eq(waitpid(maker, NULL, 0), maker);
	expect_end(pid);
}
END_TEST

START_TEST(death_is_told)
{
	struct worker *worker = start();
	struct worker_answer answer;
	int ends[2], pid = worker_get_pid(worker);

	make_full_pipe(ends);
	expect_success(worker_begin_write(worker, ends[1], "stuck", 5, &error), error);
	ck_assert_int_eq(kill(pid, SIGTERM), 0);
	sleep_shortly();
	ck_assert_msg(!is_over(worker), "a signal that it blocks has ended it");
	ck_assert_int_eq(kill(pid, SIGKILL), 0);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, EOWNERDEAD);
	ck_assert_uint_eq(answer.length, 0);
	expect_failure(worker_begin_write(worker, ends[1], "x", 1, &error), SRIOV_CODE_GONE, error,
		       "was killed");
	expect_failure(worker_keep(worker, ends[1], &error), SRIOV_CODE_GONE, error, "was killed");
	ck_assert(!worker_is_busy(worker));
	worker_close(worker);
	expect_no_child();
	close(ends[0]);
	close(ends[1]);
}
END_TEST

/* A lock that is held with the descriptor lasts as long as the worker. */
START_TEST(keeps)
{
	int fd, other, locked;
	struct worker *worker = start();
	char path[] = "/tmp/test_worker.XXXXXX";

	fd = mkostemp(path, O_CLOEXEC);
	other = open(path, O_RDWR | O_CLOEXEC);
	unlink(path);
	ck_assert_int_eq(flock(fd, LOCK_EX | LOCK_NB), 0);
	expect_success(worker_keep(worker, fd, &error), error);
	write_word(worker, fd, "x");
	close(fd);
	ck_assert_int_eq(flock(other, LOCK_EX | LOCK_NB), -1);
	write_word(worker, other, "y");
	ck_assert_int_eq(flock(other, LOCK_EX | LOCK_NB), -1);
	worker_close(worker);
	for (int i = 0; (locked = flock(other, LOCK_EX | LOCK_NB)) && i < SOON_MS / 10; i++)
		sleep_shortly();
	ck_assert_int_eq(locked, 0);
	close(other);
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

UNIT_SUITE_WITH("worker", before, NULL, many_writes, most_at_once, failures_have_their_errno, sends,
		has_nothing_of_its_maker, has_nothing_on_old_kernels, maps_no_device,
		blocks_in_its_makers_place, closed_while_stuck, ends_when_closed,
		ends_when_closed_while_copied, ends_when_its_maker_is_killed, death_is_told, keeps,
		made_by_threads, where_orphans_are_adopted, no_descriptor_left)
