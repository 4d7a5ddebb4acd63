/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Interfaces of made-up devices: those that the kernel has as well, and those that it has not. */
#include "unit.h"

#include <stdio.h>

#include "base/common.h"
#include "kernel/netdev.h"
#include "kernel/netlink.h"
#include "real_link.h"

#define PF    "0000:01:00.0"
#define NVME  "0000:03:00.0"
#define MAC   "52:54:00:00:00:77"
#define INDEX 77

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 0);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, PF, &device, &error), error);
}

static void tear_down(void)
{
	real_link_clean();
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

/* The made-up PF's interface becomes one that the kernel has, as older kernels describe it. */
static bool make_real(void)
{
	fake_write(fake, "77\n", "sys/class/net/em1/ifindex");
	fake_write(fake, MAC "\n", "sys/class/net/em1/address");
	fake_write(fake, "1\n", "sys/class/net/em1/dev_port");
	fake_write(fake, "0xa\n", "sys/class/net/em1/dev_id");
	fake_write(fake, "25000\n", "sys/class/net/em1/speed");
	return real_link_make("em1", INDEX, MAC);
}

START_TEST(all_of_one)
{
	struct sriov_netdev_list *list;
	const struct sriov_netdev *one;

	UNIT_NEEDS(make_real(), UNIT_NAMESPACE);
	real_link_add_altname(INDEX, "enp1s0f0");
	real_link_add_altname(INDEX, "a-much-longer-name-for-the-same-interface");
	expect_success(sriov_device_list_netdevs(device, &list, &error), error);
	ck_assert_uint_eq(sriov_netdev_list_get_count(list), 1);
	ck_assert_ptr_null(sriov_netdev_list_get(list, 1));
	one = sriov_netdev_list_get(list, 0);
	ck_assert_ptr_null(sriov_netdev_get_error(one));
	ck_assert_ptr_eq(sriov_netdev_get_device(one), device);
	ck_assert_str_eq(sriov_netdev_get_name(one), "em1");
	ck_assert_int_eq(sriov_netdev_get_index(one), INDEX);
	ck_assert_str_eq(sriov_netdev_get_mac(one), MAC);
	ck_assert_uint_eq(sriov_netdev_get_mtu_bytes(one), 1500);
	ck_assert(!sriov_netdev_is_up(one));
	ck_assert_int_eq(sriov_netdev_get_operstate(one), SRIOV_OPERSTATE_DOWN);
	ck_assert_ptr_nonnull(sriov_netdev_get_kind(one));
	ck_assert_int_eq(sriov_netdev_get_master_index(one), 0);
	ck_assert_ptr_null(sriov_netdev_get_master_name(one));
	ck_assert_ptr_null(sriov_netdev_get_master_kind(one));
	ck_assert_ptr_null(sriov_netdev_get_port_name(one));
	ck_assert_ptr_null(sriov_netdev_get_port_id(one));
	ck_assert_ptr_null(sriov_netdev_get_switch_id(one));
	ck_assert_uint_eq(sriov_netdev_get_dev_port(one), 1);
	ck_assert_uint_eq(sriov_netdev_get_dev_id(one), 10);
	ck_assert_uint_eq(sriov_netdev_get_speed_mbps(one), 25000);
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_netdev_get_altnames(one)), 2);
	ck_assert_str_eq(sriov_string_list_get(sriov_netdev_get_altnames(one), 0), "enp1s0f0");
	sriov_netdev_list_unref(list);
}
END_TEST

/* A link that is down has the speed -1, and drivers without one fail to be read. */
START_TEST(no_speed)
{
	struct sriov_netdev_list *list;

	UNIT_NEEDS(make_real(), UNIT_NAMESPACE);
	fake_write(fake, "-1\n", "sys/class/net/em1/speed");
	fake_remove(fake, "sys/class/net/em1/dev_id");
	expect_success(sriov_device_list_netdevs(device, &list, &error), error);
	ck_assert_uint_eq(sriov_netdev_get_speed_mbps(sriov_netdev_list_get(list, 0)), 0);
	ck_assert_uint_eq(sriov_netdev_get_dev_id(sriov_netdev_list_get(list, 0)), 0);
	sriov_netdev_list_unref(list);
}
END_TEST

