/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Contexts of another network namespace, on the running kernel. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kernel/link.h"
#include "kernel/netns.h"
#include "object/context/context.h"
#include "object/device/interface.h"

static struct sriov_error *error;

static int open_own(void)
{
	int fd = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);

	ck_assert_int_ge(fd, 0);
	return fd;
}

/* Another namespace with the loopback up, which in a new one it is not; -1 where none may be. */
static int make_other(void)
{
	struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP};
	int own = open_own(), other, fd;

	if (unshare(CLONE_NEWNET)) {
		fprintf(stderr, "left out: no network namespace can be made here\n");
		close(own);
		return -1;
	}
	other = open_own();
	fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	ck_assert_int_eq(ioctl(fd, SIOCSIFFLAGS, &request), 0);
	close(fd);
	ck_assert_int_eq(setns(own, CLONE_NEWNET), 0);
	close(own);
	return other;
}

static bool is_loopback_up(struct sriov_context *context)
{
	struct netlink *netlink;
	struct link_facts link;

	expect_success(context_get_netlink(context, &netlink, &error), error);
	expect_success(link_read_by_name(netlink, "lo", &link, &error), error);
	return link.up;
}

static struct sriov_context *open_in(const struct fake *fake, int fd)
{
	struct sriov_context_options *options = fake_make_options(fake);
	struct sriov_context *context;

	expect_success(sriov_context_options_set_netns(options, fd, &error), error);
	expect_success(sriov_context_new(options, &context, &error), error);
	sriov_context_options_unref(options);
	return context;
}

static unsigned int children_told;

static void count_child(int number)
{
	(void)number;
	children_told++;
}

/* The caller stays where it is, hears of no child and has none left. */
START_TEST(another)
{
	struct fake *fake = fake_new();
	struct sriov_context *here, *there;
	int other = make_other(), own;
	char before[64] = "", after[64] = "";

	UNIT_NEEDS(other >= 0, "a second network namespace");
	signal(SIGCHLD, count_child);
	ck_assert_int_gt(readlink("/proc/thread-self/ns/net", before, sizeof(before) - 1), 0);
	here = fake_open_context(fake);
	there = open_in(fake, other);
	close(other);
	ck_assert(!is_loopback_up(here));
	ck_assert(is_loopback_up(there));
	ck_assert_int_gt(readlink("/proc/thread-self/ns/net", after, sizeof(after) - 1), 0);
	ck_assert_str_eq(before, after);
	ck_assert_uint_eq(children_told, 0);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG | __WALL), -1);
	ck_assert_int_eq(errno, ECHILD);
	sriov_context_unref(there);
	/* That of the process by its descriptor is the same as without one. */
	own = open_own();
	there = open_in(fake, own);
	close(own);
	ck_assert(!is_loopback_up(there));
	sriov_context_unref(there);
	sriov_context_unref(here);
	fake_free(fake);
}
END_TEST

START_TEST(socket_is_closed_on_exec)
{
	int other = make_other(), fd = -1;

	UNIT_NEEDS(other >= 0, "a second network namespace");
	ck_assert_int_eq(netns_socket(other, AF_INET, SOCK_DGRAM, 0, &fd), 0);
	ck_assert_int_eq(fcntl(fd, F_GETFD), FD_CLOEXEC);
	close(fd);
	ck_assert_int_eq(netns_socket(other, AF_INET, 12345, 0, &fd), EINVAL);
	ck_assert_int_eq(fd, -1);
	close(other);
}
END_TEST

