/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * libnl-route 3.7 knows neither alternative names nor the permanent address nor the device behind
 * an interface: its attributes are read here as they are.
 */
#include "kernel/netdev.h"

#include <errno.h>
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdio.h>
#include <string.h>

#include "base/common.h"
#include "kernel/netlink.h"

/* How often a list that changed while it was read is read again. */
#define ATTEMPTS 8

/* The name is NULL where the index tells; index 0 and no name ask for all. */
static struct nl_msg *make_question(int index, const char *name)
{
	struct ifinfomsg link = {.ifi_family = AF_UNSPEC, .ifi_index = index};
	struct nl_msg *message = nlmsg_alloc_simple(RTM_GETLINK, 0);
	/* The kernel looks for alternative names under both, but the first has no room for long
	 * ones. */
	int type = name && strlen(name) < IF_NAMESIZE ? IFLA_IFNAME : IFLA_ALT_IFNAME;

	if (message && !nlmsg_append(message, &link, sizeof(link), NLMSG_ALIGNTO) &&
	    !nla_put_u32(message, IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS) &&
	    (!name || !nla_put_string(message, type, name)))
		return message;
	nlmsg_free(message);
	return NULL;
}

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

static void take_text(const struct nlattr *attribute, char *text, size_t size)
{
	text[0] = '\0';
	if (attribute)
		nla_strlcpy(text, attribute, size);
}

/* Of attributes that are too short nothing is taken. */
static bool take_number(const struct nlattr *attribute, uint32_t *number)
{
	if (!attribute || nla_len(attribute) < (int)sizeof(*number))
		return false;
	*number = nla_get_u32(attribute);
	return true;
}

static void take_numbers(struct nlattr **attributes, struct netdev_facts *facts)
{
	const struct nlattr *operstate = attributes[IFLA_OPERSTATE];
	const struct nlattr *carrier = attributes[IFLA_CARRIER];
	uint32_t number;

	facts->mtu = take_number(attributes[IFLA_MTU], &number) ? number : 0;
	facts->master = take_number(attributes[IFLA_MASTER], &number) ? (int)number : 0;
	facts->operstate = operstate && nla_len(operstate) >= 1 ? nla_get_u8(operstate) : -1;
	facts->carrier = carrier && nla_len(carrier) >= 1 && nla_get_u8(carrier);
}

static void take_kinds(struct nlattr *information, struct netdev_facts *facts)
{
	struct nlattr *attributes[IFLA_INFO_MAX + 1];

	if (!information || nla_parse_nested(attributes, IFLA_INFO_MAX, information, NULL))
		return;
	take_text(attributes[IFLA_INFO_KIND], facts->kind, sizeof(facts->kind));
	take_text(attributes[IFLA_INFO_SLAVE_KIND], facts->master_kind, sizeof(facts->master_kind));
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
		take_text(one, name, sizeof(name));
		if (!string_list_add(facts->altnames, name))
			return false;
	}
	return true;
}

static bool take_facts(struct nlmsghdr *answer, struct nlattr **attributes,
		       struct netdev_facts *facts)
{
	const struct ifinfomsg *link = nlmsg_data(answer);

	facts->index = link->ifi_index;
	facts->up = link->ifi_flags & IFF_UP;
	facts->ethernet = link->ifi_type == ARPHRD_ETHER;
	take_text(attributes[IFLA_IFNAME], facts->name, sizeof(facts->name));
	take_text(attributes[IFLA_PHYS_PORT_NAME], facts->port_name, sizeof(facts->port_name));
	take_text(attributes[IFLA_PARENT_DEV_NAME], facts->parent, sizeof(facts->parent));
	take_text(attributes[IFLA_PARENT_DEV_BUS_NAME], facts->parent_bus,
		  sizeof(facts->parent_bus));
	take_bytes(attributes[IFLA_ADDRESS], ":", facts->mac, sizeof(facts->mac));
	take_bytes(attributes[IFLA_PERM_ADDRESS], ":", facts->permanent_mac,
		   sizeof(facts->permanent_mac));
	take_bytes(attributes[IFLA_PHYS_PORT_ID], "", facts->port_id, sizeof(facts->port_id));
	take_bytes(attributes[IFLA_PHYS_SWITCH_ID], "", facts->switch_id, sizeof(facts->switch_id));
	take_numbers(attributes, facts);
	take_kinds(attributes[IFLA_LINKINFO], facts);
	return take_altnames(attributes[IFLA_PROP_LIST], facts);
}

