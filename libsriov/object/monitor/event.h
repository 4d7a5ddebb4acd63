/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an event is made of. */
#ifndef OBJECT_EVENT_H
#define OBJECT_EVENT_H

#include <net/if.h>

#include "sriov/event.h"

#include "base/address.h"
#include "base/mac.h"
#include "base/object.h"

/* Texts are "" or NULL when they are not known. */
struct sriov_event {
	struct object object;
	struct sriov_event *next; /* while it waits to be read */
	struct sriov_context *context;
	enum sriov_event_type type;
	char address[ADDRESS_SIZE];
	char pf_address[ADDRESS_SIZE];
	int vf_index;
	int vf_count;
	char *driver;
	char interface[IF_NAMESIZE];
	char former_interface[IF_NAMESIZE];
	int interface_index;
	unsigned int changes;
	bool up;
	bool carrier;
	int master_index;
	char master[IF_NAMESIZE];
	char mac[MAC_SIZE];
	int netns_id;
	int new_index;
	char *vfio_name;
	char *action;
	uint64_t sequence;
};

/* An event that knows nothing but its type; NULL when there is no memory. */
struct sriov_event *event_new(struct sriov_context *context, enum sriov_event_type type);

#endif
