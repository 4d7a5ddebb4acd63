/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who has a lease, from and into the lines of its file. */
#include "unit.h"

#include <unistd.h>

#include "change/lease/owner.h"

#define BOOT "3c9a3b9e-6d2a-4e0c-8f3c-6f4d1c1f7d52"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_owner *owner;
static struct sriov_error *error;

static void begin(void)
{
	fake = fake_new();
	fake_add_process(fake, 812, "python3");
	fake_write(fake, BOOT "\n", "proc/sys/kernel/random/boot_id");
	context = fake_open_context(fake);
}

static void end(void)
{
	sriov_owner_unref(owner);
	sriov_context_unref(context);
	fake_free(fake);
}

static void parse(const char *record)
{
	sriov_owner_unref(owner);
	expect_success(owner_parse(context, record, &owner, &error), error);
}

static void expect_nobody(const char *record)
{
	parse(record);
	ck_assert_msg(!sriov_owner_get_pid(owner), "%s", record);
	ck_assert_ptr_null(sriov_owner_get_text(owner));
	ck_assert_ptr_null(sriov_owner_get_command(owner));
	ck_assert_ptr_null(sriov_owner_get_boot_id(owner));
	ck_assert_uint_eq(sriov_owner_get_start_ticks(owner), 0);
	ck_assert_uint_eq(sriov_owner_get_since_s(owner), 0);
	ck_assert(!sriov_owner_is_running(owner));
	ck_assert_ptr_nonnull(strstr(sriov_owner_get_description(owner), "did not write"));
}

START_TEST(all_is_told)
{
	parse("owner=my-agent 1.2\npid=812\ncommand=python3\nstart_ticks=81200\nboot_id=" BOOT
	      "\nsince=1700000000\n");
	ck_assert_str_eq(sriov_owner_get_text(owner), "my-agent 1.2");
	ck_assert_int_eq(sriov_owner_get_pid(owner), 812);
	ck_assert_str_eq(sriov_owner_get_command(owner), "python3");
	ck_assert_uint_eq(sriov_owner_get_start_ticks(owner), 81200);
	ck_assert_str_eq(sriov_owner_get_boot_id(owner), BOOT);
	ck_assert_uint_eq(sriov_owner_get_since_s(owner), 1700000000);
	ck_assert(sriov_owner_is_running(owner));
	ck_assert_str_eq(sriov_owner_get_description(owner),
			 "my-agent 1.2 (python3, process 812) since 2023-11-14 22:13:20 UTC");
}
END_TEST

START_TEST(what_is_written_is_read)
{
	char record[OWNER_RECORD_SIZE];
	struct sriov_owner *again;

	expect_success(owner_new(context, "my=agent", 812, &owner, &error), error);
	ck_assert_uint_eq(owner_write(owner, record), strlen(record));
	expect_success(owner_parse(context, record, &again, &error), error);
	ck_assert_str_eq(again->text, "my=agent");
	ck_assert_str_eq(again->command, "python3");
	ck_assert_str_eq(again->boot_id, BOOT);
	ck_assert_str_eq(again->description, owner->description);
	ck_assert_int_eq(again->pid, 812);
	ck_assert_uint_eq(again->start_ticks, 81200);
	ck_assert_uint_eq(again->since_s, owner->since_s);
	sriov_owner_unref(again);
}
END_TEST

START_TEST(since_when)
{
	static const struct {
		const char *seconds, *date;
	} times[] = {
		{"1", "1970-01-01 00:00:01"},	       {"68169600", "1972-02-29 00:00:00"},
		{"951782399", "2000-02-28 23:59:59"},  {"951782400", "2000-02-29 00:00:00"},
		{"951868800", "2000-03-01 00:00:00"},  {"1735689599", "2024-12-31 23:59:59"},
		{"1735689600", "2025-01-01 00:00:00"}, {"4107542400", "2100-03-01 00:00:00"},
	};
	char record[64];

	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
		snprintf(record, sizeof(record), "pid=812\nsince=%s\n", times[i].seconds);
		parse(record);
		ck_assert_ptr_nonnull(strstr(sriov_owner_get_description(owner), times[i].date));
	}
	parse("pid=812\nsince=9223372036854775807\n");
	ck_assert_ptr_nonnull(strstr(sriov_owner_get_description(owner), " UTC"));
}
END_TEST

/* The longest of all fits. */
START_TEST(a_long_record)
{
	char record[OWNER_RECORD_SIZE];

	fake_write(fake, "0123456789012345678901234567890123456789012345678901234567890123456\n",
		   "proc/2147483647/comm");
	expect_success(owner_new(context,
				 "0123456789012345678901234567890123456789012345678901234567890123",
				 INT_MAX, &owner, &error),
		       error);
	owner->start_ticks = owner->since_s = UINT64_MAX;
	ck_assert_uint_eq(owner_write(owner, record), strlen(record));
	ck_assert_uint_lt(strlen(record), OWNER_RECORD_SIZE - 1);
}
END_TEST

