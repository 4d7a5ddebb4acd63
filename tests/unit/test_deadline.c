/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that keep a writer waiting: a full pipe stands for what the kernel does not finish. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PF	   "0000:01:00.0"
#define DEADLINE   200
#define NUMVFS	   "sys/bus/pci/devices/" PF "/sriov_numvfs"
#define AUTOPROBE  "sys/bus/pci/devices/" PF "/sriov_drivers_autoprobe"
#define UNBIND	   "sys/bus/pci/drivers/vfio-pci/unbind"
#define LATE_MS	   5000 /* a busy machine is no failure */
#define ATTEMPTS   1000
#define LINES_SIZE 4096

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_error *error;
static char lines[LINES_SIZE];

static void keep_warning(void *user_data, enum sriov_log_level level, const char *text)
{
	size_t length = strlen(lines);

	(void)user_data;
	if (level == SRIOV_LOG_LEVEL_WARNING)
		snprintf(lines + length, sizeof(lines) - length, "%s\n", text);
}

static void begin(unsigned int deadline_ms)
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

static void end(void)
{
	sriov_context_unref(context);
	fake_free(fake);
}

/* In place of the file there is a pipe that takes nothing until it is read from. */
static int block_file(const char *path)
{
	char *absolute = fake_path(fake, "%s", path);
	static const char bytes[4096];
	int fd;

	unlink(absolute);
	ck_assert_int_eq(mkfifo(absolute, 0600), 0);
	fd = open(absolute, O_RDWR | O_NONBLOCK | O_CLOEXEC);
	ck_assert_int_ge(fd, 0);
	while (write(fd, bytes, sizeof(bytes)) > 0)
		;
	free(absolute);
	return fd;
}

static void drain(int fd)
{
	char bytes[4096];

	while (read(fd, bytes, sizeof(bytes)) > 0)
		;
}

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static struct sriov_pf *open_pf(void)
{
	struct sriov_pf *pf;

	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	return pf;
}

static struct sriov_unfinished_list *list_unfinished(size_t count)
{
	struct sriov_unfinished_list *list;

	expect_success(sriov_unfinished_list(context, &list, &error), error);
	ck_assert_uint_eq(sriov_unfinished_list_get_count(list), count);
	return list;
}

/* The one that there is, when it is over; it is told once. */
static struct sriov_unfinished_list *wait_for_end(void)
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

START_TEST(late)
{
	struct sriov_unfinished_list *list;
	struct sriov_unfinished *one;
	struct sriov_pf *pf, *again;
	uint64_t before;
	int fd;

	begin(DEADLINE);
	pf = open_pf();
	fd = block_file(AUTOPROBE);
	before = now_ms();
	ck_assert_int_eq(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_TIMEOUT);
	ck_assert_uint_ge(now_ms() - before, DEADLINE);
	ck_assert_uint_lt(now_ms() - before, DEADLINE + LATE_MS);
	ck_assert_int_eq(sriov_error_get_errno(error), ETIMEDOUT);
	ck_assert_str_eq(sriov_error_get_operation(error), "write");
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_path(error), AUTOPROBE));
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error), "is not over after 0.2 s"));
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error), "write \"0\" to /"));
	sriov_error_unref(error);
	error = NULL;
	/* All else goes on, and a second one is refused at once. */
	again = open_pf();
	sriov_pf_unref(again);
	before = now_ms();
	expect_failure(sriov_pf_set_autoprobe(pf, true, &error), SRIOV_CODE_BUSY, error,
		       "has been under way for");
	ck_assert_uint_lt(now_ms() - before, DEADLINE);
	list = list_unfinished(1);
	one = sriov_unfinished_list_get(list, 0);
	ck_assert(!sriov_unfinished_is_over(one));
	ck_assert_ptr_null(sriov_unfinished_get_error(one));
	ck_assert_str_eq(sriov_unfinished_get_text(one), "0");
	ck_assert_str_eq(sriov_unfinished_get_device(one), PF);
	ck_assert_ptr_nonnull(strstr(sriov_unfinished_get_path(one), AUTOPROBE));
	ck_assert_uint_ge(sriov_unfinished_get_duration_ms(one), DEADLINE);
	ck_assert_int_eq(kill(sriov_unfinished_get_pid(one), 0), 0);
	sriov_unfinished_list_unref(list);
	ck_assert_str_eq(lines, "");
	drain(fd);
	list = wait_for_end();
	ck_assert_ptr_null(sriov_unfinished_get_error(sriov_unfinished_list_get(list, 0)));
	sriov_unfinished_list_unref(list);
	ck_assert_ptr_nonnull(strstr(lines, "is over after"));
	ck_assert_ptr_nonnull(strstr(lines, "it succeeded"));
	sriov_unfinished_list_unref(list_unfinished(0));
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

