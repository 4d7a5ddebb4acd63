/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/log.h"

#include <stdarg.h>

#include "base/text.h"

#define NO_MEMORY "out of memory for a log line"

struct log_line {
	enum sriov_log_level level;
	char *text; /* NULL when there was no memory for it */
};

static bool make_room(struct log_queue *queue)
{
	size_t capacity = queue->capacity ? queue->capacity * 2 : 32;
	struct log_line *lines;

	if (queue->count < queue->capacity)
		return true;
	lines = reallocarray(queue->lines, capacity, sizeof(*lines));
	if (!lines)
		return false;
	queue->lines = lines;
	queue->capacity = capacity;
	return true;
}

/* Takes over the text. */
static void keep(struct log_queue *queue, enum sriov_log_level level, char *text)
{
	pthread_mutex_lock(&queue->mutex);
	if (make_room(queue)) {
		queue->lines[queue->count++] = (struct log_line) {.level = level, .text = text};
	} else {
		queue->lost = true;
		free(text);
	}
	pthread_mutex_unlock(&queue->mutex);
}

void log_add(const struct log *log, enum sriov_log_level level, const char *format, ...)
{
	CLEANUP(text_clear) struct text text = {0};
	va_list arguments;

	if (!log || !log->callback || level > log->level)
		return;
	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	if (log->queue)
		keep(log->queue, level, text_take(&text));
	else
		log->callback(log->user_data, level, text.failed ? NO_MEMORY : text.data);
}

void log_collect(struct log *log, struct log_queue *queue)
{
	*queue = (struct log_queue) {0};
	pthread_mutex_init(&queue->mutex, NULL);
	log->queue = queue;
}

void log_hand_on(struct log *log)
{
	struct log_queue *queue = log->queue;
	const struct log_line *line;

	log->queue = NULL;
	for (size_t i = 0; i < queue->count; i++) {
		line = &queue->lines[i];
		log->callback(log->user_data, line->level, line->text ? line->text : NO_MEMORY);
		free(line->text);
	}
	if (queue->lost)
		log->callback(log->user_data, SRIOV_LOG_LEVEL_WARNING, NO_MEMORY);
	free(queue->lines);
	pthread_mutex_destroy(&queue->mutex);
}
