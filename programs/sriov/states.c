/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is told of states: what PFs are like now, and what systemd could be told. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sriov.h"

static enum sriov_code capture_pf(struct sriov_context *context, const char *name,
				  struct sriov_state *state, struct sriov_error **error)
{
	struct sriov_pf_state *captured = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(context, name, &pf, error);

	if (!code)
		code = sriov_pf_state_capture(pf, &captured, error);
	if (!code)
		code = sriov_state_add(state, captured, error);
	sriov_pf_state_unref(captured);
	sriov_pf_unref(pf);
	return code;
}

/* Those that are named, or all. */
static enum sriov_code capture_pfs(struct sriov_context *context, char **names, int count,
				   struct sriov_state **state, struct sriov_error **error)
{
	enum sriov_code code;

	if (!count)
		return sriov_state_capture(context, state, error);
	code = sriov_state_new(state, error);
	for (int i = 0; !code && i < count; i++)
		code = capture_pf(context, names[i], *state, error);
	return code;
}

int capture(struct sriov_context *context, const struct order *order)
{
	struct sriov_error *error = NULL;
	struct sriov_state *state = NULL;
	char *json = NULL;

	if (capture_pfs(context, order->words, order->word_count, &state, &error) ||
	    sriov_state_format_json(state, &json, &error)) {
		sriov_state_unref(state);
		return fail(error);
	}
	print(json);
	sriov_state_unref(state);
	return EXIT_SUCCESS;
}

/* --- For systemd ------------------------------------------------------------------------------ */

static bool is_file(const char *word)
{
	size_t length = strlen(word);

	return !strcmp(word, "-") || strchr(word, '/') ||
	       (length > 5 && !strcmp(word + length - 5, ".json"));
}

static bool is_named(const struct sriov_pf_state *pf, const char *name)
{
	const char *own = sriov_pf_state_get_name(pf);
	const char *serial_number = sriov_pf_state_get_serial_number(pf);

	return (own && !strcmp(own, name)) || (serial_number && !strcmp(serial_number, name));
}

/* A .link file is for one PF: the only one that there is, or the one that is named. */
static struct sriov_pf_state *choose(const struct sriov_state *state, const char *file,
				     const char *name)
{
	const struct sriov_pf_state_list *pfs = sriov_state_get_pfs(state);
	size_t count = sriov_pf_state_list_get_count(pfs);

	for (size_t i = 0; name && i < count; i++)
		if (is_named(sriov_pf_state_list_get(pfs, i), name))
			return sriov_pf_state_list_get(pfs, i);
	if (name)
		complain(file, "says nothing of a PF that it calls %s", name);
	else if (count != 1)
		complain(file, "says something of %zu PFs, and a .link file is for one: name it",
			 count);
	return name || count != 1 ? NULL : sriov_pf_state_list_get(pfs, 0);
}

static int print_link(struct sriov_context *context, const struct sriov_pf_state *pf)
{
	struct sriov_string_list *unsaid = NULL;
	struct sriov_error *error = NULL;
	char *link = NULL;
	size_t count;

	if (sriov_systemd_format_link(pf, context, &link, &unsaid, &error))
		return fail(error);
	print(link);
	count = sriov_string_list_get_count(unsaid);
	for (size_t i = 0; i < count; i++)
		fprintf(stderr, "sriov: %s\n", sriov_string_list_get(unsaid, i));
	sriov_string_list_unref(unsaid);
	return count ? STATUS_NOT_ALL : EXIT_SUCCESS;
}

static struct sriov_state *read_or_capture(struct sriov_context *context, const struct order *order)
{
	bool from_file = is_file(order->words[0]);
	struct sriov_error *error = NULL;
	struct sriov_state *state = NULL;

	if (from_file ? sriov_state_new(&state, &error)
		      : capture_pfs(context, order->words, 1, &state, &error))
		fail(error);
	else if (!from_file || files_read(order->words, 1, state))
		return state;
	sriov_state_unref(state);
	return NULL;
}

int format_link(struct sriov_context *context, const struct order *order)
{
	struct sriov_state *state = read_or_capture(context, order);
	const struct sriov_pf_state *pf;
	int status = EXIT_FAILURE;

	if (!state)
		return status;
	pf = choose(state, order->words[0], order->word_count > 1 ? order->words[1] : NULL);
	if (pf)
		status = print_link(context, pf);
	sriov_state_unref(state);
	return status;
}
