/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is under way in the kernel, or of another plan, under a lease that somebody has. */
#include "unit.h"

#include <unistd.h>

#include "change/apply/journal.h"
#include "full_pipe.h"

#define PF	 "0000:03:00.0"
#define PROBE	 "sys/bus/pci/drivers_probe"
#define DEADLINE 200
#define BOUND	 "\"vfs\": [{\"index\": 1, \"driver\": \"vfio-pci\"}]"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_plan *plan;
static struct sriov_lease *lease;
static struct sriov_apply_options *options;
static struct sriov_apply *apply, *other;
static struct sriov_error *error;
static int probe = -1;

static struct sriov_state *make_state(const char *fields)
{
	struct sriov_state *state;
	char json[512];

	snprintf(json, sizeof(json), "{\"version\": 1, \"pfs\": [{\"pf\": \"" PF "\", %s}]}",
		 fields);
	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	return state;
}

static void make_plan(const char *fields)
{
	struct sriov_state *state = make_state(fields);

	sriov_plan_unref(plan);
	expect_success(sriov_plan_make(context, state, &plan, &error), error);
	sriov_state_unref(state);
}

static void set_up(void)
{
	struct sriov_context_options *context_options;

	fake = fake_new();
	fake_add_device(fake, PF, &fake_nvme);
	fake_set_driver(fake, PF, "nvme");
	fake_make_pf(fake, PF, &fake_nvme_sriov);
	fake_add_vfs(fake, PF, 2);
	fake_add_driver(fake, "vfio-pci");
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 4711, "python3");
	fake_link(fake, "4711", "proc/self");
	context_options = fake_make_options(fake);
	expect_success(sriov_context_options_set_deadline_ms(context_options, DEADLINE, &error),
		       error);
	expect_success(sriov_context_new(context_options, &context, &error), error);
	sriov_context_options_unref(context_options);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	expect_success(sriov_pf_acquire_lease(pf, NULL, &lease, &error), error);
	expect_success(sriov_apply_options_new(&options, &error), error);
	expect_success(sriov_apply_options_add_lease(options, lease, &error), error);
	probe = full_pipe_make(fake, PROBE);
}

static void tear_down(void)
{
	full_pipe_drain(probe);
	sriov_apply_unref(other);
	sriov_apply_unref(apply);
	sriov_plan_unref(plan);
	sriov_apply_options_unref(options);
	sriov_lease_unref(lease);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	close(probe);
	fake_free(fake);
}

/* The one of this process is dropped, with all that holds it. */
static void drop_lease(void)
{
	sriov_apply_options_unref(options);
	sriov_lease_unref(lease);
	options = NULL;
	lease = NULL;
}

static void expect_owner(bool is_there)
{
	struct sriov_owner *owner;

	expect_success(sriov_pf_read_lease_owner(pf, &owner, &error), error);
	ck_assert_int_eq(owner != NULL, is_there);
	sriov_owner_unref(owner);
}

static struct sriov_pf_state *make_pf_state(const char *fields)
{
	struct sriov_state *state = make_state(fields);
	struct sriov_pf_state *made =
		sriov_pf_state_ref(sriov_pf_state_list_get(sriov_state_get_pfs(state), 0));

	sriov_state_unref(state);
	return made;
}

/* What one that was killed has left: a VF is on no driver, and was on another one. */
static void leave_journal(void)
{
	struct journal_pf left = {
		.address = PF,
		.old = make_pf_state("\"vf_count\": 2, " BOUND),
		.target = make_pf_state("\"vf_count\": 2"),
	};
	struct journal_writer writer = JOURNAL_NONE;

	expect_success(journal_begin(&writer, context, "my-agent", &left, 1, &error), error);
	journal_leave(&writer);
	sriov_pf_state_unref(left.old);
	sriov_pf_state_unref(left.target);
}

/* The lease stays with what a plan has begun, and with what its recovery has begun. */
START_TEST(a_step_that_is_stuck_keeps_the_lease)
{
	make_plan(BOUND);
	expect_failure(sriov_plan_apply(plan, options, NULL, &error), SRIOV_CODE_TIMEOUT, error,
		       "goes on in the kernel");
	drop_lease();
	expect_owner(true);
}
END_TEST

START_TEST(a_recovery_that_is_stuck_keeps_the_lease)
{
	leave_journal();
	make_plan(BOUND);
	expect_failure(sriov_plan_apply(plan, options, NULL, &error), SRIOV_CODE_PARTIAL, error,
		       "goes on in the kernel");
	drop_lease();
	expect_owner(true);
}
END_TEST

/* Whoever keeps the lease comes no further either, until it is over. */
START_TEST(nothing_begins_while_a_step_is_stuck)
{
	make_plan(BOUND);
	expect_failure(sriov_plan_apply(plan, options, NULL, &error), SRIOV_CODE_TIMEOUT, error,
		       "goes on in the kernel");
	expect_failure(sriov_plan_apply(plan, options, NULL, &error), SRIOV_CODE_BUSY, error,
		       "an earlier change is not over");
}
END_TEST

START_TEST(a_lease_is_lent_to_one_plan_at_a_time)
{
	make_plan(BOUND);
	expect_success(sriov_apply_start(plan, options, &apply, &error), error);
	ck_assert_int_eq(sriov_apply_get_result(apply), SRIOV_APPLY_RESULT_UNDER_WAY);
	expect_failure(sriov_apply_start(plan, options, &other, &error), SRIOV_CODE_BUSY, error,
		       PF ": another plan is carried out under the same lease");
	/* The first one goes on as if nothing had been. */
	ck_assert_int_eq(sriov_apply_get_result(apply), SRIOV_APPLY_RESULT_UNDER_WAY);
	full_pipe_drain(probe);
	sriov_apply_unref(apply);
	apply = NULL;
	expect_success(sriov_apply_start(plan, options, &apply, &error), error);
}
END_TEST

/* Not even by who has looked before; who plans meanwhile is told of the lease later, not of this.
 */
START_TEST(what_is_changed_is_not_reserved)
{
	struct sriov_reservation *reservation;
	struct sriov_vf *vf;

	expect_success(sriov_pf_open_vf(pf, 1, &vf, &error), error);
	fake_set_driver(fake, sriov_device_get_address(sriov_vf_get_device(vf)), "pci-stub");
	make_plan(BOUND);
	expect_success(sriov_vf_reserve(vf, NULL, &reservation, &error), error);
	expect_failure(sriov_apply_start(plan, options, &apply, &error), SRIOV_CODE_WOULD_DESTROY,
		       error, "VF 1 of " PF " (nvme) is reserved by python3");
	sriov_reservation_unref(reservation);
	expect_success(sriov_apply_start(plan, options, &apply, &error), error);
	expect_failure(sriov_vf_reserve(vf, NULL, &reservation, &error), SRIOV_CODE_BUSY, error,
		       "VF 1 of " PF " (nvme) is reserved by python3");
	make_plan(BOUND);
	full_pipe_drain(probe);
	sriov_apply_unref(apply);
	apply = NULL;
	expect_success(sriov_vf_reserve(vf, NULL, &reservation, &error), error);
	sriov_reservation_unref(reservation);
	sriov_vf_unref(vf);
}
END_TEST

UNIT_SUITE_WITH("apply_stuck", set_up, tear_down, a_step_that_is_stuck_keeps_the_lease,
		a_recovery_that_is_stuck_keeps_the_lease, nothing_begins_while_a_step_is_stuck,
		a_lease_is_lent_to_one_plan_at_a_time, what_is_changed_is_not_reserved)
