/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "bed.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "talk.h"

/* What a recovery may take, and what the processes may that a program left behind, in seconds. */
#define PATIENCE 60

static bool complain(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	return false;
}

/* --- The kernel ------------------------------------------------------------------------------- */

static _Noreturn void be_kernel(const struct bed *bed, const char *programs, const char *vfs,
				int output)
{
	char path[4096], host[80];

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	dup2(output, STDOUT_FILENO);
	snprintf(path, sizeof(path), "%s/kernel", programs);
	snprintf(host, sizeof(host), "%s/host", bed->directory);
	execl(path, path, host, vfs, (char *)NULL);
	complain(path);
	_exit(127);
}

bool bed_start_kernel(struct bed *bed, const char *programs, const char *vfs)
{
	const char *folder = getenv("TMPDIR");
	char ready[8];
	int ends[2];
	ssize_t length;

	if (!folder)
		folder = access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm";
	snprintf(bed->directory, sizeof(bed->directory), "%s/kernel-XXXXXX", folder);
	if (!mkdtemp(bed->directory) || pipe2(ends, O_CLOEXEC))
		return complain(bed->directory);
	bed->kernel = fork();
	if (!bed->kernel)
		be_kernel(bed, programs, vfs, ends[1]);
	close(ends[1]);
	length = read(ends[0], ready, sizeof(ready));
	close(ends[0]);
	if (length <= 0)
		return false;
	strcat(bed->directory, "/host");
	return true;
}

void bed_end(struct bed *bed)
{
	free(talk(bed->directory, "end"));
	waitpid(bed->kernel, NULL, 0);
	*strrchr(bed->directory, '/') = '\0';
	rmdir(bed->directory);
	state_clear(&bed->before);
	state_clear(&bed->after);
}

static bool order(const struct bed *bed, const char *line)
{
	char *text = talk(bed->directory, line);

	free(text);
	return text || complain(line);
}

/* --- Programs --------------------------------------------------------------------------------- */

/* What a program started and left behind has to end by itself. */
static bool wait_for_rest(void)
{
	const struct timespec pause = {.tv_nsec = 200000};
	time_t end = time(NULL) + PATIENCE;
	pid_t child;

	while ((child = waitpid(-1, NULL, __WALL | WNOHANG)) >= 0 && time(NULL) < end)
		if (!child)
			nanosleep(&pause, NULL);
	return child < 0;
}

static bool run(const struct command *command)
{
	pid_t child = fork();
	int status;

	if (!child) {
		alarm(PATIENCE);
		execvp(command->words[0], command->words);
		complain(command->words[0]);
		_exit(127);
	}
	return child > 0 && waitpid(child, &status, 0) == child && !status;
}

static bool run_counted(struct bed *bed)
{
	struct trace_order order_to_count = {.action = TRACE_COUNT};
	struct trace_result result;

	if (!trace_run(&order_to_count, bed->scenario->program.words, &result))
		return complain(bed->scenario->program.words[0]);
	bed->calls = result.calls;
	if (!result.counted)
		fputs("the program does not load preload.so\n", stderr);
	else if (result.status)
		fputs("the program fails without being disturbed\n", stderr);
	return result.counted && !result.status;
}

bool bed_prepare(struct bed *bed)
{
	const struct scenario *scenario = bed->scenario;

	for (size_t i = 0; i < scenario->prepare_count; i++)
		if (!run(&scenario->prepare[i]))
			return complain("prepare");
	if (!order(bed, "snapshot old") || !state_take(bed->directory, &bed->before))
		return false;
	if (!run_counted(bed))
		return false;
	if (!run(&scenario->recovery) || !wait_for_rest()) {
		fputs("the recovery fails without being needed\n", stderr);
		return false;
	}
	return state_take(bed->directory, &bed->after);
}

/* --- Judging ---------------------------------------------------------------------------------- */

/* The state that it is to be: the old one, the new one, or when it is neither the nearer one. */
static const struct state *choose(const struct bed *bed, const struct state *found)
{
	return strcmp(found->settings, bed->before.settings) ? &bed->after : &bed->before;
}

static void judge_state(const struct bed *bed, const struct state *found, struct verdict *verdict,
			FILE *story)
{
	const struct state *wanted = choose(bed, found);

	if (strcmp(found->settings, wanted->settings)) {
		verdict->lost = true;
		fputs("# neither old nor new; against the new state:\n", story);
		state_tell_difference(found->settings, wanted->settings, story);
	}
	/* The overrides of VFs that are lost are no other loss. */
	if (verdict->lost ? !state_has_all(found->means, bed->before.means, bed->after.means)
			  : strcmp(found->means, wanted->means)) {
		verdict->stranded = true;
		fputs("# left behind:\n", story);
		state_tell_difference(found->means, wanted->means, story);
	}
	if (!state_has_all(found->files, bed->before.files, bed->after.files)) {
		verdict->stranded = true;
		fputs("# files left behind:\n", story);
		state_tell_difference(found->files, wanted->files, story);
	}
}

static void recover(const struct bed *bed, struct verdict *verdict, FILE *story)
{
	if (!run(&bed->scenario->recovery)) {
		verdict->lost = true;
		fputs("# the recovery failed\n", story);
	}
	if (!wait_for_rest()) {
		verdict->stranded = true;
		fputs("# a process of the program's does not end\n", story);
	}
}

/* To be killed is what it has to bear; to crash or to wait for ever is its own fault. */
static void judge_program(const struct trace_result *result, struct verdict *verdict, FILE *story)
{
	int signal = WIFSIGNALED(result->status) ? WTERMSIG(result->status) : 0;

	if (!result->hung && (!signal || signal == SIGKILL))
		return;
	verdict->lost = true;
	if (result->hung)
		fputs("# the program did not end\n", story);
	else
		fprintf(story, "# the program crashed: %s\n", strsignal(signal));
}

static bool judge(struct bed *bed, struct verdict *verdict, FILE *story)
{
	struct state found;
	bool taken;

	recover(bed, verdict, story);
	taken = state_take(bed->directory, &found);
	if (taken)
		judge_state(bed, &found, verdict, story);
	state_clear(&found);
	return taken;
}

bool bed_try(struct bed *bed, const struct trace_order *place, struct verdict *verdict)
{
	struct trace_result result;
	size_t size;
	FILE *story;
	bool made;

	*verdict = (struct verdict) {.call = "?"};
	state_forget_files(bed->directory);
	if (!order(bed, "restore old"))
		return false;
	if (!trace_run(place, bed->scenario->program.words, &result))
		return complain(bed->scenario->program.words[0]);
	/* What it had asked for when it was killed is done now. */
	if (!order(bed, "sync"))
		return false;
	story = open_memstream(&verdict->story, &size);
	if (!story)
		return complain("out of memory");
	verdict->call = trace_name_call(result.call);
	judge_program(&result, verdict, story);
	made = judge(bed, verdict, story);
	fclose(story);
	return made;
}
