/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/string_list.h"

/* The first PID namespace has this number in every kernel: PROC_PID_INIT_INO. */
#define FIRST_NAMESPACE "pid:[4026531836]"

struct walk {
	const struct tree *procfs;
	bool (*found)(void *data, const struct process_file *file);
	void *data;
	bool refused;
	bool stopped;
};

static bool parse_pid(const char *name, int *pid)
{
	uint64_t number;

	if (!number_parse(name, 10, INT_MAX, &number))
		return false;
	*pid = (int)number;
	return true;
}

static void look_at_file(struct walk *walk, int directory, const char *name, int pid)
{
	struct process_file file = {.pid = pid};
	char target[PATH_MAX];
	ssize_t length;

	if (!parse_pid(name, &file.fd))
		return;
	length = readlinkat(directory, name, target, sizeof(target) - 1);
	if (length < 0) {
		/* Root of a container may list the descriptors of others but not follow them. */
		walk->refused |= errno == EACCES || errno == EPERM;
		return;
	}
	target[length] = '\0';
	file.target = target;
	walk->stopped = !walk->found(walk->data, &file);
}

static enum sriov_code look_at_files(struct walk *walk, int fd, int pid, struct sriov_error **error)
{
	const struct dirent *entry;
	DIR *directory = fdopendir(fd);

	if (!directory) {
		close(fd);
		return error_no_memory(error);
	}
	/* A process that ends meanwhile has no more descriptors: no answer is the end as well. */
	while (!walk->stopped && (entry = readdir(directory)))
		look_at_file(walk, fd, entry->d_name, pid);
	closedir(directory);
	return SRIOV_CODE_OK;
}

static enum sriov_code look_at_process(struct walk *walk, const char *name,
				       struct sriov_error **error)
{
	int fd, pid;

	if (!parse_pid(name, &pid))
		return SRIOV_CODE_OK;
	if (!tree_open_file(walk->procfs, O_RDONLY | O_DIRECTORY, &fd, NULL, "%s/fd", name))
		return look_at_files(walk, fd, pid, error);
	/* It may have ended; when not, it was not shown. */
	walk->refused |= tree_exists(walk->procfs, "%s", name);
	return SRIOV_CODE_OK;
}

/*
 * Of processes outside its PID namespace nobody is told, and of others' not even that they are
 * there where procfs is mounted with hidepid: that process 1 is to be seen, and in the first
 * namespace, rules out both.
 */
bool process_sees_all(const struct tree *procfs)
{
	char namespace[NAME_MAX + 1];

	return !tree_read_link(procfs, namespace, NULL, "1/ns/pid") &&
	       !strcmp(namespace, FIRST_NAMESPACE);
}

enum sriov_code process_walk_files(const struct tree *procfs,
				   bool (*found)(void *data, const struct process_file *file),
				   void *data, bool *complete, struct sriov_error **error)
{
	struct walk walk = {.procfs = procfs, .found = found, .data = data};
	struct sriov_string_list *names;
	enum sriov_code code = tree_list(procfs, &names, error, ".");
	size_t count;

	if (code)
		return code;
	count = sriov_string_list_get_count(names);
	for (size_t i = 0; !code && !walk.stopped && i < count; i++)
		code = look_at_process(&walk, sriov_string_list_get(names, i), error);
	sriov_string_list_unref(names);
	*complete = !walk.refused && process_sees_all(procfs);
	return code;
}

/* Arguments end with a NUL each, the last one too. */
static char *read_command_line(const struct tree *procfs, int pid)
{
	char buffer[4096];
	size_t length;

	if (tree_read(procfs, buffer, sizeof(buffer), &length, NULL, "%d/cmdline", pid))
		return strdup("");
	while (length && !buffer[length - 1])
		length--;
	buffer[length] = '\0';
	for (size_t i = 0; i < length; i++)
		if (!buffer[i])
			buffer[i] = ' ';
	return strdup(buffer);
}

/* The name in parentheses may have spaces and parentheses in it: fields are counted behind it. */
static uint64_t read_stat(const struct tree *procfs, int pid, char *state)
{
	char line[1024];
	const char *field;
	uint64_t ticks = 0;

	*state = '\0';
	if (tree_read_line(procfs, line, sizeof(line), NULL, "%d/stat", pid))
		return 0;
	field = strrchr(line, ')');
	if (field)
		sscanf(field + 1, " %c", state);
	for (int number = 2; field && number < 22; number++)
		field = strchr(field + 1, ' ');
	return field && sscanf(field, " %" SCNu64, &ticks) == 1 ? ticks : 0;
}

static uint64_t read_start_ticks(const struct tree *procfs, int pid)
{
	char state;

	return read_stat(procfs, pid, &state);
}

void process_identify(const struct tree *procfs, int pid, char command[PROCESS_COMMAND_SIZE],
		      uint64_t *start_ticks)
{
	if (tree_read_line(procfs, command, PROCESS_COMMAND_SIZE, NULL, "%d/comm", pid))
		command[0] = '\0';
	*start_ticks = read_start_ticks(procfs, pid);
}

bool process_is_running(const struct tree *procfs, int pid, uint64_t start_ticks)
{
	char state;

	return start_ticks && read_stat(procfs, pid, &state) == start_ticks && state != 'Z' &&
	       state != 'X';
}

int process_get_own_pid(const struct tree *procfs)
{
	char name[NAME_MAX + 1];
	int pid;

	if (!tree_read_link(procfs, name, NULL, "self") && parse_pid(name, &pid))
		return pid;
	return getpid();
}

static uint64_t read_boot_time(const struct tree *procfs)
{
	CLEANUP(cleanup_free) char *text = NULL;
	uint64_t seconds = 0;
	const char *line;

	if (tree_read_all(procfs, &text, NULL, "stat"))
		return 0;
	line = strstr(text, "\nbtime ");
	return line && sscanf(line, "\nbtime %" SCNu64, &seconds) == 1 ? seconds : 0;
}

enum sriov_code process_read(const struct tree *procfs, int pid, struct process_facts *facts,
			     struct sriov_error **error)
{
	long ticks_per_second = sysconf(_SC_CLK_TCK);
	uint64_t boot;

	*facts = (struct process_facts) {0};
	if (tree_read_line(procfs, facts->command, sizeof(facts->command), NULL, "%d/comm", pid))
		facts->command[0] = '\0';
	facts->command_line = read_command_line(procfs, pid);
	if (!facts->command_line)
		return error_no_memory(error);
	facts->start_ticks = read_start_ticks(procfs, pid);
	boot = facts->start_ticks ? read_boot_time(procfs) : 0;
	if (boot && ticks_per_second > 0)
		facts->start_time_s = boot + facts->start_ticks / (uint64_t)ticks_per_second;
	return SRIOV_CODE_OK;
}

bool process_read_file_fact(const struct tree *procfs, const struct process_file *file,
			    const char *name, char *value, size_t size)
{
	char text[2048], *save = NULL;
	size_t length, name_length = strlen(name);

	if (tree_read(procfs, text, sizeof(text), &length, NULL, "%d/fdinfo/%d", file->pid,
		      file->fd))
		return false;
	for (const char *line = strtok_r(text, "\n", &save); line;
	     line = strtok_r(NULL, "\n", &save)) {
		if (strncmp(line, name, name_length) || line[name_length] != ':')
			continue;
		line += name_length + 1;
		snprintf(value, size, "%s", line + strspn(line, " \t"));
		return true;
	}
	return false;
}
