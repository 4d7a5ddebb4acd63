/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The program sriov: the state of a host that is in files, applied at boot and by hand. */
#ifndef PROGRAM_SRIOV_H
#define PROGRAM_SRIOV_H

#include <sriov/sriov.h>
#include <stdbool.h>
#include <stdint.h>

/* What it ends with, beside EXIT_SUCCESS and EXIT_FAILURE. */
#define STATUS_USAGE  2
#define STATUS_UNSAID 3

/* What is on the command line. */
struct order {
	const char *directory;	       /* where the files are when none is named */
	const char *runtime_directory; /* NULL for the library's own */
	uint32_t wait_ms;
	uint32_t deadline_ms;
	bool has_deadline;
	bool plan_only;
	bool json;
	char **words;
	int word_count;
};

/* Each gives the exit status; context is NULL where none is wanted. */
int apply(struct sriov_context *context, const struct order *order);
int capture(struct sriov_context *context, const struct order *order);
int format_link(struct sriov_context *context, const struct order *order);
int recover(struct sriov_context *context, const struct order *order);

/* --- Files ------------------------------------------------------------------------------------ */

/*
 * Adds what is in the files, all of them or none: what is wrong is told with the file's name. "-"
 * is standard input.
 */
bool files_read(char **names, int count, struct sriov_state *state);

/* The same for each NAME.json of a directory, by name; a directory that is not there has none. */
bool files_read_directory(const char *directory, struct sriov_state *state);

/* --- What is told ----------------------------------------------------------------------------- */

/* Tells an error on standard error, releases it, and gives EXIT_FAILURE. */
int fail(struct sriov_error *error);

/* The same, of a file. */
int fail_with(const char *file, struct sriov_error *error);

/* What is wrong with a file, of which no call has told. */
__attribute__((format(printf, 2, 3))) bool complain(const char *file, const char *format, ...);

/* Prints a text that a call has made, and frees it. */
void print(char *text);

#endif
