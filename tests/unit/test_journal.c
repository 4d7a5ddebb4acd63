/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is written down of a plan that is carried out, what is read of it, and what is left of it.
 */
#include "unit.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "change/apply/journal.h"
#include "change/lease/lease.h"
#include "change/state/state.h"

#define PF     "0000:01:00.0"
#define SECOND "0000:02:00.0"
#define FOLDER "runtime/journal/"
#define BOOT   "5b0cbd4a-8f3a-4f2c-9d43-1f5a3a1b0c11"

static struct fake *fake;
static struct sriov_context *context;
static struct journal_pf pfs[2];
static struct journal_writer writer;
static struct journal journal;
static struct sriov_recovery_list *list;
static struct sriov_error *error;

static struct sriov_pf_state *make(const char *json)
{
	struct sriov_pf_state *made;
	struct sriov_state *state;

	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	made = sriov_pf_state_ref(sriov_pf_state_list_get(sriov_state_get_pfs(state), 0));
	sriov_state_unref(state);
	return made;
}

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 0);
	fake_add_82576(fake, SECOND, "em2", 0);
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 4711, "python3");
	fake_link(fake, "4711", "proc/self");
	fake_write(fake, BOOT "\n", "proc/sys/kernel/random/boot_id");
	context = fake_open_context(fake);
	pfs[0] = (struct journal_pf) {
		.address = PF,
		.old = make("{\"version\": 1, \"pfs\": [{\"pf\": \"" PF "\", \"vf_count\": 0,"
			    " \"autoprobe\": true}]}"),
		.target = make("{\"version\": 1, \"pfs\": [{\"pf\": \"" PF "\", \"vf_count\": 0,"
			       " \"autoprobe\": true, \"allow_in_use\": true}]}"),
	};
	pfs[1] = (struct journal_pf) {
		.address = SECOND,
		.old = make("{\"version\": 1, \"pfs\": [{\"pf\": \"" SECOND "\","
			    " \"vf_count\": 2, \"vfs\": [{\"index\": 1, \"driver\": \"none\","
			    " \"mac\": \"00:00:00:00:00:00\", \"msix_count\": 3,"
			    " \"min_rate_mbps\": 7, \"max_rate_mbps\": 0}]}]}"),
		.target = make("{\"version\": 1, \"pfs\": [{\"pf\": \"" SECOND "\","
			       " \"vf_count\": 0}]}"),
	};
	ck_assert(vf_state_set_text(&sriov_vf_state_list_get(pfs[1].old->vfs, 0)->override,
				    "vfio-pci"));
	writer = JOURNAL_NONE;
}

static void tear_down(void)
{
	journal_leave(&writer);
	journal_clear(&journal);
	sriov_recovery_list_unref(list);
	list = NULL;
	for (size_t i = 0; i < 2; i++) {
		sriov_pf_state_unref(pfs[i].old);
		sriov_pf_state_unref(pfs[i].target);
	}
	sriov_context_unref(context);
	fake_free(fake);
}

static void begin(size_t count)
{
	expect_success(journal_begin(&writer, context, "my-agent", pfs, count, &error), error);
}

