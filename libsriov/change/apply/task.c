/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A step as writes to sysfs, or several as settings, each done by a worker. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>

#include "base/error.h"
#include "change/apply/run.h"
#include "change/lease/lease.h"
#include "change/state/vf_state.h"
#include "kernel/guard.h"
#include "kernel/vf_sending.h"
#include "object/device/vfio_driver.h"

/* --- From a step to writes -------------------------------------------------------------------- */

PRINTF_LIKE(3, 4)
static void add_write(struct task *task, const char *text, const char *path, ...)
{
	struct task_write *write = &task->writes[task->count++];
	va_list arguments;

	va_start(arguments, path);
	vsnprintf(write->path, sizeof(write->path), path, arguments);
	va_end(arguments);
	snprintf(write->text, sizeof(write->text), "%s", text);
}

/* A write of nothing never reaches the kernel: a line end alone clears it. */
static void add_override(struct task *task, const char *override)
{
	char text[NAME_MAX + 2];

	snprintf(text, sizeof(text), "%.*s\n", NAME_MAX, override);
	add_write(task, text, "bus/pci/devices/%s/driver_override", task->vf);
}

/*
 * The override names the driver while the kernel looks for one, so that it takes that one and no
 * other, be new VFs given drivers or not; only a driver of VFIO keeps it.
 */
static void add_driver(struct task *task, const struct sriov_step *step, const char *now)
{
	bool is_choice = !strcmp(step->to_driver, VF_DRIVER_NATIVE);
	bool is_there = is_choice ? now[0] && !driver_is_vfio(now) : !strcmp(now, step->to_driver);
	const char *probed = is_choice ? "" : step->to_driver;

	/* By name, since new VFs may get no drivers by themselves any more. */
	if (task->is_again) {
		is_there = false;
		probed = now;
	}
	if (!is_there)
		add_override(task, probed);
	if (!is_there && now[0])
		add_write(task, task->vf, "bus/pci/drivers/%s/unbind", now);
	if (!is_there && step->to_driver[0])
		add_write(task, task->vf, "bus/pci/drivers_probe");
	if (is_there || strcmp(probed, step->override) != 0)
		add_override(task, step->override);
}

static enum sriov_code find_vf(struct task *task, const struct sriov_step *step,
			       char driver[NAME_MAX + 1], struct sriov_error **error)
{
	const struct tree *sysfs = &task->lane->run->context->sysfs;
	char name[NAME_MAX + 1];
	enum sriov_code code = tree_read_link(sysfs, name, error, "bus/pci/devices/%s/virtfn%u",
					      step->address, step->vf_index);

	if (!code && !address_parse(name, task->vf))
		code = error_set(error, SRIOV_CODE_MALFORMED, "\"%.64s\" is no PCI address", name);
	if (!code)
		code = tree_read_link_if_any(sysfs, driver, error, "bus/pci/devices/%s/driver",
					     task->vf);
	return code;
}

static enum sriov_code prepare(struct task *task, const struct sriov_step *step,
			       struct sriov_error **error)
{
	char driver[NAME_MAX + 1] = "", text[16];
	enum sriov_code code = SRIOV_CODE_OK;

	snprintf(text, sizeof(text), "%u", step->count);
	switch (step->kind) {
	case SRIOV_STEP_KIND_SET_AUTOPROBE:
		add_write(task, step->enable ? "1" : "0",
			  "bus/pci/devices/%s/sriov_drivers_autoprobe", step->address);
		break;
	case SRIOV_STEP_KIND_REMOVE_VFS:
		add_write(task, "0", "bus/pci/devices/%s/sriov_numvfs", step->address);
		break;
	case SRIOV_STEP_KIND_MAKE_VFS:
		add_write(task, text, "bus/pci/devices/%s/sriov_numvfs", step->address);
		break;
	case SRIOV_STEP_KIND_SET_MSIX_COUNT:
		code = find_vf(task, step, driver, error);
		add_write(task, text, "bus/pci/devices/%s/sriov_vf_msix_count", task->vf);
		break;
	case SRIOV_STEP_KIND_SET_DRIVER:
		code = find_vf(task, step, driver, error);
		if (!code)
			add_driver(task, step, driver);
		break;
	case SRIOV_STEP_KIND_SET_VF:
	case SRIOV_STEP_KIND_LOAD_MODULE:
	case SRIOV_STEP_KIND_UNKNOWN:
		break;
	}
	return code;
}

/* --- On a worker ------------------------------------------------------------------------------ */

static void drop_worker(struct task *task)
{
	worker_close(task->worker);
	task->worker = NULL;
}

/* It keeps the lease: while a write is under way nobody else may begin, even when we are killed. */
static enum sriov_code start_worker(struct task *task, const struct lane *lane,
				    struct sriov_error **error)
{
	struct epoll_event event = {.events = EPOLLIN, .data.ptr = task};
	enum sriov_code code;

