/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/devlink.h"

#include <linux/devlink.h>
#include <linux/genetlink.h>
#include <netlink/attr.h>
#include <netlink/genl/genl.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

#include "kernel/netlink.h"

/* How often a list that changed while it was read is read again. */
#define ATTEMPTS 8

struct devlink {
	struct netlink *netlink;
	int family; /* the number that this kernel gave it */
};

/* Asks, and frees the question, which may be NULL for want of memory. */
static enum sriov_code ask(struct netlink *netlink, struct nl_msg *question,
			   struct nlmsghdr **answer, struct sriov_error **error)
{
	enum sriov_code code;

	*answer = NULL;
	if (!question)
		return error_no_memory(error);
	code = netlink_ask(netlink, question, answer, error);
	nlmsg_free(question);
	return code;
}

static struct nl_msg *make_family_question(void)
{
	struct nl_msg *message = nlmsg_alloc();

	if (message && genlmsg_put(message, 0, 0, GENL_ID_CTRL, 0, 0, CTRL_CMD_GETFAMILY, 1) &&
	    !nla_put_string(message, CTRL_ATTR_FAMILY_NAME, DEVLINK_GENL_NAME))
		return message;
	nlmsg_free(message);
	return NULL;
}

static enum sriov_code find_family(struct devlink *devlink, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	struct nlattr *attributes[CTRL_ATTR_MAX + 1];
	enum sriov_code code = ask(devlink->netlink, make_family_question(), &answer, error);

	if (code == SRIOV_CODE_NOT_FOUND)
		return error_explain(error, SRIOV_CODE_UNSUPPORTED,
				     "this kernel was built without devlink");
	if (code)
		return code;
	if (!genlmsg_valid_hdr(answer, 0) ||
	    genlmsg_parse(answer, 0, attributes, CTRL_ATTR_MAX, NULL) ||
	    !attributes[CTRL_ATTR_FAMILY_ID] ||
	    nla_len(attributes[CTRL_ATTR_FAMILY_ID]) != sizeof(uint16_t))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "what the kernel says of devlink is not understood");
	devlink->family = nla_get_u16(attributes[CTRL_ATTR_FAMILY_ID]);
	return SRIOV_CODE_OK;
}

enum sriov_code devlink_open(int netns, const struct log *log, struct guard *guard,
			     struct devlink **devlink, struct sriov_error **error)
{
	struct devlink *made = calloc(1, sizeof(*made));
	enum sriov_code code = made ? netlink_open_generic(netns, log, guard, &made->netlink, error)
				    : error_no_memory(error);

	*devlink = NULL;
	if (!code)
		code = find_family(made, error);
	if (code)
		devlink_close(made);
	else
		*devlink = made;
	return code;
}

void devlink_close(struct devlink *devlink)
{
	if (devlink)
		netlink_close(devlink->netlink);
	free(devlink);
}

/* The kernel has a lock for each device; old ones have one for all. */
static enum sriov_code ask_about(struct devlink *devlink, int command,
				 const struct devlink_handle *handle, struct nlmsghdr **answer,
				 struct sriov_error **error)
{
	netlink_set_device(devlink->netlink, handle->device);
	return ask(devlink->netlink, devlink_message_make(devlink->family, command, handle), answer,
		   error);
}

enum sriov_code devlink_check(struct devlink *devlink, const struct devlink_handle *handle,
			      struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;

	return ask_about(devlink, DEVLINK_CMD_GET, handle, &answer, error);
}

enum sriov_code devlink_read_eswitch(struct devlink *devlink, const struct devlink_handle *handle,
				     struct devlink_eswitch *eswitch, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	enum sriov_code code = ask_about(devlink, DEVLINK_CMD_ESWITCH_GET, handle, &answer, error);

	return code ? code : devlink_message_read_eswitch(answer, eswitch, error);
}

enum sriov_code devlink_set_eswitch_mode(struct devlink *devlink,
					 const struct devlink_handle *handle, int mode,
					 struct sriov_error **error)
{
	struct nl_msg *change = devlink_message_set_mode(devlink->family, handle, mode);
	struct netlink_subject subject = {handle->device, "the mode of its switch"};
	struct netlink_verdict verdict;
	enum sriov_code code;

	if (!change)
		return error_no_memory(error);
	code = netlink_change(devlink->netlink, &subject, &change, 1, &verdict, error);
	nlmsg_free(change);
	if (code || !verdict.number)
		return code;
	return error_set_system(error, verdict.number, "netlink", NULL,
				"DEVLINK_ATTR_ESWITCH_MODE%s%s", verdict.reason[0] ? ": " : "",
				verdict.reason);
}

/* The ports that were listed until now. */
struct listing {
	const struct devlink_handle *handle;
	struct devlink_port *ports;
	size_t count;
};

static enum sriov_code collect(struct nlmsghdr *answer, void *data, struct sriov_error **error)
{
	struct listing *listing = data;
	struct devlink_port port, *more;
	bool belongs;
	enum sriov_code code =
		devlink_message_read_port(answer, listing->handle, &port, &belongs, error);

	if (code || !belongs)
		return code;
	/* At each power of two there is no room left. */
	if (!(listing->count & (listing->count - 1))) {
		more = reallocarray(listing->ports, listing->count ? 2 * listing->count : 1,
				    sizeof(*more));
		if (!more)
			return error_no_memory(error);
		listing->ports = more;
	}
	listing->ports[listing->count++] = port;
	return SRIOV_CODE_OK;
}

enum sriov_code devlink_list_ports(struct devlink *devlink, const struct devlink_handle *handle,
				   struct devlink_port **ports, size_t *count,
				   struct sriov_error **error)
{
	struct nl_msg *question =
		devlink_message_make(devlink->family, DEVLINK_CMD_PORT_GET, handle);
	enum sriov_code code = question ? SRIOV_CODE_OK : error_no_memory(error);
	struct listing listing = {.handle = handle};
	bool again = true;

	*ports = NULL;
	*count = 0;
	netlink_set_device(devlink->netlink, handle->device);
	for (int i = 0; !code && again && i < ATTEMPTS; i++) {
		listing.count = 0;
		code = netlink_dump(devlink->netlink, question, collect, &listing, &again, error);
	}
	nlmsg_free(question);
	if (!code && again)
		code = error_set(error, SRIOV_CODE_BUSY,
				 "the ports of devlink changed each of %d times while they were "
				 "listed",
				 ATTEMPTS);
	if (code) {
		free(listing.ports);
		return code;
	}
	*ports = listing.ports;
	*count = listing.count;
	return code;
}

enum sriov_code devlink_read_info(struct devlink *devlink, const struct devlink_handle *handle,
				  struct devlink_info *info, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	enum sriov_code code = ask_about(devlink, DEVLINK_CMD_INFO_GET, handle, &answer, error);

	if (code)
		return code;
	code = devlink_message_read_info(answer, info, error);
	if (code)
		devlink_info_clear(info);
	return code;
}
