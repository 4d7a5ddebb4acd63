/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/owner.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

#include "base/error.h"
#include "base/utf8.h"
#include "kernel/file_lock.h"

OBJECT_REFERENCES(owner)

static bool is_control(char character)
{
	return (unsigned char)character < ' ' || character == '\x7f';
}

bool owner_is_text(const char *text)
{
	size_t length = strlen(text);

	if (!length || length >= OWNER_TEXT_SIZE)
		return false;
	for (; *text; text++)
		if (is_control(*text))
			return false;
	return true;
}

enum sriov_code owner_check_text(const char *text, struct sriov_error **error)
{
	if (owner_is_text(text))
		return SRIOV_CODE_OK;
	if (!text[0])
		return error_set(error, SRIOV_CODE_INVALID, "the owner is an empty text");
	if (strlen(text) >= OWNER_TEXT_SIZE)
		return error_set(error, SRIOV_CODE_INVALID,
				 "the owner is a text of %zu bytes: it takes %d", strlen(text),
				 OWNER_TEXT_SIZE - 1);
	return error_set(error, SRIOV_CODE_INVALID, "the owner is a text with a control character");
}

void owner_clean(char *command)
{
	size_t length;

	for (; *command; command += length) {
		length = utf8_measure(command);
		if (length && !is_control(*command))
			continue;
		*command = '?';
		length = 1;
	}
}

enum sriov_code owner_find_procfs(struct sriov_context *context, const struct tree **procfs,
				  struct sriov_error **error)
{
	enum sriov_code code = context_get_procfs(context, procfs, NULL);

	if (code)
		*procfs = NULL;
	return code == SRIOV_CODE_NO_MEMORY ? error_no_memory(error) : SRIOV_CODE_OK;
}

void owner_read_boot_id(const struct tree *procfs, char boot_id[OWNER_BOOT_ID_SIZE])
{
	char line[64];

	boot_id[0] = '\0';
	if (procfs &&
	    !tree_read_line(procfs, line, sizeof(line), NULL, "sys/kernel/random/boot_id"))
		snprintf(boot_id, OWNER_BOOT_ID_SIZE, "%.*s", OWNER_BOOT_ID_SIZE - 1, line);
}

/*
 * The C library's gmtime_r() would read the environment and the file of the time zone. Years begin
 * in March here, so that the leap day is the last.
 */
static void write_time(uint64_t since_s, char *text, size_t size)
{
	uint64_t days = since_s / 86400 + 719468, seconds = since_s % 86400;
	uint64_t era = days / 146097, day_of_era = days % 146097;
	uint64_t year =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	uint64_t day = day_of_era - (365 * year + year / 4 - year / 100);
	uint64_t month = (5 * day + 2) / 153;

	day -= (153 * month + 2) / 5;
	year += 400 * era + (month >= 10);
	snprintf(text, size,
		 " since %04" PRIu64 "-%02" PRIu64 "-%02" PRIu64 " %02" PRIu64 ":%02" PRIu64
		 ":%02" PRIu64 " UTC",
		 year, month < 10 ? month + 3 : month - 9, day + 1, seconds / 3600,
		 seconds / 60 % 60, seconds % 60);
}

static void describe_doing(struct sriov_owner *owner)
{
	size_t length = strlen(owner->description);

	if (owner->doing[0])
		snprintf(owner->description + length, sizeof(owner->description) - length,
			 ", until the kernel ends %s", owner->doing);
}

void owner_describe(struct sriov_owner *owner)
{
	const char *name = owner->text[0] ? owner->text : owner->command;
	const char *unseen = owner->running ? "" : ", which has ended or cannot be seen from here";
	char since[64] = "";

	if (owner->since_s)
		write_time(owner->since_s, since, sizeof(since));
	if (!owner->pid)
		snprintf(owner->description, sizeof(owner->description),
			 "a process that did not write into its file who it is");
	else if (!name[0] || !strcmp(name, owner->command) || !owner->command[0])
		snprintf(owner->description, sizeof(owner->description), "%s%sprocess %d%s%s%s",
			 name, name[0] ? " (" : "", owner->pid, unseen, name[0] ? ")" : "", since);
	else
		snprintf(owner->description, sizeof(owner->description), "%s (%s, process %d%s)%s",
			 name, owner->command, owner->pid, unseen, since);
	describe_doing(owner);
}

