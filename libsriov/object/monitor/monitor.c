/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/monitor/monitor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

#include "base/error.h"
#include "kernel/netns.h"

/* How often what there is is read anew when something happens meanwhile. */
#define ATTEMPTS 10

/* How many messages that are of no interest one call goes through: the rest is for the next. */
#define MESSAGES 1000

OBJECT_REFERENCES(monitor)

static void destroy(void *object)
{
	struct sriov_monitor *monitor = object;

	while (monitor->first) {
		struct sriov_event *event = monitor->first;

		monitor->first = event->next;
		sriov_event_unref(event);
	}
	known_clear(&monitor->devices);
	known_clear(&monitor->interfaces);
	known_clear(&monitor->announced);
	event_socket_close(&monitor->uevents);
	event_socket_close(&monitor->links);
	cleanup_close(&monitor->epoll);
	cleanup_close(&monitor->wake);
	sriov_context_unref(monitor->context);
}

static bool is_wanted(const struct sriov_monitor *monitor, const struct sriov_event *event)
{
	const char *pf = monitor->options.pf;

	if (event->type == SRIOV_EVENT_TYPE_OVERRUN)
		return true;
	if (!event->address[0] && !monitor->options.all_interfaces)
		return false;
	return !pf[0] || !strcmp(event->address, pf) || !strcmp(event->pf_address, pf);
}

/* What the device is, of which the message said but where it is. */
static void take_place(const struct sriov_monitor *monitor, struct sriov_event *event)
{
	const struct known_device *device = known_find(&monitor->devices, event->address);

	if (device) {
		memcpy(event->pf_address, device->pf, sizeof(event->pf_address));
		event->vf_index = device->index;
	} else if (event->address[0]) {
		/* Its own message is lost, or does not reach this namespace. */
		monitor_find_vf(monitor, event->address, 0, event->pf_address, &event->vf_index);
	}
}

struct sriov_event *monitor_tell(struct sriov_monitor *monitor, enum sriov_event_type type,
				 const char *address)
{
	struct sriov_event *event = event_new(monitor->context, type);

	if (!event) {
		monitor->lost = true;
		return NULL;
	}
	snprintf(event->address, sizeof(event->address), "%s", address);
	take_place(monitor, event);
	if (!is_wanted(monitor, event)) {
		sriov_event_unref(event);
		return NULL;
	}
	if (monitor->last)
		monitor->last->next = event;
	else
		monitor->first = event;
	monitor->last = event;
	return event;
}

void monitor_set_text(struct sriov_monitor *monitor, char **field, const char *text)
{
	*field = strdup(text);
	if (!*field)
		monitor->lost = true;
}

/*
 * Remembers what there is. Messages that were on their way are thrown away, so that none tells of
 * what was before; when new ones came meanwhile, it is not known what they tell of: once more.
 */
static enum sriov_code read_all(struct sriov_monitor *monitor, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	bool quiet = false;

	for (int i = 0; !code && !quiet && i < ATTEMPTS; i++) {
		event_socket_drain(&monitor->uevents);
		event_socket_drain(&monitor->links);
		monitor->link_parsed = false;
		code = monitor_read_devices(monitor, error);
		if (!code)
			code = monitor_read_interfaces(monitor, error);
		quiet = event_socket_receive(&monitor->uevents) == EAGAIN &&
			event_socket_receive(&monitor->links) == EAGAIN;
	}
	return code;
}

static enum sriov_code watch(const struct sriov_monitor *monitor, int fd,
			     struct sriov_error **error)
{
	struct epoll_event event = {.events = EPOLLIN};

	if (!epoll_ctl(monitor->epoll, EPOLL_CTL_ADD, fd, &event))
		return SRIOV_CODE_OK;
	return error_set_system(error, errno, "open", NULL, "wait for events");
}

static enum sriov_code open_sockets(struct sriov_monitor *monitor, struct sriov_error **error)
{
	size_t room = monitor->options.receive_buffer_bytes;
	int netns = monitor->context->netns;
	enum sriov_code code =
		event_socket_open(&monitor->uevents, netns, EVENT_SOURCE_UEVENT, room, error);

	if (code)
		return code;
	return event_socket_open(&monitor->links, netns, EVENT_SOURCE_LINK, room, error);
}

static enum sriov_code fill(struct sriov_monitor *monitor, struct sriov_error **error)
{
	enum sriov_code code = open_sockets(monitor, error);

	if (code)
		return code;
	monitor->epoll = epoll_create1(EPOLL_CLOEXEC);
	monitor->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (monitor->epoll < 0 || monitor->wake < 0)
		return error_set_system(error, errno, "open", NULL, "make a descriptor to wait on");
	code = watch(monitor, monitor->uevents.fd, error);
	if (!code)
		code = watch(monitor, monitor->links.fd, error);
	if (!code)
		code = watch(monitor, monitor->wake, error);
	if (!code)
		code = read_all(monitor, error);
	monitor->device_events = netns_hears_devices(monitor->context->netns);
	return code;
}

static struct sriov_monitor *make(struct sriov_context *context,
				  const struct sriov_monitor_options *options)
{
	struct sriov_monitor *monitor = object_new(sizeof(*monitor), destroy);

	if (!monitor)
		return NULL;
	monitor->context = sriov_context_ref(context);
	monitor->options.receive_buffer_bytes = MONITOR_RECEIVE_BUFFER_BYTES;
	if (options)
		monitor->options = *options;
	monitor->uevents.fd = monitor->links.fd = -1;
	monitor->epoll = monitor->wake = -1;
	monitor->devices = monitor_no_devices;
	monitor->interfaces = monitor_no_interfaces;
	monitor->announced = monitor_none_announced;
	return monitor;
}

