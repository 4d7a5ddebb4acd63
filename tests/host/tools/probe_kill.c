/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Programs that are killed while they carry a plan out, and what a recovery makes of that. */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "json.h"
#include "probe.h"

/* Says when it begins, and is killed some time after that. What its maker has open is not its own.
 */
static void be_killed(struct call *call, const char *state, int begun)
{
	struct sriov_plan *plan = NULL;
	enum sriov_code code = sriov_context_new(NULL, &call->context, &call->error);

	if (!code)
		code = make_plan(call, state, &plan);
	if (!code && write(begun, "", 1) == 1)
		code = sriov_plan_apply(plan, NULL, NULL, &call->error);
	if (code)
		fprintf(stderr, "%s\n", sriov_error_get_message(call->error));
	_exit(code ? EXIT_FAILURE : EXIT_SUCCESS);
}

/* Until it has begun, and then until its time is over or it has ended by itself. */
static void wait_for_time(int begun, long delay_us)
{
	struct timespec delay = {.tv_sec = delay_us / 1000000,
				 .tv_nsec = delay_us % 1000000 * 1000};
	struct pollfd poll_for = {.fd = begun, .events = POLLIN};
	long long before;
	char byte;

	if (read(begun, &byte, 1) != 1)
		return;
	before = now_ms();
	ppoll(&poll_for, 1, &delay, NULL);
	json_number("ms", now_ms() - before);
}

/* One that fails by itself says so on standard error. */
static void kill_one(struct call *call, const char *state, long delay_us)
{
	int ends[2], status = 0;
	pid_t child;

	if (pipe(ends))
		return;
	child = fork();
	if (!child)
		be_killed(call, state, ends[1]);
	close(ends[1]);
	wait_for_time(ends[0], delay_us);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	close(ends[0]);
	json_bool("killed", WIFSIGNALED(status));
}

/* As a program of its own would, which leaves no process behind. */
static void recover_anew(void)
{
	struct call anew = {.context = NULL};
	enum sriov_code code = sriov_context_new(NULL, &anew.context, &anew.error);

	if (!code)
		code = recover_in_the_end(&anew);
	if (code)
		put_error("error", anew.error);
	sriov_error_unref(anew.error);
	sriov_context_unref(anew.context);
}

/*
 * kill-applies STATE...: for each line "NUMBER DELAY_US" on standard input that state is applied by
 * a process that is killed so long after it has begun; then all is recovered, and a line tells
 * that.
 */
static enum sriov_code kill_applies(struct call *call)
{
	unsigned int number;
	long delay_us;

	json_open("kills", '[');
	putchar('\n');
	fflush(stdout);
	while (scanf("%u %ld", &number, &delay_us) == 2) {
		json_open(NULL, '{');
		kill_one(call, call->words[number], delay_us);
		recover_anew();
		json_close('}');
		putchar('\n');
		fflush(stdout);
	}
	json_close(']');
	return SRIOV_CODE_OK;
}

const struct command kill_commands[] = {
	{"kill-applies", "STATE...", kill_applies},
	{NULL, NULL, NULL},
};
