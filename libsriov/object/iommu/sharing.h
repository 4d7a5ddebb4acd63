/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Why devices share an IOMMU group, found out from what their capabilities and those of the ports
 * above them say, as Linux judges them when it makes the groups.
 */
#ifndef OBJECT_SHARING_H
#define OBJECT_SHARING_H

#include <stdbool.h>
#include <stddef.h>

#include "sriov/sharing_reason.h"

#include "base/address.h"
#include "base/object.h"
#include "base/string_list.h"
#include "kernel/config_facts.h"

/* A member of a group. */
struct sharing_member {
	char address[ADDRESS_SIZE];
	/* The bridges and ports above it, the root port first; of addresses. */
	struct sriov_string_list *above;
	struct config_facts facts;
};

struct sriov_sharing_reason {
	struct object object;
	enum sriov_sharing_cause cause;
	char culprit[ADDRESS_SIZE];
	struct sriov_string_list *devices;
	char *message;
};

/* Takes the addresses of bridges above a device from where its link in sysfs points to. */
bool sharing_parse_place(const char *target, struct sriov_string_list *above);

/* Whether a port, bridge or function keeps apart what is behind it or beside it. */
bool sharing_isolates(const struct config_facts *facts);

/* Adds all reasons to the list, of members sorted by address; false when there is no memory. */
bool sharing_find(const struct sharing_member *members, size_t count, void *list);

/* Adds the one for those that no other reason is for. The list takes the devices over. */
bool sharing_add_unknown(struct sriov_string_list *devices, void *list);

#endif
