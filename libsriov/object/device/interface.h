/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which interfaces a PCI device has, and which device an interface is on, in the network namespace
 * that the context looks at. In that of the process, sysfs tells; in another one netlink does,
 * since what sysfs shows belongs to the namespace of its mount.
 */
#ifndef OBJECT_INTERFACE_H
#define OBJECT_INTERFACE_H

#include "base/address.h"
#include "kernel/link.h"
#include "object/context/context.h"

/* Whether netlink is the one to ask: then nothing below any net/ of sysfs may be read. */
bool interface_is_by_netlink(const struct sriov_context *context);

/* The names on the device, sorted. A device that is not there is SRIOV_CODE_GONE. */
enum sriov_code interface_list(struct sriov_context *context, const char *address,
			       struct sriov_string_list **names, struct sriov_error **error);

/*
 * Fails when this kernel does not say by netlink on which device an interface is; where it told so
 * of any, it does.
 */
enum sriov_code interface_check_parents(bool told, struct sriov_error **error);

/* All about all interfaces, by netlink; the caller frees them. */
enum sriov_code interface_list_all_links(struct sriov_context *context, struct link_facts **links,
					 size_t *count, struct sriov_error **error);

/* The same of those on the device. */
enum sriov_code interface_list_links(struct sriov_context *context, const char *address,
				     struct link_facts **links, size_t *count,
				     struct sriov_error **error);

/* The name of the interface that has this alternative name, if the sysfs of the context has it. */
enum sriov_code interface_find_altname(struct sriov_context *context, const char *altname,
				       char name[IF_NAMESIZE], struct sriov_error **error);

/* The address of the device that the interface of this name or alternative name is on. */
enum sriov_code interface_resolve(struct sriov_context *context, const char *name,
				  char address[ADDRESS_SIZE], struct sriov_error **error);

#endif
