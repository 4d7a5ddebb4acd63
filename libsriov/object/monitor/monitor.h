/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a monitor is made of. It reads messages from two sockets, in the order that monitor.c
 * decides on; monitor_devices.c and monitor_links.c make events of them, by what they remember.
 */
#ifndef OBJECT_MONITOR_H
#define OBJECT_MONITOR_H

#include "sriov/monitor.h"

#include "base/object.h"
#include "kernel/event_socket.h"
#include "kernel/link_event.h"
#include "kernel/uevent.h"
#include "object/context/context.h"
#include "object/monitor/event.h"
#include "object/monitor/monitor_known.h"
#include "object/monitor/monitor_options.h"

struct sriov_monitor {
	struct object object;
	struct sriov_context *context;
	struct sriov_monitor_options options;
	struct event_socket uevents;
	struct event_socket links;
	int epoll;
	int wake; /* readable while there is something that no socket has any more */
	bool awake;
	int device_events;
	bool lost; /* something was, and it is yet to be told */
	struct sriov_event *first;
	struct sriov_event *last;
	struct known devices;
	struct known interfaces;
	struct known announced; /* interfaces of which the device told and netlink is yet to tell */
	struct link_event link; /* what waits in links */
	bool link_parsed;
};

/* A device that is there. */
struct known_device {
	char address[ADDRESS_SIZE];
	char pf[ADDRESS_SIZE]; /* "" when it is no VF, as far as is known */
	int index;	       /* -1 the same */
	char *driver;
	bool is_pf;
	unsigned int vfs;      /* that a PF has */
	unsigned int vfs_told; /* the same as the user knows it */
	bool change_awaited; /* a VF is linked to its PF after it was told of, and told of again */
};

/* An interface that is there, and the device that it is on, "" for none. */
struct known_interface {
	struct link_facts link;
	char address[ADDRESS_SIZE];
};

/*
 * Puts an event behind those that wait to be read; an empty address is none. NULL when the user
 * does not want it, or when there is no memory, which makes it a lost one.
 */
struct sriov_event *monitor_tell(struct sriov_monitor *monitor, enum sriov_event_type type,
				 const char *address);

/* Copies a text into an event; without memory the monitor has lost something. */
void monitor_set_text(struct sriov_monitor *monitor, char **field, const char *text);

/* Remembers anew what there is. */
enum sriov_code monitor_read_devices(struct sriov_monitor *monitor, struct sriov_error **error);
enum sriov_code monitor_read_interfaces(struct sriov_monitor *monitor, struct sriov_error **error);

/* Make events of a message. */
void monitor_take_uevent(struct sriov_monitor *monitor, const struct uevent *uevent);
void monitor_take_link(struct sriov_monitor *monitor, const struct link_event *event);

/* A device has, or no more has, an interface of which netlink tells by itself. */
void monitor_announce(struct sriov_monitor *monitor, const struct uevent *uevent);

/* Whether netlink tells of an interface of which no device has told yet. */
bool monitor_is_unannounced(const struct sriov_monitor *monitor, const struct link_event *event);

/* How the parts that remember are set up. */
extern const struct known monitor_no_devices, monitor_no_interfaces, monitor_none_announced;

/*
 * Which VF of which PF the device is: as the kernel's links say, or, before these are there, by the
 * address and id that the PF gives its VFs. The id is 0 when it is not known.
 */
bool monitor_find_vf(const struct sriov_monitor *monitor, const char *address, uint32_t id,
		     char pf[ADDRESS_SIZE], int *index);

#endif
