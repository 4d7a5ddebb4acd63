/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/link_event.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

/* Aligned for its structures. */
static struct nlmsghdr *copy(const char *data, size_t size)
{
	struct nlmsghdr *message = malloc(size);

	if (message)
		memcpy(message, data, size);
	return message;
}

static struct nlattr *find(struct nlmsghdr *message, int type)
{
	return nlmsg_find_attr(message, sizeof(struct ifinfomsg), type);
}

/*
 * Whether the message is about the interface as a whole. Bridges tell of their ports by the same
 * messages, of which a "gone" means that the port left the bridge; wireless drivers tell by them
 * what is happening, without any of the interface's facts.
 */
static bool is_of_interface(struct nlmsghdr *message)
{
	const struct ifinfomsg *link = nlmsg_data(message);

	return nlmsg_valid_hdr(message, sizeof(*link)) && link->ifi_family == AF_UNSPEC &&
	       link->ifi_index > 0 && !find(message, IFLA_WIRELESS);
}

static void take_move(struct nlmsghdr *message, struct link_event *event)
{
	const struct nlattr *netns = find(message, IFLA_NEW_NETNSID);
	const struct nlattr *index = find(message, IFLA_NEW_IFINDEX);

	event->moved = netns || index;
	if (netns && nla_len(netns) == sizeof(int32_t))
		event->netns_id = (int)nla_get_u32(netns);
	if (index && nla_len(index) == sizeof(int32_t))
		event->new_index = (int)nla_get_u32(index);
}

static enum sriov_code parse(struct nlmsghdr *message, struct link_event *event,
			     struct sriov_error **error)
{
	bool gone = message->nlmsg_type == RTM_DELLINK;
	enum sriov_code code;

	if ((!gone && message->nlmsg_type != RTM_NEWLINK) || !is_of_interface(message))
		return SRIOV_CODE_OK;
	code = link_parse(message, &event->link, NULL);
	if (code == SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	if (code || !event->link.name[0])
		return SRIOV_CODE_OK;
	event->kind = gone ? LINK_EVENT_GONE : LINK_EVENT_NEW;
	if (gone)
		take_move(message, event);
	return SRIOV_CODE_OK;
}

enum sriov_code link_event_parse(const char *data, size_t size, struct link_event *event,
				 struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *message = NULL;

	*event = (struct link_event) {.netns_id = -1};
	if (size < sizeof(*message))
		return SRIOV_CODE_OK;
	message = copy(data, size);
	if (!message)
		return error_no_memory(error);
	if (!nlmsg_ok(message, (int)size))
		return SRIOV_CODE_OK;
	return parse(message, event, error);
}
