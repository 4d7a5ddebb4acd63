/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Kills a program at each of its system calls, has another one recover, and tells whether the host
 * is then in the old or the new state with nothing left behind.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bed.h"
#include "protocol.h"

/* So many stories each of those that share the work tells. */
#define MOST_STORIES 3
#define MOST_JOBS    16

struct task {
	const char *programs;
	struct scenario scenario;
	const char *vfs;
	long kills;
	long jobs;
	int fail; /* the errno that calls fail with, in place of kills */
	bool verbose;
};

struct tally {
	long tries;
	long lost;
	long stranded;
	long told;
};

static int usage(FILE *stream)
{
	fputs("usage: kill [OPTION]... SCENARIO...\n"
	      "\n"
	      "  --kills N        so many in all (one before and one after each call)\n"
	      "  --fail ERRNO     no kills: each call fails once, with this number\n"
	      "  --recovery TEXT  another recovery, in words\n"
	      "  --jobs N         so many at once (2)\n"
	      "  --vfs N          so many VFs can each PF have (7)\n"
	      "  --verbose        shows what the programs say\n",
	      stream);
	return stream == stdout ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* --- One of several that share the work ------------------------------------------------------- */

static long count_places(const struct task *task, const struct bed *bed)
{
	return task->fail ? bed->calls : 2 * bed->calls;
}

/* Try number so and so many: spread over all places, and again from the first when there are more.
 */
static struct trace_order place_of(const struct task *task, const struct bed *bed, long number,
				   long tries)
{
	long places = count_places(task, bed);
	long place = tries < places ? number * places / tries : number % places;
	struct trace_order order = {.action = TRACE_FAIL, .at = place + 1, .number = task->fail};

	if (!task->fail) {
		order.action = place % 2 ? TRACE_KILL_AFTER : TRACE_KILL_BEFORE;
		order.at = place / 2 + 1;
	}
	return order;
}

static void tell_story(const struct trace_order *order, const struct verdict *verdict)
{
	static const char *const actions[] = {
		[TRACE_KILL_BEFORE] = "killed before",
		[TRACE_KILL_AFTER] = "killed after",
		[TRACE_FAIL] = "failed at",
	};
	char text[4096];

	snprintf(text, sizeof(text), "# %s call %ld (%s):%s%s\n%s", actions[order->action],
		 order->at, verdict->call, verdict->lost ? " lost" : "",
		 verdict->stranded ? " stranded" : "", verdict->story);
	/* In one piece, since others tell, too. */
	if (write(STDOUT_FILENO, text, strlen(text)) < 0)
		perror("write");
}

static bool work_through(const struct task *task, struct bed *bed, long job, struct tally *tally)
{
	long tries = task->kills ? task->kills : count_places(task, bed);

	for (long i = job; i < tries; i += task->jobs) {
		struct trace_order order = place_of(task, bed, i, tries);
		struct verdict verdict;

		if (!bed_try(bed, &order, &verdict))
			return false;
		tally->tries++;
		tally->lost += verdict.lost;
		tally->stranded += verdict.stranded;
		if ((verdict.lost || verdict.stranded) && tally->told++ < MOST_STORIES)
			tell_story(&order, &verdict);
		free(verdict.story);
	}
	return true;
}

static void set_environment(const struct task *task, const struct bed *bed)
{
	char text[8192];

	snprintf(text, sizeof(text), "%s/.libs/preload.so", task->programs);
	setenv("LD_PRELOAD", text, 1);
	/* The sanitizers want to be before all others. */
	setenv("ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", 0);
	setenv(PROTOCOL_VARIABLE, bed->directory, 1);
	snprintf(text, sizeof(text), "%s:%s", task->programs, getenv("PATH"));
	setenv("PATH", text, 1);
}

/* What programs leave behind becomes a child of this process. */
static bool do_job(const struct task *task, struct bed *bed, long job, int result)
{
	int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC), errors = dup(STDERR_FILENO);
	struct tally tally = {0};
	bool good;

	prctl(PR_SET_CHILD_SUBREAPER, 1);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	set_environment(task, bed);
	good = bed_prepare(bed);
	if (!task->verbose)
		dup2(nothing, STDERR_FILENO);
	good = good && work_through(task, bed, job, &tally);
	dup2(errors, STDERR_FILENO);
	return good && write(result, &tally, sizeof(tally)) == sizeof(tally);
}

/* --- All of one scenario ---------------------------------------------------------------------- */

