/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* All that rtnetlink tells of a network interface, from its attributes. */
#ifndef KERNEL_NETDEV_H
#define KERNEL_NETDEV_H

#include <net/if.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/string_list.h"

struct netlink;
struct nlmsghdr;

#define NETDEV_MOST_BYTES   32				/* of a hardware address or an id */
#define NETDEV_MAC_SIZE	    (NETDEV_MOST_BYTES * 3)	/* "52:54:00:00:00:01" */
#define NETDEV_ID_SIZE	    (NETDEV_MOST_BYTES * 2 + 1) /* "525400000001" */
#define NETDEV_PARENT_SIZE  64
#define NETDEV_KIND_SIZE    32
#define NETDEV_ALTNAME_SIZE 128

/* Texts are "" for what is not told. */
struct netdev_facts {
	int index;
	char name[IF_NAMESIZE];
	struct sriov_string_list *altnames;
	char mac[NETDEV_MAC_SIZE];
	char permanent_mac[NETDEV_MAC_SIZE]; /* since Linux 5.6 */
	bool ethernet;
	bool up;
	bool carrier;
	unsigned int mtu;
	int operstate;			    /* IF_OPER_* of RFC 2863, -1 when not told */
	int master;			    /* the index of the bond or bridge above, 0 for none */
	char kind[NETDEV_KIND_SIZE];	    /* "bond", "vlan"; "" for hardware */
	char master_kind[NETDEV_KIND_SIZE]; /* "bond", "bridge" */
	char port_name[IF_NAMESIZE];
	char port_id[NETDEV_ID_SIZE];
	char switch_id[NETDEV_ID_SIZE];
	char parent[NETDEV_PARENT_SIZE];     /* its device; "" before Linux 5.14 */
	char parent_bus[NETDEV_PARENT_SIZE]; /* "pci" */
};

/* For CLEANUP(). */
static inline void netdev_facts_clear(const struct netdev_facts *facts)
{
	sriov_string_list_unref(facts->altnames);
}

/*
 * The interface of this index, or of this name or alternative name, in the network namespace of the
 * socket. None is SRIOV_CODE_NOT_FOUND. The facts are cleared by the caller when that succeeds.
 */
enum sriov_code netdev_read(struct netlink *netlink, int index, struct netdev_facts *facts,
			    struct sriov_error **error);
enum sriov_code netdev_read_by_name(struct netlink *netlink, const char *name,
				    struct netdev_facts *facts, struct sriov_error **error);

/* All interfaces; what is given is the caller's to free, also when it is empty. */
enum sriov_code netdev_list(struct netlink *netlink, struct netdev_facts **facts, size_t *count,
			    struct sriov_error **error);

void netdev_list_free(struct netdev_facts *facts, size_t count);

/* Exposed for tests: reads one RTM_NEWLINK. */
enum sriov_code netdev_decode(struct nlmsghdr *answer, struct netdev_facts *facts,
			      struct sriov_error **error);

#endif
