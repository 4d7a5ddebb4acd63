/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/owner.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"

size_t owner_write(const struct sriov_owner *owner, char record[OWNER_RECORD_SIZE])
{
	int length = snprintf(record, OWNER_RECORD_SIZE,
			      "owner=%s\npid=%d\ncommand=%s\nstart_ticks=%" PRIu64
			      "\nboot_id=%s\nsince=%" PRIu64 "\n",
			      owner->text, owner->pid, owner->command, owner->start_ticks,
			      owner->boot_id, owner->since_s);

	if (owner->doing[0])
		length += snprintf(record + length, OWNER_RECORD_SIZE - (size_t)length,
				   "doing=%s\n", owner->doing);
	return (size_t)length;
}

static uint64_t take_number(const char *text, uint64_t maximum)
{
	uint64_t value;

	return number_parse(text, 10, maximum, &value) ? value : 0;
}

/* Keys of later versions are passed over. */
static void take(struct sriov_owner *owner, const char *key, const char *value)
{
	if (!strcmp(key, "owner") && owner_is_text(value))
		snprintf(owner->text, sizeof(owner->text), "%s", value);
	else if (!strcmp(key, "command"))
		snprintf(owner->command, sizeof(owner->command), "%.*s", PROCESS_COMMAND_SIZE - 1,
			 value);
	else if (!strcmp(key, "boot_id"))
		snprintf(owner->boot_id, sizeof(owner->boot_id), "%.*s", OWNER_BOOT_ID_SIZE - 1,
			 value);
	else if (!strcmp(key, "doing"))
		snprintf(owner->doing, sizeof(owner->doing), "%.*s", OWNER_DOING_SIZE - 1, value);
	else if (!strcmp(key, "pid"))
		owner->pid = (int)take_number(value, INT_MAX);
	else if (!strcmp(key, "start_ticks"))
		owner->start_ticks = take_number(value, UINT64_MAX);
	else if (!strcmp(key, "since"))
		owner->since_s = take_number(value, INT64_MAX);
}

static void take_lines(struct sriov_owner *owner, const char *record)
{
	char copy[OWNER_RECORD_SIZE], *save = NULL, *value;

	snprintf(copy, sizeof(copy), "%s", record);
	for (char *line = strtok_r(copy, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		value = strchr(line, '=');
		if (!value)
			continue;
		*value = '\0';
		take(owner, line, value + 1);
	}
	owner_clean(owner->command);
	owner_clean(owner->boot_id);
	owner_clean(owner->doing);
}

/* Where one of them had no procfs, nobody can tell. */
static bool is_old(const struct sriov_owner *owner, const char *boot_id)
{
	return boot_id[0] && owner->boot_id[0] && strcmp(boot_id, owner->boot_id) != 0;
}

static void forget(struct sriov_owner *owner)
{
	owner->text[0] = owner->command[0] = owner->boot_id[0] = owner->doing[0] = '\0';
	owner->pid = 0;
	owner->start_ticks = owner->since_s = 0;
}

enum sriov_code owner_parse(struct sriov_context *context, const char *record,
			    struct sriov_owner **owner, struct sriov_error **error)
{
	char boot_id[OWNER_BOOT_ID_SIZE];
	const struct tree *procfs;
	enum sriov_code code = owner_find_procfs(context, &procfs, error);

	*owner = NULL;
	if (code)
		return code;
	*owner = object_new(sizeof(**owner), NULL);
	if (!*owner)
		return error_no_memory(error);
	take_lines(*owner, record);
	owner_read_boot_id(procfs, boot_id);
	if (!(*owner)->pid || is_old(*owner, boot_id))
		forget(*owner);
	if (procfs && (*owner)->pid)
		(*owner)->running =
			process_is_running(procfs, (*owner)->pid, (*owner)->start_ticks);
	owner_describe(*owner);
	return SRIOV_CODE_OK;
}