static void fill(struct sriov_owner *owner, const struct tree *procfs, const char *text, int pid)
{
	owner->pid = pid;
	owner->since_s = (uint64_t)time(NULL);
	owner_read_boot_id(procfs, owner->boot_id);
	if (procfs)
		process_identify(procfs, pid, owner->command, &owner->start_ticks);
	if (!owner->command[0] && pid == getpid())
		prctl(PR_GET_NAME, owner->command);
	owner_clean(owner->command);
	snprintf(owner->text, sizeof(owner->text), "%s", text ? text : owner->command);
	owner->running = true;
	owner_describe(owner);
}

static enum sriov_code new_of(struct sriov_context *context, const char *text, int pid,
			      struct sriov_owner **owner, struct sriov_error **error)
{
	const struct tree *procfs;
	enum sriov_code code = owner_find_procfs(context, &procfs, error);

	*owner = NULL;
	if (code)
		return code;
	*owner = object_new(sizeof(**owner), NULL);
	if (!*owner)
		return error_no_memory(error);
	if (!pid)
		pid = procfs ? process_get_own_pid(procfs) : getpid();
	fill(*owner, procfs, text, pid);
	return SRIOV_CODE_OK;
}

enum sriov_code owner_new(struct sriov_context *context, const char *text, int pid,
			  struct sriov_owner **owner, struct sriov_error **error)
{
	return new_of(context, text, pid, owner, error);
}

void owner_set_doing(struct sriov_owner *owner, const char *doing)
{
	snprintf(owner->doing, sizeof(owner->doing), "%s", doing);
	owner_clean(owner->doing);
	owner_describe(owner);
}

enum sriov_code owner_new_own(struct sriov_context *context, const char *text,
			      struct sriov_owner **owner, struct sriov_error **error)
{
	return new_of(context, text, 0, owner, error);
}

enum sriov_code owner_new_silent(struct sriov_context *context, int fd, struct sriov_owner **owner,
				 struct sriov_error **error)
{
	const struct tree *procfs;
	struct sriov_owner *made;
	enum sriov_code code = owner_find_procfs(context, &procfs, error);
	int pid = 0;

	*owner = NULL;
	if (!code && procfs)
		code = file_lock_find(procfs, fd, &pid, error);
	if (code)
		return code;
	made = object_new(sizeof(*made), NULL);
	if (!made)
		return error_no_memory(error);
	made->pid = pid;
	if (pid)
		process_identify(procfs, pid, made->command, &made->start_ticks);
	owner_clean(made->command);
	made->running = made->start_ticks;
	owner_describe(made);
	*owner = made;
	return SRIOV_CODE_OK;
}

static const char *unless_empty(const char *text)
{
	return text[0] ? text : NULL;
}

EXPORT const char *sriov_owner_get_text(const struct sriov_owner *owner)
{
	return owner ? unless_empty(owner->text) : NULL;
}

EXPORT int sriov_owner_get_pid(const struct sriov_owner *owner)
{
	return owner ? owner->pid : 0;
}

EXPORT const char *sriov_owner_get_command(const struct sriov_owner *owner)
{
	return owner ? unless_empty(owner->command) : NULL;
}

EXPORT uint64_t sriov_owner_get_start_ticks(const struct sriov_owner *owner)
{
	return owner ? owner->start_ticks : 0;
}

EXPORT const char *sriov_owner_get_boot_id(const struct sriov_owner *owner)
{
	return owner ? unless_empty(owner->boot_id) : NULL;
}

EXPORT uint64_t sriov_owner_get_since_s(const struct sriov_owner *owner)
{
	return owner ? owner->since_s : 0;
}

EXPORT bool sriov_owner_is_running(const struct sriov_owner *owner)
{
	return owner && owner->running;
}

EXPORT const char *sriov_owner_get_description(const struct sriov_owner *owner)
{
	return owner ? owner->description : NULL;
}
