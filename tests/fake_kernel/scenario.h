/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What is killed and what recovers: a file with a command in each line, without a shell.
 *
 *	# What is tried here
 *	prepare: naive make
 *	program: naive apply
 *	recovery: naive recover
 *
 * "prepare" may be there several times or not at all.
 */
#ifndef TESTS_FAKE_KERNEL_SCENARIO_H
#define TESTS_FAKE_KERNEL_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#define MOST_WORDS    16
#define MOST_PREPARES 8

/* Ends with NULL; has none when there is no such line. */
struct command {
	char *words[MOST_WORDS + 1];
	size_t count;
};

struct scenario {
	struct command prepare[MOST_PREPARES];
	size_t prepare_count;
	struct command program;
	struct command recovery;
};

/*
 * In place of the one that is in it, which begins zeroed. Says on standard error what is wrong with
 * the file.
 */
bool scenario_read(const char *path, struct scenario *scenario);

/* Another recovery than the one that was read. */
bool scenario_set_recovery(struct scenario *scenario, const char *text);

#endif
