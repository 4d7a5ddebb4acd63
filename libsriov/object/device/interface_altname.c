/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/interface.h"

#include <limits.h>
#include <stdio.h>

#include "base/error.h"
#include "kernel/netdev.h"
#include "kernel/netlink.h"

static enum sriov_code check_sysfs(struct sriov_context *context, const char *name, int index,
				   struct sriov_error **error)
{
	uint64_t number = 0;

	/* It may be that of another namespace all the same, or of another host. */
	if (tree_read_number(&context->sysfs, 10, INT_MAX, &number, NULL, "class/net/%s/ifindex",
			     name) ||
	    number != (uint64_t)index)
		return error_set(error, SRIOV_CODE_NOT_FOUND, "sysfs has no such interface");
	return SRIOV_CODE_OK;
}

enum sriov_code interface_find_altname(struct sriov_context *context, const char *altname,
				       char name[IF_NAMESIZE], struct sriov_error **error)
{
	CLEANUP(netdev_facts_clear) struct netdev_facts facts = {0};
	struct netlink *netlink;
	enum sriov_code code = context_get_netlink(context, &netlink, error);

	if (!code)
		code = netdev_read_by_name(netlink, altname, &facts, error);
	if (code)
		return code;
	snprintf(name, IF_NAMESIZE, "%s", facts.link.name);
	return interface_is_by_netlink(context)
		       ? SRIOV_CODE_OK
		       : check_sysfs(context, name, facts.link.index, error);
}
