/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A module whose file keeps its reader waiting: it is told in time, and what came of it later. */
#include "module_host.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "fake_module.h"

#define DEADLINE 200
#define LATE_MS	 5000 /* a busy machine is no failure */
#define ATTEMPTS 1000
#define FILE_OF	 "modules/kernel/drivers/%s.ko"
#define PF	 "0000:03:00.0"

static struct sriov_error *error;
static char lines[4096];

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void keep_line(void *user_data, enum sriov_log_level level, const char *text)
{
	size_t length = strlen(lines);

	(void)user_data;
	(void)level;
	snprintf(lines + length, sizeof(lines) - length, "%d: %s\n", getpid(), text);
}

/* A context of its own, with this deadline. */
static void begin_with(unsigned int deadline_ms)
{
	struct sriov_context_options *options;

	begin();
	sriov_context_unref(context);
	options = fake_make_options(fake);
	expect_success(sriov_context_options_set_deadline_ms(options, deadline_ms, &error), error);
	expect_success(sriov_context_options_set_log(options, SRIOV_LOG_LEVEL_WARNING, keep_line,
						     NULL, &error),
		       error);
	expect_success(sriov_context_new(options, &context, &error), error);
	sriov_context_options_unref(options);
	lines[0] = '\0';
}

/* Who opens it waits until somebody opens it to write. */
static void make_stuck(const char *name)
{
	char *path = fake_path(fake, FILE_OF, name);

	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(mkfifo(path, 0600), 0);
	free(path);
}

/* What waits goes on, and finds nothing. */
static void let_go(const char *name)
{
	char *path = fake_path(fake, FILE_OF, name);
	int fd = -1;

	for (int i = 0; fd < 0 && i < ATTEMPTS; i++) {
		fd = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
		if (fd < 0)
			nanosleep(&(struct timespec) {.tv_nsec = 10000000}, NULL);
	}
	ck_assert_int_ge(fd, 0);
	close(fd);
	free(path);
}

static struct sriov_unfinished_list *list_unfinished(size_t count)
{
	struct sriov_unfinished_list *list;

	expect_success(sriov_unfinished_list(context, &list, &error), error);
	ck_assert_uint_eq(sriov_unfinished_list_get_count(list), count);
	return list;
}

static struct sriov_unfinished_list *wait_for_end(void)
{
	struct sriov_unfinished_list *list;

	for (int i = 0; i < ATTEMPTS; i++) {
		list = list_unfinished(1);
		if (sriov_unfinished_is_over(sriov_unfinished_list_get(list, 0)))
			return list;
		sriov_unfinished_list_unref(list);
		nanosleep(&(struct timespec) {.tv_nsec = 10000000}, NULL);
	}
	ck_abort_msg("it is never over");
	return NULL;
}

static void expect_no_child(void)
{
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG | __WALL), -1);
	ck_assert_int_eq(errno, ECHILD);
}

static unsigned int count_descriptors(void)
{
	DIR *directory = opendir("/proc/self/fd");
	unsigned int count = 0;

	while (readdir(directory))
		count++;
	closedir(directory);
	return count;
}

static void expect_late(void)
{
	uint64_t before = now_ms();

	ck_assert_int_eq(sriov_module_load(module, &error), SRIOV_CODE_TIMEOUT);
	ck_assert_uint_ge(now_ms() - before, DEADLINE);
	ck_assert_uint_lt(now_ms() - before, DEADLINE + LATE_MS);
	ck_assert_int_eq(sriov_error_get_errno(error), ETIMEDOUT);
	ck_assert_str_eq(sriov_error_get_operation(error), "load");
	ck_assert_str_eq(sriov_error_get_path(error), sriov_module_get_path(module));
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error), "is not over after 0.2 s"));
	expect_failure(SRIOV_CODE_TIMEOUT, SRIOV_CODE_TIMEOUT, error,
		       "module made_up_too is not loaded in time: the kernel does not have all of "
		       "its file yet: /");
}