/* Tracer, program and kernel talk to each other all the time: one processor has all three. */
static void stay(long job)
{
	cpu_set_t allowed, one;
	long wanted;

	if (sched_getaffinity(0, sizeof(allowed), &allowed))
		return;
	wanted = job % CPU_COUNT(&allowed);
	for (size_t i = 0; i < CPU_SETSIZE; i++) {
		if (!CPU_ISSET(i, &allowed) || wanted--)
			continue;
		CPU_ZERO(&one);
		CPU_SET(i, &one);
		sched_setaffinity(0, sizeof(one), &one);
		return;
	}
}

static _Noreturn void be_job(const struct task *task, long job, int result)
{
	struct bed bed = {.scenario = &task->scenario};
	pid_t child;
	int status;

	stay(job);
	if (!bed_start_kernel(&bed, task->programs, task->vfs))
		exit(EXIT_FAILURE);
	child = fork();
	if (!child)
		exit(do_job(task, &bed, job, result) ? EXIT_SUCCESS : EXIT_FAILURE);
	if (child < 0 || waitpid(child, &status, 0) != child)
		status = 1;
	bed_end(&bed);
	exit(status ? EXIT_FAILURE : EXIT_SUCCESS);
}

static bool run_jobs(const struct task *task, int result)
{
	bool good = true;
	int status;

	for (long i = 0; i < task->jobs; i++) {
		pid_t child = fork();

		if (!child)
			be_job(task, i, result);
		good &= child > 0;
	}
	while (wait(&status) > 0)
		good &= !status;
	return good;
}

static bool run_scenario(const struct task *task, struct tally *all)
{
	struct tally part;
	int ends[2];
	bool good;

	if (pipe2(ends, O_CLOEXEC))
		return false;
	good = run_jobs(task, ends[1]);
	close(ends[1]);
	while (read(ends[0], &part, sizeof(part)) == sizeof(part)) {
		all->tries += part.tries;
		all->lost += part.lost;
		all->stranded += part.stranded;
	}
	close(ends[0]);
	if (!good)
		puts("# it did not come to its end");
	return good;
}

/* They share the kills. */
static int run_scenarios(struct task *task, char **paths, const char *recovery)
{
	long kills = task->kills, count = 0;
	struct tally all = {0};
	bool good = true;

	while (paths[count])
		count++;
	for (long i = 0; i < count; i++) {
		if (!scenario_read(paths[i], &task->scenario) ||
		    (recovery && !scenario_set_recovery(&task->scenario, recovery)))
			return EXIT_FAILURE;
		task->kills = kills / count + (i < kills % count);
		/* Of none that are left over there would be all. */
		if (!kills || task->kills)
			good &= run_scenario(task, &all);
	}
	printf("%s %ld, lost %ld, stranded %ld\n", task->fail ? "failures" : "kills", all.tries,
	       all.lost, all.stranded);
	return good && all.tries && !all.lost && !all.stranded ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* The programs are where this one is. */
static const char *find_programs(void)
{
	static char path[4096];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);

	path[length < 0 ? 0 : length] = '\0';
	*strrchr(path, '/') = '\0';
	return path;
}

int main(int count, char **words)
{
	static const struct option options[] = {
		{"kills", required_argument, NULL, 'k'},    {"fail", required_argument, NULL, 'f'},
		{"recovery", required_argument, NULL, 'r'}, {"jobs", required_argument, NULL, 'j'},
		{"vfs", required_argument, NULL, 'n'},	    {"verbose", no_argument, NULL, 'v'},
		{"help", no_argument, NULL, 'h'},	    {NULL, 0, NULL, 0},
	};
	static struct task task = {.jobs = 2, .vfs = "7"};
	const char *recovery = NULL;
	int option;

	while ((option = getopt_long(count, words, "h", options, NULL)) != -1) {
		switch (option) {
		case 'k':
			task.kills = atol(optarg);
			break;
		case 'f':
			task.fail = atoi(optarg);
			break;
		case 'r':
			recovery = optarg;
			break;
		case 'j':
			task.jobs = atol(optarg);
			break;
		case 'n':
			task.vfs = optarg;
			break;
		case 'v':
			task.verbose = true;
			break;
		default:
			return usage(option == 'h' ? stdout : stderr);
		}
	}
	if (optind == count || task.jobs < 1 || task.jobs > MOST_JOBS || task.kills < 0)
		return usage(stderr);
	task.programs = find_programs();
	return run_scenarios(&task, words + optind, recovery);
}
