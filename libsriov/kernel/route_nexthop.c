/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/route_nexthop.h"

#include <linux/nexthop.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

#include "base/common.h"
#include "kernel/link_message.h"
#include "kernel/netlink.h"

struct nexthops {
	struct route_nexthop *items;
	size_t count;
	size_t capacity;
};

static void clear(struct nexthops *nexthops)
{
	while (nexthops->count)
		free(nexthops->items[--nexthops->count].members);
	free(nexthops->items);
}

static enum sriov_code take_members(const struct nlattr *group, struct route_nexthop *nexthop,
				    struct sriov_error **error)
{
	const char *entries = nla_data(group);
	struct nexthop_grp entry;
	size_t count = (size_t)nla_len(group) / sizeof(entry);

	nexthop->members = calloc(count + !count, sizeof(*nexthop->members));
	if (!nexthop->members)
		return error_no_memory(error);
	nexthop->member_count = count;
	for (size_t i = 0; i < count; i++) {
		memcpy(&entry, entries + i * sizeof(entry), sizeof(entry));
		nexthop->members[i] = entry.id;
	}
	return SRIOV_CODE_OK;
}

enum sriov_code route_decode_nexthop(struct nlmsghdr *message, struct route_nexthop *nexthop,
				     struct sriov_error **error)
{
	struct nlattr *attributes[NHA_MAX + 1];
	const struct nlattr *gateway;
	uint32_t interface;

	*nexthop = (struct route_nexthop) {0};
	if (message->nlmsg_type != RTM_NEWNEXTHOP ||
	    nlmsg_parse(message, sizeof(struct nhmsg), attributes, NHA_MAX, NULL) ||
	    !link_take_number(attributes[NHA_ID], &nexthop->id))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "the kernel's description of the nexthop is not understood");
	gateway = attributes[NHA_GATEWAY];
	if (gateway)
		route_take_gateway(nla_data(gateway), (size_t)nla_len(gateway), nexthop->gateway);
	if (link_take_number(attributes[NHA_OIF], &interface))
		nexthop->interface = (int)interface;
	return attributes[NHA_GROUP] ? take_members(attributes[NHA_GROUP], nexthop, error)
				     : SRIOV_CODE_OK;
}

static enum sriov_code collect(struct nlmsghdr *answer, void *data, struct sriov_error **error)
{
	struct nexthops *nexthops = data;
	enum sriov_code code;

	if (nexthops->count == nexthops->capacity) {
		size_t capacity = nexthops->capacity ? 2 * nexthops->capacity : 8;
		struct route_nexthop *more = reallocarray(nexthops->items, capacity, sizeof(*more));

		if (!more)
			return error_no_memory(error);
		nexthops->items = more;
		nexthops->capacity = capacity;
	}
	code = route_decode_nexthop(answer, &nexthops->items[nexthops->count], error);
	if (!code)
		nexthops->count++;
	return code;
}

static enum sriov_code list_once(struct netlink *netlink, struct nexthops *nexthops,
				 bool *interrupted, struct sriov_error **error)
{
	struct nhmsg nexthop = {.nh_family = AF_UNSPEC};
	struct nl_msg *question = nlmsg_alloc_simple(RTM_GETNEXTHOP, 0);
	enum sriov_code code = SRIOV_CODE_NO_MEMORY;

	if (question && !nlmsg_append(question, &nexthop, sizeof(nexthop), NLMSG_ALIGNTO))
		code = netlink_dump(netlink, question, collect, nexthops, interrupted, error);
	else
		error_no_memory(error);
	nlmsg_free(question);
	return code;
}

static const struct route_nexthop *find(const struct nexthops *nexthops, uint32_t id)
{
	for (size_t i = 0; i < nexthops->count; i++)
		if (nexthops->items[i].id == id)
			return &nexthops->items[i];
	return NULL;
}

/* The members of a group are no groups. */
static bool add_member(const struct route_nexthop *member, const struct route_hop *route,
		       struct route_hops *hops)
{
	struct route_hop hop = *route;

	if (!member || !member->interface)
		return true;
	hop.nexthop = 0;
	hop.interface = member->interface;
	memcpy(hop.gateway, member->gateway, sizeof(hop.gateway));
	return route_hops_add(hops, &hop);
}

static bool resolve(const struct nexthops *nexthops, const struct route_hop *route,
		    struct route_hops *hops)
{
	const struct route_nexthop *nexthop = find(nexthops, route->nexthop);

	if (!nexthop || !nexthop->member_count)
		return add_member(nexthop, route, hops);
	for (size_t i = 0; i < nexthop->member_count; i++)
		if (!add_member(find(nexthops, nexthop->members[i]), route, hops))
			return false;
	return true;
}

static bool names_nexthops(const struct route_hops *hops)
{
	for (size_t i = 0; i < hops->count; i++)
		if (!hops->items[i].interface)
			return true;
	return false;
}

enum sriov_code route_resolve_nexthops(struct netlink *netlink, struct route_hops *hops,
				       bool *interrupted, struct sriov_error **error)
{
	CLEANUP(clear) struct nexthops nexthops = {0};
	struct route_hops resolved = {0};
	enum sriov_code code;
	bool enough = true;

	if (!names_nexthops(hops))
		return SRIOV_CODE_OK;
	code = list_once(netlink, &nexthops, interrupted, error);
	for (size_t i = 0; !code && enough && i < hops->count; i++) {
		const struct route_hop *hop = &hops->items[i];

		enough = hop->interface ? route_hops_add(&resolved, hop)
					: resolve(&nexthops, hop, &resolved);
	}
	if (!code && !enough)
		code = error_no_memory(error);
	route_hops_clear(hops);
	*hops = resolved;
	return code;
}
