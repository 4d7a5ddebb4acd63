/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What others do with the VFs that a plan makes, while it may still take them back. */
#include "unit.h"

#include <sys/wait.h>
#include <unistd.h>

#include "change/apply/journal.h"
#include "change/lease/claim.h"

#define PF    "0000:03:00.0"
#define OTHER "0000:04:00.0"
#define VF_0  "0000:03:00.1"
#define TWO   "\"vf_count\": 2, \"defaults\": {\"driver\": \"vfio-pci\"}"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_plan *plan;
static struct sriov_apply_options *options;
static struct sriov_apply *apply;
static struct sriov_recovery_list *list;
static struct sriov_error *error;

/* What happens once the first VF is on its driver; true ends the plan. */
static bool (*meanwhile)(void);
static int child_status;

/* The kernel that the made-up host has not. */
static void do_as_kernel(const struct sriov_step *step)
{
	char vf[FAKE_ADDRESS_SIZE];
	const char *address = sriov_step_get_address(step);

	switch (sriov_step_get_kind(step)) {
	case SRIOV_STEP_KIND_MAKE_VFS:
		fake_add_vfs(fake, address, 2);
		break;
	case SRIOV_STEP_KIND_REMOVE_VFS:
		fake_remove_vfs(fake, address);
		break;
	case SRIOV_STEP_KIND_SET_DRIVER:
		fake_vf_address(fake, address, (unsigned int)sriov_step_get_vf_index(step), vf);
		fake_set_driver(fake, vf, "vfio-pci");
		break;
	default:
		break;
	}
}

static bool tell(void *data, const struct sriov_step *step, enum sriov_step_result result)
{
	(void)data;
	if (result == SRIOV_STEP_RESULT_UNDER_WAY)
		do_as_kernel(step);
	return result == SRIOV_STEP_RESULT_DONE &&
	       sriov_step_get_kind(step) == SRIOV_STEP_KIND_SET_DRIVER && meanwhile();
}

static void add_pf(const char *address, int group)
{
	fake_add_device(fake, address, &fake_nvme);
	fake_set_driver(fake, address, "nvme");
	fake_set_group(fake, address, group);
	fake_make_pf(fake, address, &fake_nvme_sriov);
}

static void set_up(void)
{
	fake = fake_new();
	fake_add_iommu_unit(fake, "dmar0");
	add_pf(PF, 30);
	add_pf(OTHER, 40);
	fake_add_driver(fake, "vfio-pci");
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 4711, "agent");
	fake_add_process(fake, 4712, "qemu");
	fake_link(fake, "4711", "proc/self");
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	expect_success(sriov_apply_options_new(&options, &error), error);
	sriov_apply_options_set_progress(options, tell, NULL);
	sriov_apply_options_set_parallelism(options, 1);
}

