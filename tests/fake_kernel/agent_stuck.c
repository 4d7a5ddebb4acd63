/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a program is told while a change by netlink is not over. */
#include "agent.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void tell(const char *what, long begun, enum sriov_code code, struct sriov_error *error)
{
	printf("%s: %d after %ld ms: %s\n", what, (int)code, now_ms() - begun,
	       error ? sriov_error_get_message(error) : "");
	sriov_error_unref(error);
}

static void trust(const char *what, struct sriov_pf *pf)
{
	struct sriov_error *error = NULL;
	long begun = now_ms();
	enum sriov_code code = sriov_pf_set_trust_all(pf, true, &error);

	tell(what, begun, code, error);
}

static void read_settings(const char *what, struct sriov_pf *pf)
{
	struct sriov_vf_settings_list *list = NULL;
	struct sriov_error *error = NULL;
	long begun = now_ms();
	enum sriov_code code = sriov_pf_list_vf_settings(pf, &list, &error);

	tell(what, begun, code, error);
	sriov_vf_settings_list_unref(list);
}

static void remove_vfs(struct sriov_pf *pf)
{
	struct sriov_vf_count_options *options = NULL;
	struct sriov_error *error = NULL;
	long begun = now_ms();
	enum sriov_code code = sriov_vf_count_options_new(&options, &error);

	if (!code) {
		sriov_vf_count_options_set_allow_destroy(options, true);
		code = sriov_pf_set_vf_count(pf, 0, options, &error);
	}
	tell("removal", begun, code, error);
	sriov_vf_count_options_unref(options);
}

static bool tell_unfinished(struct sriov_context *context)
{
	struct sriov_unfinished_list *list = NULL;
	const struct sriov_unfinished *one;
	bool are_over = true;

	sriov_unfinished_list(context, &list, NULL);
	for (size_t i = 0; (one = sriov_unfinished_list_get(list, i)); i++) {
		const char *text = sriov_unfinished_get_text(one);
		const char *device = sriov_unfinished_get_device(one);
		const char *path = sriov_unfinished_get_path(one);
		const char *message = sriov_error_get_message(sriov_unfinished_get_error(one));

		are_over &= sriov_unfinished_is_over(one);
		printf("unfinished: %s %s, %s: %s, %s\n", device ? device : "no device",
		       text ? text : "a question", path ? path : "by netlink",
		       sriov_unfinished_is_over(one) ? "over" : "under way", message);
	}
	sriov_unfinished_list_unref(list);
	return are_over;
}

enum sriov_code agent_be_stuck(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_pf *pf = NULL, *other = NULL;
	enum sriov_code code = sriov_pf_open(context, "em1", &pf, error);
	struct timespec pause = {.tv_nsec = 10000000};

	if (!code)
		code = sriov_pf_open(context, "em2", &other, error);
	if (!code) {
		trust("first", pf);
		trust("second", pf);
		read_settings("question", pf);
		read_settings("next question", other);
		remove_vfs(pf);
		tell_unfinished(context);
		puts("ready");
		fflush(stdout);
		getchar();
		for (int i = 0; i < 1000 && !tell_unfinished(context); i++)
			nanosleep(&pause, NULL);
		read_settings("question in the end", pf);
		trust("change in the end", pf);
	}
	sriov_pf_unref(pf);
	sriov_pf_unref(other);
	return code;
}