static void expect_names(size_t count, const char *first)
{
	struct sriov_string_list *names;

	expect_success(journal_list(context, &names, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(names), count);
	if (first)
		ck_assert_str_eq(sriov_string_list_get(names, 0), first);
	sriov_string_list_unref(names);
}

START_TEST(what_is_written_is_read)
{
	const struct sriov_vf_state *vf;

	expect_names(0, NULL);
	begin(2);
	expect_names(1, PF);
	expect_success(journal_read(context, PF, &journal, &error), error);
	ck_assert(journal.is_of_boot && !journal.has_removed && !journal.goes_back);
	ck_assert_uint_eq(journal.count, 2);
	ck_assert_str_eq(journal.name, PF);
	ck_assert_ptr_nonnull(strstr(journal.owner, "my-agent (process "));
	ck_assert_str_eq(journal.pfs[1].address, SECOND);
	ck_assert(journal.pfs[0].target->allow_in_use);
	vf = sriov_vf_state_list_get(journal.pfs[1].old->vfs, 0);
	ck_assert_uint_eq(vf->index, 1);
	ck_assert_str_eq(vf->override, "vfio-pci");
	ck_assert_str_eq(vf->driver, "none");
	ck_assert_uint_eq(vf->vectors, 3);
	ck_assert_uint_eq(vf->facts.min_rate_mbps, 7);
	expect_success(journal_end(&writer, &error), error);
	expect_names(0, NULL);
}
END_TEST

START_TEST(lines)
{
	struct sriov_step step = {
		.kind = SRIOV_STEP_KIND_MAKE_VFS, .address = PF, .vf_index = SRIOV_VF_INDEX_ALL};
	const struct sriov_step *const one = &step;

	begin(1);
	expect_success(journal_add(&writer, &one, 1, &error), error);
	expect_success(journal_read(context, PF, &journal, &error), error);
	ck_assert(!journal.has_removed && !journal.goes_back);
	journal_clear(&journal);
	step.kind = SRIOV_STEP_KIND_REMOVE_VFS;
	expect_success(journal_add(&writer, &one, 1, &error), error);
	journal_turn_back(&writer);
	expect_success(journal_read(context, PF, &journal, &error), error);
	ck_assert(journal.has_removed && journal.goes_back);
}
END_TEST

static void append(const char *text)
{
	char *path = fake_path(fake, "%s", FOLDER PF);
	FILE *file = fopen(path, "ae");

	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
	free(path);
}

/* Its step was not begun, and what comes after it counts. */
START_TEST(a_line_that_was_cut_off)
{
	begin(1);
	append("remove 0000:01:0");
	expect_success(journal_read(context, PF, &journal, &error), error);
	ck_assert(!journal.has_removed && !journal.goes_back);
	journal_clear(&journal);
	journal_turn_back(&writer);
	expect_success(journal_read(context, PF, &journal, &error), error);
	ck_assert(journal.goes_back);
}
END_TEST

/* Adds a step with so much room, without a word to Check, which writes to a file as well. */
static enum sriov_code add_with_room(rlim_t most, const struct sriov_step *step)
{
	struct rlimit limit, less;
	enum sriov_code code = SRIOV_CODE_INVALID;

	if (getrlimit(RLIMIT_FSIZE, &limit))
		return code;
	less = limit;
	less.rlim_cur = most;
	if (!setrlimit(RLIMIT_FSIZE, &less))
		code = journal_add(&writer, &step, 1, &error);
	setrlimit(RLIMIT_FSIZE, &limit);
	return code;
}

/* A disk that is full for a moment takes a part of a line. */
START_TEST(a_line_that_has_no_room)
{
	struct sriov_step step = {
		.kind = SRIOV_STEP_KIND_MAKE_VFS, .address = PF, .vf_index = SRIOV_VF_INDEX_ALL};
	const struct sriov_step *const one = &step;
	struct stat before, after;

	begin(1);
	ck_assert_int_eq(fstat(writer.fd, &before), 0);
	expect_failure(add_with_room((rlim_t)before.st_size + 5, one), SRIOV_CODE_FAILED, error,
		       PF);
	ck_assert_int_eq(fstat(writer.fd, &after), 0);
	ck_assert_int_eq(after.st_size, before.st_size);
	step.kind = SRIOV_STEP_KIND_REMOVE_VFS;
	expect_success(journal_add(&writer, &one, 1, &error), error);
	expect_success(journal_read(context, PF, &journal, &error), error);
	ck_assert(journal.has_removed);
}
END_TEST

START_TEST(nothing_is_begun_where_it_cannot_be_written)
{
	begin(1);
	expect_success(journal_end(&writer, &error), error);
	fake_write(fake, "", FOLDER PF "/in-the-way");
	expect_failure(journal_begin(&writer, context, "my-agent", pfs, 1, &error),
		       SRIOV_CODE_FAILED, error, "rename");
	ck_assert_int_eq(writer.fd, -1);
	expect_names(1, PF);
}
END_TEST

/* --- Recovery --------------------------------------------------------------------------------- */

static const struct sriov_recovery *recover(enum sriov_code code)
{
	sriov_recovery_list_unref(list);
	if (code)
		expect_failure(sriov_recovery_run_all(context, &list, &error), code, error,
			       "still there");
	else
		expect_success(sriov_recovery_run_all(context, &list, &error), error);
	return sriov_recovery_list_get(list, 0);
}

static void expect_result(enum sriov_code code, enum sriov_recovery_result result,
			  const char *words)
{
	const struct sriov_recovery *recovery = recover(code);

	ck_assert_int_eq(sriov_recovery_get_result(recovery), result);
	ck_assert_msg(strstr(sriov_recovery_get_description(recovery), words), "%s",
		      sriov_recovery_get_description(recovery));
	ck_assert((sriov_recovery_get_error(recovery) == NULL) ==
		  (result != SRIOV_RECOVERY_RESULT_FAILED && result != SRIOV_RECOVERY_RESULT_BUSY));
}

START_TEST(null_arguments)
{
	list = (void *)&list;
	expect_failure(sriov_recovery_run_all(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "context");
	ck_assert_ptr_null(list);
	expect_success(sriov_recovery_run_all(context, NULL, &error), error);
	expect_success(sriov_recovery_run_all(context, &list, NULL), error);
	ck_assert_uint_eq(sriov_recovery_list_get_count(list), 0);
	ck_assert_uint_eq(sriov_recovery_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_recovery_list_get(NULL, 0));
	ck_assert_int_eq(sriov_recovery_get_result(NULL), SRIOV_RECOVERY_RESULT_UNKNOWN);
	ck_assert_ptr_null(sriov_recovery_get_description(NULL));
	ck_assert_ptr_null(sriov_recovery_get_error(NULL));
}
END_TEST

START_TEST(what_is_as_before_is_taken_back)
{
	begin(1);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_TAKEN_BACK, PF ": what my-agent");
	ck_assert_ptr_null(recover(SRIOV_CODE_OK));
}
END_TEST

/* Who calls himself nothing is called by his command, as in his leases. */
START_TEST(an_owner_without_a_text)
{
	expect_success(journal_begin(&writer, context, NULL, pfs, 1, &error), error);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_TAKEN_BACK,
		      PF ": what python3 (process 4711) did not");
}
END_TEST

