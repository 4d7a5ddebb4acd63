/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "workers.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct sriov_error *error;

struct worker *start(void)
{
	struct worker *worker;

	expect_success(worker_start(&worker, &error), error);
	return worker;
}

struct worker_answer wait_for(struct worker *worker)
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

int make_file(void)
{
	char name[] = "/tmp/test_worker.XXXXXX";
	int fd = mkostemp(name, O_CLOEXEC);

	ck_assert_int_ge(fd, 0);
	unlink(name);
	return fd;
}

void sleep_shortly(void)
{
	nanosleep(&(struct timespec) {.tv_nsec = 10000000}, NULL);
}

bool runs(int pid)
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

static atomic_uint children_told;

static void count_child(int number)
{
	(void)number;
	children_told++;
}

void expect_no_child(void)
{
	ck_assert_uint_eq(children_told, 0);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG | __WALL), -1);
	ck_assert_int_eq(errno, ECHILD);
}

void before(void)
{
	children_told = 0;
	signal(SIGCHLD, count_child);
}

void write_word(struct worker *worker, int fd, const char *word)
{
	struct worker_answer answer;

	expect_success(worker_begin_write(worker, fd, word, strlen(word), &error), error);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_eq(answer.length, strlen(word));
}
