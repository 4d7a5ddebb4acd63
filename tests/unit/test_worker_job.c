/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Processes that do one thing with the C library in their maker's place, on the running kernel. */
#include "workers.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kernel/worker_job.h"

static char lines[4096];
static int logger;

static void keep_line(void *user_data, enum sriov_log_level level, const char *text)
{
	size_t length = strlen(lines);

	(void)user_data;
	logger = getpid();
	snprintf(lines + length, sizeof(lines) - length, "%d %s\n", level, text);
}

static const struct log log_of_warnings = {
	.callback = keep_line,
	.level = SRIOV_LOG_LEVEL_WARNING,
};

static struct worker *start_job(int (*work)(void *data, const struct log *log), void *data)
{
	struct worker_job job = {.work = work, .data = data, .log = &log_of_warnings};
	struct worker *worker;

	expect_success(worker_start_job(&worker, &job, &error), error);
	return worker;
}

/* The errno that the job has given. */
static int finish(struct worker *worker)
{
	struct worker_answer answer = wait_for(worker);

	worker_job_hand_on(&answer, &log_of_warnings);
	worker_close(worker);
	return answer.number;
}

static int be_told(void *data, const struct log *log)
{
	int *number = data;

	log_add(log, SRIOV_LOG_LEVEL_WARNING, "first");
	log_add(log, SRIOV_LOG_LEVEL_INFO, "nobody wants this");
	log_add(log, SRIOV_LOG_LEVEL_ERROR, "second of %d", *number);
	log_add(log, SRIOV_LOG_LEVEL_WARNING, "%s", "");
	return (*number)++;
}

/* The callback is called in the maker's process, and nothing else there is touched. */
START_TEST(result_and_log)
{
	int number = 812;

	ck_assert_int_eq(finish(start_job(be_told, &number)), 812);
	ck_assert_str_eq(lines, "4 first\n3 second of 812\n4 \n");
	ck_assert_int_eq(logger, getpid());
	ck_assert_int_eq(number, 812);
	expect_no_child();
}
END_TEST

static int say_much(void *data, const struct log *log)
{
	static char line[1000];

	(void)data;
	memset(line, 'x', sizeof(line) - 1);
	for (int i = 0; i < 1000; i++)
		log_add(log, SRIOV_LOG_LEVEL_WARNING, "%s", line);
	return 0;
}

START_TEST(more_log_than_there_is_room_for)
{
	ck_assert_int_eq(finish(start_job(say_much, NULL)), 0);
	ck_assert_uint_eq(strlen(lines), sizeof(lines) - 1);
}
END_TEST

static int log_without_callback(void *data, const struct log *log)
{
	(void)data;
	return log->callback ? EEXIST : 0;
}

START_TEST(nobody_who_hears)
{
	struct worker_job job = {.work = log_without_callback};
	struct worker_answer answer;
	struct worker *worker;

	expect_success(worker_start_job(&worker, &job, &error), error);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_eq(answer.length, 0);
	worker_close(worker);
}
END_TEST

/* All that it has open, but for the directory that tells so. */
static int count_descriptors(void *data, const struct log *log)
{
	DIR *directory = opendir("/proc/self/fd");
	const struct dirent *entry;
	int count = -1;

	(void)data;
	(void)log;
	while (directory && (entry = readdir(directory)))
		count += entry->d_name[0] != '.';
	closedir(directory);
	return count;
}

START_TEST(has_nothing_of_its_maker)
{
	int fd = make_file(), high = fcntl(fd, F_DUPFD, 900), inherited = dup(fd);
	int before = count_descriptors(NULL, NULL);

	ck_assert_int_ge(high, 900);
	ck_assert_int_eq(finish(start_job(count_descriptors, NULL)), 1);
	ck_assert_int_eq(count_descriptors(NULL, NULL), before);
	close(inherited);
	close(high);
	close(fd);
}
END_TEST

static int wait_for_ever(void *data, const struct log *log)
{
	(void)log;
	while (!data)
		pause();
	return 0;
}

