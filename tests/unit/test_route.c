/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Default routes and nexthop objects, in the kernel's words. */
#include "unit.h"

#include <arpa/inet.h>
#include <linux/nexthop.h>
#include <linux/rtnetlink.h>

#include "answer.h"
#include "kernel/netlink.h"
#include "kernel/route.h"
#include "real_link.h"

static struct sriov_error *error;
static struct bytes bytes;
static struct route_hops hops;
static struct route_nexthop nexthop;

static void begin(void)
{
	bytes = bytes_new();
}

static void end(void)
{
	real_link_clean();
	route_hops_clear(&hops);
	free(nexthop.members);
	bytes_free(&bytes);
}

static void start(uint16_t type, const void *header, size_t length)
{
	struct nlmsghdr message = {.nlmsg_type = type};

	bytes.length = 0;
	bytes_add(&bytes, &message, sizeof(message));
	bytes_add(&bytes, header, length);
}

static void start_route(unsigned char family, unsigned char length, unsigned char type)
{
	struct rtmsg route = {
		.rtm_family = family,
		.rtm_dst_len = length,
		.rtm_table = RT_TABLE_MAIN,
		.rtm_type = type,
	};

	start(RTM_NEWROUTE, &route, sizeof(route));
}

static void add_address(int type, int family, const char *text)
{
	unsigned char address[16];

	ck_assert_int_eq(inet_pton(family, text, address), 1);
	bytes_add_attribute(&bytes, type, address, family == AF_INET ? 4 : 16);
}

static enum sriov_code decode(void)
{
	uint32_t length = (uint32_t)bytes.length;

	memcpy(bytes.data, &length, sizeof(length));
	return route_decode((void *)bytes.data, &hops, &error);
}

static void expect(size_t position, int interface, const char *gateway)
{
	ck_assert_uint_lt(position, hops.count);
	ck_assert_int_eq(hops.items[position].interface, interface);
	ck_assert_str_eq(hops.items[position].gateway, gateway);
}

START_TEST(by_a_gateway)
{
	start_route(AF_INET, 0, RTN_UNICAST);
	bytes_add_number(&bytes, RTA_TABLE, 1000);
	add_address(RTA_GATEWAY, AF_INET, "192.0.2.1");
	bytes_add_number(&bytes, RTA_OIF, 7);
	expect_success(decode(), error);
	expect(0, 7, "192.0.2.1");
	ck_assert_uint_eq(hops.items[0].table, 1000);
	ck_assert(!hops.items[0].ipv6);
	start_route(AF_INET6, 0, RTN_UNICAST);
	add_address(RTA_GATEWAY, AF_INET6, "fe80::1");
	bytes_add_number(&bytes, RTA_OIF, 8);
	expect_success(decode(), error);
	expect(1, 8, "fe80::1");
	ck_assert_uint_eq(hops.items[1].table, ROUTE_TABLE_MAIN);
	ck_assert(hops.items[1].ipv6);
}
END_TEST

/* IPv4 by a gateway of IPv6; and by none. */
START_TEST(by_other_gateways)
{
	unsigned char via[18] = {AF_INET6, 0, 0xfe, 0x80, [17] = 2};

	start_route(AF_INET, 0, RTN_UNICAST);
	bytes_add_attribute(&bytes, RTA_VIA, via, sizeof(via));
	bytes_add_number(&bytes, RTA_OIF, 7);
	expect_success(decode(), error);
	expect(0, 7, "fe80::2");
	start_route(AF_INET, 0, RTN_UNICAST);
	bytes_add_number(&bytes, RTA_OIF, 8);
	bytes_add_attribute(&bytes, RTA_GATEWAY, "abc", 3);
	expect_success(decode(), error);
	expect(1, 8, "");
}
END_TEST

static void add_path(int interface, const char *gateway)
{
	struct rtnexthop path = {.rtnh_ifindex = interface};
	size_t begun = bytes.length;
	uint16_t length;

	bytes_add(&bytes, &path, sizeof(path));
	if (gateway)
		add_address(RTA_GATEWAY, AF_INET, gateway);
	length = (uint16_t)(bytes.length - begun);
	memcpy(bytes.data + begun, &length, sizeof(length));
}

