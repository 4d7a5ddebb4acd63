/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What becomes of the kernel's messages about devices: made up, in the order of kernels old and
 * new, on made-up hosts.
 */
#include "unit.h"

#include <stdarg.h>
#include <stdio.h>

#include "object/monitor/monitor.h"

#define PF  "0000:01:00.0"
#define VF0 "0000:01:10.0"
#define VF1 "0000:01:10.2"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_monitor *monitor;
static struct sriov_error *error;
static uint64_t sequence;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 0);
	fake_add_82576(fake, "0000:02:00.0", "em2", 0);
	fake_add_device(fake, "0000:00:01.0", &fake_root_port);
	context = fake_open_context(fake);
}

static void watch(const struct sriov_monitor_options *options)
{
	expect_success(sriov_monitor_new(context, options, &monitor, &error), error);
}

static void tear_down(void)
{
	sriov_monitor_unref(monitor);
	sriov_context_unref(context);
	fake_free(fake);
}

/* A message with its variables, each ended by a line end here. */
static void hear_message(const char *format, ...)
{
	struct uevent uevent;
	char text[1024];
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	ck_assert_int_lt(length, (int)sizeof(text));
	for (char *end = text; (end = strchr(end, '\n'));)
		*end++ = '\0';
	ck_assert(uevent_parse(text, (size_t)length, &uevent));
	monitor_take_uevent(monitor, &uevent);
}

/* Of a PCI device; the last variables as they are. */
static void hear(const char *action, const char *address, const char *id, const char *more)
{
	hear_message("%s@/devices/pci0000:00/%s\nACTION=%s\nDEVPATH=/devices/pci0000:00/%s\n"
		     "SUBSYSTEM=pci\nPCI_ID=%s\nPCI_SLOT_NAME=%s\n%sSEQNUM=%d\n",
		     action, address, action, address, id, address, more, (int)++sequence);
}

static void hear_vf(const char *action, const char *address)
{
	hear(action, address, "8086:10CA", "");
}

static struct sriov_event *next(void)
{
	struct sriov_event *event;

	expect_success(sriov_monitor_read(monitor, &event, &error), error);
	return event;
}

static void expect_nothing(void)
{
	struct sriov_event *event = next();

	ck_assert_msg(!event, "%s", sriov_event_type_get_name(sriov_event_get_type(event)));
}

/* The next event has this type and address; what is left out with NULL is not looked at. */
static struct sriov_event *expect(enum sriov_event_type type, const char *address)
{
	struct sriov_event *event = next();

	ck_assert_str_eq(sriov_event_type_get_name(sriov_event_get_type(event)),
			 sriov_event_type_get_name(type));
	ck_assert_pstr_eq(sriov_event_get_address(event), address);
	ck_assert_uint_eq(sriov_event_get_sequence(event), sequence);
	return event;
}

static void expect_vf(enum sriov_event_type type, const char *address, int index)
{
	struct sriov_event *event = expect(type, address);

	ck_assert_pstr_eq(sriov_event_get_pf_address(event), PF);
	ck_assert_int_eq(sriov_event_get_vf_index(event), index);
	ck_assert_int_eq(sriov_event_get_vf_count(event), -1);
	sriov_event_unref(event);
}

static void expect_plain(enum sriov_event_type type, const char *address)
{
	struct sriov_event *event = expect(type, address);

	ck_assert_ptr_null(sriov_event_get_pf_address(event));
	ck_assert_int_eq(sriov_event_get_vf_index(event), -1);
	sriov_event_unref(event);
}

static void expect_count(const char *pf, int count)
{
	struct sriov_event *event = expect(SRIOV_EVENT_TYPE_VF_COUNT_CHANGED, pf);

	ck_assert_int_eq(sriov_event_get_vf_count(event), count);
	sriov_event_unref(event);
}

/* Told of before it is linked: the PF's numbers say what it is. */
START_TEST(vf_before_it_is_linked)
{
	watch(NULL);
	hear_vf("add", VF0);
	expect_vf(SRIOV_EVENT_TYPE_VF_ADDED, VF0, 0);
	hear_vf("change", VF0);
	expect_nothing();
	hear_vf("add", VF1);
	expect_vf(SRIOV_EVENT_TYPE_VF_ADDED, VF1, 1);
	hear_vf("change", VF1);
	expect_nothing();
	hear("change", PF, "8086:10C9", "");
	expect_count(PF, 2);
	/* Whatever changes later is told. */
	hear_vf("change", VF1);
	expect_vf(SRIOV_EVENT_TYPE_UNKNOWN, VF1, 1);
	hear("change", PF, "8086:10C9", "");
	expect_plain(SRIOV_EVENT_TYPE_UNKNOWN, PF);
	expect_nothing();
}
END_TEST

