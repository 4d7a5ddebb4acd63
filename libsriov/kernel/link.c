/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/link.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/common.h"
#include "kernel/netlink.h"

/* How often a list is asked for that changes meanwhile. */
#define ATTEMPTS 20

/* Without the VFs, of which there may be many. */
static struct nl_msg *make_question(int index, const char *name)
{
	struct ifinfomsg link = {.ifi_family = AF_UNSPEC, .ifi_index = index};
	struct nl_msg *message = nlmsg_alloc_simple(RTM_GETLINK, 0);

	if (message && !nlmsg_append(message, &link, sizeof(link), NLMSG_ALIGNTO) &&
	    !nla_put_u32(message, IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS) &&
	    (!name || !nla_put_string(message, IFLA_IFNAME, name)))
		return message;
	nlmsg_free(message);
	return NULL;
}

static void take_text(const struct nlattr *attribute, char *text, size_t size)
{
	if (attribute)
		nla_strlcpy(text, attribute, size);
}

static void take_numbers(struct nlattr **attributes, struct link_facts *facts)
{
	const struct nlattr *master = attributes[IFLA_MASTER];
	const struct nlattr *carrier = attributes[IFLA_CARRIER];
	const struct nlattr *mac = attributes[IFLA_ADDRESS];

	if (master && nla_len(master) == sizeof(uint32_t))
		facts->master = (int)nla_get_u32(master);
	facts->carrier = carrier && nla_len(carrier) == 1 && nla_get_u8(carrier);
	if (mac && nla_len(mac) == sizeof(facts->mac))
		memcpy(facts->mac, nla_data(mac), sizeof(facts->mac));
}

static void take_kind(struct nlattr *information, struct link_facts *facts)
{
	struct nlattr *attributes[IFLA_INFO_MAX + 1];

	if (information && !nla_parse_nested(attributes, IFLA_INFO_MAX, information, NULL))
		take_text(attributes[IFLA_INFO_KIND], facts->kind, sizeof(facts->kind));
}

static void take_facts(struct nlmsghdr *answer, struct nlattr **attributes,
		       struct link_facts *facts)
{
	const struct ifinfomsg *link = nlmsg_data(answer);

	facts->index = link->ifi_index;
	facts->up = link->ifi_flags & IFF_UP;
	take_text(attributes[IFLA_IFNAME], facts->name, sizeof(facts->name));
	take_text(attributes[IFLA_PHYS_PORT_NAME], facts->port, sizeof(facts->port));
	take_text(attributes[IFLA_PARENT_DEV_NAME], facts->parent, sizeof(facts->parent));
	take_text(attributes[IFLA_PARENT_DEV_BUS_NAME], facts->parent_bus,
		  sizeof(facts->parent_bus));
	take_numbers(attributes, facts);
	take_kind(attributes[IFLA_LINKINFO], facts);
}

enum sriov_code link_parse(struct nlmsghdr *answer, struct link_facts *facts,
			   struct sriov_error **error)
{
	struct nlattr *attributes[IFLA_MAX + 1];
	int type = answer->nlmsg_type;

	*facts = (struct link_facts) {0};
	if ((type != RTM_NEWLINK && type != RTM_DELLINK) ||
	    nlmsg_parse(answer, sizeof(struct ifinfomsg), attributes, IFLA_MAX, NULL))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "the kernel's description of the interface is not understood");
	take_facts(answer, attributes, facts);
	return SRIOV_CODE_OK;
}

static enum sriov_code ask(struct netlink *netlink, int index, const char *name,
			   struct link_facts *facts, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	struct nl_msg *question = make_question(index, name);
	enum sriov_code code;

	if (!question)
		return error_no_memory(error);
	code = netlink_ask(netlink, question, &answer, error);
	nlmsg_free(question);
	return code ? code : link_parse(answer, facts, error);
}

/* The kernel says "no such device" to an index or name that is not there. */
enum sriov_code link_read(struct netlink *netlink, int index, struct link_facts *link,
			  struct sriov_error **error)
{
	enum sriov_code code = ask(netlink, index, NULL, link, error);

	if (code == SRIOV_CODE_GONE)
		return error_explain(error, SRIOV_CODE_NOT_FOUND,
				     "no interface of this network namespace has the index %d",
				     index);
	return code;
}

enum sriov_code link_read_by_name(struct netlink *netlink, const char *name,
				  struct link_facts *link, struct sriov_error **error)
{
	enum sriov_code code = ask(netlink, 0, name, link, error);

	if (code == SRIOV_CODE_GONE)
		return error_explain(error, SRIOV_CODE_NOT_FOUND,
				     "no interface of this network namespace has the name %s",
				     name);
	return code;
}

struct link_array {
	struct link_facts *links;
	size_t count;
	size_t capacity;
};

static enum sriov_code add(struct nlmsghdr *answer, void *data, struct sriov_error **error)
{
	struct link_array *array = data;
	struct link_facts *more;

	if (array->count == array->capacity) {
		array->capacity = array->capacity ? 2 * array->capacity : 16;
		more = reallocarray(array->links, array->capacity, sizeof(*more));
		if (!more)
			return error_no_memory(error);
		array->links = more;
	}
	return link_parse(answer, &array->links[array->count++], error);
}

enum sriov_code link_list_once(struct netlink *netlink, struct link_facts **links, size_t *count,
			       bool *interrupted, struct sriov_error **error)
{
	struct nl_msg *question = make_question(0, NULL);
	struct link_array array = {0};
	enum sriov_code code;

	*links = NULL;
	*count = 0;
	*interrupted = false;
	if (!question)
		return error_no_memory(error);
	code = netlink_dump(netlink, question, add, &array, interrupted, error);
	nlmsg_free(question);
	if (code) {
		free(array.links);
		return code;
	}
	*links = array.links;
	*count = array.count;
	return SRIOV_CODE_OK;
}

enum sriov_code link_list(struct netlink *netlink, struct link_facts **links, size_t *count,
			  struct sriov_error **error)
{
	bool interrupted;

	for (int i = 0; i < ATTEMPTS; i++) {
		enum sriov_code code = link_list_once(netlink, links, count, &interrupted, error);

		if (code || !interrupted)
			return code;
		free(*links);
	}
	*links = NULL;
	*count = 0;
	return error_set(error, SRIOV_CODE_BUSY,
			 "the interfaces of this network namespace changed each of %d times while "
			 "they were listed",
			 ATTEMPTS);
}
