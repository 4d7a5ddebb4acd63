/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Nexthop objects, which routes name instead of an interface where the kernel is told so. */
#ifndef KERNEL_ROUTE_NEXTHOP_H
#define KERNEL_ROUTE_NEXTHOP_H

#include "kernel/route.h"

/*
 * Puts interfaces in place of the objects that hops name. The kernel tells both, unless the switch
 * net.ipv4.nexthop_compat_mode is off: then it is asked for the objects.
 */
enum sriov_code route_resolve_nexthops(struct netlink *netlink, struct route_hops *hops,
				       bool *interrupted, struct sriov_error **error);

/* False when there is no memory. */
bool route_hops_add(struct route_hops *hops, const struct route_hop *hop);

void route_take_gateway(const void *address, size_t length, char gateway[ROUTE_GATEWAY_SIZE]);

#endif
