/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Prints what would be done for a state in a file, and changes nothing: plan em1.json */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

/* The file as a text; "-" is standard input. */
static char *read_file(const char *path)
{
	FILE *file = path[0] == '-' && !path[1] ? stdin : fopen(path, "re");
	char *text = NULL;
	size_t size = 0;

	if (file && getdelim(&text, &size, '\0', file) < 0)
		perror(path);
	else if (!file)
		perror(path);
	if (file && file != stdin)
		fclose(file);
	return text;
}

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_state *state = NULL;
	struct sriov_plan *plan = NULL;
	struct sriov_error *error = NULL;
	char *json, *text = NULL;
	enum sriov_code code;

	if (argc != 2) {
		fprintf(stderr, "usage: plan FILE\n");
		return EXIT_FAILURE;
	}
	json = read_file(argv[1]);
	if (!json)
		return EXIT_FAILURE;
	code = sriov_context_new(NULL, &context, &error);
	if (!code)
		code = sriov_state_new(&state, &error);
	if (!code)
		code = sriov_state_add_json(state, json, &error);
	if (!code)
		code = sriov_plan_make(context, state, &plan, &error);
	if (!code)
		code = sriov_plan_format_text(plan, &text, &error);
	if (!code)
		fputs(text, stdout);
	else
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	/* All that is wrong is told at once. */
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		fprintf(stderr, "  %s\n", sriov_error_get_message(sriov_error_get_cause(error, i)));
	free(text);
	free(json);
	sriov_plan_unref(plan);
	sriov_state_unref(state);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return code ? EXIT_FAILURE : EXIT_SUCCESS;
}