START_TEST(death_is_told)
{
	struct worker *worker = start_job(wait_for_ever, NULL);
	struct worker_answer answer;

	ck_assert(worker_is_busy(worker));
	sleep_shortly();
	ck_assert(!worker_take(worker, &answer));
	/* The program's own handlers are of no use there. */
	ck_assert_int_eq(kill(worker_get_pid(worker), SIGTERM), 0);
	sleep_shortly();
	ck_assert(!worker_has_died(worker));
	ck_assert_int_eq(kill(worker_get_pid(worker), SIGKILL), 0);
	ck_assert_int_eq(finish(worker), EOWNERDEAD);
	expect_no_child();
}
END_TEST

static void live_on(int number)
{
	(void)number;
}

static int crash(void *data, const struct log *log)
{
	(void)log;
	return *(volatile int *)data;
}

/* A handler of the program does not run there. */
START_TEST(crash_is_told)
{
	char *nothing = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	static const struct rlimit no_core;

	setrlimit(RLIMIT_CORE, &no_core);
	signal(SIGSEGV, live_on);
	ck_assert_int_eq(finish(start_job(crash, nothing)), EOWNERDEAD);
	expect_no_child();
	munmap(nothing, 4096);
}
END_TEST

/* Where the maker says nothing more, what was begun goes on to its end. */
static int make_later(void *data, const struct log *log)
{
	(void)log;
	sleep_shortly();
	return mkdir(data, 0700) ? errno : 0;
}

START_TEST(closed_while_busy)
{
	char path[] = "/tmp/test_worker.XXXXXX";
	struct worker *worker;
	int pid, missing = -1;

	ck_assert_ptr_nonnull(mkdtemp(path));
	rmdir(path);
	worker = start_job(make_later, path);
	pid = worker_get_pid(worker);
	worker_close(worker);
	for (int i = 0; (missing = rmdir(path)) && i < SOON_MS / 10; i++)
		sleep_shortly();
	ck_assert_int_eq(missing, 0);
	for (int i = 0; runs(pid) && i < SOON_MS / 10; i++)
		sleep_shortly();
	ck_assert(!runs(pid));
	expect_no_child();
}
END_TEST

static unsigned int prepared, went_on;

static void prepare(void)
{
	prepared++;
}

static void go_on(void)
{
	went_on++;
}

static int tell_prepared(void *data, const struct log *log)
{
	(void)data;
	(void)log;
	return (int)(10 * prepared + went_on);
}

/* What a program registers for its memory to be whole in a copy is called. */
START_TEST(handlers_of_the_program)
{
	ck_assert_int_eq(pthread_atfork(prepare, go_on, NULL), 0);
	ck_assert_int_eq(finish(start_job(tell_prepared, NULL)), 10);
	ck_assert_uint_eq(prepared, 1);
	ck_assert_uint_eq(went_on, 1);
}
END_TEST

START_TEST(where_children_are_ignored)
{
	int number = 7;

	signal(SIGCHLD, SIG_IGN);
	for (int i = 0; i < 20; i++)
		ck_assert_int_eq(finish(start_job(be_told, &number)), 7);
	ck_assert_ptr_eq(signal(SIGCHLD, SIG_DFL), SIG_IGN);
	expect_no_child();
}
END_TEST