START_TEST(outcome_of_one_that_failed)
{
	struct sriov_unfinished_list *list;
	const struct sriov_error *outcome;
	struct sriov_pf *pf;
	int fd;

	begin(DEADLINE);
	pf = open_pf();
	fd = block_file(AUTOPROBE);
	expect_failure(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_TIMEOUT, error,
		       "is not over");
	list = list_unfinished(1);
	kill(sriov_unfinished_get_pid(sriov_unfinished_list_get(list, 0)), SIGKILL);
	sriov_unfinished_list_unref(list);
	list = wait_for_end();
	outcome = sriov_unfinished_get_error(sriov_unfinished_list_get(list, 0));
	ck_assert_int_eq(sriov_error_get_code(outcome), SRIOV_CODE_FAILED);
	ck_assert_int_eq(sriov_error_get_errno(outcome), EOWNERDEAD);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(outcome), "was killed"));
	sriov_unfinished_list_unref(list);
	/* The next one has a new process. */
	expect_failure(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_TIMEOUT, error,
		       "is not over");
	sriov_pf_unref(pf);
	/* While it is stuck. */
	end();
	close(fd);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG | __WALL), -1);
	ck_assert_int_eq(errno, ECHILD);
}
END_TEST

static void allow(struct sriov_vf_count_options **options)
{
	expect_success(sriov_vf_count_options_new(options, &error), error);
	sriov_vf_count_options_set_allow_destroy(*options, true);
}

START_TEST(holders_of_a_removal)
{
	struct sriov_vf_count_options *options;
	char address[FAKE_ADDRESS_SIZE];
	const struct sriov_error *cause;
	struct sriov_pf *pf;
	int fd;

	begin(DEADLINE);
	allow(&options);
	fake_vf_address(fake, PF, 3, address);
	fake_set_driver(fake, address, "vfio-pci");
	fake_set_group(fake, address, 114);
	fake_open_file(fake, 812, 9, "/dev/vfio/114");
	fd = block_file(NUMVFS);
	pf = open_pf();
	ck_assert_int_eq(sriov_pf_set_vf_count(pf, 0, options, &error), SRIOV_CODE_TIMEOUT);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error),
				     "em1 (" PF ", igb): removing its VFs is not over: VF 3 ("));
	ck_assert_ptr_nonnull(
		strstr(sriov_error_get_message(error),
		       ") is held by qemu-system-x86 (process 812) through /dev/vfio/114"));
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 1);
	cause = sriov_error_get_cause(error, 0);
	ck_assert_int_eq(sriov_error_get_vf_index(cause), 3);
	ck_assert_str_eq(sriov_error_get_device(cause), address);
	sriov_error_unref(error);
	error = NULL;
	/* Also when all links are gone meanwhile. */
	for (unsigned int i = 0; i < 7; i++)
		fake_remove(fake, "sys/bus/pci/devices/" PF "/virtfn%u", i);
	expect_failure(sriov_pf_set_vf_count(pf, 0, options, &error), SRIOV_CODE_BUSY, error,
		       "em1 (" PF ", igb): an earlier change of its VFs is not over");
	expect_failure(sriov_pf_set_vf_count(pf, 3, options, &error), SRIOV_CODE_BUSY, error,
		       "an earlier change");
	sriov_vf_count_options_unref(options);
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

START_TEST(nobody_holds)
{
	struct sriov_vf_count_options *options;
	struct sriov_pf *pf;
	int fd;

	begin(DEADLINE);
	allow(&options);
	fd = block_file(NUMVFS);
	pf = open_pf();
	expect_failure(sriov_pf_set_vf_count(pf, 3, options, &error), SRIOV_CODE_TIMEOUT, error,
		       "nobody can be seen who holds one");
	drain(fd);
	sriov_unfinished_list_unref(wait_for_end());
	close(fd);
	fake_remove(fake, NUMVFS);
	fake_write(fake, "7\n", NUMVFS);
	fake_remove_vfs(fake, PF);
	fd = block_file(NUMVFS);
	expect_failure(sriov_pf_set_vf_count(pf, 3, options, &error), SRIOV_CODE_TIMEOUT, error,
		       "making 3 VFs is not over");
	sriov_vf_count_options_unref(options);
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

/* Nothing is taken back that may yet happen. */
START_TEST(unbinding)
{
	struct sriov_device *device, *other_device;
	char address[FAKE_ADDRESS_SIZE], other[FAKE_ADDRESS_SIZE], *text;
	struct sriov_vfio *vfio;
	int fd;

	begin(DEADLINE);
	fake_vf_address(fake, PF, 3, address);
	fake_vf_address(fake, PF, 4, other);
	fake_set_driver(fake, address, "vfio-pci");
	fake_set_driver(fake, other, "vfio-pci");
	fake_set(fake, address, "driver_override", "vfio-pci\n");
	fake_set(fake, other, "driver_override", "vfio-pci\n");
	fd = block_file(UNBIND);
	expect_success(sriov_device_open(context, address, &device, &error), error);
	expect_success(sriov_device_open(context, other, &other_device, &error), error);
	expect_success(sriov_vfio_open(device, &vfio, &error), error);
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_TIMEOUT, error,
		       "will be without a driver when it is let go");
	text = fake_read(fake, "sys/bus/pci/devices/%s/driver_override", address);
	ck_assert_int_eq(text[0], '\n');
	free(text);
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_BUSY, error, "under way");
	sriov_vfio_unref(vfio);
	/* The driver's file is there for other devices, too. */
	expect_success(sriov_vfio_open(other_device, &vfio, &error), error);
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_TIMEOUT, error, other);
	sriov_vfio_unref(vfio);
	sriov_unfinished_list_unref(list_unfinished(2));
	sriov_device_unref(device);
	sriov_device_unref(other_device);
	end();
	close(fd);
}
END_TEST

