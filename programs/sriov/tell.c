/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "sriov.h"

/* What it is made of stands below it. */
static void tell_causes(const struct sriov_error *error, int depth)
{
	const struct sriov_error *cause;

	for (size_t i = 0; (cause = sriov_error_get_cause(error, i)); i++) {
		fprintf(stderr, "%*s%s\n", 2 * depth, "", sriov_error_get_message(cause));
		tell_causes(cause, depth + 1);
	}
}

int fail_with(const char *file, struct sriov_error *error)
{
	fprintf(stderr, "sriov: %s%s%s\n", file ? file : "", file ? ": " : "",
		sriov_error_get_message(error));
	tell_causes(error, 1);
	sriov_error_unref(error);
	return EXIT_FAILURE;
}

int fail(struct sriov_error *error)
{
	return fail_with(NULL, error);
}

bool complain(const char *file, const char *format, ...)
{
	va_list arguments;

	fprintf(stderr, "sriov: %s: ", file);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	return false;
}

/* What standard error has comes after it. */
void print(char *text)
{
	fputs(text, stdout);
	fflush(stdout);
	free(text);
}