START_TEST(master)
{
	struct sriov_netdev *netdev;

	UNIT_NEEDS(real_link_make("br7", 7, "52:54:00:00:00:07") &&
			   real_link_make_member("port7", 8, "52:54:00:00:00:08") &&
			   real_link_set_master(8, 7),
		   UNIT_NAMESPACE);
	expect_success(sriov_netdev_open(context, "port7", &netdev, &error), error);
	ck_assert_int_eq(sriov_netdev_get_master_index(netdev), 7);
	ck_assert_str_eq(sriov_netdev_get_master_name(netdev), "br7");
	ck_assert_str_eq(sriov_netdev_get_master_kind(netdev), "bridge");
	ck_assert_ptr_null(sriov_netdev_get_device(netdev));
	sriov_netdev_unref(netdev);
}
END_TEST

START_TEST(opens_by_alternative_names)
{
	static const char *const names[] = {"enp1s0f0",
					    "a-much-longer-name-for-the-same-interface"};
	struct sriov_netdev *netdev;
	struct sriov_pf *pf;

	UNIT_NEEDS(make_real(), UNIT_NAMESPACE);
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		expect_failure(sriov_pf_open(context, names[i], &pf, &error), SRIOV_CODE_NOT_FOUND,
			       error, names[i]);
		real_link_add_altname(INDEX, names[i]);
		expect_success(sriov_pf_open(context, names[i], &pf, &error), error);
		ck_assert_str_eq(sriov_pf_get_interface(pf), "em1");
		sriov_pf_unref(pf);
		expect_success(sriov_netdev_open(context, names[i], &netdev, &error), error);
		ck_assert_str_eq(sriov_netdev_get_name(netdev), "em1");
		ck_assert_str_eq(sriov_device_get_address(sriov_netdev_get_device(netdev)), PF);
		sriov_netdev_unref(netdev);
	}
	/* The same names on an interface that this sysfs does not have. */
	fake_write(fake, "78\n", "sys/class/net/em1/ifindex");
	expect_failure(sriov_pf_open(context, names[0], &pf, &error), SRIOV_CODE_NOT_FOUND, error,
		       "no network interface has the name enp1s0f0");
}
END_TEST

START_TEST(names_that_cannot_be)
{
	char longest[129];
	const char *const names[] = {"", ".", "..", "a/b", "a b", "a:b", longest};
	struct sriov_netdev *netdev = (void *)&error;

	memset(longest, 'x', sizeof(longest));
	longest[128] = '\0';
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		expect_failure(sriov_netdev_open(context, names[i], &netdev, &error),
			       SRIOV_CODE_INVALID, error, names[i]);
		ck_assert_ptr_null(netdev);
	}
	longest[127] = '\0';
	expect_failure(sriov_netdev_open(context, longest, &netdev, &error), SRIOV_CODE_NOT_FOUND,
		       error, longest);
	expect_failure(sriov_netdev_open(context, "em9", &netdev, &error), SRIOV_CODE_NOT_FOUND,
		       error, "has the name em9");
}
END_TEST

