/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Check has no word for a test that was left out. Tests are processes: they leave their reasons in
 * memory that is shared with the runner, which puts them into the results.
 */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "unit.h"

#define MOST 64

struct skipped {
	char function[64];
	char reason[96];
};

static struct skipped *all;

void unit_prepare_skips(void)
{
	void *memory = mmap(NULL, MOST * sizeof(*all), PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	all = memory == MAP_FAILED ? NULL : memory;
}

void unit_skip(const char *function, const char *reason)
{
	size_t i = 0;

	while (all && i < MOST && all[i].function[0])
		i++;
	/* Whatever Check asserts would be told as the place of the test. */
	if (!all || i == MOST)
		ck_abort_msg("no room for one more test that is left out");
	snprintf(all[i].function, sizeof(all[i].function), "%s", function);
	snprintf(all[i].reason, sizeof(all[i].reason), "%s", reason);
}

/* Of a line such as "ok 1 - test_link.c:link:loopback: Passed", whose function is loopback_fn. */
static const char *find_reason(const char *line)
{
	for (size_t i = 0; all && i < MOST && all[i].function[0]; i++) {
		char name[sizeof(all->function) + 4];
		int length = (int)strlen(all[i].function) - (int)strlen("_fn");

		snprintf(name, sizeof(name), ":%.*s: Passed", length, all[i].function);
		if (strstr(line, name))
			return all[i].reason;
	}
	return NULL;
}

void unit_print_results(FILE *results)
{
	char line[4096];

	while (fgets(line, sizeof(line), results)) {
		const char *reason = find_reason(line);

		if (reason)
			printf("%.*s # SKIP %s\n", (int)strcspn(line, "\n"), line, reason);
		else
			fputs(line, stdout);
	}
}
