/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The monitor on the running kernel: the interfaces of the test's own network namespace. */
#include "unit.h"

#include <fcntl.h>
#include <linux/if_tun.h>
#include <linux/netlink.h>
#include <net/if.h>
#include <poll.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include "object/monitor/monitor.h"

/* The loopback, which every namespace has. */
#define LOOPBACK 1

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_monitor *monitor;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, "0000:01:00.0", "em1", 0);
	context = fake_open_context(fake);
}

static void watch(bool all, size_t bytes)
{
	struct sriov_monitor_options *options;

	expect_success(sriov_monitor_options_new(&options, &error), error);
	expect_success(sriov_monitor_options_set_all_interfaces(options, all, &error), error);
	if (bytes)
		expect_success(sriov_monitor_options_set_receive_buffer_bytes(options, bytes,
									      &error),
			       error);
	expect_success(sriov_monitor_new(context, options, &monitor, &error), error);
	sriov_monitor_options_unref(options);
}

/* Whether anybody would wait, by two ways to ask. */
static bool is_readable(void)
{
	int fd = sriov_monitor_get_fd(monitor), by_poll, by_select;
	struct pollfd wait = {.fd = fd, .events = POLLIN};
	struct timeval none = {0};
	fd_set set;

	FD_ZERO(&set);
	FD_SET(fd, &set);
	by_poll = poll(&wait, 1, 0);
	by_select = select(fd + 1, &set, NULL, NULL, &none);
	ck_assert_int_ge(by_poll, 0);
	ck_assert_int_eq(by_poll, by_select);
	return by_poll;
}

static struct sriov_event *next(void)
{
	struct sriov_event *event;

	expect_success(sriov_monitor_read(monitor, &event, &error), error);
	return event;
}

/* The next event has this type and, when that is given, this interface. */
static struct sriov_event *expect(enum sriov_event_type type, const char *interface)
{
	struct sriov_event *event;

	ck_assert_msg(is_readable(), "nothing to read instead of %s",
		      sriov_event_type_get_name(type));
	event = next();
	ck_assert_str_eq(sriov_event_type_get_name(sriov_event_get_type(event)),
			 sriov_event_type_get_name(type));
	if (interface)
		ck_assert_str_eq(sriov_event_get_interface(event), interface);
	return event;
}

/* Nothing is to be told: what wakes is about other devices of this machine, and ends. */
static void expect_quiet(void)
{
	ck_assert_ptr_null(next());
	for (int i = 0; i < 100 && is_readable(); i++)
		ck_assert_ptr_null(next());
	ck_assert(!is_readable());
}

/* All that came, unseen. */
static void skip(void)
{
	struct sriov_event *event;

	while ((event = next()))
		sriov_event_unref(event);
	expect_quiet();
}

static void change(unsigned long request, struct ifreq *what)
{
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	ck_assert_int_eq(ioctl(fd, request, what), 0);
	close(fd);
}

static void set_loopback(bool up)
{
	struct ifreq request = {.ifr_name = "lo", .ifr_flags = up ? IFF_UP : 0};

	change(SIOCSIFFLAGS, &request);
}

static void rename_loopback(const char *from, const char *to)
{
	struct ifreq request = {0};

	snprintf(request.ifr_name, IFNAMSIZ, "%s", from);
	snprintf(request.ifr_newname, IFNAMSIZ, "%s", to);
	change(SIOCSIFNAME, &request);
}

/* As it was: the tests have their namespace in common. */
static void restore_loopback(void)
{
	char name[IF_NAMESIZE];

	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	ck_assert_ptr_nonnull(if_indextoname(LOOPBACK, name));
	if (strcmp(name, "lo") != 0)
		rename_loopback(name, "lo");
	set_loopback(false);
}

static void tear_down(void)
{
	sriov_monitor_unref(monitor);
	sriov_context_unref(context);
	fake_free(fake);
	restore_loopback();
}

