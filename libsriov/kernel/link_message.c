/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/link_message.h"

#include <errno.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

#include "base/common.h"
#include "kernel/netlink.h"

/* How often a list is asked for that changes meanwhile. */
#define ATTEMPTS 20

/* Without the VFs, of which there may be many; index 0 and no name ask for all. */
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

static enum sriov_code ask(struct netlink *netlink, const struct link_form *form, int index,
			   const char *name, void *facts, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	struct nl_msg *question = make_question(index, name);
	enum sriov_code code;

	memset(facts, 0, form->size);
	if (!question)
		return error_no_memory(error);
	code = netlink_ask(netlink, question, &answer, error);
	nlmsg_free(question);
	return code ? code : form->decode(answer, facts, error);
}

/* The kernel says "no such device" to an index or name that is not there. */
enum sriov_code link_form_read(struct netlink *netlink, const struct link_form *form, int index,
			       const char *name, void *facts, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code = ask(netlink, form, index, name, facts, &failure);

	if (!code)
		return code;
	/* Kernels before 5.5 know no long names: to them nothing was asked for. */
	if (name && (code == SRIOV_CODE_GONE || sriov_error_get_errno(failure) == EINVAL))
		error_explain(&failure, SRIOV_CODE_NOT_FOUND,
			      "no interface of this network namespace has the name %s", name);
	else if (code == SRIOV_CODE_GONE)
		error_explain(&failure, SRIOV_CODE_NOT_FOUND,
			      "no interface of this network namespace has the index %d", index);
	return error_move(error, &failure);
}

void link_form_free(const struct link_form *form, void *facts, size_t count)
{
	while (count && form->clear)
		form->clear((char *)facts + --count * form->size);
	free(facts);
}

/* A list that is being received. */
struct collection {
	const struct link_form *form;
	char *facts;
	size_t count;
	size_t capacity;
};

static enum sriov_code collect(struct nlmsghdr *answer, void *data, struct sriov_error **error)
{
	struct collection *collection = data;
	size_t size = collection->form->size;
	enum sriov_code code;

	if (collection->count == collection->capacity) {
		size_t capacity = collection->capacity ? 2 * collection->capacity : 16;
		char *more = reallocarray(collection->facts, capacity, size);

		if (!more)
			return error_no_memory(error);
		collection->facts = more;
		collection->capacity = capacity;
	}
	code = collection->form->decode(answer, collection->facts + collection->count * size,
					error);
	if (!code)
		collection->count++;
	return code;
}

enum sriov_code link_form_list_once(struct netlink *netlink, const struct link_form *form,
				    void **facts, size_t *count, bool *interrupted,
				    struct sriov_error **error)
{
	struct nl_msg *question = make_question(0, NULL);
	struct collection collection = {.form = form};
	enum sriov_code code;

	*facts = NULL;
	*count = 0;
	*interrupted = false;
	if (!question)
		return error_no_memory(error);
	code = netlink_dump(netlink, question, collect, &collection, interrupted, error);
	nlmsg_free(question);
	if (code) {
		link_form_free(form, collection.facts, collection.count);
		return code;
	}
	*facts = collection.facts;
	*count = collection.count;
	return code;
}

enum sriov_code link_form_list(struct netlink *netlink, const struct link_form *form, void **facts,
			       size_t *count, struct sriov_error **error)
{
	bool interrupted;

	for (int i = 0; i < ATTEMPTS; i++) {
		enum sriov_code code =
			link_form_list_once(netlink, form, facts, count, &interrupted, error);

		if (code || !interrupted)
			return code;
		link_form_free(form, *facts, *count);
	}
	*facts = NULL;
	*count = 0;
	return error_set(error, SRIOV_CODE_BUSY,
			 "the interfaces of this network namespace changed each of %d times while "
			 "they were listed",
			 ATTEMPTS);
}

void link_take_text(const struct nlattr *attribute, char *text, size_t size)
{
	text[0] = '\0';
	if (attribute)
		nla_strlcpy(text, attribute, size);
}

bool link_take_number(const struct nlattr *attribute, uint32_t *number)
{
	if (!attribute || nla_len(attribute) < (int)sizeof(*number))
		return false;
	*number = nla_get_u32(attribute);
	return true;
}

int link_take_byte(const struct nlattr *attribute)
{
	return attribute && nla_len(attribute) >= 1 ? nla_get_u8(attribute) : -1;
}
