/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/link.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <string.h>

#include "kernel/link_message.h"

static void take_numbers(struct nlattr **attributes, struct link_facts *facts)
{
	const struct nlattr *mac = attributes[IFLA_ADDRESS];
	uint32_t number;

	if (link_take_number(attributes[IFLA_MASTER], &number))
		facts->master = (int)number;
	/* What stands on nothing gives its own; in another namespace the index is another's. */
	if (link_take_number(attributes[IFLA_LINK], &number) && (int)number != facts->index &&
	    !attributes[IFLA_LINK_NETNSID])
		facts->lower = (int)number;
	facts->carrier = link_take_byte(attributes[IFLA_CARRIER]) > 0;
	if (mac && nla_len(mac) == sizeof(facts->mac))
		memcpy(facts->mac, nla_data(mac), sizeof(facts->mac));
}

static void take_kinds(struct nlattr *information, struct link_facts *facts)
{
	struct nlattr *attributes[IFLA_INFO_MAX + 1];

	if (!information || nla_parse_nested(attributes, IFLA_INFO_MAX, information, NULL))
		return;
	link_take_text(attributes[IFLA_INFO_KIND], facts->kind, sizeof(facts->kind));
	link_take_text(attributes[IFLA_INFO_SLAVE_KIND], facts->master_kind,
		       sizeof(facts->master_kind));
}

static void take_facts(struct nlmsghdr *message, struct nlattr **attributes,
		       struct link_facts *facts)
{
	const struct ifinfomsg *link = nlmsg_data(message);

	facts->index = link->ifi_index;
	facts->up = link->ifi_flags & IFF_UP;
	link_take_text(attributes[IFLA_IFNAME], facts->name, sizeof(facts->name));
	link_take_text(attributes[IFLA_PHYS_PORT_NAME], facts->port, sizeof(facts->port));
	link_take_text(attributes[IFLA_PARENT_DEV_NAME], facts->parent, sizeof(facts->parent));
	link_take_text(attributes[IFLA_PARENT_DEV_BUS_NAME], facts->parent_bus,
		       sizeof(facts->parent_bus));
	take_numbers(attributes, facts);
	take_kinds(attributes[IFLA_LINKINFO], facts);
}

enum sriov_code link_parse_attributes(struct nlmsghdr *message, struct nlattr **attributes,
				      struct link_facts *facts, struct sriov_error **error)
{
	int type = message->nlmsg_type;

	*facts = (struct link_facts) {0};
	if ((type != RTM_NEWLINK && type != RTM_DELLINK) ||
	    nlmsg_parse(message, sizeof(struct ifinfomsg), attributes, IFLA_MAX, NULL))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "the kernel's description of the interface is not understood");
	take_facts(message, attributes, facts);
	return SRIOV_CODE_OK;
}

enum sriov_code link_parse(struct nlmsghdr *message, struct link_facts *facts,
			   struct sriov_error **error)
{
	struct nlattr *attributes[IFLA_MAX + 1];

	return link_parse_attributes(message, attributes, facts, error);
}

static enum sriov_code decode(struct nlmsghdr *message, void *facts, struct sriov_error **error)
{
	return link_parse(message, facts, error);
}

static const struct link_form form = {.size = sizeof(struct link_facts), .decode = decode};

enum sriov_code link_read(struct netlink *netlink, int index, struct link_facts *link,
			  struct sriov_error **error)
{
	return link_form_read(netlink, &form, index, NULL, link, error);
}

enum sriov_code link_read_by_name(struct netlink *netlink, const char *name,
				  struct link_facts *link, struct sriov_error **error)
{
	return link_form_read(netlink, &form, 0, name, link, error);
}

enum sriov_code link_list_once(struct netlink *netlink, struct link_facts **links, size_t *count,
			       bool *interrupted, struct sriov_error **error)
{
	void *all;
	enum sriov_code code = link_form_list_once(netlink, &form, &all, count, interrupted, error);

	*links = all;
	return code;
}

enum sriov_code link_list(struct netlink *netlink, struct link_facts **links, size_t *count,
			  struct sriov_error **error)
{
	void *all;
	enum sriov_code code = link_form_list(netlink, &form, &all, count, error);

	*links = all;
	return code;
}
