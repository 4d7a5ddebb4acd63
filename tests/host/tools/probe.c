/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The library on the command line, as JSON, for the tests that hold it against other programs:
 *
 *     probe [--sysfs DIR] [--procfs DIR] [--modules DIR] [--modprobe PATH] [--netns PATH]
 *             [--deadline MILLISECONDS] [--log]
 *             COMMAND [WORD]...
 *
 * A word "NULL" is a NULL argument. A failure is {"error": {...}} and exit status 1.
 */
#include "probe.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"

void put_strings(const char *key, const struct sriov_string_list *list)
{
	json_open(key, '[');
	for (size_t i = 0; i < sriov_string_list_get_count(list); i++)
		json_text(NULL, sriov_string_list_get(list, i));
	json_close(']');
}

void put_error(const char *key, const struct sriov_error *error)
{
	json_open(key, '{');
	json_text("code", sriov_code_get_name(sriov_error_get_code(error)));
	json_number("errno", sriov_error_get_errno(error));
	json_text("operation", sriov_error_get_operation(error));
	json_text("path", sriov_error_get_path(error));
	json_text("attribute", sriov_error_get_attribute(error));
	json_text("device", sriov_error_get_device(error));
	json_number("vf", sriov_error_get_vf_index(error));
	json_text("message", sriov_error_get_message(error));
	json_open("causes", '[');
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		put_error(NULL, sriov_error_get_cause(error, i));
	json_close(']');
	json_close('}');
}

unsigned int number_of(const char *word)
{
	return word ? (unsigned int)strtoul(word, NULL, 0) : 0;
}

bool truth_of(const char *word)
{
	return word && !strcmp(word, "on");
}

static void log_line(void *user_data, enum sriov_log_level level, const char *text)
{
	(void)user_data;
	fprintf(stderr, "log %d: %s\n", (int)level, text);
}

static enum sriov_code set_netns(struct sriov_context_options *options, const char *path,
				 struct sriov_error **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	enum sriov_code code = sriov_context_options_set_netns(options, fd, error);

	close(fd);
	return code;
}

static enum sriov_code set_option(struct sriov_context_options *options, const char *name,
				  const char *value, struct sriov_error **error)
{
	if (!strcmp(name, "--sysfs"))
		return sriov_context_options_set_sysfs(options, value, error);
	if (!strcmp(name, "--procfs"))
		return sriov_context_options_set_procfs(options, value, error);
	if (!strcmp(name, "--modules"))
		return sriov_context_options_set_modules(options, value, error);
	if (!strcmp(name, "--deadline"))
		return sriov_context_options_set_deadline_ms(options, number_of(value), error);
	if (!strcmp(name, "--netns"))
		return set_netns(options, value, error);
	return sriov_context_options_set_modprobe(options, value, error);
}

/* Gives the first word that is no option. */
static char **take_options(struct sriov_context_options *options, char **words,
			   struct sriov_error **error)
{
	for (; *words && !strncmp(*words, "--", 2); words++) {
		if (!strcmp(*words, "--log")) {
			sriov_context_options_set_log(options, SRIOV_LOG_LEVEL_DEBUG, log_line,
						      NULL, NULL);
			continue;
		}
		if (!words[1] || set_option(options, words[0], words[1], error))
			return NULL;
		words++;
	}
	return words;
}

const struct command *find_command(const char *name)
{
	static const struct command *const tables[] = {
		read_commands,	      /* probe_read.c */
		change_commands,      /* probe_change.c */
		host_commands,	      /* probe_host.c */
		group_commands,	      /* probe_group.c */
		stale_commands,	      /* probe_stale.c */
		capability_commands,  /* probe_capabilities.c */
		netdev_commands,      /* probe_netdev.c */
		attribute_commands,   /* probe_attributes.c */
		lease_commands,	      /* probe_lease.c */
		plan_commands,	      /* probe_plan.c */
		apply_commands,	      /* probe_apply.c */
		kill_commands,	      /* probe_kill.c */
		list_commands,	      /* probe_lists.c */
		event_commands,	      /* probe_events.c */
		vfio_commands,	      /* probe_vfio.c */
		settings_commands,    /* probe_settings.c */
		devlink_commands,     /* probe_devlink.c */
		failing_commands,     /* probe_failing.c */
		vfio_device_commands, /* probe_vfio_device.c */
		deadline_commands,    /* probe_deadline.c */
		use_commands,	      /* probe_use.c */
	};

	for (size_t i = 0; name && i < sizeof(tables) / sizeof(tables[0]); i++)
		for (const struct command *one = tables[i]; one->name; one++)
			if (!strcmp(one->name, name))
				return one;
	return NULL;
}

static int run(struct call *call, const struct command *command)
{
	enum sriov_code code;

	for (char **word = call->words; *word; word++)
		if (!strcmp(*word, "NULL"))
			*word = NULL;
	json_open(NULL, '{');
	code = command->run(call);
	if (code)
		put_error("error", call->error);
	json_close('}');
	putchar('\n');
	if (code != sriov_error_get_code(call->error))
		fprintf(stderr, "probe: returned %d, the error says %d\n", (int)code,
			(int)sriov_error_get_code(call->error));
	return code || call->error ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	struct sriov_context_options *options = NULL;
	struct call call = {0};
	const struct command *command = NULL;
	int status = 2;

	(void)argc;
	if (sriov_context_options_new(&options, NULL))
		return status;
	call.words = take_options(options, argv + 1, &call.error);
	if (call.words && *call.words)
		command = find_command(*call.words++);
	if (call.error)
		fprintf(stderr, "%s\n", sriov_error_get_message(call.error));
	else if (!command)
		fprintf(stderr, "usage: probe [OPTION]... COMMAND [WORD]...: see probe_*.c\n");
	else if (sriov_context_new(options, &call.context, &call.error))
		fprintf(stderr, "%s\n", sriov_error_get_message(call.error));
	else
		status = run(&call, command);
	sriov_error_unref(call.error);
	sriov_context_unref(call.context);
	sriov_context_options_unref(options);
	return status;
}