/* Whoever gets the orphans of others, as the first process of a container, gets these. */
START_TEST(where_orphans_are_adopted)
{
	struct worker *worker, *killed;
	int number = 7, pid;

	signal(SIGCHLD, SIG_DFL);
	ck_assert_int_eq(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
	for (int i = 0; i < 20; i++)
		ck_assert_int_eq(finish(start_job(be_told, &number)), 7);
	expect_no_child();
	killed = start_job(wait_for_ever, NULL);
	ck_assert_int_eq(kill(worker_get_pid(killed), SIGKILL), 0);
	ck_assert_int_eq(finish(killed), EOWNERDEAD);
	expect_no_child();
	/* One that is busy is left to the program, as the orphan that it is. */
	worker = start_job(wait_for_ever, NULL);
	pid = worker_get_pid(worker);
	worker_close(worker);
	ck_assert(runs(pid));
	ck_assert_int_eq(kill(pid, SIGKILL), 0);
	ck_assert_int_eq(waitpid(-1, NULL, 0), pid);
	expect_no_child();
}
END_TEST

static atomic_bool enough;

static void *be_busy(void *data)
{
	char *memory[100] = {NULL};

	(void)data;
	for (size_t i = 0; !enough; i++) {
		free(memory[i % 100]);
		memory[i % 100] = malloc(i * 7919 % 20000);
	}
	for (size_t i = 0; i < 100; i++)
		free(memory[i]);
	return NULL;
}

static int allocate(void *data, const struct log *log)
{
	(void)data;
	for (size_t i = 1; i < 100; i++)
		free(malloc(i * 997));
	log_add(log, SRIOV_LOG_LEVEL_WARNING, "done");
	return 0;
}

#define MAKERS 2
#define EACH   500

static void *make_jobs(void *data)
{
	struct worker_job job = {.work = allocate, .log = &log_of_warnings};
	struct worker *worker;

	(void)data;
	for (int i = 0; i < EACH; i++) {
		ck_assert_int_eq(worker_start_job(&worker, &job, NULL), SRIOV_CODE_OK);
		ck_assert_int_eq(wait_for(worker).number, 0);
		worker_close(worker);
	}
	return NULL;
}

/* Whatever lock another thread has hold of, memory is there to be had. */
START_TEST(made_by_threads)
{
	pthread_t busy[3], makers[MAKERS];

#ifdef SANITIZED
	UNIT_NEEDS(false, "an allocator that can be copied, which the sanitizers' is not");
#endif
	/* One lock for all of them. */
	ck_assert_int_eq(mallopt(M_ARENA_MAX, 1), 1);
	for (size_t i = 0; i < 3; i++)
		ck_assert_int_eq(pthread_create(&busy[i], NULL, be_busy, NULL), 0);
	for (size_t i = 0; i < MAKERS; i++)
		ck_assert_int_eq(pthread_create(&makers[i], NULL, make_jobs, NULL), 0);
	for (size_t i = 0; i < MAKERS; i++)
		pthread_join(makers[i], NULL);
	enough = true;
	for (size_t i = 0; i < 3; i++)
		pthread_join(busy[i], NULL);
	expect_no_child();
}
END_TEST

#define FEW 32

/* What cannot be waited for is not begun. */
START_TEST(no_descriptor_left)
{
	char path[] = "/tmp/test_worker.XXXXXX";
	struct worker_job job = {.work = make_later, .data = path};
	struct rlimit limit = {.rlim_cur = FEW, .rlim_max = FEW};
	struct worker *worker;
	int fds[FEW], fd;
	size_t count = 0;

	ck_assert_ptr_nonnull(mkdtemp(path));
	rmdir(path);
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
	while ((fd = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0)
		fds[count++] = fd;
	/* It takes two for the socket, one for the process, and that of its other end to poll. */
	for (size_t left = 0; left < 3; left++) {
		expect_failure(worker_start_job(&worker, &job, &error), SRIOV_CODE_FAILED, error,
			       "cannot make a process");
		ck_assert_ptr_null(worker);
		close(fds[--count]);
	}
	for (int i = 0; i < 10; i++)
		sleep_shortly();
	ck_assert_int_eq(access(path, F_OK), -1);
	ck_assert_int_eq(finish(start_job(make_later, path)), 0);
	ck_assert_int_eq(rmdir(path), 0);
	while (count)
		close(fds[--count]);
	expect_no_child();
}
END_TEST

UNIT_SUITE_WITH("worker_job", before, NULL, result_and_log, more_log_than_there_is_room_for,
		nobody_who_hears, has_nothing_of_its_maker, death_is_told, crash_is_told,
		closed_while_busy, handlers_of_the_program, where_children_are_ignored,
		where_orphans_are_adopted, made_by_threads, no_descriptor_left)
