/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/apply.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/error.h"

OBJECT_REFERENCES(apply)

static void wait_for_end(struct sriov_apply *apply)
{
	struct pollfd poll_for = {.fd = apply->epoll, .events = POLLIN};

	while (apply->result == SRIOV_APPLY_RESULT_UNDER_WAY) {
		poll(&poll_for, 1, -1);
		sriov_apply_advance(apply);
	}
}

/* A child that was forked may drop it and no more. */
static bool is_own(const struct sriov_apply *apply)
{
	return apply->maker == getpid();
}

static void destroy(void *object)
{
	struct sriov_apply *apply = object;
	size_t count = apply->plan ? sriov_step_list_get_count(apply->plan->steps) : 0;

	if (is_own(apply) && apply->result == SRIOV_APPLY_RESULT_UNDER_WAY &&
	    apply->journal.fd >= 0) {
		sriov_apply_cancel(apply);
		wait_for_end(apply);
	}
	journal_leave(&apply->journal);
	way_clear(&apply->way);
	run_clear(&apply->run);
	for (size_t i = 0; apply->outcomes && i < count; i++)
		sriov_error_unref(apply->outcomes[i].error);
	free(apply->outcomes);
	for (size_t i = 0; apply->pfs && apply->pfs[i].old; i++) {
		sriov_pf_state_unref(apply->pfs[i].old);
		sriov_pf_state_unref(apply->pfs[i].target);
	}
	free(apply->pfs);
	mistakes_clear(&apply->mistakes);
	reservation_keep_drop(&apply->keep);
	leases_drop(&apply->leases);
	sriov_error_unref(apply->error);
	cleanup_close(&apply->wake);
	cleanup_close(&apply->epoll);
	sriov_plan_unref(apply->plan);
}

static enum sriov_code make(struct sriov_plan *plan, const struct sriov_apply_options *options,
			    struct sriov_apply **apply, struct sriov_error **error)
{
	struct epoll_event event = {.events = EPOLLIN};
	struct sriov_apply *made = object_new(sizeof(*made), destroy);

	if (!made)
		return error_no_memory(error);
	*apply = made;
	made->maker = getpid();
	made->plan = sriov_plan_ref(plan);
	made->options = options ? *options : apply_defaults;
	made->journal = JOURNAL_NONE;
	made->epoll = epoll_create1(EPOLL_CLOEXEC);
	made->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (made->epoll < 0 || made->wake < 0 ||
	    epoll_ctl(made->epoll, EPOLL_CTL_ADD, made->wake, &event))
		return error_set_system(error, errno, "open", NULL, "make what is waited for");
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_apply_start(struct sriov_plan *plan,
					 const struct sriov_apply_options *options,
					 struct sriov_apply **apply, struct sriov_error **error)
{
	struct sriov_apply *made = NULL;
	enum sriov_code code;

	if (!apply)
		return error_null(error, "apply");
	*apply = NULL;
	if (!plan)
		return error_null(error, "plan");
	code = make(plan, options, &made, error);
	/* The callback may look at it, when modules are loaded already. */
	*apply = made;
	if (!code)
		code = apply_begin(made, error);
	if (code) {
		*apply = NULL;
		sriov_apply_unref(made);
		return code;
	}
	/* They were the options'. */
	made->options.lease.owner = NULL;
	made->keep.owner = NULL;
	made->options.held = (struct leases) {.count = 0};
	sriov_apply_advance(made);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_plan_apply(struct sriov_plan *plan,
					const struct sriov_apply_options *options,
					struct sriov_apply **apply, struct sriov_error **error)
{
	struct sriov_apply *own, **made = apply ? apply : &own;
	enum sriov_code code = sriov_apply_start(plan, options, made, error);

	if (code)
		return code;
	wait_for_end(*made);
	code = sriov_error_get_code((*made)->error);
	if (error && (*made)->error)
		*error = sriov_error_ref((*made)->error);
	if (!apply)
		sriov_apply_unref(own);
	return code;
}

EXPORT void sriov_apply_advance(struct sriov_apply *apply)
{
	if (apply && is_own(apply) && apply->result == SRIOV_APPLY_RESULT_UNDER_WAY)
		apply_go_on(apply);
}

/* Readable for good: it is over soon, and is readable then as well. */
EXPORT void sriov_apply_cancel(struct sriov_apply *apply)
{
	uint64_t one = 1;
	int number = errno;

	if (!apply || !is_own(apply))
		return;
	atomic_store(&apply->cancelled, true);
	/* What a signal handler interrupts may be about to look at it; a full count is readable. */
	if (write(apply->wake, &one, sizeof(one)) < 0)
		errno = number;
}

EXPORT int sriov_apply_get_descriptor(const struct sriov_apply *apply)
{
	return apply ? apply->epoll : -1;
}

EXPORT enum sriov_apply_result sriov_apply_get_result(const struct sriov_apply *apply)
{
	return apply ? apply->result : SRIOV_APPLY_RESULT_UNDER_WAY;
}

EXPORT const struct sriov_error *sriov_apply_get_error(const struct sriov_apply *apply)
{
	return apply ? apply->error : NULL;
}

EXPORT const struct sriov_plan *sriov_apply_get_plan(const struct sriov_apply *apply)
{
	return apply ? apply->plan : NULL;
}

static bool has(const struct sriov_apply *apply, size_t position)
{
	return apply && position < sriov_step_list_get_count(apply->plan->steps);
}

EXPORT size_t sriov_apply_get_done_count(const struct sriov_apply *apply)
{
	size_t count = 0;

	for (size_t i = 0; has(apply, i); i++)
		count += apply->outcomes[i].result != SRIOV_STEP_RESULT_NOT_BEGUN &&
			 apply->outcomes[i].result != SRIOV_STEP_RESULT_UNDER_WAY;
	return count;
}

EXPORT enum sriov_step_result sriov_apply_get_step_result(const struct sriov_apply *apply,
							  size_t position)
{
	return has(apply, position) ? apply->outcomes[position].result : SRIOV_STEP_RESULT_UNKNOWN;
}

EXPORT const struct sriov_error *sriov_apply_get_step_error(const struct sriov_apply *apply,
							    size_t position)
{
	return has(apply, position) ? apply->outcomes[position].error : NULL;
}
