/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The kernel's messages about network interfaces, which come unasked. */
#ifndef KERNEL_LINK_EVENT_H
#define KERNEL_LINK_EVENT_H

#include "kernel/link.h"

enum link_event_kind {
	LINK_EVENT_NONE, /* about something else */
	LINK_EVENT_NEW,	 /* came or changed */
	LINK_EVENT_GONE,
};

struct link_event {
	enum link_event_kind kind;
	bool moved;    /* to another namespace */
	int netns_id;  /* of that; -1 when it is not known */
	int new_index; /* in that; 0 when it is not known */
	struct link_facts link;
};

/* Reads one message of this size. It fails for want of memory only. */
enum sriov_code link_event_parse(const char *data, size_t size, struct link_event *event,
				 struct sriov_error **error);

#endif