/* The address is a VF's and the device another's, and the other way round. */
START_TEST(what_only_looks_like_a_vf)
{
	watch(NULL);
	hear("add", VF0, "8086:1521", "");
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_ADDED, VF0);
	hear_vf("add", "0000:01:10.1");
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_ADDED, "0000:01:10.1");
	/* VF 7 of 7, one of no bus that any PF has, one below its PF. */
	hear_vf("add", "0000:01:11.6");
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_ADDED, "0000:01:11.6");
	hear_vf("add", "0001:01:10.0");
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_ADDED, "0001:01:10.0");
	hear_vf("add", "0000:00:1f.0");
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_ADDED, "0000:00:1f.0");
	hear("add", "0000:05:00.0", "", "");
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_ADDED, "0000:05:00.0");
}
END_TEST

static void forget_numbers(void)
{
	fake_remove(fake, "sys/bus/pci/devices/%s/sriov_offset", PF);
	fake_remove(fake, "sys/bus/pci/devices/%s/sriov_stride", PF);
	fake_remove(fake, "sys/bus/pci/devices/%s/sriov_vf_device", PF);
}

/* Where the PF has no such numbers (before 4.15) the link has to come first. */
START_TEST(vf_of_an_old_kernel)
{
	forget_numbers();
	watch(NULL);
	hear_vf("add", VF1);
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_ADDED, VF1);
	fake_make_pf(fake, PF, &fake_82576_sriov);
	fake_add_vfs(fake, PF, 2);
	forget_numbers();
	hear_vf("change", VF1);
	expect_vf(SRIOV_EVENT_TYPE_VF_ADDED, VF1, 1);
	expect_nothing();
	hear_vf("add", VF0);
	expect_vf(SRIOV_EVENT_TYPE_VF_ADDED, VF0, 0);
	hear_vf("change", VF0);
	expect_nothing();
}
END_TEST

/* It is known when its last link is gone, and the last one changes the count. */
START_TEST(vfs_go)
{
	fake_add_vfs(fake, PF, 2);
	watch(NULL);
	fake_remove_vfs(fake, PF);
	hear_vf("remove", VF0);
	expect_vf(SRIOV_EVENT_TYPE_VF_REMOVED, VF0, 0);
	expect_nothing();
	hear_vf("remove", VF1);
	expect_vf(SRIOV_EVENT_TYPE_VF_REMOVED, VF1, 1);
	expect_count(PF, 0);
	/* One that nobody knew of. */
	hear("remove", "0000:07:00.0", "8086:1521", "");
	expect_plain(SRIOV_EVENT_TYPE_DEVICE_REMOVED, "0000:07:00.0");
	expect_nothing();
}
END_TEST

/* VFs that could not all be made: no count was told, none is taken back. */
START_TEST(vfs_that_come_to_nothing)
{
	watch(NULL);
	hear_vf("add", VF0);
	expect_vf(SRIOV_EVENT_TYPE_VF_ADDED, VF0, 0);
	hear_vf("remove", VF0);
	expect_vf(SRIOV_EVENT_TYPE_VF_REMOVED, VF0, 0);
	expect_nothing();
}
END_TEST

static void expect_driver(enum sriov_event_type type, const char *driver)
{
	struct sriov_event *event = expect(type, PF);

	ck_assert_pstr_eq(sriov_event_get_driver(event), driver);
	sriov_event_unref(event);
}

/* Which one was unbound the kernel does not say. */
START_TEST(drivers)
{
	watch(NULL);
	hear("unbind", PF, "8086:10C9", "");
	expect_driver(SRIOV_EVENT_TYPE_DRIVER_UNBOUND, "igb");
	hear("unbind", PF, "8086:10C9", "");
	expect_driver(SRIOV_EVENT_TYPE_DRIVER_UNBOUND, NULL);
	hear("bind", PF, "8086:10C9", "DRIVER=vfio-pci\n");
	expect_driver(SRIOV_EVENT_TYPE_DRIVER_BOUND, "vfio-pci");
	hear("unbind", PF, "8086:10C9", "");
	expect_driver(SRIOV_EVENT_TYPE_DRIVER_UNBOUND, "vfio-pci");
}
END_TEST