/* A process may have taken its command away. */
START_TEST(an_owner_without_any_name)
{
	fake_add_process(fake, 4711, "");
	expect_success(journal_begin(&writer, context, NULL, pfs, 1, &error), error);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_TAKEN_BACK,
		      PF ": what process 4711 did not");
}
END_TEST

/* The kernel cuts a command off in the midst of a character; what is no text makes no JSON. */
START_TEST(an_owner_that_is_no_text)
{
	fake_add_process(fake, 4711, "agent-\xd0\xb6\xd0");
	expect_success(journal_begin(&writer, context, NULL, pfs, 1, &error), error);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_TAKEN_BACK,
		      PF ": what agent-\xd0\xb6? (process 4711) did not");
	journal_leave(&writer);
	expect_success(journal_begin(&writer, context, "\xff\xe2\x82 \xe2\x82\xac", pfs, 1, &error),
		       error);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_TAKEN_BACK,
		      PF ": what ??? \xe2\x82\xac (process 4711) did not");
}
END_TEST

/* Whether it is of this boot could not be told afterwards. */
START_TEST(nothing_is_begun_without_a_procfs)
{
	struct sriov_context *blind;

	fake_remove(fake, "proc");
	blind = fake_open_context(fake);
	expect_failure(journal_begin(&writer, blind, NULL, pfs, 1, &error), SRIOV_CODE_NOT_FOUND,
		       error, "proc");
	expect_names(0, NULL);
	sriov_context_unref(blind);
}
END_TEST

START_TEST(another_boot)
{
	begin(1);
	fake_write(fake, "another\n", "proc/sys/kernel/random/boot_id");
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_OLD, "too old");
	expect_names(0, NULL);
}
END_TEST

START_TEST(a_card_that_is_gone)
{
	begin(1);
	fake_remove_device(fake, PF);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_OLD, "too old");
	expect_names(0, NULL);
}
END_TEST

/* The other one is brought to an end without it. */
START_TEST(one_of_two_cards_is_gone)
{
	begin(2);
	fake_remove_device(fake, SECOND);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_TAKEN_BACK, PF " and others");
	expect_names(0, NULL);
}
END_TEST