/* Readable for as long as something waits here that the sockets do not have any more. */
static void set_wake(struct sriov_monitor *monitor)
{
	bool wanted =
		monitor->first || monitor->lost || monitor->uevents.length || monitor->links.length;
	uint64_t count = 1;
	ssize_t done = 1;

	if (wanted && !monitor->awake)
		done = write(monitor->wake, &count, sizeof(count));
	else if (!wanted && monitor->awake)
		done = read(monitor->wake, &count, sizeof(count));
	if (done > 0)
		monitor->awake = wanted;
}

EXPORT enum sriov_code sriov_monitor_new(struct sriov_context *context,
					 const struct sriov_monitor_options *options,
					 struct sriov_monitor **monitor, struct sriov_error **error)
{
	struct sriov_monitor *made;
	enum sriov_code code;

	if (!monitor)
		return error_null(error, "monitor");
	*monitor = NULL;
	if (!context)
		return error_null(error, "context");
	made = make(context, options);
	if (!made)
		return error_no_memory(error);
	code = fill(made, error);
	if (code) {
		sriov_monitor_unref(made);
		return code;
	}
	set_wake(made);
	*monitor = made;
	return SRIOV_CODE_OK;
}

EXPORT int sriov_monitor_get_fd(const struct sriov_monitor *monitor)
{
	return monitor ? monitor->epoll : -1;
}

EXPORT enum sriov_switch sriov_monitor_get_device_events(const struct sriov_monitor *monitor)
{
	return monitor ? monitor->device_events : SRIOV_SWITCH_UNKNOWN;
}

static enum sriov_code receive(struct sriov_monitor *monitor, struct event_socket *socket,
			       struct sriov_error **error)
{
	int number = event_socket_receive(socket);

	if (number == ENOBUFS)
		monitor->lost = true;
	else if (number && number != EAGAIN)
		return error_set_system(error, number, "netlink", NULL,
					"receive the kernel's events");
	return SRIOV_CODE_OK;
}

/* What waits in links, read once. */
static enum sriov_code parse_link(struct sriov_monitor *monitor, struct sriov_error **error)
{
	enum sriov_code code;

	if (!monitor->links.length || monitor->link_parsed)
		return SRIOV_CODE_OK;
	code = link_event_parse(monitor->links.bytes, monitor->links.length, &monitor->link, error);
	monitor->link_parsed = !code;
	return code;
}

/*
 * One message of each socket. Devices first: then what is in links afterwards has all that was told
 * of interfaces before that message. And after an interface that no device told of yet devices once
 * more, since a device tells of it before netlink does.
 */
static enum sriov_code receive_both(struct sriov_monitor *monitor, struct sriov_error **error)
{
	enum sriov_code code = receive(monitor, &monitor->uevents, error);

	if (!code)
		code = receive(monitor, &monitor->links, error);
	if (!code)
		code = parse_link(monitor, error);
	if (!code && !monitor->uevents.length && monitor->links.length &&
	    monitor_is_unannounced(monitor, &monitor->link))
		code = receive(monitor, &monitor->uevents, error);
	return code;
}

static void take_uevent(struct sriov_monitor *monitor)
{
	struct uevent uevent;

	if (uevent_parse(monitor->uevents.bytes, monitor->uevents.length, &uevent))
		monitor_take_uevent(monitor, &uevent);
	event_socket_drop(&monitor->uevents);
}

static void take_link(struct sriov_monitor *monitor)
{
	monitor_take_link(monitor, &monitor->link);
	event_socket_drop(&monitor->links);
	monitor->link_parsed = false;
}

/*
 * Handles one message; false when there is none. Both sockets have their own in the right order;
 * what ties them together is that the kernel sends each message at once, and of an interface first
 * as a device's, then by netlink when it comes, and the other way round when it goes. So netlink's
 * message is the earlier one, but for a new interface that no device has told of yet.
 */
static enum sriov_code step(struct sriov_monitor *monitor, bool *any, struct sriov_error **error)
{
	enum sriov_code code = receive_both(monitor, error);
	bool link = monitor->links.length && monitor->link_parsed;

	*any = true;
	if (code || monitor->lost)
		return code;
	if (link && monitor->uevents.length && monitor_is_unannounced(monitor, &monitor->link))
		link = false;
	if (link)
		take_link(monitor);
	else if (monitor->uevents.length)
		take_uevent(monitor);
	else
		*any = false;
	return SRIOV_CODE_OK;
}

/* Tells that something was lost, once it is known again what there is. */
static enum sriov_code recover(struct sriov_monitor *monitor, struct sriov_error **error)
{
	enum sriov_code code = read_all(monitor, error);

	if (code)
		return code;
	monitor->lost = false;
	if (monitor_tell(monitor, SRIOV_EVENT_TYPE_OVERRUN, ""))
		return SRIOV_CODE_OK;
	return error_no_memory(error);
}

static struct sriov_event *pop(struct sriov_monitor *monitor)
{
	struct sriov_event *event = monitor->first;

	if (!event)
		return NULL;
	monitor->first = event->next;
	if (!monitor->first)
		monitor->last = NULL;
	event->next = NULL;
	return event;
}

EXPORT enum sriov_code sriov_monitor_read(struct sriov_monitor *monitor, struct sriov_event **event,
					  struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	bool any = true;

	if (!event)
		return error_null(error, "event");
	*event = NULL;
	if (!monitor)
		return error_null(error, "monitor");
	for (int i = 0; !code && any && !monitor->first && i < MESSAGES; i++)
		code = monitor->lost ? recover(monitor, error) : step(monitor, &any, error);
	if (!code)
		*event = pop(monitor);
	set_wake(monitor);
	return code;
}
