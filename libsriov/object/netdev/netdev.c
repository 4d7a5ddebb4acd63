/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/netdev/netdev.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "kernel/guard.h"
#include "kernel/netlink.h"
#include "object/device/device.h"
#include "object/device/interface.h"

OBJECT_REFERENCES(netdev)
OBJECT_LIST(netdev)

static void destroy(void *object)
{
	struct sriov_netdev *netdev = object;

	netdev_facts_clear(&netdev->facts);
	sriov_error_unref(netdev->error);
	sriov_device_unref(netdev->device);
}

/* A file of the interface's directory; 0 where it is missing or holds no such number. */
static unsigned int read_number(const struct tree *sysfs, const char *name, const char *file,
				int base)
{
	uint64_t number;

	if (tree_read_number(sysfs, base, INT_MAX, &number, NULL, "class/net/%s/%s", name, file))
		return 0;
	return (unsigned int)number;
}

/* Without a link it is -1, or reading it fails. The kernel asks the driver, all else standing by.
 */
static enum sriov_code read_speed(const struct tree *sysfs, struct sriov_netdev *netdev,
				  struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	uint64_t number = 0;
	enum sriov_code code = tree_read_locked_number(
		sysfs, INT_MAX, &number, &failure, "class/net/%s/speed", netdev->facts.link.name);

	if (guard_gave_up(code))
		return error_move(error, &failure);
	sriov_error_unref(failure);
	netdev->speed_mbps = code ? 0 : (unsigned int)number;
	return SRIOV_CODE_OK;
}

/* The name may be another interface's by now, or in this sysfs: the index has to be the same. */
static enum sriov_code read_files(const struct sriov_context *context, struct sriov_netdev *netdev,
				  struct sriov_error **error)
{
	const struct tree *sysfs = &context->sysfs;
	const char *name = netdev->facts.link.name;

	if (interface_is_by_netlink(context) ||
	    read_number(sysfs, name, "ifindex", 10) != (unsigned int)netdev->facts.link.index)
		return SRIOV_CODE_OK;
	netdev->dev_port = read_number(sysfs, name, "dev_port", 10);
	netdev->dev_id = read_number(sysfs, name, "dev_id", 16);
	return read_speed(sysfs, netdev, error);
}

/* A master that goes meanwhile has no name, which is no failure of this interface. */
static enum sriov_code read_master(struct sriov_context *context, struct sriov_netdev *netdev,
				   struct sriov_error **error)
{
	struct link_facts master;
	struct sriov_error *failure = NULL;
	struct netlink *netlink;
	enum sriov_code code;

	if (!netdev->facts.link.master)
		return SRIOV_CODE_OK;
	code = context_get_netlink(context, &netlink, error);
	if (code)
		return code;
	code = link_read(netlink, netdev->facts.link.master, &master, &failure);
	if (guard_gave_up(code))
		return error_move(error, &failure);
	sriov_error_unref(failure);
	snprintf(netdev->master_name, sizeof(netdev->master_name), "%s", master.name);
	return SRIOV_CODE_OK;
}

enum sriov_code netdev_make(struct sriov_context *context, struct sriov_device *device,
			    struct netdev_facts *facts, struct sriov_netdev **netdev,
			    struct sriov_error **error)
{
	struct sriov_netdev *made = object_new(sizeof(*made), destroy);
	enum sriov_code code;

	*netdev = NULL;
	if (!made) {
		netdev_facts_clear(facts);
		return error_no_memory(error);
	}
	made->facts = *facts;
	made->device = sriov_device_ref(device);
	code = read_master(context, made, error);
	if (!code)
		code = read_files(context, made, error);
	if (code)
		sriov_netdev_unref(made);
	else
		*netdev = made;
	return code;
}

EXPORT const struct sriov_error *sriov_netdev_get_error(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->error : NULL;
}

EXPORT struct sriov_device *sriov_netdev_get_device(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->device : NULL;
}

EXPORT int sriov_netdev_get_index(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->facts.link.index : 0;
}

EXPORT const struct sriov_string_list *sriov_netdev_get_altnames(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->facts.altnames : NULL;
}

/* What the kernel did not tell is "". */
#define TEXT(what, field)                                                                          \
	EXPORT const char *sriov_netdev_get_##what(const struct sriov_netdev *netdev)              \
	{                                                                                          \
		return netdev && netdev->field[0] ? netdev->field : NULL;                          \
	}

TEXT(name, facts.link.name)
TEXT(mac, facts.mac)
TEXT(permanent_mac, facts.permanent_mac)
TEXT(kind, facts.link.kind)
TEXT(master_name, master_name)
TEXT(master_kind, facts.link.master_kind)
TEXT(port_name, facts.link.port)
TEXT(port_id, facts.port_id)
TEXT(switch_id, facts.switch_id)

EXPORT unsigned int sriov_netdev_get_mtu_bytes(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->facts.mtu : 0;
}

EXPORT bool sriov_netdev_is_up(const struct sriov_netdev *netdev)
{
	return netdev && netdev->facts.link.up;
}

EXPORT bool sriov_netdev_has_carrier(const struct sriov_netdev *netdev)
{
	return netdev && netdev->facts.link.carrier;
}

/* The kernel's 0 is "unknown". */
EXPORT enum sriov_operstate sriov_netdev_get_operstate(const struct sriov_netdev *netdev)
{
	int state = netdev ? netdev->facts.operstate : 0;

	if (state < SRIOV_OPERSTATE_NOT_PRESENT || state > SRIOV_OPERSTATE_UP)
		return SRIOV_OPERSTATE_UNKNOWN;
	return (enum sriov_operstate)state;
}

EXPORT unsigned int sriov_netdev_get_speed_mbps(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->speed_mbps : 0;
}

EXPORT int sriov_netdev_get_master_index(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->facts.link.master : 0;
}

EXPORT unsigned int sriov_netdev_get_dev_port(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->dev_port : 0;
}

EXPORT unsigned int sriov_netdev_get_dev_id(const struct sriov_netdev *netdev)
{
	return netdev ? netdev->dev_id : 0;
}
