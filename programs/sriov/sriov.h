/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The program sriov: the state of a host that is in files, applied at boot and by hand. */
#ifndef PROGRAM_SRIOV_H
#define PROGRAM_SRIOV_H

#include <sriov/sriov.h>
#include <stdbool.h>
#include <stdint.h>

/* Set by the build. */
#ifndef STATE_DIRECTORY
#define STATE_DIRECTORY "/etc/libsriov"
#endif

/* What it ends with, beside EXIT_SUCCESS and EXIT_FAILURE. */
#define STATUS_USAGE	 2
#define STATUS_NOT_ALL	 3
#define STATUS_CANCELLED 4

/* What is on the command line. */
struct order {
	const char *directory;	       /* NULL for STATE_DIRECTORY, which need not be there */
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

/*
 * The same for each NAME.json of a directory, by name. That there is none is told, and is no
 * failure; nor is it that the directory is not there, where it may be missing.
 */
bool files_read_directory(const char *directory, bool may_be_missing, struct sriov_state *state);

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
