/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A program forks: what parent and child do to the copies of each other's objects. */
#include "unit.h"

#include <poll.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "full_pipe.h"

#define PF	  "0000:03:00.0"
#define SECOND	  "0000:04:00.0"
#define AUTOPROBE "sys/bus/pci/devices/" PF "/sriov_drivers_autoprobe"
#define PROBE	  "sys/bus/pci/drivers_probe"
#define DEADLINE  200
#define ATTEMPTS  1000
#define CHILD_S	  30 /* one that hangs is a failure */

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf, *second;
static struct sriov_error *error;
static int file = -1;

static void add_pf(const char *address)
{
	fake_add_device(fake, address, &fake_nvme);
	fake_set_driver(fake, address, "nvme");
	fake_make_pf(fake, address, &fake_nvme_sriov);
}

static void set_up(void)
{
	struct sriov_context_options *options;

	fake = fake_new();
	add_pf(PF);
	add_pf(SECOND);
	fake_add_vfs(fake, PF, 1);
	fake_add_driver(fake, "vfio-pci");
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 4711, "python3");
	fake_link(fake, "4711", "proc/self");
	options = fake_make_options(fake);
	expect_success(sriov_context_options_set_deadline_ms(options, DEADLINE, &error), error);
	expect_success(sriov_context_new(options, &context, &error), error);
	sriov_context_options_unref(options);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	expect_success(sriov_pf_open(context, SECOND, &second, &error), error);
}

static void drop(void)
{
	sriov_pf_unref(pf);
	sriov_pf_unref(second);
	sriov_context_unref(context);
}

static void tear_down(void)
{
	if (file >= 0)
		full_pipe_drain(file);
	drop();
	fake_free(fake);
}

/* Has the child do something and end. */
static void in_child(void (*work)(void))
{
	int status;
	pid_t child = fork();

	ck_assert_int_ge(child, 0);
	if (!child) {
		alarm(CHILD_S);
		work();
		_exit(EXIT_SUCCESS);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}

static struct sriov_unfinished_list *list_unfinished(size_t count)
{
	struct sriov_unfinished_list *list;

	expect_success(sriov_unfinished_list(context, &list, &error), error);
	ck_assert_uint_eq(sriov_unfinished_list_get_count(list), count);
	return list;
}

static void have_nothing_late(void)
{
	sriov_unfinished_list_unref(list_unfinished(0));
	drop();
}

/* What is late in the parent is heard by the parent, whatever the child does. */
START_TEST(late_in_the_parent)
{
	struct sriov_unfinished_list *list = NULL;

	file = full_pipe_make(fake, AUTOPROBE);
	expect_failure(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_TIMEOUT, error,
		       "is not over");
	in_child(drop);
	in_child(have_nothing_late);
	full_pipe_drain(file);
	for (int i = 0; i < ATTEMPTS; i++) {
		sriov_unfinished_list_unref(list);
		list = list_unfinished(1);
		if (sriov_unfinished_is_over(sriov_unfinished_list_get(list, 0)))
			break;
		nanosleep(&(struct timespec) {.tv_nsec = 10000000}, NULL);
	}
	ck_assert(sriov_unfinished_is_over(sriov_unfinished_list_get(list, 0)));
	ck_assert_ptr_null(sriov_unfinished_get_error(sriov_unfinished_list_get(list, 0)));
	sriov_unfinished_list_unref(list);
}
END_TEST

static void be_late(void)
{
	ck_assert_int_eq(sriov_pf_set_autoprobe(pf, false, NULL), SRIOV_CODE_TIMEOUT);
}

/* The process that the parent keeps for its next write does none for the child. */
START_TEST(late_in_the_child)
{
	expect_success(sriov_pf_set_autoprobe(second, false, &error), error);
	file = full_pipe_make(fake, AUTOPROBE);
	in_child(be_late);
	expect_success(sriov_pf_set_autoprobe(second, true, &error), error);
}
END_TEST

/* --- Plans ------------------------------------------------------------------------------------ */

static struct sriov_apply *apply;

static void start(void)
{
	static const char json[] = "{\"version\": 1, \"pfs\": [{\"pf\": \"" PF "\","
				   " \"vfs\": [{\"index\": 0, \"driver\": \"vfio-pci\"}]}]}";
	struct sriov_apply_options *options;
	struct sriov_state *state;
	struct sriov_plan *plan;

	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	expect_success(sriov_plan_make(context, state, &plan, &error), error);
	expect_success(sriov_apply_options_new(&options, &error), error);
	sriov_apply_options_set_deadline_ms(options, 1000 * CHILD_S);
	expect_success(sriov_apply_start(plan, options, &apply, &error), error);
	sriov_apply_options_unref(options);
	sriov_plan_unref(plan);
	sriov_state_unref(state);
}

static void meddle(void)
{
	sriov_apply_advance(apply);
	sriov_apply_cancel(apply);
	sriov_apply_unref(apply);
	drop();
}

START_TEST(a_plan_under_way)
{
	struct pollfd over;
	char vf[FAKE_ADDRESS_SIZE];

	file = full_pipe_make(fake, PROBE);
	start();
	over = (struct pollfd) {.fd = sriov_apply_get_descriptor(apply), .events = POLLIN};
	while (poll(&over, 1, DEADLINE))
		sriov_apply_advance(apply);
	in_child(meddle);
	ck_assert_int_eq(poll(&over, 1, DEADLINE), 0);
	fake_vf_address(fake, PF, 0, vf);
	fake_set_driver(fake, vf, "vfio-pci");
	full_pipe_drain(file);
	while (sriov_apply_get_result(apply) == SRIOV_APPLY_RESULT_UNDER_WAY) {
		ck_assert_int_eq(poll(&over, 1, 1000 * CHILD_S), 1);
		sriov_apply_advance(apply);
	}
	ck_assert_int_eq(sriov_apply_get_result(apply), SRIOV_APPLY_RESULT_APPLIED);
	sriov_apply_unref(apply);
}
END_TEST

UNIT_SUITE_WITH("fork", set_up, tear_down, late_in_the_parent, late_in_the_child, a_plan_under_way)
