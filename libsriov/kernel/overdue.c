/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/overdue.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define DEVICES "/bus/pci/devices/"

uint64_t overdue_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* A device's own file, or one of a driver or of the bus, to which its address is written. */
static void find_device(struct overdue *overdue)
{
	const char *devices = strstr(overdue->path, DEVICES);
	char name[ADDRESS_SIZE];

	if (!devices) {
		if (overdue->text)
			address_parse(overdue->text, overdue->device);
		return;
	}
	devices += strlen(DEVICES);
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(devices, "/"), devices);
	address_parse(name, overdue->device);
}

struct overdue *overdue_new(const char *path, const char *text)
{
	struct overdue *made = calloc(1, sizeof(*made));

	if (!made)
		return NULL;
	made->path = strdup(path);
	made->text = text ? strndup(text, strcspn(text, "\n")) : NULL;
	if (!made->path || (text && !made->text)) {
		overdue_free(made);
		return NULL;
	}
	find_device(made);
	made->begun_ms = overdue_now_ms();
	return made;
}

void overdue_free(struct overdue *overdue)
{
	if (!overdue)
		return;
	worker_close(overdue->worker);
	free(overdue->path);
	free(overdue->text);
	free(overdue);
}

bool overdue_look(struct overdue *overdue)
{
	if (overdue->over || !worker_take(overdue->worker, &overdue->answer))
		return overdue->over;
	overdue->over = true;
	overdue->ended_ms = overdue_now_ms();
	return true;
}

uint64_t overdue_get_ms(const struct overdue *overdue)
{
	return (overdue->over ? overdue->ended_ms : overdue_now_ms()) - overdue->begun_ms;
}

void overdue_format_ms(uint64_t ms, char text[DURATION_SIZE])
{
	snprintf(text, DURATION_SIZE, "%" PRIu64 ".%" PRIu64 " s", ms / 1000, ms / 100 % 10);
}

void overdue_label(const struct overdue *overdue, char label[OVERDUE_LABEL_SIZE])
{
	if (overdue->text)
		snprintf(label, OVERDUE_LABEL_SIZE, "write \"%s\" to %s", overdue->text,
			 overdue->path);
	else
		snprintf(label, OVERDUE_LABEL_SIZE, "read %s", overdue->path);
}

bool overdue_is_same(const struct overdue *one, const struct overdue *other)
{
	return !strcmp(one->path, other->path) && !strcmp(one->device, other->device);
}

enum sriov_code overdue_fail(const struct overdue *overdue, enum sriov_code code, int number,
			     const char *words, struct sriov_error **error)
{
	char label[OVERDUE_LABEL_SIZE];

	overdue_label(overdue, label);
	error_set(error, code, "%s%s", label, words);
	error_set_errno(error, number);
	error_set_file(error, overdue->text ? "write" : "read", overdue->path);
	if (overdue->device[0])
		error_set_device(error, overdue->device);
	return code;
}

struct sriov_error *overdue_make_outcome(const struct overdue *overdue)
{
	int number = overdue->answer.number;
	struct sriov_error *error = NULL;
	char words[160], buffer[128];

	/* The kernel takes an attribute whole or not at all. */
	if (!number && overdue->text && !overdue->answer.length && overdue->text[0])
		number = EIO;
	if (!number)
		return NULL;
	if (number == EOWNERDEAD)
		snprintf(words, sizeof(words),
			 ": its process %d was killed, so what came of it is not known",
			 overdue->pid);
	else
		snprintf(words, sizeof(words), ": %s",
			 error_describe(number, buffer, sizeof(buffer)));
	overdue_fail(overdue, number == EOWNERDEAD ? SRIOV_CODE_FAILED : error_code_of(number),
		     number, words, &error);
	return error;
}
