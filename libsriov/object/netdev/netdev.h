/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Network interfaces: by index from the kernel, by name from sysfs. */
#ifndef OBJECT_NETDEV_H
#define OBJECT_NETDEV_H

#include "sriov/netdev.h"

#include "base/object.h"
#include "kernel/netdev.h"
#include "object/context/context.h"

struct sriov_netdev {
	struct object object;
	struct sriov_device *device;
	struct sriov_error *error;
	struct netdev_facts facts;
	char master_name[IF_NAMESIZE];
	unsigned int speed_mbps;
	unsigned int dev_port;
	unsigned int dev_id;
};

/* Takes over the facts; the device may be NULL. Reads what netlink does not tell. */
enum sriov_code netdev_make(struct sriov_context *context, struct sriov_device *device,
			    struct netdev_facts *facts, struct sriov_netdev **netdev,
			    struct sriov_error **error);

/* Whether the interface that was found by this name in the device's net/ is this one. */
bool netdev_is_on(const struct sriov_device *device, const char *name,
		  const struct netdev_facts *facts);

#endif