START_TEST(the_process_itself)
{
	expect_success(owner_new_own(context, NULL, &owner, &error), error);
	ck_assert_int_eq(owner->pid, getpid());
	ck_assert_str_eq(owner->text, owner->command);
	ck_assert_uint_ne(strlen(owner->command), 0);
	sriov_owner_unref(owner);
	fake_link(fake, "812", "proc/self");
	expect_success(owner_new_own(context, NULL, &owner, &error), error);
	ck_assert_int_eq(owner->pid, 812);
	ck_assert_str_eq(owner->text, "python3");
	ck_assert_uint_eq(owner->start_ticks, 81200);
}
END_TEST

/* A process may call itself anything. */
START_TEST(a_name_makes_no_lines)
{
	char record[OWNER_RECORD_SIZE];

	fake_write(fake, "x\npid=1\n", "proc/812/comm");
	expect_success(owner_new(context, NULL, 812, &owner, &error), error);
	owner_write(owner, record);
	ck_assert_ptr_nonnull(strstr(record, "owner=x?pid=1\npid=812\ncommand=x?pid=1\n"));
}
END_TEST

START_TEST(texts)
{
	static const char *const wrong[] = {
		"",	"a\nb",
		"a\tb", "a\x1b[0m",
		"\x7f", "01234567890123456789012345678901234567890123456789012345678901234"};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		expect_failure(owner_check_text(wrong[i], &error), SRIOV_CODE_INVALID, error,
			       "the owner is a");
	ck_assert_int_eq(owner_check_text(wrong[5] + 1, NULL), SRIOV_CODE_OK);
	ck_assert_int_eq(owner_check_text("J\xc3\xb6rg's \"agent\" $(1)", NULL), SRIOV_CODE_OK);
}
END_TEST

START_TEST(rubbish)
{
	static const char *const records[] = {
		"",
		"\n\n\n",
		"owner=me\n",
		"pid=\n",
		"pid=0\ncommand=x\n",
		"pid=-1\ncommand=x\n",
		"pid=812x\nowner=y\n",
		"pid=99999999999999999999\n",
		"p=812\n",
		"pids=812\n",
		"=812\n",
		"pid 812\n",
		"\x01\x02\xff\xfe",
	};

	for (size_t i = 0; i < sizeof(records) / sizeof(records[0]); i++)
		expect_nobody(records[i]);
}
END_TEST

START_TEST(half_rubbish)
{
	parse("owner=a\tb\npid=812\ncommand=a\x1b[0m\nstart_ticks=x\nsince=-1\nfuture=1\n"
	      "boot_id=");
	ck_assert_int_eq(sriov_owner_get_pid(owner), 812);
	ck_assert_ptr_null(sriov_owner_get_text(owner));
	ck_assert_str_eq(sriov_owner_get_command(owner), "a?[0m");
	ck_assert_uint_eq(sriov_owner_get_since_s(owner), 0);
	ck_assert(!sriov_owner_is_running(owner));
}
END_TEST

START_TEST(before_the_reboot)
{
	expect_nobody("owner=me\npid=812\ncommand=python3\nstart_ticks=81200\n"
		      "boot_id=00000000-6d2a-4e0c-8f3c-6f4d1c1f7d52\nsince=1700000000\n");
}
END_TEST

/* Another process of that number, none, and one that has ended and was not waited for. */
START_TEST(it_has_ended)
{
	parse("pid=812\ncommand=python3\nstart_ticks=81201\n");
	ck_assert(!sriov_owner_is_running(owner));
	ck_assert_ptr_nonnull(strstr(sriov_owner_get_description(owner), "has ended"));
	parse("pid=813\ncommand=python3\nstart_ticks=81200\n");
	ck_assert(!sriov_owner_is_running(owner));
	fake_write(fake, "812 (python3) Z 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 81200 0 0\n",
		   "proc/812/stat");
	parse("pid=812\ncommand=python3\nstart_ticks=81200\n");
	ck_assert(!sriov_owner_is_running(owner));
}
END_TEST

START_TEST(null_is_nobody)
{
	ck_assert_ptr_null(sriov_owner_ref(NULL));
	sriov_owner_unref(NULL);
	ck_assert_ptr_null(sriov_owner_get_text(NULL));
	ck_assert_ptr_null(sriov_owner_get_command(NULL));
	ck_assert_ptr_null(sriov_owner_get_boot_id(NULL));
	ck_assert_ptr_null(sriov_owner_get_description(NULL));
	ck_assert_int_eq(sriov_owner_get_pid(NULL), 0);
	ck_assert_uint_eq(sriov_owner_get_start_ticks(NULL), 0);
	ck_assert_uint_eq(sriov_owner_get_since_s(NULL), 0);
	ck_assert(!sriov_owner_is_running(NULL));
}
END_TEST

UNIT_SUITE_WITH("owner", begin, end, all_is_told, what_is_written_is_read, since_when,
		a_long_record, the_process_itself, a_name_makes_no_lines, texts, rubbish,
		half_rubbish, before_the_reboot, it_has_ended, null_is_nobody)
