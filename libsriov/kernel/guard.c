/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/guard.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kernel/worker.h"
#include "kernel/worker_job.h"

/* A worker costs some memory, and less than a millisecond to make. */
#define MOST_IDLE 4

/* So many that are over are kept for somebody who asks what came of them. */
#define MOST_KEPT 100

/* Nothing depends on a read: who waits for a device's lock so long is better told so. */
#define MOST_READ_MS 2000

/* The kernel has one lock for all interfaces, and drivers hold it for seconds while they reset. */
#define MOST_QUESTION_MS 10000

struct guard {
	pthread_mutex_t mutex;
	int maker; /* whose workers they are */
	unsigned int deadline_ms;
	const struct log *log;
	struct worker *idle[MOST_IDLE];
	size_t idle_count;
	struct overdue *first;
	size_t count;
};

enum sriov_code guard_new(unsigned int deadline_ms, const struct log *log, struct guard **guard,
			  struct sriov_error **error)
{
	*guard = calloc(1, sizeof(**guard));
	if (!*guard)
		return error_no_memory(error);
	pthread_mutex_init(&(*guard)->mutex, NULL);
	(*guard)->maker = getpid();
	(*guard)->deadline_ms = deadline_ms;
	(*guard)->log = log;
	return SRIOV_CODE_OK;
}

static void forget_all(struct guard *guard)
{
	struct overdue *next;

	while (guard->idle_count)
		worker_close(guard->idle[--guard->idle_count]);
	for (struct overdue *one = guard->first; one; one = next) {
		next = one->next;
		overdue_free(one);
	}
	guard->first = NULL;
	guard->count = 0;
}

void guard_free(struct guard *guard)
{
	if (!guard)
		return;
	forget_all(guard);
	pthread_mutex_destroy(&guard->mutex);
	free(guard);
}

/* With the mutex held, as all until the next such line. */
static void give_back(struct guard *guard, struct worker *worker, bool alive)
{
	if (alive && guard->idle_count < MOST_IDLE)
		guard->idle[guard->idle_count++] = worker;
	else
		worker_close(worker);
}

static void tell_end(const struct guard *guard, const struct overdue *overdue)
{
	CLEANUP(error_cleanup) struct sriov_error *outcome = overdue_make_outcome(overdue);
	char label[OVERDUE_LABEL_SIZE], duration[DURATION_SIZE];

	overdue_label(overdue, label);
	overdue_format_ms(overdue_get_ms(overdue), duration);
	if (overdue->kind == OVERDUE_LOAD)
		worker_job_hand_on(&overdue->answer, guard->log);
	log_add(guard->log, SRIOV_LOG_LEVEL_WARNING,
		"%s, which was not over in time, is over after %s: %s", label, duration,
		outcome ? sriov_error_get_message(outcome) : "it succeeded");
}

/* A child that was forked has workers of its own, and nothing that is overdue. */
static void notice_fork(struct guard *guard)
{
	if (guard->maker == getpid())
		return;
	forget_all(guard);
	guard->maker = getpid();
}

/* Comes first, whatever is asked of the guard. */
static void look_at_all(struct guard *guard)
{
	notice_fork(guard);
	for (struct overdue *one = guard->first; one; one = one->next) {
		if (one->over || !overdue_look(one))
			continue;
		tell_end(guard, one);
		give_back(guard, one->worker, !one->is_last && one->answer.number != EOWNERDEAD);
		one->worker = NULL;
	}
}

static void forget_over(struct guard *guard, size_t most)
{
	struct overdue **link = &guard->first, *one;

	while ((one = *link) && guard->count > most) {
		if (!one->over) {
			link = &one->next;
			continue;
		}
		*link = one->next;
		guard->count--;
		overdue_free(one);
	}
}

static void remember(struct guard *guard, struct overdue *overdue)
{
	struct overdue **link = &guard->first;

	while (*link)
		link = &(*link)->next;
	*link = overdue;
	guard->count++;
	forget_over(guard, MOST_KEPT);
}