START_TEST(of_several_paths)
{
	size_t list;

	start_route(AF_INET, 0, RTN_UNICAST);
	list = bytes_add_attribute(&bytes, RTA_MULTIPATH, "", 0);
	add_path(7, "192.0.2.1");
	add_path(8, NULL);
	add_path(9, "198.51.100.1");
	bytes_close_list(&bytes, list);
	expect_success(decode(), error);
	ck_assert_uint_eq(hops.count, 3);
	expect(0, 7, "192.0.2.1");
	expect(1, 8, "");
	expect(2, 9, "198.51.100.1");
	/* A path that is longer than the list. */
	bytes.data[list + 4] = 0xff;
	expect_failure(decode(), SRIOV_CODE_MALFORMED, error, "route is not understood");
}
END_TEST

START_TEST(by_an_object)
{
	start_route(AF_INET, 0, RTN_UNICAST);
	bytes_add_number(&bytes, RTA_NH_ID, 10);
	expect_success(decode(), error);
	expect(0, 0, "");
	ck_assert_uint_eq(hops.items[0].nexthop, 10);
}
END_TEST

START_TEST(what_is_none)
{
	start_route(AF_INET, 24, RTN_UNICAST);
	bytes_add_number(&bytes, RTA_OIF, 7);
	expect_success(decode(), error);
	start_route(AF_INET6, 0, RTN_UNREACHABLE);
	bytes_add_number(&bytes, RTA_OIF, 1);
	expect_success(decode(), error);
	start_route(AF_INET, 0, RTN_UNICAST);
	expect_success(decode(), error);
	start_route(AF_MPLS, 0, RTN_UNICAST);
	bytes_add_number(&bytes, RTA_OIF, 7);
	expect_success(decode(), error);
	ck_assert_uint_eq(hops.count, 0);
	start(RTM_NEWLINK, "", 0);
	expect_failure(decode(), SRIOV_CODE_MALFORMED, error, "route is not understood");
	start(RTM_NEWROUTE, "", 1);
	expect_failure(decode(), SRIOV_CODE_MALFORMED, error, "route is not understood");
}
END_TEST

static enum sriov_code decode_nexthop(void)
{
	uint32_t length = (uint32_t)bytes.length;

	memcpy(bytes.data, &length, sizeof(length));
	free(nexthop.members);
	return route_decode_nexthop((void *)bytes.data, &nexthop, &error);
}

START_TEST(objects)
{
	const struct nhmsg header = {.nh_family = AF_INET};
	const struct nexthop_grp members[] = {{.id = 7}, {.id = 8, .weight = 4}};

	start(RTM_NEWNEXTHOP, &header, sizeof(header));
	bytes_add_number(&bytes, NHA_ID, 7);
	bytes_add_number(&bytes, NHA_OIF, 3);
	add_address(NHA_GATEWAY, AF_INET, "192.0.2.1");
	expect_success(decode_nexthop(), error);
	ck_assert_uint_eq(nexthop.id, 7);
	ck_assert_int_eq(nexthop.interface, 3);
	ck_assert_str_eq(nexthop.gateway, "192.0.2.1");
	start(RTM_NEWNEXTHOP, &header, sizeof(header));
	bytes_add_number(&bytes, NHA_ID, 9);
	bytes_add_attribute(&bytes, NHA_GROUP, members, sizeof(members));
	expect_success(decode_nexthop(), error);
	ck_assert_uint_eq(nexthop.member_count, 2);
	ck_assert_uint_eq(nexthop.members[1], 8);
	start(RTM_NEWNEXTHOP, &header, sizeof(header));
	expect_failure(decode_nexthop(), SRIOV_CODE_MALFORMED, error, "nexthop is not understood");
}
END_TEST

START_TEST(of_the_kernel)
{
	struct netlink *netlink;

	UNIT_NEEDS(real_link_make("out7", 77, "52:54:00:00:00:77"), UNIT_NAMESPACE);
	expect_success(netlink_open(NULL, &netlink, &error), error);
	expect_success(route_list_defaults(netlink, &hops, &error), error);
	ck_assert_uint_eq(hops.count, 0);
	real_link_lead_out(77, 1000);
	expect_success(route_list_defaults(netlink, &hops, &error), error);
	ck_assert_uint_eq(hops.count, 1);
	expect(0, 77, "");
	ck_assert_uint_eq(hops.items[0].table, 1000);
	netlink_close(netlink);
}
END_TEST

UNIT_SUITE_WITH("route", begin, end, by_a_gateway, by_other_gateways, of_several_paths,
		by_an_object, what_is_none, objects, of_the_kernel)