START_TEST(vfio)
{
	static const char *const actions[] = {"add", "remove"};
	struct sriov_event *event;

	fake_add_vfs(fake, PF, 1);
	watch(NULL);
	for (int i = 0; i < 2; i++) {
		hear_message("%s@/devices/pci0000:00/" VF0 "/vfio-dev/vfio3\nACTION=%s\n"
			     "DEVPATH=/devices/pci0000:00/" VF0 "/vfio-dev/vfio3\n"
			     "SUBSYSTEM=vfio-dev\nSEQNUM=%d\n",
			     actions[i], actions[i], (int)++sequence);
		event = expect(i ? SRIOV_EVENT_TYPE_VFIO_REMOVED : SRIOV_EVENT_TYPE_VFIO_ADDED,
			       VF0);
		ck_assert_str_eq(sriov_event_get_vfio_name(event), "vfio3");
		ck_assert_str_eq(sriov_event_get_action(event), actions[i]);
		ck_assert_str_eq(sriov_event_get_pf_address(event), PF);
		sriov_event_unref(event);
	}
}
END_TEST

/* What this version does not know is told in the kernel's word; other subsystems are nobody's. */
START_TEST(others)
{
	struct sriov_event *event;

	watch(NULL);
	hear("levitate", PF, "8086:10C9", "");
	event = expect(SRIOV_EVENT_TYPE_UNKNOWN, PF);
	ck_assert_str_eq(sriov_event_get_action(event), "levitate");
	sriov_event_unref(event);
	hear_message("add@/devices/virtual/block/loop0\nACTION=add\n"
		     "DEVPATH=/devices/virtual/block/loop0\nSUBSYSTEM=block\nSEQNUM=1\n");
	hear_message("add@/devices/pci0000:00/" PF "/ptp/ptp0\nACTION=add\n"
		     "DEVPATH=/devices/pci0000:00/" PF "/ptp/ptp0\nSUBSYSTEM=ptp\nSEQNUM=1\n");
	hear_message("add@/devices/pci0000:00\nACTION=add\nDEVPATH=/devices/pci0000:00\n"
		     "SUBSYSTEM=pci\nSEQNUM=1\n");
	expect_nothing();
}
END_TEST

START_TEST(one_pf)
{
	struct sriov_monitor_options *options;
	struct sriov_pf *pf;

	expect_success(sriov_pf_open(context, "em1", &pf, &error), error);
	expect_success(sriov_monitor_options_new(&options, &error), error);
	expect_success(sriov_monitor_options_set_pf(options, pf, &error), error);
	watch(options);
	sriov_monitor_options_unref(options);
	sriov_pf_unref(pf);
	hear("change", "0000:02:00.0", "8086:10C9", "");
	hear_vf("add", "0000:02:10.0");
	hear_vf("remove", "0000:02:10.0");
	expect_nothing();
	hear_vf("add", VF1);
	expect_vf(SRIOV_EVENT_TYPE_VF_ADDED, VF1, 1);
	hear("unbind", PF, "8086:10C9", "");
	expect_plain(SRIOV_EVENT_TYPE_DRIVER_UNBOUND, PF);
}
END_TEST

/* An interface comes on a VF of which the kernel told; before 5.14 only sysfs and that say it. */
START_TEST(interface_of_a_vf)
{
	struct link_event link = {.kind = LINK_EVENT_NEW, .netns_id = -1};
	struct sriov_event *event;

	fake_add_vfs(fake, PF, 1);
	watch(NULL);
	snprintf(link.link.name, sizeof(link.link.name), "eth7");
	link.link.index = 77;
	ck_assert(monitor_is_unannounced(monitor, &link));
	hear_message("add@/devices/pci0000:00/" VF0 "/net/eth7\nACTION=add\n"
		     "DEVPATH=/devices/pci0000:00/" VF0 "/net/eth7\nSUBSYSTEM=net\n"
		     "INTERFACE=eth7\nIFINDEX=77\nSEQNUM=1\n");
	expect_nothing();
	ck_assert(!monitor_is_unannounced(monitor, &link));
	monitor_take_link(monitor, &link);
	event = next();
	ck_assert_int_eq(sriov_event_get_type(event), SRIOV_EVENT_TYPE_INTERFACE_ADDED);
	ck_assert_str_eq(sriov_event_get_address(event), VF0);
	ck_assert_str_eq(sriov_event_get_pf_address(event), PF);
	ck_assert_int_eq(sriov_event_get_vf_index(event), 0);
	sriov_event_unref(event);
	link.kind = LINK_EVENT_GONE;
	link.moved = true;
	link.netns_id = 3;
	link.new_index = 5;
	monitor_take_link(monitor, &link);
	event = next();
	ck_assert_int_eq(sriov_event_get_type(event), SRIOV_EVENT_TYPE_INTERFACE_MOVED);
	ck_assert_str_eq(sriov_event_get_address(event), VF0);
	ck_assert_int_eq(sriov_event_get_netns_id(event), 3);
	ck_assert_int_eq(sriov_event_get_new_index(event), 5);
	sriov_event_unref(event);
	expect_nothing();
}
END_TEST

