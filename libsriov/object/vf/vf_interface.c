/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vf/vf_interface.h"

#include <net/if.h>
#include <stdio.h>
#include <string.h>

#include "sriov/device_interfaces.h"

#include "base/error.h"
#include "object/device/interface.h"

/* A bond and a bridge are told by "master", all that is built upon an interface by "upper_NAME". */
static enum sriov_code read_upper(const struct sriov_device *device, struct vf_interface *interface,
				  struct sriov_error **error)
{
	static const char prefix[] = "upper_";
	const struct tree *sysfs = &device->context->sysfs;
	struct sriov_string_list *names;
	const char *name;
	enum sriov_code code = tree_read_link_if_any(sysfs, interface->upper, error,
						     "bus/pci/devices/%s/net/%s/master",
						     device->address, interface->name);

	if (code || interface->upper[0])
		return code;
	code = tree_list(sysfs, &names, error, "bus/pci/devices/%s/net/%s", device->address,
			 interface->name);
	if (code)
		return code;
	string_list_sort(names);
	for (size_t i = 0; (name = sriov_string_list_get(names, i)) && !interface->upper[0]; i++)
		if (!strncmp(name, prefix, strlen(prefix)))
			snprintf(interface->upper, sizeof(interface->upper), "%s",
				 name + strlen(prefix));
	sriov_string_list_unref(names);
	return SRIOV_CODE_OK;
}

static enum sriov_code read_one(const struct sriov_device *device, const char *name,
				struct vf_interface *interface, struct sriov_error **error)
{
	uint64_t flags;
	enum sriov_code code;

	*interface = (struct vf_interface) {0};
	snprintf(interface->name, sizeof(interface->name), "%s", name);
	code = tree_read_number(&device->context->sysfs, 16, UINT32_MAX, &flags, error,
				"bus/pci/devices/%s/net/%s/flags", device->address, name);
	if (code)
		return code;
	interface->up = flags & IFF_UP;
	return read_upper(device, interface, error);
}

static int weigh(const struct vf_interface *interface)
{
	return interface->upper[0] ? 2 : interface->up;
}

static void prefer(struct vf_interface *interface, const struct vf_interface *one)
{
	if (!interface->name[0] || weigh(one) > weigh(interface))
		*interface = *one;
}

static enum sriov_code read_by_sysfs(const struct sriov_device *device,
				     struct vf_interface *interface, struct sriov_error **error)
{
	struct vf_interface one;
	struct sriov_string_list *names;
	enum sriov_code code = sriov_device_list_interfaces(device, &names, error);

	for (size_t i = 0; !code && i < sriov_string_list_get_count(names); i++) {
		code = read_one(device, sriov_string_list_get(names, i), &one, error);
		if (!code)
			prefer(interface, &one);
	}
	sriov_string_list_unref(names);
	return code;
}

/* A bond or bridge is in the same namespace. */
static enum sriov_code take_link(const struct sriov_device *device, const struct link_facts *link,
				 struct vf_interface *one, struct sriov_error **error)
{
	struct netlink *netlink;
	struct link_facts master;
	enum sriov_code code;

	*one = (struct vf_interface) {.up = link->up};
	snprintf(one->name, sizeof(one->name), "%s", link->name);
	if (!link->master)
		return SRIOV_CODE_OK;
	code = context_get_netlink(device->context, &netlink, error);
	if (!code)
		code = link_read(netlink, link->master, &master, error);
	if (!code)
		snprintf(one->upper, sizeof(one->upper), "%s", master.name);
	return code;
}

static enum sriov_code read_by_netlink(const struct sriov_device *device,
				       struct vf_interface *interface, struct sriov_error **error)
{
	struct vf_interface one;
	struct link_facts *links;
	size_t count;
	enum sriov_code code =
		interface_list_links(device->context, device->address, &links, &count, error);

	for (size_t i = 0; !code && i < count; i++) {
		code = take_link(device, &links[i], &one, error);
		if (!code)
			prefer(interface, &one);
	}
	free(links);
	return code;
}

/*
 * The directory net/ is there as long as the device has an interface in any namespace; sysfs shows
 * in it what is in that of its mount.
 */
static enum sriov_code read_interfaces(const struct sriov_device *device,
				       struct vf_interface *interface, struct sriov_error **error)
{
	enum sriov_code code;

	*interface = (struct vf_interface) {0};
	if (interface_is_by_netlink(device->context))
		code = read_by_netlink(device, interface, error);
	else
		code = read_by_sysfs(device, interface, error);
	interface->elsewhere =
		!code && !interface->name[0] &&
		tree_exists(&device->context->sysfs, "bus/pci/devices/%s/net", device->address);
	return code;
}

/* One that is not there any more may have got another name: udev renames what is new. */
enum sriov_code vf_interface_read(const struct sriov_device *device, struct vf_interface *interface,
				  struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code = SRIOV_CODE_NOT_FOUND;

	for (int tries = 0; code == SRIOV_CODE_NOT_FOUND && tries < 3; tries++) {
		sriov_error_unref(failure);
		failure = NULL;
		code = read_interfaces(device, interface, &failure);
	}
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}
