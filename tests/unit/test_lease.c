/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Leases: between contexts, and who has one. */
#include "lease_host.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

START_TEST(one_has_it)
{
	time_t before = time(NULL);

	acquire("my-agent 1.2");
	ck_assert_str_eq(sriov_lease_get_address(lease), PF);
	expect_busy("em1 (" PF ", igb): its lease is held by my-agent 1.2 (");
	read_owner();
	ck_assert_str_eq(sriov_owner_get_text(owner), "my-agent 1.2");
	ck_assert_int_eq(sriov_owner_get_pid(owner), getpid());
	ck_assert_uint_ge(sriov_owner_get_since_s(owner), (uint64_t)before);
	ck_assert(sriov_owner_is_running(owner));
	ck_assert_uint_eq(strlen(sriov_owner_get_boot_id(owner)), 36);
	drop();
	expect_free();
}
END_TEST

START_TEST(nothing_is_made_by_looking)
{
	char *path = fake_path(fake, "runtime");

	expect_success(sriov_pf_read_lease_owner(pf, &owner, &error), error);
	ck_assert_ptr_null(owner);
	ck_assert_int_ne(access(path, F_OK), 0);
	free(path);
}
END_TEST

START_TEST(by_default_the_command)
{
	expect_success(sriov_pf_acquire_lease(pf, NULL, &lease, &error), error);
	read_owner();
	ck_assert_str_eq(sriov_owner_get_text(owner), sriov_owner_get_command(owner));
	ck_assert_ptr_nonnull(strstr("test_lease lt-test_lease", sriov_owner_get_command(owner)));
}
END_TEST

START_TEST(each_pf_has_its_own)
{
	struct sriov_lease *other;

	acquire("a");
	expect_success(lease_acquire(second, "0000:02:00.0", NULL, &other, &error), error);
	ck_assert_str_eq(sriov_lease_get_address(other), "0000:02:00.0");
	sriov_lease_unref(other);
	expect_busy("held by a (");
}
END_TEST

START_TEST(the_last_reference_counts)
{
	acquire("a");
	sriov_lease_unref(sriov_lease_ref(lease));
	expect_busy("held by a (");
}
END_TEST

/* What keeps it is the lease, and not its context. */
START_TEST(the_context_goes_first)
{
	acquire("a");
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	pf = NULL;
	context = NULL;
	expect_busy("held by a (");
}
END_TEST

/* The lock of fcntl() would be lost by that. */
START_TEST(another_descriptor_is_closed)
{
	char *path = fake_path(fake, FILE_OF_PF);

	acquire("a");
	close(open(path, O_RDWR | O_CLOEXEC));
	read_owner();
	expect_busy("held by a (");
	free(path);
}
END_TEST

START_TEST(owners_are_texts)
{
	struct sriov_lease_options *options = make_options("fine", 0);

	expect_failure(sriov_lease_options_set_owner(options, "a\npid=1", &error),
		       SRIOV_CODE_INVALID, error, "control character");
	expect_failure(sriov_lease_options_set_owner(options, "", &error), SRIOV_CODE_INVALID,
		       error, "empty");
	expect_success(sriov_pf_acquire_lease(pf, options, &lease, &error), error);
	expect_busy("held by fine (");
	sriov_lease_options_unref(options);
}
END_TEST

START_TEST(null_is_refused)
{
	expect_failure(sriov_pf_acquire_lease(NULL, NULL, &lease, &error), SRIOV_CODE_INVALID,
		       error, "pf is NULL");
	expect_failure(sriov_pf_acquire_lease(pf, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "lease is NULL");
	expect_failure(sriov_pf_read_lease_owner(NULL, &owner, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	expect_failure(sriov_pf_read_lease_owner(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "owner is NULL");
	expect_failure(sriov_lease_options_new(NULL, &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	expect_failure(sriov_lease_options_set_owner(NULL, "a", &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	sriov_lease_options_set_wait_ms(NULL, 1);
	ck_assert_ptr_null(sriov_lease_options_ref(NULL));
	ck_assert_ptr_null(sriov_lease_ref(NULL));
	ck_assert_ptr_null(sriov_lease_get_address(NULL));
	sriov_lease_unref(NULL);
}
END_TEST

UNIT_SUITE_WITH("lease", begin, end, one_has_it, nothing_is_made_by_looking, by_default_the_command,
		each_pf_has_its_own, the_last_reference_counts, the_context_goes_first,
		another_descriptor_is_closed, owners_are_texts, null_is_refused)
