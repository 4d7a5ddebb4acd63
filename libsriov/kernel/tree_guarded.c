/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of a tree may block in the kernel, and has a deadline where there is a guard. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "kernel/guard.h"
#include "kernel/tree.h"
#include "kernel/worker.h"

/* As tree.c has it: long enough for every path of ours. */
#define PATH_SIZE 512

#define FORMAT_PATH(path, format)                                                                  \
	do {                                                                                       \
		va_list arguments;                                                                 \
		va_start(arguments, format);                                                       \
		vsnprintf(path, sizeof(path), format, arguments);                                  \
		va_end(arguments);                                                                 \
	} while (0)

static void make_absolute(const struct tree *tree, const char *path, char absolute[PATH_MAX])
{
	snprintf(absolute, PATH_MAX, "%s/%s", tree->root, path);
}

static enum sriov_code run_here(const struct guard_task *task, struct guard_answer *answer)
{
	ssize_t count = task->kind == OVERDUE_WRITE
				? write(task->fd, task->text, strlen(task->text))
				: read(task->fd, task->buffer, task->size);

	answer->number = count < 0 ? errno : 0;
	answer->length = count < 0 ? 0 : (size_t)count;
	return SRIOV_CODE_OK;
}

static enum sriov_code run(const struct tree *tree, const struct guard_task *task,
			   struct guard_answer *answer, struct sriov_error **error)
{
	*answer = (struct guard_answer) {0};
	return tree->guard ? guard_run(tree->guard, task, answer, error) : run_here(task, answer);
}

static enum sriov_code write_text(const struct tree *tree, int fd, const char *text,
				  const char *path, struct sriov_error **error)
{
	struct guard_task task = {.kind = OVERDUE_WRITE, .fd = fd, .path = path, .text = text};
	struct guard_answer answer;
	enum sriov_code code = run(tree, &task, &answer, error);

	/* The kernel takes an attribute whole or not at all. */
	if (!code && !answer.number && answer.length != strlen(text))
		answer.number = EIO;
	if (code || !answer.number)
		return code;
	return error_set_system(error, answer.number, "write", path, "write \"%.*s\" to %s",
				(int)strcspn(text, "\n"), text, path);
}

enum sriov_code tree_write(const struct tree *tree, const char *text, struct sriov_error **error,
			   const char *format, ...)
{
	char path[PATH_SIZE], absolute[PATH_MAX];
	CLEANUP(cleanup_close) int fd = -1;
	enum sriov_code code;

	FORMAT_PATH(path, format);
	make_absolute(tree, path, absolute);
	log_add(tree->log, SRIOV_LOG_LEVEL_INFO, "write \"%.*s\" to %s", (int)strcspn(text, "\n"),
		text, absolute);
	code = tree_open_file(tree, O_WRONLY, &fd, error, "%s", path);
	return code ? code : write_text(tree, fd, text, absolute, error);
}

enum sriov_code tree_check_overdue(const struct tree *tree, const char *device,
				   struct sriov_error **error)
{
	return tree->guard ? guard_check(tree->guard, device, error) : SRIOV_CODE_OK;
}

static enum sriov_code read_line(const struct tree *tree, char *buffer, size_t size,
				 const char *path, struct sriov_error **error)
{
	struct guard_task task = {.buffer = buffer, .size = size - 1};
	CLEANUP(cleanup_close) int fd = -1;
	struct guard_answer answer;
	char absolute[PATH_MAX];
	enum sriov_code code = tree_open_file(tree, O_RDONLY, &fd, error, "%s", path);

	make_absolute(tree, path, absolute);
	task.path = absolute;
	task.fd = fd;
	if (!code)
		code = run(tree, &task, &answer, error);
	if (code)
		return code;
	if (answer.number)
		return error_set_system(error, answer.number, "read", absolute, "read %s",
					absolute);
	buffer[answer.length] = '\0';
	if (answer.length && buffer[answer.length - 1] == '\n')
		buffer[answer.length - 1] = '\0';
	return SRIOV_CODE_OK;
}

enum sriov_code tree_read_locked_line(const struct tree *tree, char *buffer, size_t size,
				      struct sriov_error **error, const char *format, ...)
{
	char path[PATH_SIZE];

	FORMAT_PATH(path, format);
	return read_line(tree, buffer, size, path, error);
}

enum sriov_code tree_read_locked_all(const struct tree *tree, char **text,
				     struct sriov_error **error, const char *format, ...)
{
	CLEANUP(cleanup_free) char *made = malloc(WORKER_MOST + 1);
	char path[PATH_SIZE];
	enum sriov_code code;

	if (!made)
		return error_no_memory(error);
	FORMAT_PATH(path, format);
	code = read_line(tree, made, WORKER_MOST + 1, path, error);
	if (code)
		return code;
	*text = made;
	made = NULL;
	return SRIOV_CODE_OK;
}

enum sriov_code tree_read_locked_number(const struct tree *tree, uint64_t maximum, uint64_t *value,
					struct sriov_error **error, const char *format, ...)
{
	char path[PATH_SIZE], line[64];
	enum sriov_code code;

	FORMAT_PATH(path, format);
	code = read_line(tree, line, sizeof(line), path, error);
	if (code)
		return code;
	if (!number_parse(line, 10, maximum, value))
		return error_set(error, SRIOV_CODE_MALFORMED, "%s/%s holds no such number: \"%s\"",
				 tree->root, path, line);
	return SRIOV_CODE_OK;
}
