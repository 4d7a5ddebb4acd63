/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Linked into the probe, netdevsim's devices are PCI devices to the library: "netdevsim1" is
 * 0000:01:00.0, and so on by the number of the bus. The kernel's answers are real but for that
 * name. A made-up sysfs has to say the rest.
 *
 * The library's doors to netlink are wrapped by the linker (--wrap). In the environment, PORTS=none
 * takes the ports of devlink away, as with drivers that have switchdev mode and no such ports.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kernel/devlink.h"
#include "kernel/link.h"
#include "kernel/netdev.h"

struct netlink;

#define NAME_SIZE 32

/* "netdevsim1" for "0000:01:00.0"; the same for all that is no such address. */
static struct devlink_handle find_handle(const struct devlink_handle *handle, char name[NAME_SIZE])
{
	unsigned int bus;

	if (strcmp(handle->bus, "pci") != 0 || sscanf(handle->device, "0000:%x:00.0", &bus) != 1)
		return *handle;
	snprintf(name, NAME_SIZE, "netdevsim%u", bus);
	return (struct devlink_handle) {.bus = "netdevsim", .device = name};
}

static void rename_parent(struct link_facts *link)
{
	unsigned int number;

	if (strcmp(link->parent_bus, "netdevsim") != 0 ||
	    sscanf(link->parent, "netdevsim%u", &number) != 1)
		return;
	snprintf(link->parent, sizeof(link->parent), "0000:%02x:00.0", number & 0xff);
	snprintf(link->parent_bus, sizeof(link->parent_bus), "pci");
}

/* A wrapped function with the handle in second place: calls it with the real one. */
#define WRAP_DEVLINK(name, parameters, arguments)                                                  \
	enum sriov_code __real_##name(struct devlink *devlink,                                     \
				      const struct devlink_handle *handle, parameters,             \
				      struct sriov_error **error);                                 \
	enum sriov_code __wrap_##name(struct devlink *devlink,                                     \
				      const struct devlink_handle *handle, parameters,             \
				      struct sriov_error **error);                                 \
	enum sriov_code __wrap_##name(struct devlink *devlink,                                     \
				      const struct devlink_handle *handle, parameters,             \
				      struct sriov_error **error)                                  \
	{                                                                                          \
		char text[NAME_SIZE];                                                              \
		struct devlink_handle real = find_handle(handle, text);                            \
                                                                                                   \
		return __real_##name(devlink, &real, arguments, error);                            \
	}

WRAP_DEVLINK(devlink_read_eswitch, struct devlink_eswitch *eswitch, eswitch)
WRAP_DEVLINK(devlink_set_eswitch_mode, int mode, mode)
WRAP_DEVLINK(devlink_read_info, struct devlink_info *info, info)

enum sriov_code __real_devlink_check(struct devlink *devlink, const struct devlink_handle *handle,
				     struct sriov_error **error);
enum sriov_code __wrap_devlink_check(struct devlink *devlink, const struct devlink_handle *handle,
				     struct sriov_error **error);
enum sriov_code __wrap_devlink_check(struct devlink *devlink, const struct devlink_handle *handle,
				     struct sriov_error **error)
{
	char text[NAME_SIZE];
	struct devlink_handle real = find_handle(handle, text);

	return __real_devlink_check(devlink, &real, error);
}

enum sriov_code __real_devlink_list_ports(struct devlink *devlink,
					  const struct devlink_handle *handle,
					  struct devlink_port **ports, size_t *count,
					  struct sriov_error **error);
enum sriov_code __wrap_devlink_list_ports(struct devlink *devlink,
					  const struct devlink_handle *handle,
					  struct devlink_port **ports, size_t *count,
					  struct sriov_error **error);
enum sriov_code __wrap_devlink_list_ports(struct devlink *devlink,
					  const struct devlink_handle *handle,
					  struct devlink_port **ports, size_t *count,
					  struct sriov_error **error)
{
	char text[NAME_SIZE];
	struct devlink_handle real = find_handle(handle, text);
	const char *ports_wanted = getenv("PORTS");

	*ports = NULL;
	*count = 0;
	if (ports_wanted && !strcmp(ports_wanted, "none"))
		return error_set_system(error, ENODEV, "netlink", NULL, "ask for no ports");
	return __real_devlink_list_ports(devlink, &real, ports, count, error);
}

/* A wrapped function that gives the facts of one interface, with those of the link in a member. */
#define WRAP_ONE(name, type, member, parameter, argument)                                          \
	enum sriov_code __real_##name(struct netlink *netlink, parameter, struct type *facts,      \
				      struct sriov_error **error);                                 \
	enum sriov_code __wrap_##name(struct netlink *netlink, parameter, struct type *facts,      \
				      struct sriov_error **error);                                 \
	enum sriov_code __wrap_##name(struct netlink *netlink, parameter, struct type *facts,      \
				      struct sriov_error **error)                                  \
	{                                                                                          \
		enum sriov_code code = __real_##name(netlink, argument, facts, error);             \
                                                                                                   \
		if (!code)                                                                         \
			rename_parent(&(*facts)member);                                            \
		return code;                                                                       \
	}

WRAP_ONE(netdev_read, netdev_facts, .link, int index, index)
WRAP_ONE(netdev_read_by_name, netdev_facts, .link, const char *name, name)
WRAP_ONE(link_read, link_facts, , int index, index)
WRAP_ONE(link_read_by_name, link_facts, , const char *name, name)

/* The same for those that give all interfaces. */
#define WRAP_ALL(name, type, member)                                                               \
	enum sriov_code __real_##name(struct netlink *netlink, struct type **facts, size_t *count, \
				      struct sriov_error **error);                                 \
	enum sriov_code __wrap_##name(struct netlink *netlink, struct type **facts, size_t *count, \
				      struct sriov_error **error);                                 \
	enum sriov_code __wrap_##name(struct netlink *netlink, struct type **facts, size_t *count, \
				      struct sriov_error **error)                                  \
	{                                                                                          \
		enum sriov_code code = __real_##name(netlink, facts, count, error);                \
                                                                                                   \
		for (size_t i = 0; !code && i < *count; i++)                                       \
			rename_parent(&(*facts)[i] member);                                        \
		return code;                                                                       \
	}

WRAP_ALL(netdev_list, netdev_facts, .link)
WRAP_ALL(link_list, link_facts, )
