/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Network interfaces as the kernel describes them. */
#ifndef KERNEL_LINK_H
#define KERNEL_LINK_H

#include <net/if.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mac.h"

struct netlink;
struct nlattr;
struct nlmsghdr;

#define LINK_KIND_SIZE	 32
#define LINK_PARENT_SIZE 64

struct link_facts {
	int index;
	char name[IF_NAMESIZE];
	uint8_t mac[MAC_BYTES]; /* zeroes for what is no Ethernet */
	bool up;
	bool carrier;
	int master;		   /* the index of the bond or bridge above; 0 for none */
	int lower;		   /* that of what a VLAN or the like is on; 0 for none here */
	char port[IF_NAMESIZE];	   /* its name in a switch, "p0" or "pf0vf3"; mostly "" */
	char kind[LINK_KIND_SIZE]; /* "bond", "vlan"; "" for hardware */
	char master_kind[LINK_KIND_SIZE];  /* "bond", "bridge" */
	char parent[LINK_PARENT_SIZE];	   /* its device, "0000:01:00.0"; "" before Linux 5.14 */
	char parent_bus[LINK_PARENT_SIZE]; /* "pci" */
};

/*
 * Reads the interface of this index, or of this name or alternative name, in the network namespace
 * of the socket. None is SRIOV_CODE_NOT_FOUND.
 */
enum sriov_code link_read(struct netlink *netlink, int index, struct link_facts *link,
			  struct sriov_error **error);
enum sriov_code link_read_by_name(struct netlink *netlink, const char *name,
				  struct link_facts *link, struct sriov_error **error);

/* All interfaces there, in no order; the caller frees them with free(). */
enum sriov_code link_list(struct netlink *netlink, struct link_facts **links, size_t *count,
			  struct sriov_error **error);

/* The same, asked for once: what changed meanwhile may be missing, or be there twice. */
enum sriov_code link_list_once(struct netlink *netlink, struct link_facts **links, size_t *count,
			       bool *interrupted, struct sriov_error **error);

/* The same of one message about an interface, RTM_NEWLINK or RTM_DELLINK. */
enum sriov_code link_parse(struct nlmsghdr *message, struct link_facts *link,
			   struct sriov_error **error);

/* The same, for who wants more of it: leaves its IFLA_MAX + 1 attributes there. */
enum sriov_code link_parse_attributes(struct nlmsghdr *message, struct nlattr **attributes,
				      struct link_facts *link, struct sriov_error **error);

#endif
