/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The interfaces of one device. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "sriov/device_interfaces.h"

#include "base/error.h"
#include "base/list.h"
#include "kernel/netlink.h"
#include "object/device/device.h"
#include "object/device/interface.h"
#include "object/netdev/netdev.h"

/* How often a name that changes while it is looked up is looked up again. */
#define ATTEMPTS 3

/* Kernels before 5.14 do not tell the device: then the name and the MAC must be the same. */
bool netdev_is_on(const struct sriov_device *device, const char *name,
		  const struct netdev_facts *facts)
{
	char line[NETDEV_MAC_SIZE];

	if (facts->link.parent[0])
		return !strcmp(facts->link.parent, device->address) &&
		       !strcmp(facts->link.parent_bus, "pci");
	if (strcmp(facts->link.name, name) != 0 ||
	    tree_read_line(&device->context->sysfs, line, sizeof(line), NULL,
			   "bus/pci/devices/%s/net/%s/address", device->address, name))
		return false;
	return facts->mac[0] && !strcmp(line, facts->mac);
}

static enum sriov_code read_index(const struct sriov_device *device, const char *name, int *index,
				  struct sriov_error **error)
{
	uint64_t number = 0;
	enum sriov_code code =
		tree_read_number(&device->context->sysfs, 10, INT_MAX, &number, error,
				 "bus/pci/devices/%s/net/%s/ifindex", device->address, name);

	*index = (int)number;
	return code;
}

/* The facts of what has this index, made sure to be on the device. */
static enum sriov_code read_facts(const struct sriov_device *device, const char *name, int index,
				  struct netdev_facts *facts, struct sriov_error **error)
{
	char label[DEVICE_LABEL_SIZE];
	struct netlink *netlink;
	enum sriov_code code = context_get_netlink(device->context, &netlink, error);

	if (code)
		return code;
	device_label(device, label);
	code = netdev_read(netlink, index, facts, error);
	if (code == SRIOV_CODE_NOT_FOUND)
		return error_explain(error, code,
				     "%s: its interface %s is not in the network namespace that "
				     "is asked by netlink",
				     label, name);
	if (code || netdev_is_on(device, name, facts))
		return code;
	error_set(error, SRIOV_CODE_NOT_FOUND,
		  "%s: its interface %s is not in the network namespace that is asked by netlink, "
		  "where index %d is %s, on another device",
		  label, name, index, facts->link.name);
	netdev_facts_clear(facts);
	return SRIOV_CODE_NOT_FOUND;
}

/* One that is known by name and index only, and why. Takes over the failure. */
static enum sriov_code make_broken(struct sriov_device *device, const char *name, int index,
				   struct sriov_error *failure, struct sriov_netdev **netdev,
				   struct sriov_error **error)
{
	struct netdev_facts facts = {.link.index = index, .operstate = -1};
	enum sriov_code code;

	snprintf(facts.link.name, sizeof(facts.link.name), "%s", name);
	code = netdev_make(device->context, device, &facts, netdev, error);
	if (code) {
		sriov_error_unref(failure);
		return code;
	}
	(*netdev)->error = failure;
	error_set_device(&(*netdev)->error, device->address);
	return SRIOV_CODE_OK;
}

static enum sriov_code read_one(struct sriov_device *device, const char *name, int index,
				struct sriov_netdev **netdev, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct netdev_facts facts;
	enum sriov_code code = read_facts(device, name, index, &facts, &failure);

	if (!code)
		return netdev_make(device->context, device, &facts, netdev, error);
	if (code == SRIOV_CODE_NO_MEMORY)
		return error_move(error, &failure);
	return make_broken(device, name, index, failure, netdev, error);
}

/* Gives NOT_FOUND when a name was changed since it was listed. */
static enum sriov_code fill(struct sriov_device *device, const struct sriov_string_list *names,
			    void *list, struct sriov_error **error)
{
	struct sriov_netdev *netdev;
	enum sriov_code code;
	const char *name;
	int index;

	for (size_t i = 0; i < sriov_string_list_get_count(names); i++) {
		name = sriov_string_list_get(names, i);
		code = read_index(device, name, &index, error);
		if (!code)
			code = read_one(device, name, index, &netdev, error);
		if (code)
			return code;
		if (!list_add(list, netdev))
			return error_no_memory(error);
	}
	return SRIOV_CODE_OK;
}