/* Without the mutex held, as all from here on. */

/* By the first that is not over and matches. */
static enum sriov_code refuse_by(struct guard *guard,
				 bool (*matches)(const struct overdue *one, const void *key),
				 const void *key, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	char words[160], duration[DURATION_SIZE];
	const struct overdue *first;

	pthread_mutex_lock(&guard->mutex);
	look_at_all(guard);
	first = guard->first;
	while (first && (first->over || !matches(first, key)))
		first = first->next;
	if (first) {
		overdue_format_ms(overdue_get_ms(first), duration);
		snprintf(words, sizeof(words),
			 " has been under way for %s, in process %d: there is nothing else to be "
			 "done until it is over",
			 duration, first->pid);
		code = overdue_fail(first, SRIOV_CODE_BUSY, EALREADY, words, error);
	}
	pthread_mutex_unlock(&guard->mutex);
	return code;
}

static bool is_same(const struct overdue *one, const void *second)
{
	return overdue_is_same(one, second);
}

static bool changes(const struct overdue *one, const void *device)
{
	return overdue_is_change(one) && !strcmp(one->device, device);
}

bool guard_gave_up(enum sriov_code code)
{
	return code == SRIOV_CODE_TIMEOUT || code == SRIOV_CODE_BUSY ||
	       code == SRIOV_CODE_NO_MEMORY;
}

enum sriov_code guard_check(struct guard *guard, const char *device, struct sriov_error **error)
{
	return refuse_by(guard, changes, device, error);
}

static struct worker *take_idle(struct guard *guard)
{
	struct worker *worker = NULL;

	pthread_mutex_lock(&guard->mutex);
	if (guard->idle_count)
		worker = guard->idle[--guard->idle_count];
	pthread_mutex_unlock(&guard->mutex);
	if (!worker || worker_fits(worker))
		return worker;
	worker_close(worker);
	return take_idle(guard);
}

static enum sriov_code begin_with(struct worker *worker, const struct guard_task *task,
				  struct sriov_error **error)
{
	switch (task->kind) {
	case OVERDUE_WRITE:
		return worker_begin_write(worker, task->fd, task->text, strlen(task->text), error);
	case OVERDUE_QUESTION:
	case OVERDUE_CHANGE:
		return worker_begin_send(worker, task->fd, task->bytes, task->length, error);
	case OVERDUE_ANSWER:
		return worker_begin_receive(worker, task->fd, task->size, error);
	case OVERDUE_READ:
	case OVERDUE_LOAD:
		break;
	}
	return worker_begin_read(worker, task->fd, task->size, error);
}

/* One that was idle may have been killed meanwhile: then there is a new one. */
static enum sriov_code begin(struct guard *guard, const struct guard_task *task,
			     struct overdue *overdue, struct sriov_error **error)
{
	enum sriov_code code;

	if (task->job)
		return worker_start_job(&overdue->worker, task->job, error);
	while ((overdue->worker = take_idle(guard))) {
		if (!begin_with(overdue->worker, task, NULL))
			return SRIOV_CODE_OK;
		worker_close(overdue->worker);
	}
	code = worker_start(&overdue->worker, error);
	return code ? code : begin_with(overdue->worker, task, error);
}

static unsigned int get_deadline(const struct guard *guard, const struct overdue *overdue)
{
	unsigned int most = overdue->kind == OVERDUE_READ ? MOST_READ_MS : MOST_QUESTION_MS;

	return overdue_is_change(overdue) || guard->deadline_ms < most ? guard->deadline_ms : most;
}

static bool wait_for(struct overdue *overdue, unsigned int deadline_ms)
{
	struct pollfd end = {.fd = worker_get_fd(overdue->worker), .events = POLLIN};
	uint64_t passed;

	while (!overdue_look(overdue)) {
		passed = overdue_get_ms(overdue);
		if (passed >= deadline_ms)
			return false;
		passed = deadline_ms - passed;
		poll(&end, 1, passed > INT_MAX ? INT_MAX : (int)passed);
	}
	return true;
}