START_TEST(objects)
{
	struct sriov_device *device;
	struct sriov_event *event;
	struct sriov_pf *pf;
	struct sriov_vf *vf;

	fake_add_vfs(fake, PF, 2);
	watch(NULL);
	hear("bind", VF1, "8086:10CA", "DRIVER=igbvf\n");
	event = expect(SRIOV_EVENT_TYPE_DRIVER_BOUND, VF1);
	expect_success(sriov_event_open_device(event, &device, &error), error);
	ck_assert_str_eq(sriov_device_get_address(device), VF1);
	sriov_device_unref(device);
	expect_success(sriov_event_open_pf(event, &pf, &error), error);
	ck_assert_str_eq(sriov_pf_get_interface(pf), "em1");
	sriov_pf_unref(pf);
	expect_success(sriov_event_open_vf(event, &vf, &error), error);
	ck_assert_uint_eq(sriov_vf_get_index(vf), 1);
	sriov_vf_unref(vf);
	fake_remove_vfs(fake, PF);
	expect_failure(sriov_event_open_device(event, &device, &error), SRIOV_CODE_GONE, error,
		       VF1);
	ck_assert_ptr_null(device);
	expect_failure(sriov_event_open_vf(event, &vf, &error), SRIOV_CODE_GONE, error, VF1);
	expect_failure(sriov_event_open_vf(event, NULL, &error), SRIOV_CODE_INVALID, error,
		       "vf is NULL");
	expect_failure(sriov_event_open_pf(NULL, &pf, &error), SRIOV_CODE_INVALID, error,
		       "event is NULL");
	expect_failure(sriov_event_open_device(NULL, &device, &error), SRIOV_CODE_INVALID, error,
		       "event is NULL");
	sriov_event_unref(event);
}
END_TEST

START_TEST(null_knows_nothing)
{
	ck_assert_int_eq(sriov_event_get_type(NULL), SRIOV_EVENT_TYPE_UNKNOWN);
	ck_assert_ptr_null(sriov_event_get_address(NULL));
	ck_assert_ptr_null(sriov_event_get_pf_address(NULL));
	ck_assert_int_eq(sriov_event_get_vf_index(NULL), -1);
	ck_assert_int_eq(sriov_event_get_vf_count(NULL), -1);
	ck_assert_ptr_null(sriov_event_get_driver(NULL));
	ck_assert_ptr_null(sriov_event_get_interface(NULL));
	ck_assert_ptr_null(sriov_event_get_former_interface(NULL));
	ck_assert_int_eq(sriov_event_get_interface_index(NULL), 0);
	ck_assert_uint_eq(sriov_event_get_changes(NULL), 0);
	ck_assert(!sriov_event_is_up(NULL));
	ck_assert(!sriov_event_has_carrier(NULL));
	ck_assert_int_eq(sriov_event_get_master_index(NULL), 0);
	ck_assert_ptr_null(sriov_event_get_master(NULL));
	ck_assert_ptr_null(sriov_event_get_mac(NULL));
	ck_assert_int_eq(sriov_event_get_netns_id(NULL), -1);
	ck_assert_int_eq(sriov_event_get_new_index(NULL), 0);
	ck_assert_ptr_null(sriov_event_get_vfio_name(NULL));
	ck_assert_ptr_null(sriov_event_get_action(NULL));
	ck_assert_uint_eq(sriov_event_get_sequence(NULL), 0);
	ck_assert_ptr_null(sriov_event_ref(NULL));
	sriov_event_unref(NULL);
	ck_assert_str_eq(sriov_event_type_get_name((enum sriov_event_type)12345), "unknown");
}
END_TEST

UNIT_SUITE_WITH("monitor_devices", set_up, tear_down, vf_before_it_is_linked,
		what_only_looks_like_a_vf, vf_of_an_old_kernel, vfs_go, vfs_that_come_to_nothing,
		drivers, vfio, others, one_pf, interface_of_a_vf, objects, null_knows_nothing)
