/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/devlink_message.h"

#include <linux/devlink.h>
#include <netlink/attr.h>
#include <netlink/genl/genl.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

struct nl_msg *devlink_message_make(int family, int command, const struct devlink_handle *handle)
{
	struct nl_msg *message = nlmsg_alloc();

	if (message &&
	    genlmsg_put(message, 0, 0, family, 0, 0, (uint8_t)command, DEVLINK_GENL_VERSION) &&
	    !nla_put_string(message, DEVLINK_ATTR_BUS_NAME, handle->bus) &&
	    !nla_put_string(message, DEVLINK_ATTR_DEV_NAME, handle->device))
		return message;
	nlmsg_free(message);
	return NULL;
}

struct nl_msg *devlink_message_set_mode(int family, const struct devlink_handle *handle, int mode)
{
	struct nl_msg *message = devlink_message_make(family, DEVLINK_CMD_ESWITCH_SET, handle);

	if (message && !nla_put_u16(message, DEVLINK_ATTR_ESWITCH_MODE, (uint16_t)mode))
		return message;
	nlmsg_free(message);
	return NULL;
}

/* A text has to have its end: all else here takes numbers as they come. */
static const struct nla_policy texts[DEVLINK_ATTR_MAX + 1] = {
	[DEVLINK_ATTR_BUS_NAME] = {.type = NLA_STRING},
	[DEVLINK_ATTR_DEV_NAME] = {.type = NLA_STRING},
	[DEVLINK_ATTR_PORT_NETDEV_NAME] = {.type = NLA_STRING},
	[DEVLINK_ATTR_PORT_IBDEV_NAME] = {.type = NLA_STRING},
	[DEVLINK_ATTR_INFO_DRIVER_NAME] = {.type = NLA_STRING},
	[DEVLINK_ATTR_INFO_SERIAL_NUMBER] = {.type = NLA_STRING},
	[DEVLINK_ATTR_INFO_BOARD_SERIAL_NUMBER] = {.type = NLA_STRING},
	[DEVLINK_ATTR_INFO_VERSION_NAME] = {.type = NLA_STRING},
	[DEVLINK_ATTR_INFO_VERSION_VALUE] = {.type = NLA_STRING},
};

/* The attributes of an answer, by their type. */
static enum sriov_code parse(struct nlmsghdr *answer,
			     struct nlattr *attributes[DEVLINK_ATTR_MAX + 1],
			     struct sriov_error **error)
{
	if (genlmsg_valid_hdr(answer, 0) &&
	    !genlmsg_parse(answer, 0, attributes, DEVLINK_ATTR_MAX, texts))
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_MALFORMED, "devlink's answer is not understood");
}

/* An integer of any width; -1 when it is not there or has another one. */
static int64_t get_number(const struct nlattr *attribute)
{
	switch (attribute ? nla_len(attribute) : 0) {
	case sizeof(uint8_t):
		return nla_get_u8(attribute);
	case sizeof(uint16_t):
		return nla_get_u16(attribute);
	case sizeof(uint32_t):
		return nla_get_u32(attribute);
	default:
		return -1;
	}
}

enum sriov_code devlink_message_read_eswitch(struct nlmsghdr *answer,
					     struct devlink_eswitch *eswitch,
					     struct sriov_error **error)
{
	struct nlattr *attributes[DEVLINK_ATTR_MAX + 1];
	enum sriov_code code = parse(answer, attributes, error);

	*eswitch = (struct devlink_eswitch) {-1, -1, -1};
	if (code)
		return code;
	eswitch->mode = (int)get_number(attributes[DEVLINK_ATTR_ESWITCH_MODE]);
	eswitch->inline_mode = (int)get_number(attributes[DEVLINK_ATTR_ESWITCH_INLINE_MODE]);
	eswitch->encapsulation = (int)get_number(attributes[DEVLINK_ATTR_ESWITCH_ENCAP_MODE]);
	return SRIOV_CODE_OK;
}

static bool is_text(const struct nlattr *attribute, const char *text)
{
	return attribute && !nla_strcmp(attribute, text);
}

static void take_names(struct nlattr **attributes, struct devlink_port *port)
{
	int64_t index = get_number(attributes[DEVLINK_ATTR_PORT_NETDEV_IFINDEX]);

	port->netdev_index = index > 0 ? (int)index : 0;
	if (attributes[DEVLINK_ATTR_PORT_NETDEV_NAME])
		nla_strlcpy(port->netdev_name, attributes[DEVLINK_ATTR_PORT_NETDEV_NAME],
			    sizeof(port->netdev_name));
	if (attributes[DEVLINK_ATTR_PORT_IBDEV_NAME])
		nla_strlcpy(port->ibdev_name, attributes[DEVLINK_ATTR_PORT_IBDEV_NAME],
			    sizeof(port->ibdev_name));
}

