/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stuck_host.h"

#include <time.h>
#include <unistd.h>

#define ATTEMPTS 1000

struct fake *fake;
struct sriov_context *context;
struct sriov_error *error;
char lines[4096];

static void keep_warning(void *user_data, enum sriov_log_level level, const char *text)
{
	size_t length = strlen(lines);

	(void)user_data;
	if (level == SRIOV_LOG_LEVEL_WARNING)
		snprintf(lines + length, sizeof(lines) - length, "%s\n", text);
}

void begin(unsigned int deadline_ms)
{
	struct sriov_context_options *options;

	lines[0] = '\0';
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 7);
	fake_make_directory(fake, "dev/vfio");
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 812, "qemu-system-x86");
	options = fake_make_options(fake);
	expect_success(sriov_context_options_set_deadline_ms(options, deadline_ms, &error), error);
	expect_success(sriov_context_options_set_log(options, SRIOV_LOG_LEVEL_WARNING, keep_warning,
						     NULL, &error),
		       error);
	expect_success(sriov_context_new(options, &context, &error), error);
	sriov_context_options_unref(options);
}

void end(void)
{
	sriov_context_unref(context);
	fake_free(fake);
}

struct sriov_pf *open_pf(void)
{
	struct sriov_pf *pf;

	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	return pf;
}

struct sriov_unfinished_list *list_unfinished(size_t count)
{
	struct sriov_unfinished_list *list;

	expect_success(sriov_unfinished_list(context, &list, &error), error);
	ck_assert_uint_eq(sriov_unfinished_list_get_count(list), count);
	return list;
}

struct sriov_unfinished_list *wait_for_end(void)
{
	struct sriov_unfinished_list *list;

	for (int i = 0; i < ATTEMPTS; i++) {
		list = list_unfinished(1);
		if (sriov_unfinished_is_over(sriov_unfinished_list_get(list, 0)))
			return list;
		sriov_unfinished_list_unref(list);
		nanosleep(&(struct timespec) {.tv_nsec = 10000000}, NULL);
	}
	ck_abort_msg("it is never over");
	return NULL;
}
