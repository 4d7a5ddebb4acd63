/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "real_link.h"

#include <linux/if.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/errno.h>
#include <netlink/msg.h>
#include <netlink/netlink.h>
#include <netlink/socket.h>
#include <stdio.h>

#include "base/common.h"
#include "unit.h"

/* Sends the message, frees it, and gives an error of libnl. */
static int change(struct nl_msg *message)
{
	struct nl_sock *socket = nl_socket_alloc();
	int result;

	ck_assert_int_eq(nl_connect(socket, NETLINK_ROUTE), 0);
	result = nl_send_sync(socket, message);
	nl_socket_free(socket);
	return result;
}

static struct nl_msg *begin(int type, int flags, int index)
{
	struct ifinfomsg link = {.ifi_index = index};
	struct nl_msg *message = nlmsg_alloc_simple(type, flags);

	ck_assert_ptr_nonnull(message);
	ck_assert_int_eq(nlmsg_append(message, &link, sizeof(link), NLMSG_ALIGNTO), 0);
	return message;
}

static int make(const char *kind, const char *name, int index, const char *mac)
{
	struct nl_msg *message = begin(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, index);
	struct nlattr *information;
	unsigned char bytes[6];

	ck_assert_int_eq(sscanf(mac, "%hhx:%hhx:%hhx:%hhx:%hhx:%hhx", &bytes[0], &bytes[1],
				&bytes[2], &bytes[3], &bytes[4], &bytes[5]),
			 6);
	nla_put_string(message, IFLA_IFNAME, name);
	nla_put(message, IFLA_ADDRESS, sizeof(bytes), bytes);
	information = nla_nest_start(message, IFLA_LINKINFO);
	nla_put_string(message, IFLA_INFO_KIND, kind);
	nla_nest_end(message, information);
	return change(message);
}

/* Of this process, which is of one test. */
static int made[64];
static size_t count;

/* What a kernel has of these. A bridge may be a master, and is no member. */
static const char *const kinds[] = {"bridge", "dummy", "veth", "ifb"};

static bool make_any(size_t first, const char *name, int index, const char *mac)
{
	for (size_t i = first; unit_is_isolated() && i < ARRAY_SIZE(kinds); i++) {
		int result = make(kinds[i], name, index, mac);

		ck_assert_msg(result != -NLE_EXIST, "%s is there already", name);
		if (result)
			continue;
		ck_assert_uint_lt(count, ARRAY_SIZE(made));
		made[count++] = index;
		return true;
	}
	return false;
}

bool real_link_make(const char *name, int index, const char *mac)
{
	return make_any(0, name, index, mac);
}

bool real_link_make_member(const char *name, int index, const char *mac)
{
	return make_any(1, name, index, mac);
}

void real_link_remove(int index)
{
	if (unit_is_isolated())
		change(begin(RTM_DELLINK, 0, index));
}

void real_link_clean(void)
{
	/* The second one of a pair may have gone with the first. */
	while (count)
		change(begin(RTM_DELLINK, 0, made[--count]));
}

void real_link_add_altname(int index, const char *altname)
{
	struct nl_msg *message = begin(RTM_NEWLINKPROP, NLM_F_CREATE | NLM_F_EXCL, index);
	struct nlattr *list = nla_nest_start(message, IFLA_PROP_LIST);

	nla_put_string(message, IFLA_ALT_IFNAME, altname);
	nla_nest_end(message, list);
	ck_assert_int_eq(change(message), 0);
}

bool real_link_set_master(int index, int master)
{
	struct nl_msg *message = begin(RTM_NEWLINK, 0, index);

	nla_put_u32(message, IFLA_MASTER, (uint32_t)master);
	return !change(message);
}

static void set_up(int index)
{
	struct ifinfomsg link = {.ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP};
	struct nl_msg *message = nlmsg_alloc_simple(RTM_NEWLINK, 0);

	ck_assert_int_eq(nlmsg_append(message, &link, sizeof(link), NLMSG_ALIGNTO), 0);
	ck_assert_int_eq(change(message), 0);
}

void real_link_lead_out(int index, unsigned int table)
{
	struct rtmsg route = {
		.rtm_family = AF_INET,
		.rtm_scope = RT_SCOPE_LINK,
		.rtm_type = RTN_UNICAST,
		.rtm_protocol = RTPROT_STATIC,
	};
	struct nl_msg *message = nlmsg_alloc_simple(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL);

	set_up(index);
	ck_assert_int_eq(nlmsg_append(message, &route, sizeof(route), NLMSG_ALIGNTO), 0);
	nla_put_u32(message, RTA_TABLE, table);
	nla_put_u32(message, RTA_OIF, (uint32_t)index);
	ck_assert_int_eq(change(message), 0);
}

void real_link_rename(int index, const char *name)
{
	struct nl_msg *message = begin(RTM_NEWLINK, 0, index);

	nla_put_string(message, IFLA_IFNAME, name);
	ck_assert_int_eq(change(message), 0);
}
