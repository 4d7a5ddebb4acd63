/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include <errno.h>

#include "base/error.h"

START_TEST(tells_what_it_was_told)
{
	struct sriov_error *error = NULL;

	ck_assert_int_eq(error_set_system(&error, ERANGE, "write", "/sys/x", "write \"%d\"", 9),
			 SRIOV_CODE_FAILED);
	error_set_device(&error, "0000:01:00.0");
	error_set_vf(&error, 6);
	error_set_attribute(&error, "IFLA_VF_MAC");
	ck_assert_int_eq(sriov_error_get_code(error), SRIOV_CODE_FAILED);
	ck_assert_int_eq(sriov_error_get_errno(error), ERANGE);
	ck_assert_str_eq(sriov_error_get_operation(error), "write");
	ck_assert_str_eq(sriov_error_get_path(error), "/sys/x");
	ck_assert_str_eq(sriov_error_get_device(error), "0000:01:00.0");
	ck_assert_int_eq(sriov_error_get_vf_index(error), 6);
	ck_assert_str_eq(sriov_error_get_attribute(error), "IFLA_VF_MAC");
	ck_assert_str_eq(sriov_error_get_message(error),
			 "write \"9\": Numerical result out of range");
	sriov_error_unref(error);
}
END_TEST

START_TEST(knows_nothing_it_was_not_told)
{
	struct sriov_error *error = NULL;

	ck_assert_int_eq(error_set(&error, SRIOV_CODE_NOT_PF, "%s is no PF", "em1"),
			 SRIOV_CODE_NOT_PF);
	ck_assert_int_eq(sriov_error_get_errno(error), 0);
	ck_assert_ptr_null(sriov_error_get_operation(error));
	ck_assert_ptr_null(sriov_error_get_path(error));
	ck_assert_ptr_null(sriov_error_get_device(error));
	ck_assert_ptr_null(sriov_error_get_attribute(error));
	ck_assert_int_eq(sriov_error_get_vf_index(error), -1);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 0);
	expect_failure(SRIOV_CODE_NOT_PF, SRIOV_CODE_NOT_PF, error, "em1 is no PF");
}
END_TEST

START_TEST(null_is_success)
{
	ck_assert_int_eq(sriov_error_get_code(NULL), SRIOV_CODE_OK);
	ck_assert_int_eq(sriov_error_get_errno(NULL), 0);
	ck_assert_int_eq(sriov_error_get_vf_index(NULL), -1);
	ck_assert_str_eq(sriov_error_get_message(NULL), "success");
	ck_assert_ptr_null(sriov_error_get_operation(NULL));
	ck_assert_ptr_null(sriov_error_get_path(NULL));
	ck_assert_ptr_null(sriov_error_get_device(NULL));
	ck_assert_ptr_null(sriov_error_get_attribute(NULL));
	ck_assert_uint_eq(sriov_error_get_cause_count(NULL), 0);
	ck_assert_ptr_null(sriov_error_get_cause(NULL, 0));
	ck_assert_ptr_null(sriov_error_ref(NULL));
	sriov_error_unref(NULL);
}
END_TEST

/* A caller who wants no error gets the same codes, and no crash. */
START_TEST(nobody_may_want_it)
{
	ck_assert_int_eq(error_set(NULL, SRIOV_CODE_GONE, "x"), SRIOV_CODE_GONE);
	ck_assert_int_eq(error_set_system(NULL, EACCES, "open", "/x", "x"), SRIOV_CODE_FORBIDDEN);
	ck_assert_int_eq(error_explain(NULL, SRIOV_CODE_BUSY, "x"), SRIOV_CODE_BUSY);
	ck_assert_int_eq(error_null(NULL, "x"), SRIOV_CODE_INVALID);
	ck_assert_int_eq(error_no_memory(NULL), SRIOV_CODE_NO_MEMORY);
	error_set_device(NULL, "x");
	error_set_vf(NULL, 0);
	error_set_attribute(NULL, "x");
	error_set_errno(NULL, 1);
	error_add_cause(NULL, NULL);
}
END_TEST

START_TEST(explains_in_front)
{
	struct sriov_error *error = NULL;

	error_set_system(&error, ENOENT, "open", "/sys/x", "open /sys/x");
	ck_assert_int_eq(error_explain(&error, SRIOV_CODE_GONE, "%s was removed", "em1"),
			 SRIOV_CODE_GONE);
	ck_assert_int_eq(sriov_error_get_errno(error), ENOENT);
	ck_assert_str_eq(sriov_error_get_path(error), "/sys/x");
	ck_assert_str_eq(sriov_error_get_message(error),
			 "em1 was removed (open /sys/x: No such file or directory)");
	expect_failure(SRIOV_CODE_GONE, SRIOV_CODE_GONE, error, "");
}
END_TEST

