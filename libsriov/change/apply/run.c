/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <time.h>

#include "base/error.h"

/* What a worker costs at the most: to start it, on a slow machine. */
#define SHORT_MS 10

/* A link comes back within two seconds or so; without one the driver says what it thinks of it. */
#define LONGEST_LINK_MS 5000
#define LINK_PAUSE_MS	10

uint64_t run_clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

const struct sriov_step *lane_get_step(const struct lane *lane, size_t position)
{
	return sriov_step_list_get(lane->steps, lane->first + position);
}

void lane_conclude(struct lane *lane, size_t position, enum sriov_step_result result,
		   struct sriov_error *error)
{
	struct outcome *outcome = &lane->outcomes[lane->first + position];

	outcome->result = result;
	sriov_error_unref(outcome->error);
	outcome->error = error;
	lane->stuck |= result == SRIOV_STEP_RESULT_STUCK;
	lane->failed |= result == SRIOV_STEP_RESULT_STUCK || result == SRIOV_STEP_RESULT_FAILED;
	if (lane->run->after)
		lane->run->after(lane->run->data, lane_get_step(lane, position), result);
}

/* --- Making and ending ------------------------------------------------------------------------ */

static enum sriov_code open_descriptors(struct run *run, struct sriov_error **error)
{
	struct epoll_event event = {.events = EPOLLIN};

	run->epoll = epoll_create1(EPOLL_CLOEXEC);
	run->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	if (run->epoll < 0 || run->timer < 0 ||
	    epoll_ctl(run->epoll, EPOLL_CTL_ADD, run->timer, &event))
		return error_set_system(error, errno, "open", NULL,
					"make what steps are waited for with");
	return SRIOV_CODE_OK;
}

enum sriov_code run_prepare(struct run *run, size_t lane_count, struct sriov_error **error)
{
	run->epoll = run->timer = -1;
	run->lanes = calloc(lane_count + 1, sizeof(*run->lanes));
	if (!run->lanes)
		return error_no_memory(error);
	run->lane_count = lane_count;
	for (size_t i = 0; i < lane_count; i++) {
		run->lanes[i].run = run;
		run->lanes[i].tasks = calloc(run->parallelism, sizeof(struct task));
		if (!run->lanes[i].tasks)
			return error_no_memory(error);
	}
	return open_descriptors(run, error);
}

void run_clear(struct run *run)
{
	if (!run->lanes)
		return;
	for (size_t i = 0; i < run->lane_count; i++) {
		struct lane *lane = &run->lanes[i];

		for (unsigned int j = 0; lane->tasks && j < run->parallelism; j++)
			task_clear(&lane->tasks[j]);
		free(lane->tasks);
		sriov_vf_list_unref(lane->vfs);
	}
	free(run->lanes);
	run->lanes = NULL;
	cleanup_close(&run->epoll);
	cleanup_close(&run->timer);
}

/* --- Going on --------------------------------------------------------------------------------- */

/*
 * A worker costs more than a step that is over at once. So one more starts only when those that
 * there are have been at theirs for a while.
 */
static struct task *find_free_task(struct lane *lane)
{
	struct task *unused = NULL;

	for (unsigned int i = 0; i < lane->run->parallelism; i++) {
		struct task *task = &lane->tasks[i];

		if (!task->lane && task->worker)
			return task;
		if (!task->lane && !unused)
			unused = task;
	}
	if (!unused || !lane->under_way || run_clock_ms() >= lane->began_ms + SHORT_MS)
		return unused;
	lane->more_ms = lane->began_ms + SHORT_MS;
	return NULL;
}

/* Each step waits for those before it, but VFs get their drivers side by side. */
static bool may_begin(const struct lane *lane)
{
	if (lane->next == lane->count || lane->stuck || (lane->failed && !lane->run->goes_on))
		return false;
	if (!lane->under_way)
		return true;
	return lane_get_step(lane, lane->next)->kind == SRIOV_STEP_KIND_SET_DRIVER &&
	       lane_get_step(lane, lane->next - 1)->kind == SRIOV_STEP_KIND_SET_DRIVER &&
	       lane_get_step(lane, lane->next)->vf_index !=
		       lane_get_step(lane, lane->next - 1)->vf_index;
}

static bool changes_count(const struct sriov_step *step)
{
	return step->kind == SRIOV_STEP_KIND_MAKE_VFS || step->kind == SRIOV_STEP_KIND_REMOVE_VFS;
}

/* The kernel takes its time to make VFs: meanwhile the workers start that bind them afterwards. */
static void get_ready(const struct lane *lane)
{
	unsigned int count = 0;

	for (size_t i = lane->next; i < lane->count && count < lane->run->parallelism; i++)
		if (lane_get_step(lane, i)->kind == SRIOV_STEP_KIND_SET_DRIVER)
			task_get_ready(&lane->tasks[count++], lane);
}

