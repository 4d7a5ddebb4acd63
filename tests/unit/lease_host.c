/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lease_host.h"

struct fake *fake;
struct sriov_context *context, *second;
struct sriov_pf *pf, *seen_by_second;
struct sriov_lease *lease;
struct sriov_owner *owner;
struct sriov_error *error;

/* The processes are real ones. */
static struct sriov_context *open_context(void)
{
	struct sriov_context_options *options = fake_make_options(fake);
	struct sriov_context *opened;

	expect_success(sriov_context_options_set_procfs(options, "/proc", &error), error);
	expect_success(sriov_context_new(options, &opened, &error), error);
	sriov_context_options_unref(options);
	return opened;
}

void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 2);
	context = open_context();
	second = open_context();
	expect_success(sriov_pf_open(context, "em1", &pf, &error), error);
	expect_success(sriov_pf_open(second, "em1", &seen_by_second, &error), error);
}

void end(void)
{
	sriov_owner_unref(owner);
	sriov_lease_unref(lease);
	sriov_pf_unref(seen_by_second);
	sriov_pf_unref(pf);
	sriov_context_unref(second);
	sriov_context_unref(context);
	fake_free(fake);
}

struct sriov_lease_options *make_options(const char *text, uint32_t wait_ms)
{
	struct sriov_lease_options *options;

	expect_success(sriov_lease_options_new(&options, &error), error);
	expect_success(sriov_lease_options_set_owner(options, text, &error), error);
	sriov_lease_options_set_wait_ms(options, wait_ms);
	return options;
}

void acquire(const char *text)
{
	struct sriov_lease_options *options = make_options(text, 0);

	expect_success(sriov_pf_acquire_lease(pf, options, &lease, &error), error);
	sriov_lease_options_unref(options);
}

void drop(void)
{
	sriov_lease_unref(lease);
	lease = NULL;
}

void expect_busy(const char *words)
{
	struct sriov_lease *other = lease;

	ck_assert_int_eq(sriov_pf_acquire_lease(seen_by_second, NULL, &other, &error),
			 SRIOV_CODE_BUSY);
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	expect_failure(sriov_error_get_code(error), SRIOV_CODE_BUSY, error, words);
	ck_assert_ptr_null(other);
}

void expect_free(void)
{
	struct sriov_lease *other;

	sriov_owner_unref(owner);
	expect_success(sriov_pf_read_lease_owner(seen_by_second, &owner, &error), error);
	ck_assert_ptr_null(owner);
	expect_success(sriov_pf_acquire_lease(seen_by_second, NULL, &other, &error), error);
	sriov_lease_unref(other);
}

void read_owner(void)
{
	sriov_owner_unref(owner);
	expect_success(sriov_pf_read_lease_owner(seen_by_second, &owner, &error), error);
	ck_assert_ptr_nonnull(owner);
}
