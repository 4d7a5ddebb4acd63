/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is done before the first step of a plan. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

#include "base/error.h"
#include "change/apply/apply.h"
#include "change/apply/recovery.h"
#include "change/apply/whole.h"
#include "change/plan/pf_diff.h"
#include "change/plan/plan_check.h"
#include "object/module/module.h"

/* Only PFs that have steps are leased and looked at. */
static size_t count_pfs(const struct sriov_plan *plan)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->pf_count; i++)
		count += plan->pfs[i].count > 0;
	return count;
}

static enum sriov_code take_leases(struct sriov_apply *apply, struct sriov_error **error)
{
	const struct sriov_plan *plan = apply->plan;
	CLEANUP(cleanup_free)
	char(*addresses)[ADDRESS_SIZE] = calloc(plan->pf_count + 1, ADDRESS_SIZE);
	size_t count = 0;

	if (!addresses)
		return error_no_memory(error);
	for (size_t i = 0; i < plan->pf_count; i++)
		if (plan->pfs[i].count)
			memcpy(addresses[count++], plan->pfs[i].pf->device->address, ADDRESS_SIZE);
	return leases_acquire(&apply->leases, plan->context, (const char(*)[ADDRESS_SIZE])addresses,
			      count, &apply->options.held, &apply->options.lease, error);
}

/* --- Is it as it was when it was planned? ----------------------------------------------------- */

static bool is_of_same_kind(const struct sriov_device *one, const struct sriov_device *other)
{
	return one->vendor_id == other->vendor_id && one->device_id == other->device_id &&
	       one->subsystem_vendor_id == other->subsystem_vendor_id &&
	       one->subsystem_device_id == other->subsystem_device_id;
}

static enum sriov_code say_changed(const struct sriov_device *planned,
				   const struct sriov_device *now, struct sriov_error **error)
{
	if (is_of_same_kind(planned, now))
		return error_set(error, SRIOV_CODE_BUSY,
				 "%s was removed since the plan was made, and is there again, be "
				 "it the same card or another one of its kind: plan again",
				 planned->address);
	return error_set(error, SRIOV_CODE_BUSY,
			 "%s is another card than when the plan was made: it was %04x:%04x "
			 "(subsystem %04x:%04x) and is %04x:%04x (subsystem %04x:%04x): plan again",
			 planned->address, planned->vendor_id, planned->device_id,
			 planned->subsystem_vendor_id, planned->subsystem_device_id, now->vendor_id,
			 now->device_id, now->subsystem_vendor_id, now->subsystem_device_id);
}

/* One that is gone is told of when it is looked at. */
static enum sriov_code check_card(const struct pf_plan *planned, struct sriov_error **error)
{
	const struct sriov_device *device = planned->pf->device;
	uint64_t number =
		tree_find_number(&device->context->sysfs, "bus/pci/devices/%s", device->address);
	struct sriov_device *now;
	enum sriov_code code;

	if (!number || !planned->number || number == planned->number)
		return SRIOV_CODE_OK;
	code = device_read(device->context, device->address, &now, error);
	if (!code)
		code = say_changed(device, now, error);
	error_set_device(error, device->address);
	sriov_device_unref(now);
	return code;
}

static enum sriov_code compare(const struct pf_plan *planned, const struct sriov_pf *pf,
			       const struct sriov_pf_state *now, struct sriov_error **error)
{
	struct sriov_step_list *steps = list_new();
	char label[PF_LABEL_SIZE];
	enum sriov_code code =
		steps ? pf_diff(pf, now, planned->now, steps, error) : error_no_memory(error);

	pf_label(pf, label);
	if (!code && sriov_step_list_get_count(steps))
		code = error_set(error, SRIOV_CODE_BUSY,
				 "%s is not as it was when the plan was made: plan again. The way "
				 "back there would begin with \"%s\"",
				 label, sriov_step_list_get(steps, 0)->description);
	if (code)
		error_set_device(error, pf->device->address);
	sriov_step_list_unref(steps);
	return code;
}

static enum sriov_code look_at_pfs(struct sriov_apply *apply, struct sriov_error **error)
{
	const struct sriov_plan *plan = apply->plan;
	size_t number = 0;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && i < plan->pf_count; i++) {
		const struct pf_plan *planned = &plan->pfs[i];
		struct journal_pf *pf = &apply->pfs[number];
		struct sriov_pf *now = NULL;

		if (!planned->count)
			continue;
		memcpy(pf->address, planned->pf->device->address, ADDRESS_SIZE);
		code = check_card(planned, error);
		if (!code)
			code = whole_capture(plan->context, pf->address, planned->now, &now,
					     &pf->old, &apply->run.lanes[number].vfs, error);
		if (!code)
			code = compare(planned, now, pf->old, error);
		if (!code)
			pf->target = sriov_pf_state_ref(planned->target);
		sriov_pf_unref(now);
		number++;
	}
	return code;
}

/* Who has begun to use a VF since it was planned keeps it, and nobody begins now. */
static enum sriov_code check_uses(struct sriov_apply *apply, struct sriov_error **error)
{
	CLEANUP(mistakes_clear) struct mistakes mistakes = {.count = 0};

	apply->keep.owner = apply->options.lease.owner;
	for (size_t i = 0; i < apply->plan->pf_count; i++) {
		struct sriov_error *failure = NULL;

		if (plan_check_and_keep(apply->plan, &apply->plan->pfs[i], &apply->keep, &mistakes,
					&failure))
			mistakes_add(&mistakes, failure);
	}
	return mistakes_conclude(&mistakes, "the plan is not carried out", error);
}