/* Some drivers (igb) reset the PF when they make VFs, and set rates only while it has a link. */
static bool waits_for_link(struct lane *lane)
{
	uint64_t now = run_clock_ms(), most = lane->run->deadline_ms;

	if (!settings_want_link(lane, lane->next))
		return false;
	if (!lane->link_ms)
		lane->link_ms = now + (most && most < LONGEST_LINK_MS ? most : LONGEST_LINK_MS);
	if (now >= lane->link_ms)
		return false;
	lane->more_ms = now + LINK_PAUSE_MS;
	return true;
}

static void begin_steps(struct lane *lane)
{
	struct task *task;

	lane->more_ms = 0;
	while (!lane->run->stops && may_begin(lane)) {
		if (lane_get_step(lane, lane->next)->kind == SRIOV_STEP_KIND_SET_VF) {
			if (waits_for_link(lane))
				return;
			task = find_free_task(lane);
			if (!task)
				return;
			lane->next += task_begin_settings(task, lane, lane->next);
			continue;
		}
		task = find_free_task(lane);
		if (!task)
			return;
		lane->began_ms = run_clock_ms();
		task_begin(task, lane, lane->next++);
		if (lane->under_way && changes_count(lane_get_step(lane, lane->next - 1)))
			get_ready(lane);
	}
}

static bool is_through(const struct lane *lane)
{
	return lane->next == lane->count && !lane->under_way && !lane->stuck &&
	       (!lane->failed || lane->run->goes_on);
}

static bool find_again(const struct lane *lane, size_t *position)
{
	for (size_t i = 0; i < lane->count; i++) {
		*position = i;
		if (lane->outcomes[lane->first + i].is_again)
			return true;
	}
	return false;
}

static bool wants_check(const struct lane *lane, size_t *position)
{
	return lane->checks < 2 && (!lane->checks || lane->has_rebound) &&
	       settings_are_to_be_checked(lane, position);
}

/* When all is done: what drivers have made of the settings, and once more what they are to be. */
static void check_settings(struct lane *lane)
{
	size_t position;

	while (!lane->run->stops && !lane->is_checked && is_through(lane)) {
		if (find_again(lane, &position)) {
			lane->outcomes[lane->first + position].is_again = false;
			lane->has_rebound = true;
			task_begin_again(find_free_task(lane), lane, position);
		} else if (wants_check(lane, &position)) {
			lane->checks++;
			task_begin_check(find_free_task(lane), lane, position);
		} else {
			lane->is_checked = true;
		}
	}
}

static uint64_t find_first(uint64_t first, uint64_t other)
{
	return other && (!first || other < first) ? other : first;
}

/* Wakes the caller when the next step is overdue, or one more worker is worth its start. */
static void set_timer(const struct run *run)
{
	uint64_t first = 0, now = run_clock_ms(), left;
	struct itimerspec wait = {0};

	for (size_t i = 0; i < run->lane_count; i++) {
		const struct lane *lane = &run->lanes[i];

		first = find_first(first, lane->more_ms);
		for (unsigned int j = 0; j < run->parallelism; j++)
			first = find_first(first, task_get_end_ms(&lane->tasks[j]));
	}
	if (first) {
		left = first > now ? first - now : 0;
		wait.it_value.tv_sec = (time_t)(left / 1000);
		wait.it_value.tv_nsec = (long)(left % 1000) * 1000000 + 1;
	}
	timerfd_settime(run->timer, 0, &wait, NULL);
}

/* Those that are not seen now are seen the next time. */
static void find_ready(const struct run *run)
{
	struct epoll_event events[16];
	int count = epoll_wait(run->epoll, events, ARRAY_SIZE(events), 0);

	for (int i = 0; i < count; i++) {
		struct task *task = events[i].data.ptr;

		if (task)
			task->is_ready = true;
	}
}

void run_advance(struct run *run)
{
	find_ready(run);
	for (size_t i = 0; i < run->lane_count; i++) {
		struct lane *lane = &run->lanes[i];

		for (unsigned int j = 0; j < run->parallelism; j++)
			task_advance(&lane->tasks[j]);
		begin_steps(lane);
		check_settings(lane);
		/* What one PF came to is all PFs' affair. */
		if (lane->failed && !run->goes_on)
			run->stops = true;
	}
	set_timer(run);
}

bool run_is_over(const struct run *run)
{
	for (size_t i = 0; i < run->lane_count; i++) {
		const struct lane *lane = &run->lanes[i];

		if (lane->under_way || (!run->stops && may_begin(lane)))
			return false;
	}
	return true;
}

bool run_has_failed(const struct run *run)
{
	for (size_t i = 0; i < run->lane_count; i++)
		if (run->lanes[i].failed)
			return true;
	return false;
}

void run_wait(struct run *run)
{
	struct epoll_event event;

	run_advance(run);
	while (!run_is_over(run)) {
		epoll_wait(run->epoll, &event, 1, -1);
		run_advance(run);
	}
}
