/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/netdev.h"

#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdio.h>

#include "kernel/link_message.h"

/* In hexadecimal with this between the bytes; "" when it is longer than the kernel allows. */
static void take_bytes(const struct nlattr *attribute, const char *between, char *text, size_t size)
{
	const uint8_t *bytes;
	int count, end = 0;

	text[0] = '\0';
	count = attribute ? nla_len(attribute) : 0;
	if (count > NETDEV_MOST_BYTES)
		return;
	bytes = attribute ? nla_data(attribute) : NULL;
	for (int i = 0; i < count; i++)
		end += snprintf(text + end, size - (size_t)end, "%s%02x", i ? between : "",
				bytes[i]);
}

static bool take_altnames(struct nlattr *list, struct netdev_facts *facts)
{
	struct nlattr *one;
	int left;

	facts->altnames = string_list_new();
	if (!facts->altnames)
		return false;
	if (!list)
		return true;
	nla_for_each_nested(one, list, left)
	{
		char name[NETDEV_ALTNAME_SIZE];

		if (nla_type(one) != IFLA_ALT_IFNAME)
			continue;
		link_take_text(one, name, sizeof(name));
		if (!string_list_add(facts->altnames, name))
			return false;
	}
	return true;
}

static bool take_facts(struct nlmsghdr *message, struct nlattr **attributes,
		       struct netdev_facts *facts)
{
	const struct ifinfomsg *link = nlmsg_data(message);

	facts->ethernet = link->ifi_type == ARPHRD_ETHER;
	facts->operstate = link_take_byte(attributes[IFLA_OPERSTATE]);
	link_take_number(attributes[IFLA_MTU], &facts->mtu);
	take_bytes(attributes[IFLA_ADDRESS], ":", facts->mac, sizeof(facts->mac));
	take_bytes(attributes[IFLA_PERM_ADDRESS], ":", facts->permanent_mac,
		   sizeof(facts->permanent_mac));
	take_bytes(attributes[IFLA_PHYS_PORT_ID], "", facts->port_id, sizeof(facts->port_id));
	take_bytes(attributes[IFLA_PHYS_SWITCH_ID], "", facts->switch_id, sizeof(facts->switch_id));
	return take_altnames(attributes[IFLA_PROP_LIST], facts);
}

enum sriov_code netdev_decode(struct nlmsghdr *message, struct netdev_facts *facts,
			      struct sriov_error **error)
{
	struct nlattr *attributes[IFLA_MAX + 1];
	enum sriov_code code;

	*facts = (struct netdev_facts) {0};
	code = link_parse_attributes(message, attributes, &facts->link, error);
	if (code)
		return code;
	if (!attributes[IFLA_IFNAME])
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "the kernel's description of the interface has no name");
	if (take_facts(message, attributes, facts))
		return SRIOV_CODE_OK;
	netdev_facts_clear(facts);
	*facts = (struct netdev_facts) {0};
	return error_no_memory(error);
}

static enum sriov_code decode(struct nlmsghdr *message, void *facts, struct sriov_error **error)
{
	return netdev_decode(message, facts, error);
}

static void clear(void *facts)
{
	netdev_facts_clear(facts);
}

static const struct link_form form = {
	.size = sizeof(struct netdev_facts), .decode = decode, .clear = clear};

enum sriov_code netdev_read(struct netlink *netlink, int index, struct netdev_facts *facts,
			    struct sriov_error **error)
{
	return link_form_read(netlink, &form, index, NULL, facts, error);
}

enum sriov_code netdev_list(struct netlink *netlink, struct netdev_facts **facts, size_t *count,
			    struct sriov_error **error)
{
	void *all;
	enum sriov_code code = link_form_list(netlink, &form, &all, count, error);

	*facts = all;
	return code;
}

void netdev_list_free(struct netdev_facts *facts, size_t count)
{
	link_form_free(&form, facts, count);
}

enum sriov_code netdev_read_by_name(struct netlink *netlink, const char *name,
				    struct netdev_facts *facts, struct sriov_error **error)
{
	return link_form_read(netlink, &form, 0, name, facts, error);
}