enum sriov_code devlink_message_read_port(struct nlmsghdr *answer,
					  const struct devlink_handle *handle,
					  struct devlink_port *port, bool *belongs,
					  struct sriov_error **error)
{
	struct nlattr *attributes[DEVLINK_ATTR_MAX + 1];
	enum sriov_code code = parse(answer, attributes, error);
	int64_t index;

	*port = (struct devlink_port) {0};
	*belongs = false;
	if (code)
		return code;
	*belongs = is_text(attributes[DEVLINK_ATTR_BUS_NAME], handle->bus) &&
		   is_text(attributes[DEVLINK_ATTR_DEV_NAME], handle->device);
	index = get_number(attributes[DEVLINK_ATTR_PORT_INDEX]);
	if (index < 0)
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "devlink's answer has a port without an index");
	port->index = (unsigned int)index;
	port->type = (int)get_number(attributes[DEVLINK_ATTR_PORT_TYPE]);
	port->flavour = (int)get_number(attributes[DEVLINK_ATTR_PORT_FLAVOUR]);
	port->number = get_number(attributes[DEVLINK_ATTR_PORT_NUMBER]);
	port->controller = get_number(attributes[DEVLINK_ATTR_PORT_CONTROLLER_NUMBER]);
	port->pf = get_number(attributes[DEVLINK_ATTR_PORT_PCI_PF_NUMBER]);
	port->vf = get_number(attributes[DEVLINK_ATTR_PORT_PCI_VF_NUMBER]);
	port->sf = get_number(attributes[DEVLINK_ATTR_PORT_PCI_SF_NUMBER]);
	port->external = get_number(attributes[DEVLINK_ATTR_PORT_EXTERNAL]) > 0;
	take_names(attributes, port);
	return SRIOV_CODE_OK;
}

void devlink_info_clear(struct devlink_info *info)
{
	for (size_t i = 0; i < info->version_count; i++) {
		free(info->versions[i].name);
		free(info->versions[i].value);
	}
	free(info->versions);
	free(info->driver);
	free(info->serial_number);
	free(info->board_serial_number);
	*info = (struct devlink_info) {0};
}

/* False when there is no memory; what is not there stays NULL. */
static bool copy_text(char **text, struct nlattr *attribute)
{
	*text = attribute ? nla_strdup(attribute) : NULL;
	return *text || !attribute;
}

static bool add_version(struct devlink_info *info, struct nlattr *nest,
			enum devlink_version_kind kind)
{
	struct nlattr *attributes[DEVLINK_ATTR_MAX + 1];
	struct devlink_version *more;

	if (nla_parse_nested(attributes, DEVLINK_ATTR_MAX, nest, texts) ||
	    !attributes[DEVLINK_ATTR_INFO_VERSION_NAME] ||
	    !attributes[DEVLINK_ATTR_INFO_VERSION_VALUE])
		return true;
	more = reallocarray(info->versions, info->version_count + 1, sizeof(*more));
	if (!more)
		return false;
	info->versions = more;
	more += info->version_count++;
	*more = (struct devlink_version) {.kind = kind};
	return copy_text(&more->name, attributes[DEVLINK_ATTR_INFO_VERSION_NAME]) &&
	       copy_text(&more->value, attributes[DEVLINK_ATTR_INFO_VERSION_VALUE]);
}

/* There are many of the same type, which a table has no room for. */
static bool take_versions(struct nlmsghdr *answer, struct devlink_info *info)
{
	struct genlmsghdr *header = genlmsg_hdr(answer);
	struct nlattr *one;
	bool fits = true;
	int left;

	nla_for_each_attr(one, genlmsg_attrdata(header, 0), genlmsg_attrlen(header, 0), left)
	{
		if (nla_type(one) == DEVLINK_ATTR_INFO_VERSION_FIXED)
			fits = fits && add_version(info, one, DEVLINK_VERSION_FIXED);
		else if (nla_type(one) == DEVLINK_ATTR_INFO_VERSION_RUNNING)
			fits = fits && add_version(info, one, DEVLINK_VERSION_RUNNING);
		else if (nla_type(one) == DEVLINK_ATTR_INFO_VERSION_STORED)
			fits = fits && add_version(info, one, DEVLINK_VERSION_STORED);
	}
	return fits;
}

enum sriov_code devlink_message_read_info(struct nlmsghdr *answer, struct devlink_info *info,
					  struct sriov_error **error)
{
	struct nlattr *attributes[DEVLINK_ATTR_MAX + 1];
	enum sriov_code code = parse(answer, attributes, error);

	*info = (struct devlink_info) {0};
	if (code)
		return code;
	if (copy_text(&info->driver, attributes[DEVLINK_ATTR_INFO_DRIVER_NAME]) &&
	    copy_text(&info->serial_number, attributes[DEVLINK_ATTR_INFO_SERIAL_NUMBER]) &&
	    copy_text(&info->board_serial_number,
		      attributes[DEVLINK_ATTR_INFO_BOARD_SERIAL_NUMBER]) &&
	    take_versions(answer, info))
		return SRIOV_CODE_OK;
	return error_no_memory(error);
}
