/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of carrying out a plan needs no kernel: arguments, options and leases. */
#include "unit.h"

#include <fcntl.h>
#include <unistd.h>

#include "change/apply/apply_options.h"

#define PF   "0000:01:00.0"
#define NVME "0000:03:00.0"

static struct fake *fake;
static struct sriov_context *context, *other;
static struct sriov_apply_options *options;
static struct sriov_plan *plan;
static struct sriov_apply *apply;
static struct sriov_lease *lease;
static struct sriov_pf *pf;
static struct sriov_error *error;

static void make_plan(const char *json)
{
	struct sriov_state *state;

	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	expect_success(sriov_plan_make(context, state, &plan, &error), error);
	sriov_state_unref(state);
}

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 0);
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 4711, "python3");
	fake_link(fake, "4711", "proc/self");
	context = fake_open_context(fake);
	other = fake_open_context(fake);
	expect_success(sriov_pf_open(other, "em1", &pf, &error), error);
	expect_success(sriov_apply_options_new(&options, &error), error);
	make_plan("{\"version\": 1, \"pfs\": [{\"pf\": \"em1\", \"autoprobe\": false}]}");
}

static void tear_down(void)
{
	sriov_apply_unref(apply);
	apply = NULL;
	sriov_plan_unref(plan);
	sriov_apply_options_unref(options);
	sriov_lease_unref(lease);
	lease = NULL;
	sriov_pf_unref(pf);
	sriov_context_unref(other);
	sriov_context_unref(context);
	fake_free(fake);
}

