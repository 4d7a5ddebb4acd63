/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Steps of several PFs, carried out side by side by one thread: writes to sysfs and what is sent by
 * netlink, which may block, are done by workers, and the run goes on as they answer.
 */
#ifndef CHANGE_RUN_H
#define CHANGE_RUN_H

#include <limits.h>
#include <stdint.h>

#include "sriov/vf.h"

#include "base/address.h"
#include "change/plan/step.h"
#include "kernel/worker.h"

/* What became of a step; the error of one that was done tells what is not as it was set. */
struct outcome {
	enum sriov_step_result result;
	struct sriov_error *error;
	bool is_again; /* a driver that is to be bound once more */
};

struct guard_task;
struct run;
struct lane;
struct settings;
struct vf_reading;
struct vf_send;

/* A write to sysfs: below its root. Both have room for any name of a driver. */
struct task_write {
	char path[NAME_MAX + 64];
	char text[NAME_MAX + 2];
};

#define TASK_MOST_WRITES 4

/* A step that a worker is at; free while there is no lane. */
struct task {
	struct lane *lane;
	size_t position;
	struct worker *worker; /* kept for the next step */
	bool is_ready;	       /* it has answered, or died */
	struct task_write writes[TASK_MOST_WRITES];
	size_t count;
	size_t at;
	uint64_t began_ms;	/* what is under way */
	uint64_t step_began_ms; /* whose deadline is that of all of it */
	char vf[ADDRESS_SIZE];
	struct settings *settings; /* instead of writes, for several steps; else NULL */
	bool is_again;		   /* the driver is bound once more, though it is there */
	bool is_check;		   /* of settings that were made before */
};

/* The steps of one PF, one after the other; binding VFs to drivers goes side by side. */
struct lane {
	struct run *run;
	const struct sriov_pf *pf;     /* borrowed */
	struct sriov_vf_list *vfs;     /* as they were before: who holds them is told by them */
	struct sriov_step_list *steps; /* borrowed */
	size_t first;		       /* in the steps */
	size_t count;
	struct outcome *outcomes;  /* borrowed: of all steps of the list */
	struct sriov_lease *lease; /* borrowed; the workers keep it */
	size_t next;		   /* from the first on */
	uint64_t began_ms;	   /* the last step that began */
	uint64_t more_ms; /* when to go on by itself, be it with one more worker; 0 for never */
	uint64_t link_ms; /* until when a link is waited for; 0 while none was */
	unsigned int under_way;
	bool failed;
	bool stuck;
	unsigned int checks; /* of settings, after drivers were bound */
	bool has_rebound;    /* some after the first of these */
	bool is_checked;
	struct task *tasks;
};

struct run {
	struct sriov_context *context;
	struct lane *lanes;
	size_t lane_count;
	unsigned int parallelism;
	uint32_t deadline_ms; /* 0 for none */
	bool goes_on;	      /* a step that failed does not keep the next from being tried */
	bool stops;	      /* no step begins any more */
	int epoll;
	int timer;
	/* Before steps and after each. A failure before them is one of them all. */
	enum sriov_code (*before)(void *data, const struct sriov_step *const *steps, size_t count,
				  struct sriov_error **error);
	void (*after)(void *data, const struct sriov_step *step, enum sriov_step_result result);
	void *data;
};

/* The lanes are to be filled in; parallelism and context are set. */
enum sriov_code run_prepare(struct run *run, size_t lane_count, struct sriov_error **error);

/* Workers that are at something are left to it. */
void run_clear(struct run *run);

/* Goes on as far as it can. */
void run_advance(struct run *run);

/* No step is under way, but for those that are stuck, and none will begin. */
bool run_is_over(const struct run *run);

/* Some step has failed, or is stuck. */
bool run_has_failed(const struct run *run);

/* For those who have nothing else to do: advances until it is over. */
void run_wait(struct run *run);

/* --- Between the files of a run --------------------------------------------------------------- */

uint64_t run_clock_ms(void);

const struct sriov_step *lane_get_step(const struct lane *lane, size_t position);

/* Notes what became of a step; takes the error over. */
void lane_conclude(struct lane *lane, size_t position, enum sriov_step_result result,
		   struct sriov_error *error);

/* Begins a step on a free task; what it comes to is concluded. */
void task_begin(struct task *task, struct lane *lane, size_t position);

/* A setting, and all others that come in a row with it: gives how many. */
size_t task_begin_settings(struct task *task, struct lane *lane, size_t position);

/* The same for a driver that is bound already, so that it begins anew. */
void task_begin_again(struct task *task, struct lane *lane, size_t position);

/*
 * All settings from this one on are looked at once more. What is not so any more is set again and
 * its driver bound again by task_begin_again(), or with the second check has failed.
 */
void task_begin_check(struct task *task, struct lane *lane, size_t position);

/* Nothing is under way any more, nor will it be heard of. */
void task_clear(struct task *task);

/* Has its worker started before there is a step for it; what fails then fails again. */
void task_get_ready(struct task *task, const struct lane *lane);

/* The worker has answered, or its time is over; or it has died with nothing to do. */
void task_advance(struct task *task);

/* When its time is over; 0 when it has no end. */
uint64_t task_get_end_ms(const struct task *task);

/* New VFs are to have rates and their PF, which was reset for them, has no link yet. */
bool settings_want_link(const struct lane *lane, size_t position);

/* How many there are in a row, from this step on. */
size_t settings_count(const struct lane *lane, size_t position);

/*
 * The first of those that were made before native drivers were bound to their VFs, if any were:
 * such a driver may have set something else meanwhile.
 */
bool settings_are_to_be_checked(const struct lane *lane, size_t *position);

/* Whether one that is not so is to be set once more, at a check; when not, it is done with. */
bool settings_may_set_again(const struct task *task, const struct sriov_step *step,
			    const struct outcome *outcome, const struct vf_reading *reading);

/* Begins on them; fails when nothing was begun. */
enum sriov_code settings_begin(struct task *task, struct sriov_error **error);

/* What was sent for them was handled with this errno, or 0. Sends what comes next, if anything. */
enum sriov_code settings_go_on(struct task *task, int number, struct sriov_error **error);

/* Whether something is under way. */
bool settings_are_under_way(const struct settings *settings);

/* Concludes all that were not. */
void settings_conclude(struct task *task, enum sriov_step_result result, struct sriov_error *error);

/* What is under way for too long, in the words of a sentence and for who takes it over. */
#define SETTINGS_WORDS_SIZE 192
enum sriov_code settings_explain_stuck(const struct task *task, uint64_t ms,
				       char words[SETTINGS_WORDS_SIZE], struct guard_task *left,
				       struct sriov_error **error);

/* Takes NULL. */
void settings_free(struct settings *settings);

/* Has the task's worker send it. */
enum sriov_code task_send(struct task *task, const struct vf_send *send,
			  struct sriov_error **error);

/* Holds a step that was done against what the kernel tells. */
enum sriov_code step_verify(const struct lane *lane, const struct sriov_step *step, const char *vf,
			    struct sriov_error **error);

/* Why the kernel refused a write. */
enum sriov_code step_explain(const struct lane *lane, const struct sriov_step *step,
			     const struct task_write *write, int number,
			     struct sriov_error **error);

/* What is under way for too long, and who holds the device. */
enum sriov_code step_explain_stuck(const struct lane *lane, const struct sriov_step *step,
				   const struct task_write *write, uint64_t ms,
				   struct sriov_error **error);

#endif
