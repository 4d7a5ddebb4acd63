/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/worker_job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "kernel/worker_process.h"

/* Each is its level in one byte, and its text with the NUL. */
struct lines {
	char *bytes;
	size_t length;
};

/* Nobody reads so much: what has no room is left out. */
static void keep_line(void *user_data, enum sriov_log_level level, const char *text)
{
	struct lines *lines = user_data;
	size_t size = strlen(text) + 1;

	if (size >= WORKER_MOST - lines->length)
		return;
	lines->bytes[lines->length++] = (char)level;
	memcpy(lines->bytes + lines->length, text, size);
	lines->length += size;
}

/* The maker may have failed to make all that it takes, or be gone: then nothing is begun. */
static bool may_begin(int socket)
{
	char byte;
	ssize_t count;

	do
		count = recv(socket, &byte, sizeof(byte), 0);
	while (count < 0 && errno == EINTR);
	return count == sizeof(byte);
}

/* The callback is the maker's program's, which is not here: only who hears what is its business. */
int worker_job_run(const struct worker_job *job, int socket, char *buffer)
{
	struct lines lines = {.bytes = buffer};
	struct log log = {.user_data = &lines};
	struct worker_reply reply;

	worker_process_let_go(socket, buffer);
	if (!may_begin(socket))
		return EXIT_FAILURE;
	if (job->log && job->log->callback) {
		log.callback = keep_line;
		log.level = job->log->level;
	}
	reply.number = job->work(job->data, &log);
	reply.length = lines.length;
	worker_process_tell(socket, &reply, lines.bytes, lines.length);
	return EXIT_SUCCESS;
}

void worker_job_hand_on(const struct worker_answer *answer, const struct log *log)
{
	const char *line = answer->bytes, *end = line + answer->length;
	size_t length;

	while (line < end) {
		length = strnlen(line + 1, (size_t)(end - line) - 1);
		log_add(log, (enum sriov_log_level)line[0], "%.*s", (int)length, line + 1);
		line += length + 2;
	}
}