/* An interface that is there until the descriptor is closed; -1 where the kernel has none. */
static int make_tap(const char *name)
{
	struct ifreq request = {.ifr_flags = IFF_TAP | IFF_NO_PI};
	int fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC);

	snprintf(request.ifr_name, IFNAMSIZ, "%s", name);
	if (fd >= 0 && ioctl(fd, TUNSETIFF, &request)) {
		close(fd);
		fd = -1;
	}
	if (fd < 0)
		fprintf(stderr, "left out: no /dev/net/tun\n");
	return fd;
}

START_TEST(quiet)
{
	watch(true, 0);
	expect_quiet();
	ck_assert_int_ge(fcntl(sriov_monitor_get_fd(monitor), F_GETFD) & FD_CLOEXEC, 1);
}
END_TEST

/* A renaming is told by a device's message and by netlink's: it is one event. */
START_TEST(renamed)
{
	struct sriov_event *event;

	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	watch(true, 0);
	rename_loopback("lo", "loop");
	event = expect(SRIOV_EVENT_TYPE_INTERFACE_RENAMED, "loop");
	ck_assert_str_eq(sriov_event_get_former_interface(event), "lo");
	ck_assert_int_eq(sriov_event_get_interface_index(event), LOOPBACK);
	ck_assert_ptr_null(sriov_event_get_address(event));
	ck_assert_ptr_null(sriov_event_get_action(event));
	ck_assert_uint_eq(sriov_event_get_sequence(event), 0);
	ck_assert_int_eq(sriov_event_get_vf_index(event), -1);
	sriov_event_unref(event);
	expect_quiet();
}
END_TEST

START_TEST(up_and_down)
{
	struct sriov_event *event;

	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	watch(true, 0);
	set_loopback(true);
	event = expect(SRIOV_EVENT_TYPE_LINK_CHANGED, "lo");
	ck_assert_uint_eq(sriov_event_get_changes(event),
			  SRIOV_LINK_CHANGE_UP | SRIOV_LINK_CHANGE_CARRIER);
	ck_assert(sriov_event_is_up(event));
	ck_assert(sriov_event_has_carrier(event));
	ck_assert_ptr_null(sriov_event_get_mac(event));
	sriov_event_unref(event);
	ck_assert_ptr_null(next());
	set_loopback(false);
	event = expect(SRIOV_EVENT_TYPE_LINK_CHANGED, "lo");
	ck_assert(!sriov_event_is_up(event));
	sriov_event_unref(event);
	ck_assert_ptr_null(next());
}
END_TEST

START_TEST(came_and_went)
{
	struct sriov_event *event;
	int tap, index;

	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	watch(true, 0);
	tap = make_tap("tap0");
	UNIT_NEEDS(tap >= 0, "a tap interface");
	event = expect(SRIOV_EVENT_TYPE_INTERFACE_ADDED, "tap0");
	index = sriov_event_get_interface_index(event);
	ck_assert_int_gt(index, LOOPBACK);
	ck_assert_uint_eq(strlen(sriov_event_get_mac(event)), 17);
	sriov_event_unref(event);
	skip();
	close(tap);
	event = expect(SRIOV_EVENT_TYPE_INTERFACE_REMOVED, "tap0");
	ck_assert_int_eq(sriov_event_get_interface_index(event), index);
	sriov_event_unref(event);
	ck_assert_ptr_null(next());
}
END_TEST

/* By default it is about PCI devices; what else there is does not wake for ever. */
START_TEST(virtual_ones_are_left_out)
{
	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	watch(false, 0);
	rename_loopback("lo", "loop");
	ck_assert(is_readable());
	expect_quiet();
}
END_TEST

START_TEST(overrun)
{
	struct sriov_event *event;

	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	watch(true, 1);
	for (int i = 0; i < 50; i++) {
		rename_loopback("lo", "loop");
		rename_loopback("loop", "lo");
	}
	event = expect(SRIOV_EVENT_TYPE_OVERRUN, NULL);
	ck_assert_ptr_null(sriov_event_get_interface(event));
	ck_assert_ptr_null(sriov_event_get_address(event));
	sriov_event_unref(event);
	/* What is left over of before is not told. */
	expect_quiet();
	rename_loopback("lo", "last");
	event = expect(SRIOV_EVENT_TYPE_INTERFACE_RENAMED, "last");
	ck_assert_str_eq(sriov_event_get_former_interface(event), "lo");
	sriov_event_unref(event);
}
END_TEST

