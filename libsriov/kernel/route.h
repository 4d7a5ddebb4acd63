/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The default routes, as rtnetlink tells them. */
#ifndef KERNEL_ROUTE_H
#define KERNEL_ROUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct netlink;
struct nlmsghdr;

#define ROUTE_GATEWAY_SIZE 46 /* INET6_ADDRSTRLEN */

/* The tables that are looked up where no rule says otherwise. */
#define ROUTE_TABLE_DEFAULT 253
#define ROUTE_TABLE_MAIN    254

/* One of the ways that a default route takes: a route of several paths has several. */
struct route_hop {
	uint32_t table;
	uint32_t nexthop; /* the id of the nexthop object that knows the rest; 0 for none */
	int interface;	  /* its index; 0 as long as only the nexthop object knows */
	bool ipv6;
	char gateway[ROUTE_GATEWAY_SIZE]; /* "" for none */
};

/* Begins zeroed. */
struct route_hops {
	struct route_hop *items;
	size_t count;
	size_t capacity;
};

/*
 * All default routes of IPv4 and IPv6 of the socket's network namespace, of whatever table, that
 * lead somewhere. The caller frees them with route_hops_clear().
 */
enum sriov_code route_list_defaults(struct netlink *netlink, struct route_hops *hops,
				    struct sriov_error **error);

/* For CLEANUP(), too. */
void route_hops_clear(struct route_hops *hops);

/* A nexthop object: an interface, or other objects by their ids. */
struct route_nexthop {
	uint32_t id;
	int interface;
	char gateway[ROUTE_GATEWAY_SIZE];
	uint32_t *members;
	size_t member_count;
};

/* Exposed for tests: what one message adds, which is nothing for what is no default route. */
enum sriov_code route_decode(struct nlmsghdr *message, struct route_hops *hops,
			     struct sriov_error **error);

/* The same for a nexthop object, of which the caller frees the members. */
enum sriov_code route_decode_nexthop(struct nlmsghdr *message, struct route_nexthop *nexthop,
				     struct sriov_error **error);

#endif
