/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the kernel may answer when a module is loaded, each told apart. */
#include "unit.h"

#include <errno.h>

#include "kernel/module_refusal.h"

static struct sriov_error *error;

static void expect_refusal(int number, enum sriov_code code, const char *words)
{
	static const struct refusal refusal = {.wanted = "made_up", .culprit = "made_up"};

	ck_assert_int_eq(refusal_by_kernel(&refusal, "/", number, NULL), code);
	ck_assert_int_eq(refusal_by_kernel(&refusal, "/", number, &error), code);
	ck_assert_int_eq(sriov_error_get_errno(error), number);
	expect_failure(code, code, error, words);
}

START_TEST(refusals_of_the_kernel)
{
	static const struct refusal needs = {.wanted = "made_up", .culprit = "made_up_base"};

	expect_refusal(ENOEXEC, SRIOV_CODE_FAILED, "made for another kernel");
	expect_refusal(ENODEV, SRIOV_CODE_FAILED, "it found no device");
	expect_refusal(EINVAL, SRIOV_CODE_FAILED, "one of the options");
	expect_refusal(EKEYREJECTED, SRIOV_CODE_FORBIDDEN, "its signature is missing, broken or");
	expect_refusal(ENOENT, SRIOV_CODE_FAILED, "lacks something that it needs");
	expect_refusal(ENOMEM, SRIOV_CODE_NO_MEMORY, "no memory");
	expect_refusal(EIO, SRIOV_CODE_FAILED, "the kernel refused");
	expect_failure(
		refusal_by_kernel(&needs, "/missing", ENOENT, &error), SRIOV_CODE_NOT_FOUND, error,
		"module made_up cannot be loaded, since it needs made_up_base: its file is gone");
}
END_TEST

/* Without rights, whoever runs this test: the effective ones count. */
START_TEST(a_refusal_for_want_of_rights)
{
	struct fake *fake = fake_new();

	fake_forbid(fake, "modules");
	expect_refusal(EPERM, SRIOV_CODE_FORBIDDEN, "the caller lacks CAP_SYS_MODULE");
	fake_free(fake);
}
END_TEST

UNIT_SUITE("module_refusal", refusals_of_the_kernel, a_refusal_for_want_of_rights)
