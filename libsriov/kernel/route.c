/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/route.h"

#include <arpa/inet.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

#include "base/common.h"
#include "kernel/link_message.h"
#include "kernel/netlink.h"
#include "kernel/route_nexthop.h"

/* How often a list is asked for that changes meanwhile. */
#define ATTEMPTS 20

void route_hops_clear(struct route_hops *hops)
{
	free(hops->items);
	*hops = (struct route_hops) {0};
}

bool route_hops_add(struct route_hops *hops, const struct route_hop *hop)
{
	if (hops->count == hops->capacity) {
		size_t capacity = hops->capacity ? 2 * hops->capacity : 8;
		struct route_hop *more = reallocarray(hops->items, capacity, sizeof(*more));

		if (!more)
			return false;
		hops->items = more;
		hops->capacity = capacity;
	}
	hops->items[hops->count++] = *hop;
	return true;
}

/* IPv4 in 4 bytes, IPv6 in 16. */
void route_take_gateway(const void *address, size_t length, char gateway[ROUTE_GATEWAY_SIZE])
{
	gateway[0] = '\0';
	if (length == sizeof(struct in_addr))
		inet_ntop(AF_INET, address, gateway, ROUTE_GATEWAY_SIZE);
	else if (length == sizeof(struct in6_addr))
		inet_ntop(AF_INET6, address, gateway, ROUTE_GATEWAY_SIZE);
}

/* RTA_VIA has the gateway of another family, which stands before it. */
static void take_gateway(struct nlattr **attributes, struct route_hop *hop)
{
	const struct nlattr *gateway = attributes[RTA_GATEWAY], *via = attributes[RTA_VIA];
	const size_t family = sizeof(((struct rtvia *)NULL)->rtvia_family);

	if (gateway)
		route_take_gateway(nla_data(gateway), (size_t)nla_len(gateway), hop->gateway);
	else if (via && (size_t)nla_len(via) > family)
		route_take_gateway((const char *)nla_data(via) + family,
				   (size_t)nla_len(via) - family, hop->gateway);
}

static enum sriov_code fail(struct sriov_error **error)
{
	return error_set(error, SRIOV_CODE_MALFORMED,
			 "the kernel's description of the route is not understood");
}

static enum sriov_code add(struct route_hops *hops, const struct route_hop *hop,
			   struct sriov_error **error)
{
	return route_hops_add(hops, hop) ? SRIOV_CODE_OK : error_no_memory(error);
}

/* The paths one after another, each with attributes of its own behind it. */
static enum sriov_code take_paths(const struct nlattr *paths, const struct route_hop *route,
				  struct route_hops *hops, struct sriov_error **error)
{
	struct nlattr *attributes[RTA_MAX + 1];
	struct rtnexthop *path = nla_data(paths);
	int left = nla_len(paths);
	enum sriov_code code = SRIOV_CODE_OK;

	while (!code && left >= (int)sizeof(*path)) {
		struct route_hop hop = *route;

		if (path->rtnh_len < sizeof(*path) || path->rtnh_len > left ||
		    nla_parse(attributes, RTA_MAX, (void *)(path + 1),
			      path->rtnh_len - (int)sizeof(*path), NULL))
			return fail(error);
		hop.interface = path->rtnh_ifindex;
		take_gateway(attributes, &hop);
		code = add(hops, &hop, error);
		left -= RTNH_ALIGN(path->rtnh_len);
		path = RTNH_NEXT(path);
	}
	return code;
}

/* What refuses, or is for this host itself, leads nowhere; what was only learned is no route. */
static bool is_default(const struct rtmsg *route)
{
	return (route->rtm_family == AF_INET || route->rtm_family == AF_INET6) &&
	       !route->rtm_dst_len && route->rtm_type == RTN_UNICAST &&
	       !(route->rtm_flags & RTM_F_CLONED);
}

enum sriov_code route_decode(struct nlmsghdr *message, struct route_hops *hops,
			     struct sriov_error **error)
{
	struct nlattr *attributes[RTA_MAX + 1];
	const struct rtmsg *route = nlmsg_data(message);
	struct route_hop hop = {0};
	uint32_t interface;

	if (message->nlmsg_type != RTM_NEWROUTE ||
	    nlmsg_parse(message, sizeof(*route), attributes, RTA_MAX, NULL))
		return fail(error);
	if (!is_default(route))
		return SRIOV_CODE_OK;
	hop.ipv6 = route->rtm_family == AF_INET6;
	if (!link_take_number(attributes[RTA_TABLE], &hop.table))
		hop.table = route->rtm_table;
	if (attributes[RTA_MULTIPATH])
		return take_paths(attributes[RTA_MULTIPATH], &hop, hops, error);
	if (link_take_number(attributes[RTA_OIF], &interface))
		hop.interface = (int)interface;
	else
		link_take_number(attributes[RTA_NH_ID], &hop.nexthop);
	take_gateway(attributes, &hop);
	return hop.interface || hop.nexthop ? add(hops, &hop, error) : SRIOV_CODE_OK;
}

static enum sriov_code collect(struct nlmsghdr *answer, void *hops, struct sriov_error **error)
{
	return route_decode(answer, hops, error);
}

/* Of all families at once: a kernel without IPv6 would answer so to a question for it, too. */
static enum sriov_code list_once(struct netlink *netlink, struct route_hops *hops,
				 bool *interrupted, struct sriov_error **error)
{
	struct rtmsg route = {.rtm_family = AF_UNSPEC};
	struct nl_msg *question = nlmsg_alloc_simple(RTM_GETROUTE, 0);
	enum sriov_code code = SRIOV_CODE_NO_MEMORY;

	*interrupted = false;
	if (question && !nlmsg_append(question, &route, sizeof(route), NLMSG_ALIGNTO))
		code = netlink_dump(netlink, question, collect, hops, interrupted, error);
	else
		error_no_memory(error);
	nlmsg_free(question);
	return code;
}

enum sriov_code route_list_defaults(struct netlink *netlink, struct route_hops *hops,
				    struct sriov_error **error)
{
	bool interrupted = true;
	enum sriov_code code = SRIOV_CODE_OK;

	for (int i = 0; !code && interrupted && i < ATTEMPTS; i++) {
		route_hops_clear(hops);
		code = list_once(netlink, hops, &interrupted, error);
		if (!code && !interrupted)
			code = route_resolve_nexthops(netlink, hops, &interrupted, error);
	}
	if (!code && interrupted)
		code = error_set(error, SRIOV_CODE_BUSY,
				 "the routes of this network namespace changed each of %d times "
				 "while they were listed",
				 ATTEMPTS);
	if (code)
		route_hops_clear(hops);
	return code;
}
