/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vf_interface.h"

#include <net/if.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"

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

static enum sriov_code choose(const struct sriov_device *device,
			      const struct sriov_string_list *names, struct vf_interface *interface,
			      struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	struct vf_interface one;

	for (size_t i = 0; !code && i < sriov_string_list_get_count(names); i++) {
		code = read_one(device, sriov_string_list_get(names, i), &one, error);
		if (!code && (!interface->name[0] || weigh(&one) > weigh(interface)))
			*interface = one;
	}
	return code;
}

/*
 * The directory net/ is there as long as the device has an interface in any namespace; sysfs shows
 * in it what is in its own.
 */
static enum sriov_code read_interfaces(const struct sriov_device *device,
				       struct vf_interface *interface, struct sriov_error **error)
{
	struct sriov_string_list *names;
	enum sriov_code code = sriov_device_list_interfaces(device, &names, error);

	*interface = (struct vf_interface) {0};
	if (code)
		return code;
	code = choose(device, names, interface, error);
	interface->elsewhere =
		!sriov_string_list_get_count(names) &&
		tree_exists(&device->context->sysfs, "bus/pci/devices/%s/net", device->address);
	sriov_string_list_unref(names);
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