START_TEST(late)
{
	struct sriov_unfinished_list *list;
	const struct sriov_error *outcome;
	struct sriov_string_list *names;
	struct sriov_unfinished *one;
	uint64_t before;
	int pid;

	begin_with(DEADLINE);
	find("made_up_too");
	make_stuck("made_up_too");
	expect_late();
	/* All else goes on, and a second one is refused at once. */
	expect_success(sriov_module_list_by_alias(context, "pci:v1", &names, &error), error);
	sriov_string_list_unref(names);
	before = now_ms();
	expect_failure(sriov_module_load(module, &error), SRIOV_CODE_BUSY, error,
		       "load module made_up_too has been under way for");
	ck_assert_uint_lt(now_ms() - before, DEADLINE);
	list = list_unfinished(1);
	one = sriov_unfinished_list_get(list, 0);
	ck_assert(!sriov_unfinished_is_over(one));
	ck_assert_str_eq(sriov_unfinished_get_text(one), "made_up_too");
	ck_assert_str_eq(sriov_unfinished_get_path(one), sriov_module_get_path(module));
	ck_assert_ptr_null(sriov_unfinished_get_device(one));
	pid = sriov_unfinished_get_pid(one);
	ck_assert_int_eq(kill(pid, 0), 0);
	sriov_unfinished_list_unref(list);
	expect_no_child();
	let_go("made_up_too");
	list = wait_for_end();
	outcome = sriov_unfinished_get_error(sriov_unfinished_list_get(list, 0));
	ck_assert_int_eq(sriov_error_get_code(outcome), SRIOV_CODE_FAILED);
	ck_assert_ptr_nonnull(
		strstr(sriov_error_get_message(outcome), "load module made_up_too: "));
	sriov_unfinished_list_unref(list);
	ck_assert_ptr_nonnull(strstr(lines, "load module made_up_too, which was not over in time"));
	sriov_unfinished_list_unref(list_unfinished(0));
	expect_no_child();
	end();
}
END_TEST

/* The one that is stuck is what the other needs. */
START_TEST(what_it_needs_is_late)
{
	begin_with(DEADLINE);
	find("made_up");
	make_stuck("made-up-base");
	expect_failure(sriov_module_load(module, &error), SRIOV_CODE_TIMEOUT, error,
		       "made-up-base.ko");
	end();
	expect_no_child();
}
END_TEST

START_TEST(killed_while_late)
{
	struct sriov_unfinished_list *list;
	const struct sriov_error *outcome;

	begin_with(DEADLINE);
	find("made_up_too");
	make_stuck("made_up_too");
	expect_late();
	list = list_unfinished(1);
	kill(sriov_unfinished_get_pid(sriov_unfinished_list_get(list, 0)), SIGKILL);
	sriov_unfinished_list_unref(list);
	list = wait_for_end();
	outcome = sriov_unfinished_get_error(sriov_unfinished_list_get(list, 0));
	ck_assert_int_eq(sriov_error_get_code(outcome), SRIOV_CODE_FAILED);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(outcome), "was killed"));
	sriov_unfinished_list_unref(list);
	end();
}
END_TEST

/* The library itself leaves nothing open, and nothing that waits. */
START_TEST(many)
{
	unsigned int before = 0;

	begin_with(DEADLINE);
	find("made_up_too");
	fake_remove(fake, FILE_OF, "made_up_too");
	for (int i = 0; i < 50; i++) {
		expect_failure(sriov_module_load(module, &error), SRIOV_CODE_NOT_FOUND, error,
			       "its file is gone");
		before = before ? before : count_descriptors();
	}
	ck_assert_uint_eq(count_descriptors(), before);
	expect_no_child();
	end();
}
END_TEST

/* What libkmod has to say is said to the program's log, and by the program's process. */
START_TEST(log_of_the_other_process)
{
	char *command, *own;

	begin_with(60000);
	command = fake_path(fake, "trace");
	fake_write(fake,
		   "softdep made_up_too pre: made_up_base\n"
		   "install made_up_base touch trace\n",
		   "modprobe/local.conf");
	find("made_up_too");
	fake_remove(fake, FILE_OF, "made_up_too");
	ck_assert_int_eq(sriov_module_load(module, &error), SRIOV_CODE_NOT_FOUND);
	sriov_error_unref(error);
	error = NULL;
	own = malloc(256);
	snprintf(own, 256,
		 "%d: module made_up_base is left out: its install command is not run: touch trace",
		 getpid());
	ck_assert_msg(strstr(lines, own), "%s", lines);
	free(own);
	free(command);
	end();
}
END_TEST

