/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/devlink.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/list.h"
#include "object/devlink/devlink.h"

struct sriov_devlink_port {
	struct object object;
	struct devlink_port facts;
};

OBJECT_REFERENCES(devlink_port)
OBJECT_LIST(devlink_port)

static int compare(const void *left, const void *right)
{
	const struct sriov_devlink_port *const *first = left, *const *second = right;
	unsigned int one = (*first)->facts.index, other = (*second)->facts.index;

	return (one > other) - (one < other);
}

static enum sriov_code fill(const struct devlink_port *ports, size_t count, void *list,
			    struct sriov_error **error)
{
	for (size_t i = 0; i < count; i++) {
		struct sriov_devlink_port *port = object_new(sizeof(*port), NULL);

		if (!port || !list_add(list, port))
			return error_no_memory(error);
		port->facts = ports[i];
	}
	list_sort(list, compare);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_list_devlink_ports(const struct sriov_device *device,
						       struct sriov_devlink_port_list **list,
						       struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct devlink_port *ports = NULL;
	char label[DEVICE_LABEL_SIZE];
	enum sriov_code code;
	size_t count;
	void *made;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!device)
		return error_null(error, "device");
	device_label(device, label);
	code = devlink_read_ports(device, label, &ports, &count, error);
	if (code)
		return code;
	made = list_new();
	code = made ? fill(ports, count, made, error) : error_no_memory(error);
	if (code)
		object_unref(made);
	else
		*list = made;
	return code;
}

EXPORT unsigned int sriov_devlink_port_get_index(const struct sriov_devlink_port *port)
{
	return port ? port->facts.index : 0;
}

EXPORT enum sriov_devlink_port_type
sriov_devlink_port_get_type(const struct sriov_devlink_port *port)
{
	int type = port ? port->facts.type : -1;

	return type > SRIOV_DEVLINK_PORT_TYPE_INFINIBAND ? SRIOV_DEVLINK_PORT_TYPE_UNKNOWN
							 : (enum sriov_devlink_port_type)type;
}

EXPORT enum sriov_devlink_port_flavour
sriov_devlink_port_get_flavour(const struct sriov_devlink_port *port)
{
	int flavour = port ? port->facts.flavour : -1;

	return flavour > SRIOV_DEVLINK_PORT_FLAVOUR_SF ? SRIOV_DEVLINK_PORT_FLAVOUR_UNKNOWN
						       : (enum sriov_devlink_port_flavour)flavour;
}

/* Numbers that are not told are -1. */
#define NUMBER(what, field)                                                                        \
	EXPORT int64_t sriov_devlink_port_get_##what(const struct sriov_devlink_port *port)        \
	{                                                                                          \
		return port ? port->facts.field : -1;                                              \
	}

NUMBER(number, number)
NUMBER(controller, controller)
NUMBER(pf_number, pf)
NUMBER(vf_index, vf)
NUMBER(sf_number, sf)

EXPORT bool sriov_devlink_port_is_external(const struct sriov_devlink_port *port)
{
	return port && port->facts.external;
}

EXPORT int sriov_devlink_port_get_netdev_index(const struct sriov_devlink_port *port)
{
	return port ? port->facts.netdev_index : 0;
}

EXPORT const char *sriov_devlink_port_get_netdev_name(const struct sriov_devlink_port *port)
{
	return port && port->facts.netdev_name[0] ? port->facts.netdev_name : NULL;
}

EXPORT const char *sriov_devlink_port_get_infiniband_name(const struct sriov_devlink_port *port)
{
	return port && port->facts.ibdev_name[0] ? port->facts.ibdev_name : NULL;
}