static void tear_down(void)
{
	sriov_recovery_list_unref(list);
	sriov_apply_unref(apply);
	sriov_plan_unref(plan);
	sriov_apply_options_unref(options);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

static void make_plan(const char *pfs)
{
	struct sriov_state *state;
	char json[512];

	snprintf(json, sizeof(json), "{\"version\": 1, \"pfs\": [%s]}", pfs);
	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	expect_success(sriov_plan_make(context, state, &plan, &error), error);
	sriov_state_unref(state);
}

static void expect_file(const char *text, const char *address, const char *attribute)
{
	char *found = fake_read(fake, "sys/bus/pci/devices/%s/%s", address, attribute);

	ck_assert_ptr_nonnull(found);
	ck_assert_msg(!strncmp(found, text, strlen(text)), "%s: %s", attribute, found);
	free(found);
}

static void expect_vfs(const char *address, unsigned int count)
{
	struct sriov_pf *now;

	expect_success(sriov_pf_open(context, address, &now, &error), error);
	ck_assert_uint_eq(sriov_pf_get_vf_count(now), count);
	sriov_pf_unref(now);
	expect_file("1", address, "sriov_drivers_autoprobe");
}

static bool has_journal(void)
{
	char *text = fake_read(fake, "runtime/journal/" PF);

	free(text);
	return text != NULL;
}

static bool cancel(void)
{
	return true;
}

static bool take_and_cancel(void)
{
	fake_open_file(fake, 4712, 9, "/dev/vfio/31");
	return true;
}

START_TEST(nobody)
{
	meanwhile = cancel;
	make_plan("{\"pf\": \"" PF "\", " TWO "}");
	expect_failure(sriov_plan_apply(plan, options, &apply, &error), SRIOV_CODE_CANCELLED, error,
		       "what was done of it was taken back");
	expect_vfs(PF, 0);
	ck_assert(!has_journal());
}
END_TEST

/* It keeps its VF, and the VF its PF's others; the gate and the other PF are as before. */
START_TEST(a_machine)
{
	meanwhile = take_and_cancel;
	make_plan("{\"pf\": \"" PF "\", " TWO "}, {\"pf\": \"" OTHER "\", " TWO "}");
	expect_failure(sriov_plan_apply(plan, options, &apply, &error), SRIOV_CODE_PARTIAL, error,
		       "neither as before nor as it should be");
	ck_assert_int_eq(sriov_apply_get_result(apply), SRIOV_APPLY_RESULT_LEFT);
	error = sriov_error_ref(
		(struct sriov_error *)sriov_error_get_cause(sriov_apply_get_error(apply), 1));
	ck_assert_int_eq(sriov_error_get_vf_index(error), 0);
	expect_failure(sriov_error_get_code(error), SRIOV_CODE_WOULD_DESTROY, error,
		       "VF 0 of " PF " (nvme) is held by qemu (process 4712)");
	expect_vfs(PF, 2);
	expect_vfs(OTHER, 0);
	ck_assert(has_journal());
	/* That way stays closed; the other one is open. */
	fake_set_driver(fake, "0000:03:00.2", "vfio-pci");
	fake_add_vfs(fake, OTHER, 2);
	fake_set_driver(fake, "0000:04:00.1", "vfio-pci");
	fake_set_driver(fake, "0000:04:00.2", "vfio-pci");
	expect_success(sriov_recovery_run_all(context, &list, &error), error);
	ck_assert_uint_eq(sriov_recovery_list_get_count(list), 1);
	ck_assert_int_eq(sriov_recovery_get_result(sriov_recovery_list_get(list, 0)),
			 SRIOV_RECOVERY_RESULT_FINISHED);
	expect_vfs(PF, 2);
	ck_assert(!has_journal());
}
END_TEST

/* --- Reservations ----------------------------------------------------------------------------- */

/* Of one VF and of any, in a process of its own: 0 when both are refused to it, in these words. */
static int try_to_reserve(void)
{
	struct sriov_reservation *reservation = NULL;
	struct sriov_context *own = fake_open_context(fake);
	struct sriov_error *refusal = NULL, *other = NULL;
	struct sriov_vf *vf = NULL;
	struct sriov_pf *seen = NULL;

	if (sriov_vf_open(own, VF_0, &vf, &refusal) || sriov_pf_open(own, PF, &seen, &refusal))
		return 1;
	if (sriov_vf_reserve(vf, NULL, &reservation, &refusal) != SRIOV_CODE_BUSY ||
	    !strstr(sriov_error_get_message(refusal),
		    "VF 0 of " PF " (nvme) is reserved by my-agent (agent, process 4711) since "))
		return 2;
	if (sriov_pf_reserve_vf(seen, NULL, &reservation, &other) != SRIOV_CODE_BUSY ||
	    sriov_error_get_cause_count(other) != 2)
		return 3;
	return 0;
}

static bool let_child_try(void)
{
	pid_t pid = fork();

	if (!pid)
		_exit(try_to_reserve());
	waitpid(pid, &child_status, 0);
	return false;
}

START_TEST(another_agent)
{
	struct sriov_reservation *reservation;
	struct sriov_vf *vf;

	meanwhile = let_child_try;
	child_status = -1;
	make_plan("{\"pf\": \"" PF "\", " TWO "}");
	expect_success(sriov_apply_options_set_owner(options, "my-agent", &error), error);
	expect_success(sriov_plan_apply(plan, options, NULL, &error), error);
	ck_assert_int_eq(child_status, 0);
	/* With the end of it they can be had. */
	expect_success(sriov_pf_open_vf(pf, 0, &vf, &error), error);
	expect_success(sriov_vf_reserve(vf, NULL, &reservation, &error), error);
	sriov_reservation_unref(reservation);
	sriov_vf_unref(vf);
}
END_TEST

/* A plan for what is there keeps nobody from the PF's other VFs. */
START_TEST(another_vf)
{
	struct sriov_reservation *reservation;
	struct sriov_vf *vf;

	fake_add_vfs(fake, PF, 2);
	meanwhile = cancel;
	make_plan("{\"pf\": \"" PF "\", \"vfs\": [{\"index\": 1, \"driver\": \"vfio-pci\"}]}");
	expect_success(sriov_apply_start(plan, options, &apply, &error), error);
	expect_success(sriov_pf_open_vf(pf, 0, &vf, &error), error);
	expect_success(sriov_vf_reserve(vf, NULL, &reservation, &error), error);
	sriov_reservation_unref(reservation);
	sriov_vf_unref(vf);
}
END_TEST

/* What one that was killed has left: VFs that it made, of which somebody has reserved one. */
START_TEST(a_recovery)
{
	struct journal_writer writer = JOURNAL_NONE;
	struct sriov_reservation *reservation;
	struct journal_pf left = {.address = PF};
	struct sriov_vf *vf;

	expect_success(sriov_pf_state_capture(pf, &left.old, &error), error);
	fake_add_vfs(fake, PF, 2);
	expect_success(sriov_pf_state_capture(pf, &left.target, &error), error);
	expect_success(sriov_pf_state_set_vf_count(left.target, 3, &error), error);
	expect_success(journal_begin(&writer, context, "my-agent", &left, 1, &error), error);
	journal_leave(&writer);
	sriov_pf_state_unref(left.old);
	sriov_pf_state_unref(left.target);
	expect_success(sriov_pf_open_vf(pf, 1, &vf, &error), error);
	expect_success(sriov_vf_reserve(vf, NULL, &reservation, &error), error);
	expect_failure(sriov_recovery_run_all(context, &list, &error), SRIOV_CODE_PARTIAL, error,
		       "VF 1 of " PF " (nvme) is reserved by agent (process 4711) since ");
	expect_vfs(PF, 2);
	sriov_reservation_unref(reservation);
	/* Then they are removed, in which no kernel is of help here. */
	expect_success(sriov_recovery_run_all(context, NULL, &error), error);
	expect_file("0", PF, "sriov_numvfs");
	sriov_vf_unref(vf);
}
END_TEST

UNIT_SUITE_WITH("apply_used", set_up, tear_down, nobody, a_machine, another_agent, another_vf,
		a_recovery)