static void *let_go_later(void *data)
{
	nanosleep(&(struct timespec) {.tv_nsec = 300000000}, NULL);
	let_go(data);
	return NULL;
}

/* Then the caller waits himself, as long as it takes. */
START_TEST(no_deadline)
{
	char name[] = "made_up_too";
	pthread_t other;
	uint64_t before;

	begin_with(0);
	find(name);
	make_stuck(name);
	before = now_ms();
	ck_assert_int_eq(pthread_create(&other, NULL, let_go_later, name), 0);
	ck_assert_int_ne(sriov_module_load(module, NULL), SRIOV_CODE_OK);
	ck_assert_uint_ge(now_ms() - before, 250);
	pthread_join(other, NULL);
	sriov_unfinished_list_unref(list_unfinished(0));
	end();
}
END_TEST

static enum sriov_step_result told;

static bool tell(void *user_data, const struct sriov_step *step, enum sriov_step_result result)
{
	(void)user_data;
	if (sriov_step_get_kind(step) == SRIOV_STEP_KIND_LOAD_MODULE)
		told = result;
	return false;
}

/* Nothing else of the plan is begun, and nothing is left behind. */
static void expect_late_plan(unsigned int deadline_ms, enum sriov_code again, const char *words)
{
	static const char json[] = "{\"version\": 1, \"pfs\": [{\"pf\": \"" PF "\","
				   " \"vfs\": [{\"index\": 0, \"driver\": \"made_up_too\"}]}]}";
	struct sriov_apply_options *options;
	struct sriov_apply *apply;
	struct sriov_state *state;
	struct sriov_plan *plan;
	char vf[FAKE_ADDRESS_SIZE];
	char *override;

	begin_with(deadline_ms);
	fake_add_device(fake, PF, &fake_nvme);
	fake_set_driver(fake, PF, "nvme");
	fake_make_pf(fake, PF, &fake_nvme_sriov);
	fake_add_vfs(fake, PF, 1);
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 4711, "python3");
	fake_link(fake, "4711", "proc/self");
	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	expect_success(sriov_plan_make(context, state, &plan, &error), error);
	make_stuck("made_up_too");
	expect_success(sriov_apply_options_new(&options, &error), error);
	sriov_apply_options_set_progress(options, tell, NULL);
	if (deadline_ms != DEADLINE)
		sriov_apply_options_set_deadline_ms(options, DEADLINE);
	expect_failure(sriov_plan_apply(plan, options, &apply, &error), SRIOV_CODE_TIMEOUT, error,
		       "module made_up_too is not loaded in time");
	ck_assert_ptr_null(apply);
	ck_assert_int_eq(told, SRIOV_STEP_RESULT_STUCK);
	fake_vf_address(fake, PF, 0, vf);
	override = fake_read(fake, "sys/bus/pci/devices/%s/driver_override", vf);
	ck_assert_ptr_nonnull(override);
	ck_assert_str_eq(override, "(null)\n");
	free(override);
	/* Neither a lease nor a journal is in the way of the next one. */
	expect_failure(sriov_plan_apply(plan, options, &apply, &error), again, error, words);
	sriov_apply_options_unref(options);
	sriov_plan_unref(plan);
	sriov_state_unref(state);
	end();
	expect_no_child();
}

START_TEST(a_plan_that_loads_it)
{
	expect_late_plan(DEADLINE, SRIOV_CODE_BUSY, "made_up_too has been under way for");
}
END_TEST

/* It has its own in a context that has none, which then knows nothing of the first one. */
START_TEST(a_plan_with_a_deadline_of_its_own)
{
	expect_late_plan(60000, SRIOV_CODE_BUSY, "made_up_too has been under way for");
	expect_late_plan(0, SRIOV_CODE_TIMEOUT, "is not over after 0.2 s");
}
END_TEST

Suite *make_suite(void)
{
	const TTest *const tests[] = {
		late,
		what_it_needs_is_late,
		killed_while_late,
		many,
		log_of_the_other_process,
		no_deadline,
		a_plan_that_loads_it,
		a_plan_with_a_deadline_of_its_own,
	};

	return module_suite("module_deadline", tests, sizeof(tests) / sizeof(tests[0]));
}
