/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/overdue.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/netlink.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
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
	const char *devices = overdue->path ? strstr(overdue->path, DEVICES) : NULL;
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

struct overdue *overdue_new(enum overdue_kind kind, const char *path, const char *text,
			    const char *device)
{
	struct overdue *made = calloc(1, sizeof(*made));

	if (!made)
		return NULL;
	made->kind = kind;
	made->verdicts = -1;
	made->path = path ? strdup(path) : NULL;
	made->text = text ? strndup(text, strcspn(text, "\n")) : NULL;
	if ((path && !made->path) || (text && !made->text)) {
		overdue_free(made);
		return NULL;
	}
	if (device)
		snprintf(made->device, sizeof(made->device), "%s", device);
	else
		find_device(made);
	made->begun_ms = overdue_now_ms();
	return made;
}

void overdue_free(struct overdue *overdue)
{
	if (!overdue)
		return;
	worker_close(overdue->worker);
	cleanup_close(&overdue->verdicts);
	free(overdue->path);
	free(overdue->text);
	free(overdue);
}

bool overdue_is_change(const struct overdue *overdue)
{
	return overdue->kind == OVERDUE_WRITE || overdue->kind == OVERDUE_CHANGE ||
	       overdue->kind == OVERDUE_LOAD;
}

void overdue_listen(struct overdue *overdue, int fd)
{
	overdue->verdicts = fcntl(fd, F_DUPFD_CLOEXEC, 3);
}

/* A change is refused for itself, in a message of its own. */
static void take_verdict(struct overdue *overdue, const struct nlmsghdr *message, ssize_t length)
{
	const struct nlmsgerr *verdict = NLMSG_DATA(message);

	if (length < (ssize_t)NLMSG_LENGTH(sizeof(*verdict)) ||
	    message->nlmsg_type != NLMSG_ERROR || !verdict->error)
		return;
	if (!overdue->refusals++)
		overdue->refusal = -verdict->error;
}

/* The kernel has said all that it has to say when it has handled what was sent. */
static void hear_verdicts(struct overdue *overdue)
{
	union {
		struct nlmsghdr message;
		char bytes[4096];
	} datagram;
	ssize_t length;

	if (overdue->kind != OVERDUE_CHANGE)
		return;
	errno = EBADF;
	while (overdue->verdicts >= 0 &&
	       (length = recv(overdue->verdicts, &datagram, sizeof(datagram), MSG_DONTWAIT)) > 0)
		take_verdict(overdue, &datagram.message, length);
	overdue->is_deaf = errno != EAGAIN;
	cleanup_close(&overdue->verdicts);
}

bool overdue_look(struct overdue *overdue)
{
	if (overdue->over || !worker_take(overdue->worker, &overdue->answer))
		return overdue->over;
	overdue->over = true;
	hear_verdicts(overdue);
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
	if (overdue->kind == OVERDUE_WRITE)
		snprintf(label, OVERDUE_LABEL_SIZE, "write \"%s\" to %s", overdue->text,
			 overdue->path);
	else if (overdue->kind == OVERDUE_READ)
		snprintf(label, OVERDUE_LABEL_SIZE, "read %s", overdue->path);
	else if (overdue->kind == OVERDUE_LOAD)
		snprintf(label, OVERDUE_LABEL_SIZE, "load module %s", overdue->text);
	else if (overdue->kind == OVERDUE_CHANGE)
		snprintf(label, OVERDUE_LABEL_SIZE, "change \"%s\" by netlink", overdue->text);
	else
		snprintf(label, OVERDUE_LABEL_SIZE, "a question by %s", overdue->text);
}

static bool is_same_path(const struct overdue *one, const struct overdue *other)
{
	if (one->kind == OVERDUE_LOAD || other->kind == OVERDUE_LOAD)
		return one->kind == other->kind && !strcmp(one->text, other->text);
	if (one->path && other->path)
		return !strcmp(one->path, other->path);
	if (one->path || other->path || overdue_is_change(one) != overdue_is_change(other))
		return false;
	/* Other questions wait for the same lock of the kernel, and so do other changes. */
	return overdue_is_change(one) || !strcmp(one->text, other->text);
}

bool overdue_is_same(const struct overdue *one, const struct overdue *other)
{
	return is_same_path(one, other) && !strcmp(one->device, other->device);
}

static const char *name_operation(const struct overdue *overdue)
{
	if (overdue->kind == OVERDUE_LOAD)
		return "load";
	if (!overdue->path)
		return "netlink";
	return overdue->kind == OVERDUE_WRITE ? "write" : "read";
}

enum sriov_code overdue_fail(const struct overdue *overdue, enum sriov_code code, int number,
			     const char *words, struct sriov_error **error)
{
	char label[OVERDUE_LABEL_SIZE];

	overdue_label(overdue, label);
	error_set(error, code, "%s%s", label, words);
	error_set_errno(error, number);
	error_set_file(error, name_operation(overdue), overdue->path);
	if (overdue->device[0])
		error_set_device(error, overdue->device);
	return code;
}

/* Of a change that the kernel has handled. */
static struct sriov_error *make_verdict(const struct overdue *overdue)
{
	struct sriov_error *error = NULL;
	char words[160], buffer[128];

	if (overdue->refusals) {
		snprintf(words, sizeof(words), ": %zu of it refused: %s", overdue->refusals,
			 error_describe(overdue->refusal, buffer, sizeof(buffer)));
		overdue_fail(overdue, error_code_of(overdue->refusal), overdue->refusal, words,
			     &error);
	} else if (overdue->is_deaf) {
		overdue_fail(overdue, SRIOV_CODE_FAILED, ENOBUFS,
			     ": the kernel's answer was lost, so what came of it is not known",
			     &error);
	}
	return error;
}

struct sriov_error *overdue_make_outcome(const struct overdue *overdue)
{
	int number = overdue->answer.number;
	struct sriov_error *error = NULL;
	char words[160], buffer[128];

	/* The kernel takes an attribute whole or not at all. */
	if (!number && overdue->kind == OVERDUE_WRITE && !overdue->answer.length &&
	    overdue->text[0])
		number = EIO;
	if (!number)
		return make_verdict(overdue);
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
