/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The door to devlink, a family of generic netlink, through libnl-genl-3.
 *
 * For a device that has no devlink the kernel says "no such device", which is SRIOV_CODE_GONE here:
 * who asks knows more.
 */
#ifndef KERNEL_DEVLINK_H
#define KERNEL_DEVLINK_H

#include "base/log.h"
#include "kernel/devlink_message.h"

struct devlink;
struct guard;

/*
 * As netlink_open_in(). A kernel without devlink: SRIOV_CODE_UNSUPPORTED.
 */
enum sriov_code devlink_open(int netns, const struct log *log, struct guard *guard,
			     struct devlink **devlink, struct sriov_error **error);

/* Takes NULL. */
void devlink_close(struct devlink *devlink);

/* Whether there is such a device. */
enum sriov_code devlink_check(struct devlink *devlink, const struct devlink_handle *handle,
			      struct sriov_error **error);

enum sriov_code devlink_read_eswitch(struct devlink *devlink, const struct devlink_handle *handle,
				     struct devlink_eswitch *eswitch, struct sriov_error **error);
enum sriov_code devlink_set_eswitch_mode(struct devlink *devlink,
					 const struct devlink_handle *handle, int mode,
					 struct sriov_error **error);

/* The array is the caller's to free, and in the order of the kernel. */
enum sriov_code devlink_list_ports(struct devlink *devlink, const struct devlink_handle *handle,
				   struct devlink_port **ports, size_t *count,
				   struct sriov_error **error);

/* Cleared by the caller when it succeeds. */
enum sriov_code devlink_read_info(struct devlink *devlink, const struct devlink_handle *handle,
				  struct devlink_info *info, struct sriov_error **error);

#endif
