/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* All that rtnetlink tells of a network interface, from its attributes. */
#ifndef KERNEL_NETDEV_H
#define KERNEL_NETDEV_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/string_list.h"
#include "kernel/link.h"

#define NETDEV_MOST_BYTES   32				/* of a hardware address or an id */
#define NETDEV_MAC_SIZE	    (NETDEV_MOST_BYTES * 3)	/* "52:54:00:00:00:01" */
#define NETDEV_ID_SIZE	    (NETDEV_MOST_BYTES * 2 + 1) /* "525400000001" */
#define NETDEV_ALTNAME_SIZE 128

/* Texts are "" for what is not told. */
struct netdev_facts {
	struct link_facts link;
	struct sriov_string_list *altnames;
	char mac[NETDEV_MAC_SIZE];
	char permanent_mac[NETDEV_MAC_SIZE]; /* since Linux 5.6 */
	bool ethernet;
	unsigned int mtu;
	int operstate; /* IF_OPER_* of RFC 2863, -1 when not told */
	char port_id[NETDEV_ID_SIZE];
	char switch_id[NETDEV_ID_SIZE];
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

/* Exposed for tests: reads one message about an interface. */
enum sriov_code netdev_decode(struct nlmsghdr *answer, struct netdev_facts *facts,
			      struct sriov_error **error);

#endif
