/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The runner: prints TAP, keeps the tests from the network of this machine, and removes the made-up
 * hosts of those that failed half way.
 */
#include "unit.h"

#include <errno.h>
#include <ftw.h>
#include <linux/capability.h>
#include <sched.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

Suite *unit_suite_with(const char *name, void (*before)(void), void (*after)(void),
		       const TTest *const *tests, size_t count)
{
	Suite *suite = suite_create(name);
	TCase *one = tcase_create(name);

	tcase_add_checked_fixture(one, before, after);
	for (size_t i = 0; i < count; i++)
		tcase_add_test(one, tests[i]);
	suite_add_tcase(suite, one);
	return suite;
}

Suite *unit_suite(const char *name, const TTest *const *tests, size_t count)
{
	return unit_suite_with(name, NULL, NULL, tests, count);
}

void unit_expect_success(enum sriov_code code, struct sriov_error **error, const char *call,
			 const char *file, int line)
{
	if (!code && !*error)
		return;
	_ck_assert_failed(file, line, "Failure", "%s: %s: %s", call, sriov_code_get_name(code),
			  sriov_error_get_message(*error));
}

void unit_expect_failure(enum sriov_code code, enum sriov_code wanted, struct sriov_error **error,
			 const char *words, const char *call, const char *file, int line)
{
	const char *message = sriov_error_get_message(*error);

	if (code != wanted)
		_ck_assert_failed(file, line, "Failure", "%s: %s instead of %s: %s", call,
				  sriov_code_get_name(code), sriov_code_get_name(wanted), message);
	if (sriov_error_get_code(*error) != wanted)
		_ck_assert_failed(file, line, "Failure", "%s: its error says %s instead of %s",
				  call, sriov_code_get_name(sriov_error_get_code(*error)),
				  sriov_code_get_name(wanted));
	if (!strstr(message, words))
		_ck_assert_failed(file, line, "Failure", "%s: no \"%s\" in \"%s\"", call, words,
				  message);
	sriov_error_unref(*error);
	*error = NULL;
}

static bool isolated;

bool unit_is_isolated(void)
{
	return isolated;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)type;
	(void)ftw;
	return remove(path);
}

/*
 * Users get a network namespace only with one of their own for users, and with that the looks of
 * all capabilities. But for that of the network they are given back: what only root may do is to
 * be refused, as it would be outside.
 */
static bool enter_user_namespace(void)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[2] = {
		{.effective = 1U << CAP_NET_ADMIN, .permitted = 1U << CAP_NET_ADMIN},
	};

	return !unshare(CLONE_NEWUSER | CLONE_NEWNET) && !syscall(SYS_capset, &header, data);
}

/* Where files live in memory, when nobody says otherwise: a made-up host has hundreds. */
static const char *find_folder(void)
{
	const char *wanted = getenv("TMPDIR");

	if (wanted)
		return wanted;
	return access("/dev/shm", W_OK | X_OK) ? "/tmp" : "/dev/shm";
}

/* The results are the TAP. */
static void run_all(const char *folder)
{
	char path[300];
	SRunner *runner = srunner_create(make_suite());
	FILE *results;

	snprintf(path, sizeof(path), "%s/results", folder);
	unit_prepare_skips();
	srunner_set_tap(runner, path);
	srunner_run_all(runner, CK_SILENT);
	srunner_free(runner);
	results = fopen(path, "r");
	if (!results)
		return;
	unit_print_results(results);
	fclose(results);
}

/* The status is for the runner itself. */
int main(void)
{
	char folder[256];

	snprintf(folder, sizeof(folder), "%s/libsriov-XXXXXX", find_folder());
	if (!mkdtemp(folder) || chmod(folder, 0755) || setenv("TMPDIR", folder, 1)) {
		fprintf(stderr, "no folder for temporary files: %s: %s\n", folder, strerror(errno));
		return EXIT_FAILURE;
	}
	isolated = !unshare(CLONE_NEWNET) || enter_user_namespace();
	run_all(folder);
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return EXIT_SUCCESS;
}