/* The directory is there and empty when the interface is in another namespace than sysfs is of. */
static enum sriov_code check_presence(const struct sriov_device *device, size_t count,
				      struct sriov_error **error)
{
	char label[DEVICE_LABEL_SIZE];

	if (count ||
	    !tree_exists(&device->context->sysfs, "bus/pci/devices/%s/net", device->address))
		return SRIOV_CODE_OK;
	device_label(device, label);
	return error_set(error, SRIOV_CODE_NOT_FOUND,
			 "%s: its interface is in another network namespace", label);
}

static enum sriov_code list_by_sysfs(struct sriov_device *device, void **list, bool *again,
				     struct sriov_error **error)
{
	struct sriov_string_list *names;
	enum sriov_code code = sriov_device_list_interfaces(device, &names, error);

	if (code)
		return code;
	code = check_presence(device, sriov_string_list_get_count(names), error);
	if (!code) {
		*list = list_new();
		code = *list ? fill(device, names, *list, error) : error_no_memory(error);
		*again = code == SRIOV_CODE_NOT_FOUND || code == SRIOV_CODE_GONE;
	}
	sriov_string_list_unref(names);
	return code;
}

static enum sriov_code add_if_on(struct sriov_device *device, struct netdev_facts *facts,
				 void *list, struct sriov_error **error)
{
	struct netdev_facts taken = *facts;
	struct sriov_netdev *netdev;
	enum sriov_code code;

	if (strcmp(facts->link.parent, device->address) != 0 ||
	    strcmp(facts->link.parent_bus, "pci") != 0)
		return SRIOV_CODE_OK;
	*facts = (struct netdev_facts) {0};
	code = netdev_make(device->context, device, &taken, &netdev, error);
	if (!code && !list_add(list, netdev))
		code = error_no_memory(error);
	return code;
}

static int compare(const void *left, const void *right)
{
	const struct sriov_netdev *const *first = left, *const *second = right;

	return strverscmp((*first)->facts.link.name, (*second)->facts.link.name);
}

/* In a network namespace that sysfs does not show. */
static enum sriov_code list_by_netlink(struct sriov_device *device, void **list,
				       struct sriov_error **error)
{
	struct netdev_facts *facts = NULL;
	struct netlink *netlink;
	size_t count = 0;
	enum sriov_code code = context_get_netlink(device->context, &netlink, error);

	if (!code)
		code = netdev_list(netlink, &facts, &count, error);
	if (code)
		return code;
	*list = list_new();
	code = *list ? SRIOV_CODE_OK : error_no_memory(error);
	for (size_t i = 0; !code && i < count; i++)
		code = add_if_on(device, &facts[i], *list, error);
	netdev_list_free(facts, count);
	if (!code)
		code = interface_check_parents(list_get_count(*list), error);
	if (!code)
		code = check_presence(device, list_get_count(*list), error);
	if (!code)
		list_sort(*list, compare);
	return code;
}

static enum sriov_code list_once(struct sriov_device *device, void **list, bool *again,
				 struct sriov_error **error)
{
	if (interface_is_by_netlink(device->context))
		return list_by_netlink(device, list, error);
	return list_by_sysfs(device, list, again, error);
}

EXPORT enum sriov_code sriov_device_list_netdevs(const struct sriov_device *device,
						 struct sriov_netdev_list **list,
						 struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	bool again = true;
	void *made = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!device)
		return error_null(error, "device");
	for (int i = 0; again && i < ATTEMPTS; i++) {
		object_unref(made);
		sriov_error_unref(failure);
		made = NULL;
		failure = NULL;
		again = false;
		code = list_once((struct sriov_device *)device, &made, &again, &failure);
	}
	if (!code) {
		*list = made;
		return code;
	}
	object_unref(made);
	error_set_device(&failure, device->address);
	return error_move(error, &failure);
}
