/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "link.h"

#include <errno.h>
#include <linux/if.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if_arp.h>
#include <netlink/attr.h>
#include <stdlib.h>
#include <string.h>

/* As much as the list of all VFs may need. */
#define ANSWER_SIZE 65536

static struct nl_msg *begin(const struct nlmsghdr *question, int type, int flags,
			    const struct link_client *client)
{
	struct nl_msg *answer = nlmsg_alloc_size(ANSWER_SIZE);

	if (!answer || !nlmsg_put(answer, client->port, question->nlmsg_seq, type, 0, flags))
		abort();
	return answer;
}

static void send_off(struct nl_msg *answer, const struct link_client *client)
{
	client->answer(client->data, nlmsg_hdr(answer), nlmsg_hdr(answer)->nlmsg_len);
	nlmsg_free(answer);
}

/* An error goes to everybody, success to those who asked for it. No copy of what was refused. */
static void acknowledge(const struct nlmsghdr *question, int number,
			const struct link_client *client)
{
	struct nlmsgerr verdict = {.error = -number, .msg = *question};
	struct nl_msg *answer;

	if (!number && !(question->nlmsg_flags & NLM_F_ACK))
		return;
	answer = begin(question, NLMSG_ERROR, NLM_F_CAPPED, client);
	nlmsg_append(answer, &verdict, sizeof(verdict), NLMSG_ALIGNTO);
	send_off(answer, client);
}

/* --- Questions -------------------------------------------------------------------------------- */

static void put_interface(struct nl_msg *message, const struct found *found)
{
	const uint8_t own[6] = {0x52, 0x54, 0, 0, 0, (uint8_t)host_number_interface(found)};
	const uint8_t *mac = found->function->settings.mac;
	static const uint8_t none[6];
	char name[32];

	host_name_interface(found, name);
	if (found->vf_index < 0 || !memcmp(mac, none, sizeof(none)))
		mac = own;
	nla_put_string(message, IFLA_IFNAME, name);
	nla_put_u32(message, IFLA_MTU, 1500);
	nla_put_u8(message, IFLA_OPERSTATE, 6 /* IF_OPER_UP */);
	nla_put_u8(message, IFLA_CARRIER, 1);
	nla_put(message, IFLA_ADDRESS, 6, mac);
	nla_put_string(message, IFLA_PARENT_DEV_NAME, found->function->address);
	nla_put_string(message, IFLA_PARENT_DEV_BUS_NAME, "pci");
}

static void tell(const struct nlmsghdr *question, const struct found *found, uint32_t filter,
		 int flags, const struct link_client *client)
{
	struct ifinfomsg link = {
		.ifi_type = ARPHRD_ETHER,
		.ifi_index = host_number_interface(found),
		.ifi_flags = IFF_UP | IFF_RUNNING | IFF_BROADCAST | IFF_MULTICAST,
	};
	struct nl_msg *answer = begin(question, RTM_NEWLINK, flags, client);

	nlmsg_append(answer, &link, sizeof(link), NLMSG_ALIGNTO);
	put_interface(answer, found);
	if (found->vf_index < 0 && (filter & RTEXT_FILTER_VF)) {
		nla_put_u32(answer, IFLA_NUM_VF, found->pf->vf_count);
		vf_put_list(answer, found->pf);
	}
	send_off(answer, client);
}

/* Calls work for each interface until it is true. */
static bool each_interface(struct host *host, bool (*work)(const struct found *found, void *data),
			   void *data)
{
	for (size_t i = 0; i < host->now.pf_count; i++) {
		struct pf *pf = &host->now.pfs[i];

		for (int j = -1; j < (int)pf->vf_count; j++) {
			struct found found = {pf, j < 0 ? &pf->self : &pf->vfs[j], j};

			if (host_has_interface(&found) && work(&found, data))
				return true;
		}
	}
	return false;
}

struct search {
	int index;
	const char *name;
	struct found found;
};

static bool compare(const struct found *found, void *data)
{
	struct search *search = data;
	char name[32];

	host_name_interface(found, name);
	search->found = *found;
	return search->index ? search->index == host_number_interface(found)
			     : search->name && !strcmp(search->name, name);
}

static bool find(struct host *host, const struct nlmsghdr *question, struct nlattr **attributes,
		 struct found *found)
{
	const struct ifinfomsg *link = nlmsg_data(question);
	struct search search = {.index = link->ifi_index};