START_TEST(null_arguments)
{
	apply = (void *)&apply;
	expect_failure(sriov_plan_apply(NULL, NULL, &apply, &error), SRIOV_CODE_INVALID, error,
		       "plan");
	ck_assert_ptr_null(apply);
	expect_failure(sriov_plan_apply(NULL, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "plan");
	expect_failure(sriov_apply_start(plan, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "apply");
	expect_failure(sriov_apply_options_new(NULL, &error), SRIOV_CODE_INVALID, error, "options");
	expect_failure(sriov_apply_options_set_owner(NULL, "a", &error), SRIOV_CODE_INVALID, error,
		       "options");
	expect_failure(sriov_apply_options_set_owner(options, "", &error), SRIOV_CODE_INVALID,
		       error, "empty");
	expect_success(sriov_apply_options_set_owner(options, NULL, &error), error);
	expect_failure(sriov_apply_options_add_lease(options, NULL, &error), SRIOV_CODE_INVALID,
		       error, "lease");
	sriov_apply_options_set_wait_ms(NULL, 1);
	sriov_apply_options_set_deadline_ms(NULL, 1);
	sriov_apply_options_set_parallelism(NULL, 1);
	sriov_apply_options_set_progress(NULL, NULL, NULL);
	sriov_apply_advance(NULL);
	sriov_apply_cancel(NULL);
	ck_assert_int_eq(sriov_apply_get_descriptor(NULL), -1);
	ck_assert_int_eq(sriov_apply_get_step_result(NULL, 0), SRIOV_STEP_RESULT_UNKNOWN);
	ck_assert_ptr_null(sriov_apply_get_error(NULL));
	ck_assert_ptr_null(sriov_apply_get_plan(NULL));
	ck_assert_ptr_null(sriov_apply_get_step_error(NULL, 0));
	ck_assert_uint_eq(sriov_apply_get_done_count(NULL), 0);
}
END_TEST

START_TEST(parallelism)
{
	ck_assert_uint_eq(options->parallelism, 4);
	sriov_apply_options_set_parallelism(options, 0);
	ck_assert_uint_eq(options->parallelism, 1);
	sriov_apply_options_set_parallelism(options, 1000);
	ck_assert_uint_eq(options->parallelism, 64);
}
END_TEST

/* A file that is written holds what was written to it. */
START_TEST(one_step)
{
	expect_success(sriov_plan_apply(plan, options, &apply, &error), error);
	ck_assert_int_eq(sriov_apply_get_result(apply), SRIOV_APPLY_RESULT_APPLIED);
	ck_assert_uint_eq(sriov_apply_get_done_count(apply), 1);
	ck_assert_int_eq(sriov_apply_get_step_result(apply, 0), SRIOV_STEP_RESULT_DONE);
	ck_assert_int_eq(sriov_apply_get_step_result(apply, 1), SRIOV_STEP_RESULT_UNKNOWN);
	ck_assert_ptr_eq(sriov_apply_get_plan(apply), plan);
	sriov_apply_cancel(apply);
	sriov_apply_advance(apply);
	ck_assert_int_eq(sriov_apply_get_result(apply), SRIOV_APPLY_RESULT_APPLIED);
	/* It is no more what was planned for. */
	expect_failure(sriov_plan_apply(plan, NULL, NULL, &error), SRIOV_CODE_BUSY, error,
		       "em1 (" PF ", igb) is not as it was when the plan was made: plan again");
}
END_TEST

/* With the old one's directory open its number is not given again. */
static void swap_card(const struct fake_model *model)
{
	char *path = fake_path(fake, "sys/bus/pci/devices/" PF "/");
	int fd = open(path, O_RDONLY | O_DIRECTORY);

	ck_assert_int_ge(fd, 0);
	fake_remove_device(fake, PF);
	if (model)
		fake_add_device(fake, PF, model);
	else
		fake_add_82576(fake, PF, "em1", 0);
	close(fd);
	free(path);
}

START_TEST(another_card_in_its_place)
{
	swap_card(NULL);
	expect_failure(sriov_plan_apply(plan, options, NULL, &error), SRIOV_CODE_BUSY, error,
		       PF " was removed since the plan was made, and is there again");
	swap_card(&fake_nvme);
	expect_failure(sriov_plan_apply(plan, options, NULL, &error), SRIOV_CODE_BUSY, error,
		       PF " is another card than when the plan was made: it was 8086:10c9 (");
	fake_remove_device(fake, PF);
	expect_failure(sriov_plan_apply(plan, options, NULL, &error), SRIOV_CODE_NOT_FOUND, error,
		       "no PCI device has the address " PF);
}
END_TEST

/* It could not be told in the journal what to set it back to. */
START_TEST(an_override_that_is_no_utf_8)
{
	char address[FAKE_ADDRESS_SIZE];

	fake_add_device(fake, NVME, &fake_nvme);
	fake_set_driver(fake, NVME, "nvme");
	fake_make_pf(fake, NVME, &fake_nvme_sriov);
	fake_add_vfs(fake, NVME, 2);
	sriov_plan_unref(plan);
	make_plan("{\"version\": 1, \"pfs\": [{\"pf\": \"" NVME "\", \"autoprobe\": false}]}");
	fake_vf_address(fake, NVME, 1, address);
	fake_set(fake, address, "driver_override", "vfio\xff\n");
	expect_failure(sriov_plan_apply(plan, NULL, &apply, &error), SRIOV_CODE_MALFORMED, error,
		       "VF 1 of " NVME " (nvme): its driver_override is no UTF-8");
}
END_TEST

START_TEST(a_lease_that_somebody_has)
{
	expect_success(sriov_pf_acquire_lease(pf, NULL, &lease, &error), error);
	expect_failure(sriov_plan_apply(plan, NULL, &apply, &error), SRIOV_CODE_BUSY, error,
		       "its lease is held by");
	ck_assert_ptr_null(apply);
}
END_TEST

START_TEST(a_lease_of_the_callers_own)
{
	struct sriov_owner *owner = NULL;

	expect_success(sriov_pf_acquire_lease(pf, NULL, &lease, &error), error);
	expect_success(sriov_apply_options_add_lease(options, lease, &error), error);
	expect_success(sriov_apply_options_add_lease(options, lease, &error), error);
	expect_success(sriov_plan_apply(plan, options, NULL, &error), error);
	/* It is still his. */
	expect_success(sriov_pf_read_lease_owner(pf, &owner, &error), error);
	ck_assert_ptr_nonnull(owner);
	sriov_owner_unref(owner);
}
END_TEST

UNIT_SUITE_WITH("apply", set_up, tear_down, null_arguments, parallelism, one_step,
		another_card_in_its_place, an_override_that_is_no_utf_8, a_lease_that_somebody_has,
		a_lease_of_the_callers_own)
