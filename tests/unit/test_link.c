/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Interfaces of the running kernel, as it describes them by netlink. */
#include "unit.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <stdio.h>

#include "kernel/link.h"
#include "kernel/netlink.h"

static struct netlink *netlink;

static void set_up(void)
{
	struct sriov_error *error = NULL;

	expect_success(netlink_open(NULL, &netlink, &error), error);
}

static void tear_down(void)
{
	netlink_close(netlink);
}

START_TEST(loopback)
{
	struct sriov_error *error = NULL;
	struct link_facts by_name, by_index;

	memset(&by_name, 0xff, sizeof(by_name));
	memset(&by_index, 0xff, sizeof(by_index));
	expect_success(link_read_by_name(netlink, "lo", &by_name, &error), error);
	ck_assert_int_eq(by_name.index, (int)if_nametoindex("lo"));
	ck_assert_str_eq(by_name.name, "lo");
	ck_assert(mac_is_zero(by_name.mac));
	ck_assert_int_eq(by_name.master, 0);
	ck_assert_str_eq(by_name.kind, "");
	ck_assert_str_eq(by_name.parent, "");
	ck_assert_str_eq(by_name.parent_bus, "");
	expect_success(link_read(netlink, by_name.index, &by_index, &error), error);
	ck_assert_int_eq(by_index.index, by_name.index);
	ck_assert_str_eq(by_index.name, "lo");
}
END_TEST

/* A namespace of its own has one interface, which is down; elsewhere the loopback is up. */
START_TEST(flags)
{
	struct sriov_error *error = NULL;
	struct link_facts link;
	struct ifaddrs *all, *one;

	ck_assert_int_eq(getifaddrs(&all), 0);
	for (one = all; one && strcmp(one->ifa_name, "lo") != 0; one = one->ifa_next)
		;
	ck_assert_ptr_nonnull(one);
	expect_success(link_read_by_name(netlink, "lo", &link, &error), error);
	ck_assert_int_eq(link.up, (one->ifa_flags & IFF_UP) != 0);
	freeifaddrs(all);
}
END_TEST

START_TEST(absent)
{
	struct sriov_error *error = NULL;
	struct link_facts link;

	expect_failure(link_read_by_name(netlink, "none0", &link, &error), SRIOV_CODE_NOT_FOUND,
		       error, "has the name none0");
	expect_failure(link_read(netlink, 2147483647, &link, &error), SRIOV_CODE_NOT_FOUND, error,
		       "has the index 2147483647");
	ck_assert_int_eq(link_read(netlink, 2147483647, &link, NULL), SRIOV_CODE_NOT_FOUND);
}
END_TEST

UNIT_SUITE_WITH("link", set_up, tear_down, loopback, flags, absent)