START_TEST(somebody_is_at_it)
{
	struct sriov_context *other = fake_open_context(fake);
	struct sriov_lease *lease;

	begin(2);
	expect_success(lease_acquire(other, SECOND, NULL, &lease, &error), error);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_BUSY, "still under way");
	expect_names(1, PF);
	sriov_lease_unref(lease);
	sriov_context_unref(other);
}
END_TEST

START_TEST(rubbish)
{
	static const char *const texts[] = {
		"{}\n", "x\n", "{\"pfs\": [7]}\n", "{\"pfs\": [{\"address\": \"em1\"}]}\n", "{",
	};

	begin(1);
	journal_leave(&writer);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		fake_write(fake, texts[i], FOLDER PF);
		expect_result(SRIOV_CODE_PARTIAL, SRIOV_RECOVERY_RESULT_FAILED, "makes no sense");
		expect_names(1, PF);
	}
}
END_TEST

/* After a reboot nobody need understand it: a later version may have written it. */
START_TEST(what_is_old_need_not_make_sense)
{
	static const char text[] =
		"{\"version\": 2, \"boot_id\": \"another\", \"pfs\": [{\"address\": \"" PF
		"\", \"unheard_of\": [7]}]}\n";

	begin(1);
	journal_leave(&writer);
	fake_write(fake, text, FOLDER PF);
	expect_result(SRIOV_CODE_OK, SRIOV_RECOVERY_RESULT_OLD, "too old");
	expect_names(0, NULL);
}
END_TEST

/* What it says may have another meaning there. */
START_TEST(a_later_version)
{
	char *text, *version;

	begin(1);
	journal_leave(&writer);
	text = fake_read(fake, "%s", FOLDER PF);
	version = strstr(text, "\"version\":1");
	ck_assert_ptr_nonnull(version);
	version[strlen("\"version\":")] = '2';
	fake_write(fake, text, FOLDER PF);
	expect_result(SRIOV_CODE_PARTIAL, SRIOV_RECOVERY_RESULT_FAILED,
		      "version: it is 2, and this library knows 1 alone");
	expect_names(1, PF);
	free(text);
}
END_TEST

START_TEST(a_name_that_is_no_address)
{
	begin(1);
	expect_success(journal_end(&writer, &error), error);
	fake_write(fake, "notes\n", FOLDER "todo.txt");
	expect_result(SRIOV_CODE_PARTIAL, SRIOV_RECOVERY_RESULT_FAILED, "todo.txt: what somebody");
}
END_TEST

/* One that was not whole when its program was killed, and one that was over. */
START_TEST(what_means_nothing_is_removed)
{
	begin(1);
	expect_success(journal_end(&writer, &error), error);
	fake_write(fake, "{\"version\"", FOLDER PF ".new");
	fake_write(fake, "", FOLDER SECOND);
	expect_names(2, PF ".new");
	ck_assert_ptr_null(recover(SRIOV_CODE_OK));
	expect_names(0, NULL);
}
END_TEST

/* But not while somebody has the lease, who may be about to write it. */
START_TEST(what_is_being_written_is_left)
{
	struct sriov_context *other = fake_open_context(fake);
	struct sriov_lease *lease;

	begin(1);
	expect_success(journal_end(&writer, &error), error);
	expect_success(lease_acquire(other, PF, NULL, &lease, &error), error);
	fake_write(fake, "{\"version\"", FOLDER PF ".new");
	ck_assert_ptr_null(recover(SRIOV_CODE_OK));
	expect_names(1, PF ".new");
	sriov_lease_unref(lease);
	sriov_context_unref(other);
}
END_TEST

UNIT_SUITE_WITH("journal", set_up, tear_down, what_is_written_is_read, lines,
		a_line_that_was_cut_off, a_line_that_has_no_room,
		nothing_is_begun_where_it_cannot_be_written, null_arguments,
		what_is_as_before_is_taken_back, an_owner_without_a_text, an_owner_without_any_name,
		an_owner_that_is_no_text, nothing_is_begun_without_a_procfs, another_boot,
		a_card_that_is_gone, one_of_two_cards_is_gone, somebody_is_at_it, rubbish,
		what_is_old_need_not_make_sense, a_later_version, a_name_that_is_no_address,
		what_means_nothing_is_removed, what_is_being_written_is_left)
