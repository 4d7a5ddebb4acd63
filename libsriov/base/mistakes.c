/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/mistakes.h"

void mistakes_add(struct mistakes *mistakes, struct sriov_error *error)
{
	if (!error)
		error_no_memory(&error);
	if (mistakes->count < MOST_MISTAKES)
		mistakes->errors[mistakes->count] = error;
	else
		sriov_error_unref(error);
	mistakes->count++;
}

static size_t count_kept(const struct mistakes *mistakes)
{
	return mistakes->count < MOST_MISTAKES ? mistakes->count : MOST_MISTAKES;
}

static enum sriov_code find_code(const struct mistakes *mistakes)
{
	for (size_t i = 0; i < count_kept(mistakes); i++)
		if (sriov_error_get_code(mistakes->errors[i]) == SRIOV_CODE_NO_MEMORY)
			return SRIOV_CODE_NO_MEMORY;
	return sriov_error_get_code(mistakes->errors[0]);
}

/* The one that there is keeps all that it knows. */
static void tell_one(struct mistakes *mistakes, const char *what, struct sriov_error **error)
{
	struct sriov_error *only = mistakes->errors[0];

	mistakes->count = 0;
	error_explain(&only, sriov_error_get_code(only), "%s", what);
	error_move(error, &only);
}

static void tell_all(const struct mistakes *mistakes, enum sriov_code code, const char *what,
		     struct sriov_error **error)
{
	error_set(error, code, "%s: there are %zu reasons, the first: %s", what, mistakes->count,
		  sriov_error_get_message(mistakes->errors[0]));
	for (size_t i = 0; error && i < count_kept(mistakes); i++)
		error_add_cause(error, sriov_error_ref(mistakes->errors[i]));
}

enum sriov_code mistakes_conclude(struct mistakes *mistakes, const char *what,
				  struct sriov_error **error)
{
	enum sriov_code code;

	if (!mistakes->count)
		return SRIOV_CODE_OK;
	code = find_code(mistakes);
	if (code == SRIOV_CODE_NO_MEMORY)
		error_no_memory(error);
	else if (mistakes->count == 1)
		tell_one(mistakes, what, error);
	else
		tell_all(mistakes, code, what, error);
	mistakes_clear(mistakes);
	return code;
}

void mistakes_clear(struct mistakes *mistakes)
{
	for (size_t i = 0; i < count_kept(mistakes); i++)
		sriov_error_unref(mistakes->errors[i]);
	mistakes->count = 0;
}