/* --- Modules ---------------------------------------------------------------------------------- */

static void tell_progress(struct sriov_apply *apply, const struct sriov_step *step,
			  enum sriov_step_result result)
{
	if (apply->options.progress &&
	    apply->options.progress(apply->options.user_data, step, result))
		sriov_apply_cancel(apply);
}

static enum sriov_code load_module(const struct sriov_apply *apply, const struct sriov_step *step,
				   struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code =
		sriov_module_open(apply->plan->context, step->to_driver, &module, error);

	if (code)
		return code;
	code = module_load(module, apply->run.deadline_ms, error);
	sriov_module_unref(module);
	return code;
}

static enum sriov_step_result result_of_load(enum sriov_code code)
{
	if (!code)
		return SRIOV_STEP_RESULT_DONE;
	return code == SRIOV_CODE_TIMEOUT ? SRIOV_STEP_RESULT_STUCK : SRIOV_STEP_RESULT_FAILED;
}

/* When the callback has it ended the run hears of that, and begins nothing. */
static enum sriov_code load_modules(struct sriov_apply *apply, struct sriov_error **error)
{
	size_t count = apply->plan->module_count;

	for (size_t i = 0; i < count && !atomic_load(&apply->cancelled); i++) {
		const struct sriov_step *step = sriov_step_list_get(apply->plan->steps, i);
		struct sriov_error *failure = NULL;
		enum sriov_code code;

		tell_progress(apply, step, SRIOV_STEP_RESULT_UNDER_WAY);
		code = load_module(apply, step, &failure);
		apply->outcomes[i].result = result_of_load(code);
		tell_progress(apply, step, apply->outcomes[i].result);
		if (code)
			return error_move(error, &failure);
	}
	return SRIOV_CODE_OK;
}

/* --- The run ---------------------------------------------------------------------------------- */

/* The callback may have had it ended: that is heard before another step begins. */
static void tell_of_run(struct sriov_apply *apply, const struct sriov_step *step,
			enum sriov_step_result result)
{
	tell_progress(apply, step, result);
	if (atomic_load(&apply->cancelled))
		apply->run.stops = true;
}

static enum sriov_code before(void *data, const struct sriov_step *const *steps, size_t count,
			      struct sriov_error **error)
{
	struct sriov_apply *apply = data;
	enum sriov_code code = journal_add(&apply->journal, steps, count, error);

	/* What is taken back is in the journal already: it does not depend on this line. */
	if (code && apply->is_back) {
		sriov_error_unref(*error);
		*error = NULL;
		code = SRIOV_CODE_OK;
	}
	for (size_t i = 0; !code && i < count; i++)
		tell_of_run(apply, steps[i], SRIOV_STEP_RESULT_UNDER_WAY);
	return code;
}

static void after(void *data, const struct sriov_step *step, enum sriov_step_result result)
{
	tell_of_run(data, step, result);
}

static void set_rules(struct sriov_apply *apply, struct run *run)
{
	run->context = apply->plan->context;
	run->parallelism = apply->options.parallelism;
	run->deadline_ms = apply->options.has_deadline ? apply->options.deadline_ms
						       : apply->plan->context->deadline_ms;
	run->before = before;
	run->after = after;
	run->data = apply;
	apply->way.run = *run;
	apply->way.run.goes_on = true;
}

static enum sriov_code prepare_run(struct sriov_apply *apply, struct sriov_error **error)
{
	struct epoll_event event = {.events = EPOLLIN};
	const struct sriov_plan *plan = apply->plan;
	size_t number = 0;
	enum sriov_code code;

	set_rules(apply, &apply->run);
	code = run_prepare(&apply->run, count_pfs(plan), error);
	for (size_t i = 0; !code && i < plan->pf_count; i++) {
		struct lane *lane = &apply->run.lanes[number];

		if (!plan->pfs[i].count)
			continue;
		lane->pf = plan->pfs[i].pf;
		lane->steps = plan->steps;
		lane->first = plan->pfs[i].first;
		lane->count = plan->pfs[i].count;
		lane->outcomes = apply->outcomes;
		lane->lease = leases_find(&apply->leases, lane->pf->device->address);
		number++;
	}
	if (!code && epoll_ctl(apply->epoll, EPOLL_CTL_ADD, apply->run.epoll, &event))
		code = error_set_system(error, errno, "open", NULL, "watch what is waited for");
	return code;
}

enum sriov_code apply_begin(struct sriov_apply *apply, struct sriov_error **error)
{
	size_t count = count_pfs(apply->plan);
	enum sriov_code code;

	apply->pfs = calloc(count + 1, sizeof(*apply->pfs));
	apply->outcomes =
		calloc(sriov_step_list_get_count(apply->plan->steps) + 1, sizeof(*apply->outcomes));
	if (!apply->pfs || !apply->outcomes)
		return error_no_memory(error);
	code = take_leases(apply, error);
	if (!code)
		code = recovery_run(apply->plan->context, &apply->leases, NULL, error);
	if (!code)
		code = prepare_run(apply, error);
	if (!code)
		code = look_at_pfs(apply, error);
	if (!code)
		code = check_uses(apply, error);
	if (!code && count)
		code = journal_begin(&apply->journal, apply->plan->context,
				     apply->options.lease.owner, apply->pfs, count, error);
	if (code)
		return code;
	/* They stay loaded, whatever becomes of the rest. */
	code = load_modules(apply, error);
	if (code)
		journal_end(&apply->journal, NULL);
	return code;
}
