/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Interfaces by name, and by the other names that they may have. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "kernel/netlink.h"
#include "object/device/device.h"
#include "object/device/interface.h"
#include "object/netdev/netdev.h"

static enum sriov_code ask(struct sriov_context *context, const char *name,
			   struct netdev_facts *facts, struct sriov_error **error)
{
	struct netlink *netlink;
	enum sriov_code code = context_get_netlink(context, &netlink, error);

	return code ? code : netdev_read_by_name(netlink, name, facts, error);
}

/* Kernels before 5.14 do not tell the device: sysfs does. "" for what is on no PCI device. */
static enum sriov_code find_address(struct sriov_context *context, const struct netdev_facts *facts,
				    char address[ADDRESS_SIZE], struct sriov_error **error)
{
	char target[NAME_MAX + 1];
	enum sriov_code code;

	address[0] = '\0';
	if (facts->link.parent[0]) {
		if (strcmp(facts->link.parent_bus, "pci") != 0 ||
		    !address_parse(facts->link.parent, address))
			address[0] = '\0';
		return SRIOV_CODE_OK;
	}
	if (interface_is_by_netlink(context))
		return SRIOV_CODE_OK;
	code = tree_read_link_if_any(&context->sysfs, target, error, "class/net/%s/device",
				     facts->link.name);
	if (!code && (!address_parse(target, address) ||
		      !tree_exists(&context->sysfs, "bus/pci/devices/%s", address)))
		address[0] = '\0';
	return code;
}

static enum sriov_code open_facts(struct sriov_context *context, struct netdev_facts *facts,
				  struct sriov_netdev **netdev, struct sriov_error **error)
{
	struct sriov_device *device = NULL;
	char address[ADDRESS_SIZE];
	enum sriov_code code = find_address(context, facts, address, error);

	if (!code && address[0])
		code = device_read(context, address, &device, error);
	if (code)
		netdev_facts_clear(facts);
	else
		code = netdev_make(context, device, facts, netdev, error);
	sriov_device_unref(device);
	return code;
}

EXPORT enum sriov_code sriov_netdev_open(struct sriov_context *context, const char *name,
					 struct sriov_netdev **netdev, struct sriov_error **error)
{
	struct netdev_facts facts;
	enum sriov_code code;

	if (!netdev)
		return error_null(error, "netdev");
	*netdev = NULL;
	if (!context)
		return error_null(error, "context");
	if (!name)
		return error_null(error, "name");
	if (!name_is_altname(name))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is no name that an interface can have", name);
	code = ask(context, name, &facts, error);
	return code ? code : open_facts(context, &facts, netdev, error);
}
