/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sriov.h"

/* The longest time in seconds that is one in milliseconds. */
#define LONGEST_S (UINT32_MAX / 1000)

static const char help[] =
	"Usage: sriov apply [OPTION]... [FILE]...\n"
	"       sriov capture [PF]...\n"
	"       sriov recover [--runtime-directory DIRECTORY]\n"
	"       sriov link PF\n"
	"       sriov link FILE [PF]\n"
	"\n"
	"  apply    makes the host what the files say, " STATE_DIRECTORY "/*.json by default\n"
	"  capture  prints what PFs are like now, as a file for apply\n"
	"  recover  brings to an end what was left by a program that was killed\n"
	"  link     prints what a PF is like, or should be, as a .link file of systemd\n"
	"\n"
	"  --plan                         shows what would be done, and does nothing\n"
	"  --json                         prints the plan for a program\n"
	"  --wait SECONDS                 for PFs that are not there yet, or that somebody leases\n"
	"  --deadline SECONDS             for each step; 0 for none\n"
	"  --directory DIRECTORY          with files, in place of " STATE_DIRECTORY "\n"
	"  --runtime-directory DIRECTORY  for leases and journals, in place of /run/libsriov\n"
	"  -h, --help, -V, --version\n"
	"\n"
	"A PF is named by its address or interface. Status: 0, 1 for a failure, 2 for a wrong\n"
	"command line; 3 of link when systemd cannot be told all, and of recover when something\n"
	"is still under way.\n";

static const struct option options[] = {
	{"plan", no_argument, NULL, 'p'},
	{"json", no_argument, NULL, 'j'},
	{"wait", required_argument, NULL, 'w'},
	{"deadline", required_argument, NULL, 'd'},
	{"directory", required_argument, NULL, 'D'},
	{"runtime-directory", required_argument, NULL, 'r'},
	{"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, 'V'},
	{NULL, 0, NULL, 0},
};

static const struct command {
	const char *name;
	const char *options; /* those that it has */
	int least;
	int most;
	int (*run)(struct sriov_context *context, const struct order *order);
} commands[] = {
	{"apply", "pjwdDr", 0, INT32_MAX, apply},
	{"capture", "", 0, INT32_MAX, capture},
	{"recover", "r", 0, 0, recover},
	{"link", "", 1, 2, format_link},
};

static int misuse(const char *what, const char *word)
{
	fprintf(stderr, "sriov: %s%s\nTry \"sriov --help\".\n", what, word);
	return STATUS_USAGE;
}

static bool parse_seconds(const char *text, uint32_t *ms)
{
	char *end;
	unsigned long seconds = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || seconds > LONGEST_S)
		return false;
	*ms = (uint32_t)seconds * 1000;
	return true;
}

/* False when its argument is none. */
static bool take(struct order *order, int option, const char *argument)
{
	switch (option) {
	case 'p':
		order->plan_only = true;
		return true;
	case 'j':
		order->json = true;
		return true;
	case 'w':
		return parse_seconds(argument, &order->wait_ms);
	case 'd':
		order->has_deadline = true;
		return parse_seconds(argument, &order->deadline_ms);
	case 'D':
		order->directory = argument;
		return true;
	default:
		order->runtime_directory = argument;
		return true;
	}
}

static enum sriov_code open_context(const struct order *order, struct sriov_context **context,
				    struct sriov_error **error)
{
	struct sriov_context_options *context_options = NULL;
	enum sriov_code code = sriov_context_options_new(&context_options, error);

	if (!code && order->runtime_directory)
		code = sriov_context_options_set_runtime_directory(context_options,
								   order->runtime_directory, error);
	if (!code)
		code = sriov_context_new(context_options, context, error);
	sriov_context_options_unref(context_options);
	return code;
}

static int run(const struct command *command, const struct order *order)
{
	struct sriov_context *context = NULL;
	struct sriov_error *error = NULL;
	int status;

	if (open_context(order, &context, &error))
		return fail(error);
	status = command->run(context, order);
	sriov_context_unref(context);
	if (fflush(stdout) || ferror(stdout)) {
		perror("sriov: standard output");
		return EXIT_FAILURE;
	}
	return status;
}

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (!strcmp(commands[i].name, name))
			return &commands[i];
	return NULL;
}

int main(int count, char **words)
{
	const struct command *command = count > 1 ? find_command(words[1]) : NULL;
	struct order order = {.directory = NULL};
	const char *wanted;
	int option;

	/* The first word is the command, unless it is one of these two. */
	optind = command ? 2 : 1;
	opterr = 0;
	while ((option = getopt_long(count, words, "hV", options, NULL)) != -1) {
		if (option == 'h')
			return fputs(help, stdout) < 0 || fflush(stdout);
		if (option == 'V')
			return printf("sriov %s\n", sriov_get_version()) < 0 || fflush(stdout);
		if (option == '?')
			return misuse("no such option, or not in this way: ", words[optind - 1]);
		wanted = words[optind - 1];
		if (!command || !strchr(command->options, option))
			return misuse("not with this command: ", wanted);
		if (!take(&order, option, optarg))
			return misuse("no number of seconds: ", wanted);
	}
	if (!command)
		return count > optind ? misuse("no command: ", words[optind])
				      : misuse("which command?", "");
	order.words = words + optind;
	order.word_count = count - optind;
	if (order.word_count < command->least || order.word_count > command->most)
		return misuse("too few or too many words for ", command->name);
	return run(command, &order);
}
