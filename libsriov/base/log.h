/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finished lines for the caller's callback; nothing is formatted that nobody wants. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "sriov/context.h"

#include "base/common.h"

/* Lines of many threads, kept for the caller's thread. */
struct log_queue {
	pthread_mutex_t mutex;
	struct log_line *lines;
	size_t count;
	size_t capacity;
	bool lost;
};

struct log {
	void (*callback)(void *user_data, enum sriov_log_level level, const char *text);
	void *user_data;
	enum sriov_log_level level;
	struct log_queue *queue;
};

PRINTF_LIKE(3, 4)
void log_add(const struct log *log, enum sriov_log_level level, const char *format, ...);

/*
 * From here on lines may come from many threads: they go to the queue, since the callback is called
 * on the caller's thread alone.
 */
void log_collect(struct log *log, struct log_queue *queue);

/* Ends that, when the other threads have ended, and hands the lines on. */
void log_hand_on(struct log *log);

#endif