START_TEST(has_causes)
{
	struct sriov_error *error = NULL, *cause;

	error_set(&error, SRIOV_CODE_PARTIAL, "2 of 7 VFs");
	for (unsigned int i = 3; i < 5; i++) {
		cause = NULL;
		error_set(&cause, SRIOV_CODE_BUSY, "VF %u is busy", i);
		error_set_vf(&cause, i);
		error_add_cause(&error, cause);
	}
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 2);
	ck_assert_int_eq(sriov_error_get_vf_index(sriov_error_get_cause(error, 0)), 3);
	ck_assert_str_eq(sriov_error_get_message(sriov_error_get_cause(error, 1)), "VF 4 is busy");
	ck_assert_ptr_null(sriov_error_get_cause(error, 2));
	sriov_error_unref(error);
}
END_TEST

START_TEST(moves)
{
	struct sriov_error *failure = NULL, *error = NULL;

	error_set(&failure, SRIOV_CODE_BUSY, "busy");
	ck_assert_int_eq(error_move(&error, &failure), SRIOV_CODE_BUSY);
	ck_assert_ptr_null(failure);
	ck_assert_str_eq(sriov_error_get_message(error), "busy");
	ck_assert_int_eq(error_move(NULL, &error), SRIOV_CODE_BUSY);
	ck_assert_ptr_null(error);
}
END_TEST

/* The error for want of memory is one for all: nothing may be written to it, nor free it. */
START_TEST(no_memory_is_one_for_all)
{
	struct sriov_error *error = NULL, *again = NULL;

	error_no_memory(&error);
	error_set_device(&error, "0000:01:00.0");
	error_set_vf(&error, 1);
	error_set_attribute(&error, "IFLA_VF_MAC");
	error_set_errno(&error, EBUSY);
	ck_assert_int_eq(error_explain(&error, SRIOV_CODE_GONE, "x"), SRIOV_CODE_NO_MEMORY);
	error_set(&again, SRIOV_CODE_BUSY, "x");
	error_add_cause(&error, again);
	for (int i = 0; i < 3; i++)
		sriov_error_unref(error);
	ck_assert_int_eq(sriov_error_get_code(error), SRIOV_CODE_NO_MEMORY);
	ck_assert_int_eq(sriov_error_get_errno(error), ENOMEM);
	ck_assert_str_eq(sriov_error_get_message(error), "out of memory");
	ck_assert_ptr_null(sriov_error_get_device(error));
	ck_assert_ptr_null(sriov_error_get_attribute(error));
	ck_assert_int_eq(sriov_error_get_vf_index(error), -1);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 0);
}
END_TEST

START_TEST(errno_becomes_a_code)
{
	static const struct {
		int number;
		enum sriov_code code;
	} known[] = {
		{ENOENT, SRIOV_CODE_NOT_FOUND},
		{EACCES, SRIOV_CODE_FORBIDDEN},
		{EPERM, SRIOV_CODE_FORBIDDEN},
		{EROFS, SRIOV_CODE_FORBIDDEN},
		{ENODEV, SRIOV_CODE_GONE},
		{ENXIO, SRIOV_CODE_GONE},
		{ENOMEM, SRIOV_CODE_NO_MEMORY},
		{EBUSY, SRIOV_CODE_BUSY},
		{EAGAIN, SRIOV_CODE_BUSY},
		{EOPNOTSUPP, SRIOV_CODE_UNSUPPORTED},
		{EPROTONOSUPPORT, SRIOV_CODE_UNSUPPORTED},
		{EIO, SRIOV_CODE_FAILED},
		{ERANGE, SRIOV_CODE_FAILED},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		ck_assert_int_eq(error_code_of(known[i].number), known[i].code);
}
END_TEST

START_TEST(codes_have_names)
{
	ck_assert_str_eq(sriov_code_get_name(SRIOV_CODE_OK), "ok");
	ck_assert_str_eq(sriov_code_get_name(SRIOV_CODE_NOT_FOUND), "not-found");
	ck_assert_str_eq(sriov_code_get_name(SRIOV_CODE_MALFORMED), "malformed");
	for (int code = 0; code <= SRIOV_CODE_MALFORMED; code++)
		for (int other = 0; other < code; other++)
			ck_assert_str_ne(sriov_code_get_name((enum sriov_code)code),
					 sriov_code_get_name((enum sriov_code)other));
	ck_assert_str_eq(sriov_code_get_name((enum sriov_code)999), "unknown");
	ck_assert_str_eq(sriov_code_get_name((enum sriov_code) - 1), "unknown");
}
END_TEST

UNIT_SUITE("error", tells_what_it_was_told, knows_nothing_it_was_not_told, null_is_success,
	   nobody_may_want_it, explains_in_front, has_causes, moves, no_memory_is_one_for_all,
	   errno_becomes_a_code, codes_have_names)