/* A file that is read with the device's lock held. */
START_TEST(reading)
{
	struct sriov_unfinished_list *list;
	struct sriov_pf *pf;
	unsigned int pool;
	int fd;

	begin(DEADLINE);
	pf = open_pf();
	fd = block_file("sys/bus/pci/devices/" PF "/sriov_vf_total_msix");
	drain(fd);
	expect_failure(sriov_pf_read_vf_msix_pool(pf, &pool, &error), SRIOV_CODE_TIMEOUT, error,
		       "is not over");
	list = list_unfinished(1);
	ck_assert_ptr_null(sriov_unfinished_get_text(sriov_unfinished_list_get(list, 0)));
	sriov_unfinished_list_unref(list);
	ck_assert_int_eq(write(fd, "64\n", 3), 3);
	sriov_unfinished_list_unref(wait_for_end());
	ck_assert_int_eq(write(fd, "64\n", 3), 3);
	expect_success(sriov_pf_read_vf_msix_pool(pf, &pool, &error), error);
	ck_assert_uint_eq(pool, 64);
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

static void *read_later(void *data)
{
	nanosleep(&(struct timespec) {.tv_nsec = 300000000}, NULL);
	drain(*(int *)data);
	return NULL;
}

/* Then the caller waits himself, as long as it takes. */
START_TEST(no_deadline)
{
	struct sriov_device *device;
	char address[FAKE_ADDRESS_SIZE];
	struct sriov_vfio *vfio;
	pthread_t reader;
	uint64_t before;
	int fd;

	begin(0);
	fake_vf_address(fake, PF, 3, address);
	fake_set_driver(fake, address, "vfio-pci");
	fake_set(fake, address, "driver_override", "vfio-pci\n");
	fd = block_file(UNBIND);
	expect_success(sriov_device_open(context, address, &device, &error), error);
	expect_success(sriov_vfio_open(device, &vfio, &error), error);
	before = now_ms();
	ck_assert_int_eq(pthread_create(&reader, NULL, read_later, &fd), 0);
	sriov_vfio_unbind(vfio, NULL);
	ck_assert_uint_ge(now_ms() - before, 250);
	pthread_join(reader, NULL);
	sriov_unfinished_list_unref(list_unfinished(0));
	sriov_vfio_unref(vfio);
	sriov_device_unref(device);
	end();
	close(fd);
}
END_TEST

START_TEST(nothing)
{
	struct sriov_unfinished_list *list;

	begin(DEADLINE);
	expect_failure(sriov_context_options_set_deadline_ms(NULL, 1, &error), SRIOV_CODE_INVALID,
		       error, "options is NULL");
	expect_failure(sriov_unfinished_list(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	ck_assert_ptr_null(list);
	expect_failure(sriov_unfinished_list(context, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	sriov_unfinished_list_unref(list_unfinished(0));
	ck_assert_ptr_null(sriov_unfinished_get_path(NULL));
	ck_assert_ptr_null(sriov_unfinished_get_text(NULL));
	ck_assert_ptr_null(sriov_unfinished_get_device(NULL));
	ck_assert_uint_eq(sriov_unfinished_get_duration_ms(NULL), 0);
	ck_assert_int_eq(sriov_unfinished_get_pid(NULL), 0);
	ck_assert(!sriov_unfinished_is_over(NULL));
	ck_assert_ptr_null(sriov_unfinished_get_error(NULL));
	end();
}
END_TEST

UNIT_SUITE("deadline", late, outcome_of_one_that_failed, holders_of_a_removal, nobody_holds,
	   unbinding, reading, no_deadline, nothing)
