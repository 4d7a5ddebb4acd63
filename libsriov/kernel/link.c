/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/link.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/addr.h>
#include <netlink/attr.h>
#include <netlink/errno.h>
#include <netlink/msg.h>
#include <netlink/object.h>
#include <netlink/route/link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/common.h"
#include "kernel/netlink.h"

/* How often a list is asked for that changes meanwhile. */
#define ATTEMPTS 20

/*
 * The question of libnl-route itself asks for the VFs as well, which it then misreads: this one
 * does not.
 */
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

static void keep(struct nl_object *object, void *data)
{
	nl_object_get(object);
	*(struct rtnl_link **)data = (struct rtnl_link *)object;
}

static void cleanup_link(struct rtnl_link **link)
{
	rtnl_link_put(*link);
}

/* Gives an error of libnl; the link is NULL then. */
static int parse(struct nlmsghdr *answer, struct rtnl_link **link)
{
	struct nl_msg *message = nlmsg_convert(answer);
	int result;

	if (!message)
		return -NLE_NOMEM;
	nlmsg_set_proto(message, NETLINK_ROUTE);
	result = nl_msg_parse(message, keep, link);
	nlmsg_free(message);
	return result;
}

static void take_link(struct link_facts *facts, struct rtnl_link *link)
{
	const struct nl_addr *mac = rtnl_link_get_addr(link);
	const char *kind = rtnl_link_get_type(link);
	const char *name = rtnl_link_get_name(link);
	const char *port = rtnl_link_get_phys_port_name(link);

	facts->index = rtnl_link_get_ifindex(link);
	facts->master = rtnl_link_get_master(link);
	facts->up = rtnl_link_get_flags(link) & IFF_UP;
	facts->carrier = rtnl_link_get_carrier(link);
	snprintf(facts->name, sizeof(facts->name), "%s", name ? name : "");
	snprintf(facts->kind, sizeof(facts->kind), "%s", kind ? kind : "");
	snprintf(facts->port, sizeof(facts->port), "%s", port ? port : "");
	if (mac && nl_addr_get_len(mac) == sizeof(facts->mac))
		memcpy(facts->mac, nl_addr_get_binary_addr(mac), sizeof(facts->mac));
}

/* The device behind the interface, of which libnl-route 3.7 knows nothing. */
static void take_parent(struct link_facts *facts, struct nlmsghdr *answer)
{
	const struct nlattr *name, *bus;

	name = nlmsg_find_attr(answer, sizeof(struct ifinfomsg), IFLA_PARENT_DEV_NAME);
	bus = nlmsg_find_attr(answer, sizeof(struct ifinfomsg), IFLA_PARENT_DEV_BUS_NAME);
	if (name)
		nla_strlcpy(facts->parent, name, sizeof(facts->parent));
	if (bus)
		nla_strlcpy(facts->parent_bus, bus, sizeof(facts->parent_bus));
}

enum sriov_code link_parse(struct nlmsghdr *answer, struct link_facts *facts,
			   struct sriov_error **error)
{
	CLEANUP(cleanup_link) struct rtnl_link *link = NULL;
	int type = answer->nlmsg_type;

	if ((type == RTM_NEWLINK || type == RTM_DELLINK) && parse(answer, &link) == -NLE_NOMEM)
		return error_no_memory(error);
	if (!link)
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "the kernel's description of the interface is not understood");
	*facts = (struct link_facts) {0};
	take_link(facts, link);
	take_parent(facts, answer);
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