enum sriov_code netdev_decode(struct nlmsghdr *answer, struct netdev_facts *facts,
			      struct sriov_error **error)
{
	struct nlattr *attributes[IFLA_MAX + 1];

	*facts = (struct netdev_facts) {0};
	if (answer->nlmsg_type != RTM_NEWLINK ||
	    nlmsg_parse(answer, sizeof(struct ifinfomsg), attributes, IFLA_MAX, NULL) ||
	    !attributes[IFLA_IFNAME])
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "the kernel's description of the interface is not understood");
	if (take_facts(answer, attributes, facts))
		return SRIOV_CODE_OK;
	netdev_facts_clear(facts);
	*facts = (struct netdev_facts) {0};
	return error_no_memory(error);
}

static enum sriov_code ask(struct netlink *netlink, int index, const char *name,
			   struct netdev_facts *facts, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	struct nl_msg *question = make_question(index, name);
	enum sriov_code code;

	*facts = (struct netdev_facts) {0};
	if (!question)
		return error_no_memory(error);
	code = netlink_ask(netlink, question, &answer, error);
	nlmsg_free(question);
	return code ? code : netdev_decode(answer, facts, error);
}

/* The kernel says "no such device" to an index or name that is not there. */
enum sriov_code netdev_read(struct netlink *netlink, int index, struct netdev_facts *facts,
			    struct sriov_error **error)
{
	enum sriov_code code = ask(netlink, index, NULL, facts, error);

	if (code == SRIOV_CODE_GONE)
		return error_explain(error, SRIOV_CODE_NOT_FOUND,
				     "no interface of this network namespace has the index %d",
				     index);
	return code;
}

enum sriov_code netdev_read_by_name(struct netlink *netlink, const char *name,
				    struct netdev_facts *facts, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code = ask(netlink, 0, name, facts, &failure);

	/* Kernels before 5.5 know no long names: to them nothing was asked for. */
	if (code == SRIOV_CODE_GONE || sriov_error_get_errno(failure) == EINVAL)
		error_explain(&failure, SRIOV_CODE_NOT_FOUND,
			      "no interface of this network namespace has the name %s", name);
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}

/* The interfaces of a list that is being read. */
struct collection {
	struct netdev_facts *facts;
	size_t count;
};

void netdev_list_free(struct netdev_facts *facts, size_t count)
{
	while (count)
		netdev_facts_clear(&facts[--count]);
	free(facts);
}

static enum sriov_code collect(struct nlmsghdr *answer, void *data, struct sriov_error **error)
{
	struct collection *collection = data;
	size_t count = collection->count;
	enum sriov_code code;

	/* At each power of two there is no room left. */
	if (!(count & (count - 1))) {
		struct netdev_facts *more =
			reallocarray(collection->facts, count ? 2 * count : 1, sizeof(*more));

		if (!more)
			return error_no_memory(error);
		collection->facts = more;
	}
	code = netdev_decode(answer, &collection->facts[count], error);
	if (!code)
		collection->count++;
	return code;
}

enum sriov_code netdev_list(struct netlink *netlink, struct netdev_facts **facts, size_t *count,
			    struct sriov_error **error)
{
	struct nl_msg *question = make_question(0, NULL);
	struct collection collection = {0};
	enum sriov_code code = question ? SRIOV_CODE_OK : error_no_memory(error);
	bool again = true;

	*facts = NULL;
	*count = 0;
	for (int i = 0; !code && again && i < ATTEMPTS; i++) {
		netdev_list_free(collection.facts, collection.count);
		collection = (struct collection) {0};
		code = netlink_dump(netlink, question, collect, &collection, &again, error);
	}
	nlmsg_free(question);
	if (!code && again)
		code = error_set(error, SRIOV_CODE_BUSY,
				 "the interfaces of this network namespace changed each of %d "
				 "times while they were listed",
				 ATTEMPTS);
	if (code) {
		netdev_list_free(collection.facts, collection.count);
		return code;
	}
	*facts = collection.facts;
	*count = collection.count;
	return code;
}
