/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A plan from its first step to its end: forth, and back when that fails. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

#include "base/error.h"
#include "change/apply/apply.h"

/* A recovery that still finds the journal takes back what was done, if no VFs were removed. */
static void end(struct sriov_apply *apply, enum sriov_apply_result result)
{
	struct sriov_error *failure = NULL;

	if (result == SRIOV_APPLY_RESULT_LEFT) {
		journal_leave(&apply->journal);
	} else if (journal_end(&apply->journal, &failure)) {
		result = SRIOV_APPLY_RESULT_LEFT;
		error_explain(&failure, SRIOV_CODE_PARTIAL,
			      "the plan came to its end, but its journal stays, and a recovery "
			      "may take it back");
		sriov_error_unref(apply->error);
		apply->error = failure;
	}
	apply->result = result;
	run_clear(&apply->run);
	run_clear(&apply->way.run);
	reservation_keep_drop(&apply->keep);
	leases_drop(&apply->leases);
	/* Over is readable. */
	sriov_apply_cancel(apply);
}

/* --- What is told ----------------------------------------------------------------------------- */

static void note_forth(struct sriov_apply *apply)
{
	size_t count = sriov_step_list_get_count(apply->plan->steps);

	for (size_t i = 0; i < count; i++)
		if (apply->outcomes[i].result == SRIOV_STEP_RESULT_FAILED ||
		    apply->outcomes[i].result == SRIOV_STEP_RESULT_STUCK)
			mistakes_add(&apply->mistakes, sriov_error_ref(apply->outcomes[i].error));
	if (!apply->mistakes.count && atomic_load(&apply->cancelled)) {
		struct sriov_error *cancelled = NULL;

		error_set(&cancelled, SRIOV_CODE_CANCELLED, "it was cancelled");
		mistakes_add(&apply->mistakes, cancelled);
	}
	apply->forth_count = apply->mistakes.count;
}

static void conclude(struct sriov_apply *apply)
{
	bool is_back = apply->mistakes.count == apply->forth_count;
	enum sriov_apply_result result =
		is_back ? SRIOV_APPLY_RESULT_TAKEN_BACK : SRIOV_APPLY_RESULT_LEFT;
	enum sriov_code first = sriov_error_get_code(apply->mistakes.errors[0]);

	mistakes_conclude(&apply->mistakes,
			  is_back ? "the plan failed, and what was done of it was taken back"
				  : "the plan failed, and what was done of it is not all taken "
				    "back",
			  &apply->error);
	if (!is_back && first != SRIOV_CODE_TIMEOUT && first != SRIOV_CODE_NO_MEMORY)
		error_explain(&apply->error, SRIOV_CODE_PARTIAL,
			      "neither as before nor as it should be");
	end(apply, result);
}

/* --- Back ------------------------------------------------------------------------------------- */

/* A PF whose write is still under way cannot be brought anywhere. */
static bool is_stuck(const struct sriov_apply *apply, const char *address)
{
	for (size_t i = 0; i < apply->run.lane_count; i++)
		if (!strcmp(apply->run.lanes[i].pf->device->address, address))
			return apply->run.lanes[i].stuck;
	return false;
}

static enum sriov_code fill_way(struct sriov_apply *apply, struct sriov_error **error)
{
	struct way *way = &apply->way;

	way->pfs = calloc(apply->run.lane_count + 1, sizeof(*way->pfs));
	if (!way->pfs)
		return error_no_memory(error);
	for (size_t i = 0; i < apply->run.lane_count; i++) {
		if (is_stuck(apply, apply->pfs[i].address))
			continue;
		memcpy(way->pfs[way->count].address, apply->pfs[i].address, ADDRESS_SIZE);
		way->pfs[way->count].may_rebind = apply->pfs[i].target->allow_in_use;
		way->pfs[way->count++].target = apply->pfs[i].old;
	}
	return SRIOV_CODE_OK;
}

static void turn_back(struct sriov_apply *apply)
{
	struct epoll_event event = {.events = EPOLLIN};
	struct sriov_error *failure = NULL;
	enum sriov_code code;

	note_forth(apply);
	apply->is_back = true;
	journal_turn_back(&apply->journal);
	code = fill_way(apply, &failure);
	if (!code)
		code = way_prepare(&apply->way, apply->plan->context, &apply->leases,
				   &apply->mistakes, &failure);
	if (!code && epoll_ctl(apply->epoll, EPOLL_CTL_ADD, apply->way.run.epoll, &event))
		code = error_set_system(&failure, errno, "open", NULL, "watch what is waited for");
	if (code) {
		mistakes_add(&apply->mistakes, failure);
		conclude(apply);
		return;
	}
	/* Meanwhile a machine may have taken a VF that was made, or bound, for it. */
	way_spare_used(&apply->way, &apply->mistakes);
}

static bool has_stuck(const struct sriov_apply *apply)
{
	for (size_t i = 0; i < apply->run.lane_count; i++)
		if (apply->run.lanes[i].stuck)
			return true;
	return false;
}

static void go_back(struct sriov_apply *apply)
{
	struct sriov_error *left = NULL;

	run_advance(&apply->way.run);
	if (!run_is_over(&apply->way.run))
		return;
	way_note_failures(&apply->way, &apply->mistakes);
	if (has_stuck(apply)) {
		error_set(&left, SRIOV_CODE_TIMEOUT,
			  "what is under way has to end before it can be taken back: recover then");
		mistakes_add(&apply->mistakes, left);
	}
	conclude(apply);
}

/* --- Forth ------------------------------------------------------------------------------------ */

static bool is_all_done(const struct sriov_apply *apply)
{
	for (size_t i = 0; i < apply->run.lane_count; i++)
		if (apply->run.lanes[i].next < apply->run.lanes[i].count)
			return false;
	return !run_has_failed(&apply->run);
}

static void go_forth(struct sriov_apply *apply)
{
	if (atomic_load(&apply->cancelled))
		apply->run.stops = true;
	run_advance(&apply->run);
	if (!run_is_over(&apply->run))
		return;
	if (is_all_done(apply))
		end(apply, SRIOV_APPLY_RESULT_APPLIED);
	else
		turn_back(apply);
}

/* Cancelling wakes it for good, so that it is heard once. */
static void hear(const struct sriov_apply *apply)
{
	uint64_t times;

	if (!atomic_load(&apply->cancelled))
		return;
	if (read(apply->wake, &times, sizeof(times)) < 0)
		return;
}

void apply_go_on(struct sriov_apply *apply)
{
	hear(apply);
	if (!apply->is_back)
		go_forth(apply);
	if (apply->is_back && apply->result == SRIOV_APPLY_RESULT_UNDER_WAY)
		go_back(apply);
}