	if (task->worker)
		return SRIOV_CODE_OK;
	code = worker_start(&task->worker, error);
	if (!code && lane->lease)
		code = worker_keep(task->worker, lease_get_fd(lane->lease), error);
	if (!code &&
	    epoll_ctl(lane->run->epoll, EPOLL_CTL_ADD, worker_get_fd(task->worker), &event))
		code = error_set_system(error, errno, "open", NULL, "watch a process of ours");
	if (code)
		drop_worker(task);
	return code;
}

static const struct sriov_step *step_of(const struct task *task)
{
	return lane_get_step(task->lane, task->position);
}

/* Takes the error over. */
static void conclude(struct task *task, enum sriov_step_result result, struct sriov_error *error)
{
	struct lane *lane = task->lane;

	task->lane = NULL;
	lane->under_way--;
	lane_conclude(lane, task->position, result, error);
}

/* One that was killed while it had nothing to do is replaced. */
static enum sriov_code hand_over(struct task *task, int fd, const void *bytes, size_t length,
				 struct sriov_error **error)
{
	enum sriov_code (*begin)(struct worker * worker, int fd, const void *bytes, size_t length,
				 struct sriov_error **error) =
		task->settings ? worker_begin_send : worker_begin_write;
	enum sriov_code code;

	task->began_ms = run_clock_ms();
	if (task->worker && !begin(task->worker, fd, bytes, length, NULL))
		return SRIOV_CODE_OK;
	drop_worker(task);
	code = start_worker(task, task->lane, error);
	return code ? code : begin(task->worker, fd, bytes, length, error);
}

enum sriov_code task_send(struct task *task, const struct vf_send *send, struct sriov_error **error)
{
	return hand_over(task, send->fd, send->bytes, send->length, error);
}

static enum sriov_code begin_write(struct task *task, struct sriov_error **error)
{
	const struct task_write *write = &task->writes[task->at];
	const struct tree *sysfs = &task->lane->run->context->sysfs;
	CLEANUP(cleanup_close) int fd = -1;
	struct sriov_error *failure = NULL;
	int number;

	if (tree_open_file(sysfs, O_WRONLY, &fd, &failure, "%s", write->path)) {
		number = sriov_error_get_errno(failure);
		sriov_error_unref(failure);
		return step_explain(task->lane, step_of(task), write, number, error);
	}
	log_add(sysfs->log, SRIOV_LOG_LEVEL_INFO, "write \"%.*s\" to %s/%s",
		(int)strcspn(write->text, "\n"), write->text, sysfs->root, write->path);
	return hand_over(task, fd, write->text, strlen(write->text), error);
}

/* The next write, or the end. */
static void go_on(struct task *task)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	if (task->at < task->count)
		code = begin_write(task, &failure);
	else if (!step_verify(task->lane, step_of(task), task->vf, &failure))
		conclude(task, SRIOV_STEP_RESULT_DONE, NULL);
	else
		code = sriov_error_get_code(failure);
	if (code)
		conclude(task, SRIOV_STEP_RESULT_FAILED, failure);
}

static void begin(struct task *task, struct lane *lane, size_t position)
{
	task->lane = lane;
	task->position = position;
	task->count = task->at = 0;
	task->is_again = task->is_check = false;
	task->step_began_ms = run_clock_ms();
	task->vf[0] = '\0';
	lane->under_way++;
}

static void begin_step(struct task *task)
{
	const struct sriov_step *step = step_of(task);
	struct lane *lane = task->lane;
	struct sriov_error *failure = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	if (lane->run->before)
		code = lane->run->before(lane->run->data, &step, 1, &failure);
	if (!code)
		code = prepare(task, step, &failure);
	if (!code)
		code = start_worker(task, lane, &failure);
	if (code)
		conclude(task, SRIOV_STEP_RESULT_FAILED, failure);
	else
		go_on(task);
}

void task_begin(struct task *task, struct lane *lane, size_t position)
{
	begin(task, lane, position);
	begin_step(task);
}

void task_begin_again(struct task *task, struct lane *lane, size_t position)
{
	begin(task, lane, position);
	task->is_again = true;
	begin_step(task);
}

/* --- Settings --------------------------------------------------------------------------------- */

/* Takes the error over. What is over is forgotten, and the task is free. */
static void end_settings(struct task *task, enum sriov_step_result result,
			 struct sriov_error *error)
{
	struct lane *lane = task->lane;

	settings_conclude(task, result, error);
	settings_free(task->settings);
	task->settings = NULL;
	task->lane = NULL;
	lane->under_way--;
}

