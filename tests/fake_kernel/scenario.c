/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scenario.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool split(char *text, struct command *command)
{
	char *rest = NULL;

	for (char *word = strtok_r(text, " \t\n", &rest); word;
	     word = strtok_r(NULL, " \t\n", &rest)) {
		if (command->count == MOST_WORDS)
			return false;
		command->words[command->count] = strdup(word);
		if (!command->words[command->count++])
			return false;
	}
	return command->count > 0;
}

static struct command *choose(struct scenario *scenario, const char *key)
{
	if (!strcmp(key, "program") && !scenario->program.count)
		return &scenario->program;
	if (!strcmp(key, "recovery") && !scenario->recovery.count)
		return &scenario->recovery;
	if (!strcmp(key, "prepare") && scenario->prepare_count < MOST_PREPARES)
		return &scenario->prepare[scenario->prepare_count++];
	return NULL;
}

static bool take_line(struct scenario *scenario, char *line)
{
	char *colon = strchr(line, ':');
	struct command *command;

	if (line[0] == '#' || line[0] == '\n')
		return true;
	if (!colon)
		return false;
	*colon = '\0';
	command = choose(scenario, line);
	return command && split(colon + 1, command);
}

static void clear(struct command *command)
{
	while (command->count)
		free(command->words[--command->count]);
}

bool scenario_set_recovery(struct scenario *scenario, const char *text)
{
	char line[1024];

	snprintf(line, sizeof(line), "%s", text);
	clear(&scenario->recovery);
	return split(line, &scenario->recovery);
}

bool scenario_read(const char *path, struct scenario *scenario)
{
	FILE *file = fopen(path, "re");
	char line[1024];
	int number = 0;
	bool good = file;

	for (size_t i = 0; i < scenario->prepare_count; i++)
		clear(&scenario->prepare[i]);
	clear(&scenario->program);
	clear(&scenario->recovery);
	*scenario = (struct scenario) {0};
	while (good && fgets(line, sizeof(line), file)) {
		number++;
		good = take_line(scenario, line);
	}
	if (!file)
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
	else if (!good)
		fprintf(stderr, "%s, line %d is not understood\n", path, number);
	else if (!scenario->program.count || !scenario->recovery.count)
		fprintf(stderr, "%s: no program or no recovery\n", path);
	if (file)
		fclose(file);
	return good && scenario->program.count && scenario->recovery.count;
}
