/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What devlink's messages hold. What the kernel did not tell is -1, or "" or NULL for texts. */
#ifndef KERNEL_DEVLINK_MESSAGE_H
#define KERNEL_DEVLINK_MESSAGE_H

#include <net/if.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct nlmsghdr;
struct nl_msg;

/* As devlink calls devices: "pci/0000:01:00.0". */
struct devlink_handle {
	const char *bus;
	const char *device;
};

/* Numbers as the kernel has them. */
struct devlink_eswitch {
	int mode;
	int inline_mode;
	int encapsulation;
};

#define DEVLINK_IBDEV_SIZE 64

struct devlink_port {
	unsigned int index;
	int type;
	int flavour;
	int netdev_index; /* 0 for none, or for one that is in another network namespace */
	char netdev_name[IF_NAMESIZE];
	char ibdev_name[DEVLINK_IBDEV_SIZE];
	int64_t number;
	int64_t controller;
	int64_t pf;
	int64_t vf;
	int64_t sf;
	bool external;
};

enum devlink_version_kind {
	DEVLINK_VERSION_FIXED,
	DEVLINK_VERSION_RUNNING,
	DEVLINK_VERSION_STORED,
};

struct devlink_version {
	enum devlink_version_kind kind;
	char *name;
	char *value;
};

struct devlink_info {
	char *driver;
	char *serial_number;
	char *board_serial_number;
	struct devlink_version *versions;
	size_t version_count;
};

/* For CLEANUP(). */
void devlink_info_clear(struct devlink_info *info);

/* A question or a change of this command; NULL when there is no memory. */
struct nl_msg *devlink_message_make(int family, int command, const struct devlink_handle *handle);
struct nl_msg *devlink_message_set_mode(int family, const struct devlink_handle *handle, int mode);

enum sriov_code devlink_message_read_eswitch(struct nlmsghdr *answer,
					     struct devlink_eswitch *eswitch,
					     struct sriov_error **error);

/* Whose port it is, is told as well: kernels before 6.6 list those of all devices. */
enum sriov_code devlink_message_read_port(struct nlmsghdr *answer,
					  const struct devlink_handle *handle,
					  struct devlink_port *port, bool *belongs,
					  struct sriov_error **error);

/* Cleared by the caller, always. */
enum sriov_code devlink_message_read_info(struct nlmsghdr *answer, struct devlink_info *info,
					  struct sriov_error **error);

#endif