/* Of those that were not concluded nothing more is known than a failure, if there is one. */
static void go_on_with_settings(struct task *task, int number)
{
	struct sriov_error *failure = NULL;

	settings_go_on(task, number, &failure);
	if (number == EOWNERDEAD)
		drop_worker(task);
	if (failure || !settings_are_under_way(task->settings))
		end_settings(task, SRIOV_STEP_RESULT_FAILED, failure);
}

size_t task_begin_settings(struct task *task, struct lane *lane, size_t position)
{
	struct sriov_error *failure = NULL;
	size_t count = settings_count(lane, position);

	begin(task, lane, position);
	if (settings_begin(task, &failure))
		end_settings(task, SRIOV_STEP_RESULT_FAILED, failure);
	return count;
}

void task_begin_check(struct task *task, struct lane *lane, size_t position)
{
	struct sriov_error *failure = NULL;

	begin(task, lane, position);
	task->is_check = true;
	if (settings_begin(task, &failure))
		end_settings(task, SRIOV_STEP_RESULT_FAILED, failure);
}

void task_clear(struct task *task)
{
	worker_close(task->worker);
	settings_free(task->settings);
	*task = (struct task) {.count = 0};
}

void task_get_ready(struct task *task, const struct lane *lane)
{
	start_worker(task, lane, NULL);
}

uint64_t task_get_end_ms(const struct task *task)
{
	if (!task->lane || !task->lane->run->deadline_ms)
		return 0;
	return task->step_began_ms + task->lane->run->deadline_ms;
}

/*
 * The worker is left to it, and the lease to the worker: whoever wants that next is told what he
 * waits for. The context tells what becomes of it; without a deadline it has no such list.
 */
static void leave(struct task *task, const struct guard_task *left, const char *doing)
{
	const struct sriov_context *context = task->lane->run->context;

	/* What it says in the end is not for this run, which would hear it for ever. */
	epoll_ctl(task->lane->run->epoll, EPOLL_CTL_DEL, worker_get_fd(task->worker), NULL);
	if (task->lane->lease)
		lease_hand_over(task->lane->lease, worker_get_pid(task->worker), doing);
	if (context->guard)
		guard_adopt(context->guard, task->worker, left, task->began_ms);
	else
		worker_close(task->worker);
	task->worker = NULL;
}

static void give_up_write(struct task *task, uint64_t ms)
{
	const struct task_write *write = &task->writes[task->at];
	char path[PATH_MAX], doing[PATH_MAX + NAME_MAX];
	struct guard_task left = {.kind = OVERDUE_WRITE, .path = path, .text = write->text};
	struct sriov_error *failure = NULL;

	snprintf(path, sizeof(path), "%s/%s", task->lane->run->context->sysfs.root, write->path);
	snprintf(doing, sizeof(doing), "the write of \"%.*s\" to %s",
		 (int)strcspn(write->text, "\n"), write->text, path);
	step_explain_stuck(task->lane, step_of(task), write, ms, &failure);
	leave(task, &left, doing);
	conclude(task, SRIOV_STEP_RESULT_STUCK, failure);
}

static void give_up(struct task *task)
{
	uint64_t ms = run_clock_ms() - task->step_began_ms;
	struct sriov_error *failure = NULL;
	char doing[SETTINGS_WORDS_SIZE];
	struct guard_task left;

	if (!task->settings) {
		give_up_write(task, ms);
		return;
	}
	settings_explain_stuck(task, ms, doing, &left, &failure);
	leave(task, &left, doing);
	end_settings(task, SRIOV_STEP_RESULT_STUCK, failure);
}

/* The kernel takes an attribute whole or not at all. */
static int number_of(const struct task *task, const struct worker_answer *answer)
{
	bool is_whole = answer->length == strlen(task->writes[task->at].text);

	return answer->number || is_whole ? answer->number : EIO;
}

static void take_answer(struct task *task, const struct worker_answer *answer)
{
	const struct task_write *write = &task->writes[task->at];
	int number = number_of(task, answer);
	struct sriov_error *failure = NULL;

	if (!number) {
		task->at++;
		go_on(task);
		return;
	}
	step_explain(task->lane, step_of(task), write, number, &failure);
	if (number == EOWNERDEAD)
		drop_worker(task);
	conclude(task, SRIOV_STEP_RESULT_FAILED, failure);
}

void task_advance(struct task *task)
{
	uint64_t end = task_get_end_ms(task);
	bool is_ready = task->is_ready;
	struct worker_answer answer;

	task->is_ready = false;
	if (!task->lane) {
		/* Else it would be readable for ever. */
		if (is_ready && task->worker && worker_has_died(task->worker))
			drop_worker(task);
		return;
	}
	if (is_ready && worker_take(task->worker, &answer))
		task->settings ? go_on_with_settings(task, answer.number)
			       : take_answer(task, &answer);
	else if (end && run_clock_ms() >= end)
		give_up(task);
}