START_TEST(null_arguments)
{
	struct sriov_netdev_list *list;
	struct sriov_netdev *netdev;

	expect_failure(sriov_device_list_netdevs(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_failure(sriov_device_list_netdevs(device, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	expect_failure(sriov_netdev_open(NULL, "em1", &netdev, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_netdev_open(context, NULL, &netdev, &error), SRIOV_CODE_INVALID, error,
		       "name is NULL");
	expect_failure(sriov_netdev_open(context, "em1", NULL, &error), SRIOV_CODE_INVALID, error,
		       "netdev is NULL");
	ck_assert_int_eq(sriov_netdev_open(context, "em9", &netdev, NULL), SRIOV_CODE_NOT_FOUND);
}
END_TEST

START_TEST(getters_of_nothing)
{
	ck_assert_ptr_null(sriov_netdev_get_error(NULL));
	ck_assert_ptr_null(sriov_netdev_get_device(NULL));
	ck_assert_ptr_null(sriov_netdev_get_name(NULL));
	ck_assert_ptr_null(sriov_netdev_get_altnames(NULL));
	ck_assert_ptr_null(sriov_netdev_get_mac(NULL));
	ck_assert_int_eq(sriov_netdev_get_index(NULL), 0);
	ck_assert_int_eq(sriov_netdev_get_operstate(NULL), SRIOV_OPERSTATE_UNKNOWN);
	ck_assert(!sriov_netdev_is_up(NULL) && !sriov_netdev_has_carrier(NULL));
	ck_assert_uint_eq(sriov_netdev_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_netdev_list_get(NULL, 0));
	sriov_netdev_unref(NULL);
	sriov_netdev_list_unref(NULL);
}
END_TEST

/* None of these names is in the kernel, or it is there on another device. */
static void expect_broken(const char *words)
{
	struct sriov_netdev_list *list;
	const struct sriov_netdev *one;

	expect_success(sriov_device_list_netdevs(device, &list, &error), error);
	ck_assert_uint_eq(sriov_netdev_list_get_count(list), 1);
	one = sriov_netdev_list_get(list, 0);
	ck_assert_int_eq(sriov_error_get_code(sriov_netdev_get_error(one)), SRIOV_CODE_NOT_FOUND);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(sriov_netdev_get_error(one)), words));
	ck_assert_str_eq(sriov_error_get_device(sriov_netdev_get_error(one)), PF);
	ck_assert_str_eq(sriov_netdev_get_name(one), "em1");
	ck_assert_ptr_eq(sriov_netdev_get_device(one), device);
	ck_assert_ptr_null(sriov_netdev_get_mac(one));
	ck_assert_int_eq(sriov_netdev_get_operstate(one), SRIOV_OPERSTATE_UNKNOWN);
	sriov_netdev_list_unref(list);
}

START_TEST(elsewhere)
{
	expect_broken("its interface em1 is not in the network namespace");
	UNIT_NEEDS(make_real(), UNIT_NAMESPACE);
	fake_write(fake, "52:54:00:00:00:78\n", "sys/class/net/em1/address");
	expect_broken("where index 77 is em1, on another device");
	fake_write(fake, MAC "\n", "sys/class/net/em1/address");
	real_link_rename(INDEX, "em7");
	expect_broken("where index 77 is em7, on another device");
}
END_TEST

START_TEST(none_to_be_seen)
{
	struct sriov_netdev_list *list = (void *)&error;

	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/em1");
	expect_failure(sriov_device_list_netdevs(device, &list, &error), SRIOV_CODE_NOT_FOUND,
		       error, PF " (igb): its interface is in another network namespace");
	ck_assert_ptr_null(list);
	fake_remove(fake, "sys/class/net/em1");
	fake_remove_device(fake, PF);
	expect_failure(sriov_device_list_netdevs(device, &list, &error), SRIOV_CODE_GONE, error,
		       PF " was removed");
}
END_TEST

START_TEST(no_network_card)
{
	struct sriov_netdev_list *list;
	struct sriov_device *nvme;

	fake_add_device(fake, NVME, &fake_nvme);
	expect_success(sriov_device_open(context, NVME, &nvme, &error), error);
	expect_success(sriov_device_list_netdevs(nvme, &list, &error), error);
	ck_assert_ptr_nonnull(list);
	ck_assert_uint_eq(sriov_netdev_list_get_count(list), 0);
	sriov_netdev_list_unref(list);
	sriov_device_unref(nvme);
}
END_TEST

/* --- A list of the kernel's ------------------------------------------------------------------- */

/* Longer than one datagram of the kernel: each interface has some KiB of names. */
START_TEST(many)
{
	struct netlink *netlink;
	struct netdev_facts facts, *all;
	size_t count, links = 0, altnames = 0;

	for (int i = 0; i < 40; i++) {
		char name[128];

		snprintf(name, sizeof(name), "many%d", i);
		UNIT_NEEDS(real_link_make(name, 1000 + i, "52:54:00:00:01:00"), UNIT_NAMESPACE);
		for (int j = 0; j < 20; j++) {
			snprintf(name, sizeof(name), "%0100d", i * 20 + j);
			real_link_add_altname(1000 + i, name);
		}
	}
	expect_success(netlink_open(NULL, &netlink, &error), error);
	expect_success(netdev_list(netlink, &all, &count, &error), error);
	for (size_t i = 0; i < count; i++)
		if (!strncmp(all[i].link.name, "many", 4)) {
			links++;
			altnames += sriov_string_list_get_count(all[i].altnames);
		}
	ck_assert_uint_gt(count, 40);
	netdev_list_free(all, count);
	ck_assert_uint_eq(links, 40);
	ck_assert_uint_eq(altnames, 800);
	/* The door is as before. */
	expect_success(netdev_read(netlink, 1039, &facts, &error), error);
	ck_assert_str_eq(facts.link.name, "many39");
	netdev_facts_clear(&facts);
	netlink_close(netlink);
}
END_TEST

UNIT_SUITE_WITH("netdev", set_up, tear_down, all_of_one, no_speed, master,
		opens_by_alternative_names, names_that_cannot_be, null_arguments,
		getters_of_nothing, elsewhere, none_to_be_seen, no_network_card, many)