static enum sriov_code leave(struct guard *guard, struct overdue *overdue, int fd,
			     struct sriov_error **error)
{
	char words[120], duration[DURATION_SIZE];
	enum sriov_code code;

	overdue_format_ms(overdue_get_ms(overdue), duration);
	snprintf(words, sizeof(words), " is not over after %s, and goes on in process %d", duration,
		 overdue->pid);
	code = overdue_fail(overdue, SRIOV_CODE_TIMEOUT, ETIMEDOUT, words, error);
	if (overdue->kind == OVERDUE_CHANGE)
		overdue_listen(overdue, fd);
	pthread_mutex_lock(&guard->mutex);
	remember(guard, overdue);
	pthread_mutex_unlock(&guard->mutex);
	return code;
}

static struct overdue *make_overdue(const struct guard_task *task)
{
	struct overdue *made = overdue_new(task->kind, task->path, task->text, task->device);

	if (made)
		made->is_last = task->job;
	return made;
}

void guard_adopt(struct guard *guard, struct worker *worker, const struct guard_task *task,
		 uint64_t begun_ms)
{
	struct overdue *overdue = make_overdue(task);

	if (!overdue) {
		worker_close(worker);
		return;
	}
	worker_ask_no_more(worker);
	overdue->worker = worker;
	overdue->pid = worker_get_pid(worker);
	overdue->begun_ms = begun_ms;
	overdue->is_last = true;
	if (overdue->kind == OVERDUE_CHANGE)
		overdue_listen(overdue, task->fd);
	pthread_mutex_lock(&guard->mutex);
	remember(guard, overdue);
	pthread_mutex_unlock(&guard->mutex);
}

static enum sriov_code take_answer(struct guard *guard, const struct guard_task *task,
				   struct overdue *overdue, struct guard_answer *answer,
				   struct sriov_error **error)
{
	const struct worker_answer *told = &overdue->answer;
	bool alive = told->number != EOWNERDEAD;
	struct sriov_error *outcome;

	answer->number = told->number;
	answer->length = told->length;
	if (task->job)
		worker_job_hand_on(told, guard->log);
	else if (told->length <= task->size && task->buffer)
		memcpy(task->buffer, told->bytes, told->length);
	pthread_mutex_lock(&guard->mutex);
	give_back(guard, overdue->worker, alive && !overdue->is_last);
	pthread_mutex_unlock(&guard->mutex);
	overdue->worker = NULL;
	if (alive)
		return SRIOV_CODE_OK;
	outcome = overdue_make_outcome(overdue);
	return error_move(error, &outcome);
}

enum sriov_code guard_run(struct guard *guard, const struct guard_task *task,
			  struct guard_answer *answer, struct sriov_error **error)
{
	struct overdue *overdue = make_overdue(task);
	unsigned int deadline_ms;
	enum sriov_code code;

	if (!overdue)
		return error_no_memory(error);
	code = refuse_by(guard, is_same, overdue, error);
	if (!code)
		code = begin(guard, task, overdue, error);
	if (!code) {
		overdue->pid = answer->pid = worker_get_pid(overdue->worker);
		deadline_ms = task->deadline_ms ? task->deadline_ms : get_deadline(guard, overdue);
		if (!wait_for(overdue, deadline_ms))
			return leave(guard, overdue, task->fd, error);
		code = take_answer(guard, task, overdue, answer, error);
	}
	overdue_free(overdue);
	return code;
}

bool guard_visit(struct guard *guard, bool (*visit)(void *data, const struct overdue *overdue),
		 void *data)
{
	bool good = true;

	pthread_mutex_lock(&guard->mutex);
	look_at_all(guard);
	for (const struct overdue *one = guard->first; good && one; one = one->next)
		good = visit(data, one);
	if (good)
		forget_over(guard, 0);
	pthread_mutex_unlock(&guard->mutex);
	return good;
}