/* What is below net/ in sysfs is of another namespace: it is not believed. */
START_TEST(sysfs_is_not_asked)
{
	struct sriov_string_list *interfaces = NULL;
	struct sriov_vf_list *vfs = NULL;
	struct fake *fake = fake_new();
	struct sriov_device *device;
	struct sriov_context *there;
	int other = make_other();
	struct sriov_vf *vf;
	struct sriov_pf *pf;

	UNIT_NEEDS(other >= 0, "a second network namespace");
	fake_add_82576(fake, "0000:01:00.0", "em1", 7);
	fake_add_interface(fake, "0000:01:10.0", "enp1s16", 1000002);
	there = open_in(fake, other);
	close(other);
	expect_failure(sriov_device_open(there, "em1", &device, &error), SRIOV_CODE_NOT_FOUND,
		       error, "em1");
	expect_failure(sriov_device_open(there, "lo", &device, &error), SRIOV_CODE_NOT_FOUND, error,
		       "virtual");
	expect_success(sriov_device_open(there, "0000:01:00.0", &device, &error), error);
	expect_success(sriov_device_list_interfaces(device, &interfaces, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(interfaces), 0);
	sriov_string_list_unref(interfaces);
	expect_success(sriov_pf_open(there, "0000:01:00.0", &pf, &error), error);
	ck_assert_ptr_null(sriov_pf_get_interface(pf));
	expect_success(sriov_pf_open_vf(pf, 0, &vf, &error), error);
	expect_failure(sriov_vf_set_spoof_check(vf, true, &error), SRIOV_CODE_NOT_FOUND, error,
		       "another network namespace");
	sriov_vf_unref(vf);
	expect_success(sriov_pf_list_vfs(pf, &vfs, &error), error);
	ck_assert_uint_eq(sriov_vf_list_get_count(vfs), 7);
	ck_assert_ptr_null(sriov_vf_get_error(sriov_vf_list_get(vfs, 0)));
	ck_assert_ptr_null(sriov_vf_get_interface(sriov_vf_list_get(vfs, 0)));
	sriov_vf_list_unref(vfs);
	sriov_pf_unref(pf);
	fake_remove_device(fake, "0000:01:00.0");
	expect_failure(sriov_device_list_interfaces(device, &interfaces, &error), SRIOV_CODE_GONE,
		       error, "0000:01:00.0");
	sriov_device_unref(device);
	sriov_context_unref(there);
	fake_free(fake);
}
END_TEST

START_TEST(no_namespace)
{
	struct sriov_context_options *options;
	int file = open("/proc/self/stat", O_RDONLY), user = open("/proc/self/ns/mnt", O_RDONLY);

	ck_assert_int_eq(sriov_context_options_new(&options, NULL), SRIOV_CODE_OK);
	expect_failure(sriov_context_options_set_netns(NULL, -1, &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	expect_failure(sriov_context_options_set_netns(options, file, &error), SRIOV_CODE_INVALID,
		       error, "not of a network namespace");
	expect_failure(sriov_context_options_set_netns(options, user, &error), SRIOV_CODE_INVALID,
		       error, "not of a network namespace");
	expect_failure(sriov_context_options_set_netns(options, 12345, &error), SRIOV_CODE_INVALID,
		       error, "12345 is no open descriptor");
	expect_failure(sriov_context_options_set_netns(options, -2, &error), SRIOV_CODE_INVALID,
		       error, "-2 is no open descriptor");
	expect_success(sriov_context_options_set_netns(options, -1, &error), error);
	close(file);
	close(user);
	sriov_context_options_unref(options);
}
END_TEST

/* Who has no rights over it is told so at once. */
START_TEST(forbidden)
{
	struct fake *fake = fake_new();
	struct sriov_context_options *options = fake_make_options(fake);
	struct sriov_context *context;
	int other = make_other();

	UNIT_NEEDS(other >= 0, "a second network namespace");
	fake_make_directory(fake, "nothing");
	fake_forbid(fake, "nothing");
	expect_success(sriov_context_options_set_netns(options, other, &error), error);
	expect_failure(sriov_context_new(options, &context, &error), SRIOV_CODE_FORBIDDEN, error,
		       "CAP_SYS_ADMIN");
	ck_assert_ptr_null(context);
	close(other);
	sriov_context_options_unref(options);
	fake_free(fake);
}
END_TEST

/* Without any right. */
START_TEST(own)
{
	struct fake *fake = fake_new();
	struct sriov_context *context;
	int fd = open_own();

	fake_make_directory(fake, "nothing");
	fake_forbid(fake, "nothing");
	context = open_in(fake, fd);
	ck_assert_int_eq(is_loopback_up(context), !unit_is_isolated());
	sriov_context_unref(context);
	close(fd);
	fake_free(fake);
}
END_TEST

UNIT_SUITE("netns", another, socket_is_closed_on_exec, sysfs_is_not_asked, no_namespace, forbidden,
	   own)