/* One message that makes two events: the second wakes although no socket has it any more. */
START_TEST(events_that_wait_wake)
{
	struct link_event made = {.kind = LINK_EVENT_NEW, .netns_id = -1};

	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	watch(true, 0);
	made.link = (struct link_facts) {.index = LOOPBACK, .name = "other", .master = 9};
	rename_loopback("lo", "loop");
	monitor_take_link(monitor, &made);
	sriov_event_unref(expect(SRIOV_EVENT_TYPE_INTERFACE_RENAMED, "other"));
	sriov_event_unref(expect(SRIOV_EVENT_TYPE_LINK_CHANGED, "other"));
	skip();
}
END_TEST

/* From another process, to the monitor alone and to all. */
START_TEST(forged)
{
	static const char message[] = "add@/devices/pci0000:00/0000:09:00.0\0ACTION=add\0"
				      "DEVPATH=/devices/pci0000:00/0000:09:00.0\0SUBSYSTEM=pci\0"
				      "PCI_SLOT_NAME=0000:09:00.0\0SEQNUM=1";
	struct sockaddr_nl own = {0}, target = {.nl_family = AF_NETLINK};
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT);
	socklen_t size = sizeof(own);

	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	watch(true, 0);
	ck_assert_int_eq(getsockname(monitor->uevents.fd, (struct sockaddr *)&own, &size), 0);
	target.nl_pid = own.nl_pid;
	ck_assert_int_eq(sendto(fd, message, sizeof(message), 0, (struct sockaddr *)&target,
				sizeof(target)),
			 sizeof(message));
	ck_assert(is_readable());
	ck_assert_ptr_null(next());
	target.nl_pid = 0;
	target.nl_groups = 1;
	sendto(fd, message, sizeof(message), 0, (struct sockaddr *)&target, sizeof(target));
	expect_quiet();
	close(fd);
}
END_TEST

START_TEST(null_is_refused)
{
	struct sriov_monitor_options *options;
	struct sriov_event *event;

	expect_failure(sriov_monitor_options_new(NULL, &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	expect_failure(sriov_monitor_options_set_pf(NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	expect_failure(sriov_monitor_options_set_all_interfaces(NULL, true, &error),
		       SRIOV_CODE_INVALID, error, "options is NULL");
	expect_failure(sriov_monitor_options_set_receive_buffer_bytes(NULL, 1, &error),
		       SRIOV_CODE_INVALID, error, "options is NULL");
	expect_success(sriov_monitor_options_new(&options, &error), error);
	expect_failure(sriov_monitor_options_set_receive_buffer_bytes(options, 0, &error),
		       SRIOV_CODE_INVALID, error, "0 bytes");
	expect_failure(sriov_monitor_options_set_receive_buffer_bytes(options, SIZE_MAX, &error),
		       SRIOV_CODE_INVALID, error, "it has from 1");
	sriov_monitor_options_unref(options);
	expect_failure(sriov_monitor_new(context, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "monitor is NULL");
	expect_failure(sriov_monitor_new(NULL, NULL, &monitor, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	ck_assert_ptr_null(monitor);
	watch(false, 0);
	expect_failure(sriov_monitor_read(NULL, &event, &error), SRIOV_CODE_INVALID, error,
		       "monitor is NULL");
	expect_failure(sriov_monitor_read(monitor, NULL, &error), SRIOV_CODE_INVALID, error,
		       "event is NULL");
	ck_assert_int_eq(sriov_monitor_get_fd(NULL), -1);
	ck_assert_int_eq(sriov_monitor_get_device_events(NULL), SRIOV_SWITCH_UNKNOWN);
	ck_assert_ptr_null(sriov_monitor_ref(NULL));
}
END_TEST

UNIT_SUITE_WITH("monitor", set_up, tear_down, quiet, renamed, up_and_down, came_and_went,
		virtual_ones_are_left_out, overrun, events_that_wait_wake, forged, null_is_refused)
