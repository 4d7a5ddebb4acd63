/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a user's program does, in the words that C and C++ share. */
#include <sriov/sriov.h>
#include <stdio.h>
#include <string.h>

/* A program may have functions of the names that the library has inside. */
int list_new(void);
int list_new(void)
{
	return 7;
}

int main(void)
{
	struct sriov_context_options *options = NULL;
	struct sriov_context *context = NULL;
	struct sriov_error *error = NULL;
	enum sriov_code code;

	if (sriov_context_options_new(&options, &error) ||
	    sriov_context_options_set_sysfs(options, "/nowhere", &error))
		return 1;
	code = sriov_context_new(options, &context, &error);
	if (code != SRIOV_CODE_NOT_FOUND || context || list_new() != 7)
		return 2;
	if (!strstr(sriov_error_get_message(error), "/nowhere"))
		return 3;
	printf("%s\n", sriov_get_version());
	sriov_error_unref(error);
	sriov_context_options_unref(options);
	return 0;
}
