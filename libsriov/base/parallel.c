/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/parallel.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

struct crew {
	void (*work)(void *data, size_t number);
	void *data;
	size_t count;
	atomic_size_t next;
};

static void *work_off(void *data)
{
	struct crew *crew = data;
	size_t number;

	while ((number = atomic_fetch_add(&crew->next, 1)) < crew->count)
		crew->work(crew->data, number);
	return NULL;
}

/* A new thread has its maker's signal mask: so it never gets one that blocks none. */
static size_t start(struct crew *crew, pthread_t *others, size_t wanted)
{
	sigset_t all, before;
	size_t started = 0;

	sigfillset(&all);
	if (pthread_sigmask(SIG_SETMASK, &all, &before))
		return 0;
	while (started < wanted && !pthread_create(&others[started], NULL, work_off, crew))
		started++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

void parallel_run(size_t count, unsigned int threads, void (*work)(void *data, size_t number),
		  void *data)
{
	struct crew crew = {.work = work, .data = data, .count = count};
	size_t wanted = threads < count ? threads : count, started = 0;
	pthread_t *others = wanted > 1 ? calloc(wanted - 1, sizeof(*others)) : NULL;

	if (others)
		started = start(&crew, others, wanted - 1);
	work_off(&crew);
	while (started)
		pthread_join(others[--started], NULL);
	free(others);
}
