/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rounds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned long devices;

/* Told in the end, so that nobody leaves a fact out: the same for all contestants. */
static unsigned long sum;

void take(const struct facts *facts)
{
	devices++;
	sum += strlen(facts->address) + facts->class + facts->vendor + facts->device;
	sum += facts->subsystem_vendor + facts->subsystem_device;
	sum += (facts->driver ? strlen(facts->driver) : 0) + (unsigned long)(facts->group + 1);
}

void give_up(const char *why)
{
	fprintf(stderr, "%s\n", why);
	exit(EXIT_FAILURE);
}

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return time.tv_sec * 1000000000LL + time.tv_nsec;
}

/* A host is listed now and then, not again and again: what others do meanwhile empties the caches.
 */
static void empty_caches(void)
{
	static volatile char others[64 << 20];

	for (size_t i = 0; i < sizeof(others); i += 64)
		others[i]++;
}

int main(int count, char **words)
{
	int rounds = count == 2 ? atoi(words[1]) : 1;

	for (int i = 0; i < rounds; i++) {
		long long start;

		/* Before the first nobody was here. */
		if (i)
			empty_caches();
		devices = sum = 0;
		start = now();
		read_host();
		printf("%lu %lu %lld\n", devices, sum, now() - start);
	}
	return EXIT_SUCCESS;
}
