/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "twin.h"

#include <linux/if_ether.h>
#include <netlink/netlink.h>
#include <netlink/route/link.h>

#include "base/common.h"
#include "unit.h"

#define INDEX 77

/* All tests of a program have the same network namespace. */
static void remove_former(struct nl_sock *socket)
{
	struct rtnl_link *link = rtnl_link_alloc();

	rtnl_link_set_ifindex(link, INDEX);
	rtnl_link_delete(socket, link);
	rtnl_link_put(link);
}

bool twin_make(struct fake *fake, const char *pf)
{
	static const char *const kinds[] = {"dummy", "veth", "bridge", "ifb"};
	struct nl_sock *socket = nl_socket_alloc();
	bool made = false;

	ck_assert_int_eq(nl_connect(socket, NETLINK_ROUTE), 0);
	if (unit_is_isolated())
		remove_former(socket);
	for (size_t i = 0; unit_is_isolated() && !made && i < ARRAY_SIZE(kinds); i++) {
		struct rtnl_link *link = rtnl_link_alloc();
		struct nl_addr *mac = NULL;

		ck_assert_int_eq(nl_addr_parse("52:54:00:00:00:77", AF_LLC, &mac), 0);
		rtnl_link_set_name(link, "em1");
		rtnl_link_set_ifindex(link, INDEX);
		rtnl_link_set_addr(link, mac);
		ck_assert_int_eq(rtnl_link_set_type(link, kinds[i]), 0);
		made = !rtnl_link_add(socket, link, NLM_F_CREATE | NLM_F_EXCL);
		nl_addr_put(mac);
		rtnl_link_put(link);
	}
	nl_socket_free(socket);
	fake_write(fake, "77\n", "sys/bus/pci/devices/%s/net/em1/ifindex", pf);
	fake_write(fake, "52:54:00:00:00:77\n", "sys/bus/pci/devices/%s/net/em1/address", pf);
	return made;
}
