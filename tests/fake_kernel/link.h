/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fake kernel's rtnetlink: interfaces, and the settings of VFs. */
#ifndef TESTS_FAKE_KERNEL_LINK_H
#define TESTS_FAKE_KERNEL_LINK_H

#include <netlink/msg.h>
#include <stddef.h>

#include "host.h"

/* Where the answers go: one call for each datagram. */
struct link_client {
	void (*answer)(void *data, const void *bytes, size_t length);
	int (*fail)(void *data); /* asked before each change: the errno that it is to fail with */
	void *data;
	uint32_t port; /* the number of its socket */
};

/* Whether it is one of changes. */
bool link_is_change(const void *bytes, size_t length);

/* All the messages of one datagram. */
void link_handle(struct host *host, void *bytes, size_t length, const struct link_client *client);

/* What is set of a VF: the entries of one IFLA_VF_INFO. Gives an errno, 0 for success. */
int vf_set(struct pf *pf, struct nlattr *entry);

/* Adds the list of all VFs to the message, or nothing when there are none. */
void vf_put_list(struct nl_msg *message, const struct pf *pf);

#endif