	if (attributes[IFLA_IFNAME])
		search.name = nla_get_string(attributes[IFLA_IFNAME]);
	else if (attributes[IFLA_ALT_IFNAME])
		search.name = nla_get_string(attributes[IFLA_ALT_IFNAME]);
	if (!each_interface(host, compare, &search))
		return false;
	*found = search.found;
	return true;
}

struct listing {
	const struct nlmsghdr *question;
	uint32_t filter;
	const struct link_client *client;
};

static bool list_one(const struct found *found, void *data)
{
	const struct listing *listing = data;

	tell(listing->question, found, listing->filter, NLM_F_MULTI, listing->client);
	return false;
}

static void end_list(const struct nlmsghdr *question, const struct link_client *client)
{
	struct nl_msg *answer = begin(question, NLMSG_DONE, NLM_F_MULTI, client);
	int number = 0;

	nlmsg_append(answer, &number, sizeof(number), NLMSG_ALIGNTO);
	send_off(answer, client);
}

static int answer_question(struct host *host, const struct nlmsghdr *question,
			   struct nlattr **attributes, const struct link_client *client)
{
	uint32_t filter = attributes[IFLA_EXT_MASK] ? nla_get_u32(attributes[IFLA_EXT_MASK]) : 0;
	struct found found;

	if (!find(host, question, attributes, &found))
		return ENODEV;
	tell(question, &found, filter, 0, client);
	return 0;
}

static void list(struct host *host, const struct nlmsghdr *question, struct nlattr **attributes,
		 const struct link_client *client)
{
	struct listing listing = {.question = question, .client = client};

	if (attributes[IFLA_EXT_MASK])
		listing.filter = nla_get_u32(attributes[IFLA_EXT_MASK]);
	each_interface(host, list_one, &listing);
	end_list(question, client);
}

/* --- Changes ---------------------------------------------------------------------------------- */

/* One VF after another, up to the first that is refused: what came before stays. */
static int set_vfs(struct host *host, const struct nlmsghdr *message, struct nlattr **attributes)
{
	struct nlattr *entry;
	struct found found;
	int left, number;

	if (!find(host, message, attributes, &found))
		return ENODEV;
	if (!attributes[IFLA_VFINFO_LIST])
		return 0;
	if (found.vf_index >= 0)
		return EOPNOTSUPP;
	nla_for_each_nested(entry, attributes[IFLA_VFINFO_LIST], left)
	{
		number = nla_type(entry) == IFLA_VF_INFO ? vf_set(found.pf, entry) : EINVAL;
		if (number)
			return number;
	}
	return 0;
}

static int change(struct host *host, const struct nlmsghdr *message, struct nlattr **attributes,
		  const struct link_client *client)
{
	int number = client->fail(client->data);

	return number ? number : set_vfs(host, message, attributes);
}

static void handle_link(struct host *host, struct nlmsghdr *message,
			const struct link_client *client)
{
	struct nlattr *attributes[IFLA_MAX + 1];
	int number = 0;

	if (nlmsg_parse(message, sizeof(struct ifinfomsg), attributes, IFLA_MAX, NULL))
		number = EINVAL;
	else if (message->nlmsg_type != RTM_GETLINK)
		number = change(host, message, attributes, client);
	else if (message->nlmsg_flags & NLM_F_DUMP)
		return list(host, message, attributes, client);
	else
		number = answer_question(host, message, attributes, client);
	acknowledge(message, number, client);
}

/* Of what is no link there is none: no address, no route, no rule. */
static void handle(struct host *host, struct nlmsghdr *message, const struct link_client *client)
{
	switch (message->nlmsg_type) {
	case RTM_GETLINK:
	case RTM_SETLINK:
	case RTM_NEWLINK:
		handle_link(host, message, client);
		break;
	default:
		if ((message->nlmsg_flags & NLM_F_DUMP) == NLM_F_DUMP)
			end_list(message, client);
		else
			acknowledge(message, EOPNOTSUPP, client);
	}
}

/* That in one send all messages are of one kind is how it is. */
bool link_is_change(const void *bytes, size_t length)
{
	const struct nlmsghdr *message = bytes;

	return length >= sizeof(*message) &&
	       (message->nlmsg_type == RTM_SETLINK || message->nlmsg_type == RTM_NEWLINK);
}

void link_handle(struct host *host, void *bytes, size_t length, const struct link_client *client)
{
	struct nlmsghdr *message = bytes;
	int left = (int)length;

	for (; nlmsg_ok(message, left); message = nlmsg_next(message, &left))
		handle(host, message, client);
}
