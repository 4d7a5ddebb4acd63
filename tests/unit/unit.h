/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What every unit test has: Check, a made-up host, and words for codes and errors.
 *
 * A file test_NAME.c holds tests and make_suite(); unit.c has main(). Each test runs in a process
 * of its own, so that a crash is one failed test and nothing is left behind for the next one.
 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake.h"

/* Defined by each test file. */
Suite *make_suite(void);

/* A suite of one case with these tests. */
Suite *unit_suite(const char *name, const TTest *const *tests, size_t count);

/* The same, with functions that run before and after each test; either may be NULL. */
Suite *unit_suite_with(const char *name, void (*before)(void), void (*after)(void),
		       const TTest *const *tests, size_t count);

#define UNIT_SUITE_WITH(name, before, after, ...)                                                  \
	Suite *make_suite(void)                                                                    \
	{                                                                                          \
		const TTest *const tests[] = {__VA_ARGS__};                                        \
                                                                                                   \
		return unit_suite_with(name, before, after, tests,                                 \
				       sizeof(tests) / sizeof(tests[0]));                          \
	}

#define UNIT_SUITE(name, ...) UNIT_SUITE_WITH(name, NULL, NULL, __VA_ARGS__)

/*
 * Whether the test runs in a network namespace of its own, as all do where the kernel allows it:
 * made-up interfaces have indexes, and a change by netlink goes to whatever has that index here.
 * A test that makes one is left out when this is false.
 */
bool unit_is_isolated(void);

/*
 * Leaves the test out, and says so in the results, when it cannot be made here: to be called at its
 * beginning.
 */
#define UNIT_NEEDS(condition, what)                                                                \
	do {                                                                                       \
		if (!(condition)) {                                                                \
			unit_skip(__func__, "needs " what);                                        \
			return;                                                                    \
		}                                                                                  \
	} while (0)
#define UNIT_NAMESPACE "a network namespace of its own, with interfaces"
/* Of a case of its own: "CASE:FUNCTION". */
void unit_skip(const char *function, const char *reason);

/* For main(): before the tests are run, and with what Check has said of them. */
void unit_prepare_skips(void);
void unit_print_results(FILE *results);

/* The call succeeded; when not, the test fails with the error's sentence. */
#define expect_success(call, error) unit_expect_success(call, &(error), #call, __FILE__, __LINE__)
void unit_expect_success(enum sriov_code code, struct sriov_error **error, const char *call,
			 const char *file, int line);

/*
 * The call failed with this code, and the error says the same and has these words in its message.
 * The error is released.
 */
#define expect_failure(call, wanted, error, words)                                                 \
	unit_expect_failure(call, wanted, &(error), words, #call, __FILE__, __LINE__)
void unit_expect_failure(enum sriov_code code, enum sriov_code wanted, struct sriov_error **error,
			 const char *words, const char *call, const char *file, int line);

#endif
