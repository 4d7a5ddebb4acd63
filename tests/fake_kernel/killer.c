/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One program, killed or failing at one of its system calls; tells what became of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tracer.h"

static int usage(void)
{
	fputs("usage: killer count PROGRAM [ARGUMENT]...\n"
	      "       killer before N PROGRAM [ARGUMENT]...\n"
	      "       killer after N PROGRAM [ARGUMENT]...\n"
	      "       killer fail N ERRNO PROGRAM [ARGUMENT]...\n"
	      "\n"
	      "PROGRAM sees the fake kernel: LD_PRELOAD and FAKE_KERNEL are set. Calls are counted "
	      "from 1,\nthose of the loader not.\n",
	      stderr);
	return EXIT_FAILURE;
}

static const struct {
	const char *name;
	int words;
	enum trace_action action;
} actions[] = {
	{"count", 1, TRACE_COUNT},
	{"before", 2, TRACE_KILL_BEFORE},
	{"after", 2, TRACE_KILL_AFTER},
	{"fail", 3, TRACE_FAIL},
};

static void tell(const struct trace_result *result)
{
	if (WIFSIGNALED(result->status))
		printf("ended by signal %d", WTERMSIG(result->status));
	else
		printf("ended with status %d", WEXITSTATUS(result->status));
	printf(" after %ld calls", result->calls);
	if (result->call >= 0)
		printf(", the last one looked at was %s", trace_name_call(result->call));
	putchar('\n');
}

int main(int count, char **words)
{
	struct trace_order order = {0};
	struct trace_result result;
	int first = 0;

	for (size_t i = 0; count > 1 && i < sizeof(actions) / sizeof(actions[0]); i++) {
		if (strcmp(words[1], actions[i].name))
			continue;
		order.action = actions[i].action;
		first = 1 + actions[i].words;
	}
	if (!first || first >= count)
		return usage();
	if (first > 2)
		order.at = atol(words[2]);
	if (first > 3)
		order.number = atoi(words[3]);
	if (!trace_run(&order, words + first, &result)) {
		perror(words[first]);
		return EXIT_FAILURE;
	}
	tell(&result);
	return EXIT_SUCCESS;
}
