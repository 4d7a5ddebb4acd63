/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a context holds: the doors to one host, each opened when it is first needed. */
#ifndef OBJECT_CONTEXT_H
#define OBJECT_CONTEXT_H

#include "sriov/context.h"

#include "base/log.h"
#include "base/object.h"
#include "kernel/directory.h"
#include "kernel/tree.h"

struct devlink;
struct guard;
struct module_index;
struct netlink;
struct pci_names;

struct sriov_context {
	struct object object;
	struct log log;
	struct tree sysfs;
	struct tree pci; /* bus/pci/devices of sysfs */
	struct tree procfs;
	struct tree devfs;
	char *procfs_path;
	char *devfs_path;
	char *modules_path;
	char *modprobe_path;
	char *runtime_path;
	unsigned int deadline_ms; /* 0 for none */
	struct guard *guard;	  /* NULL without a deadline */
	int netns;		  /* NETNS_OWN for that of the process */
	struct netlink *netlink;
	struct devlink *devlink;
	struct module_index *modules;
	struct pci_names *names;
	struct directory runtime;
};

/* Each gives a door that the context keeps and closes. */
enum sriov_code context_get_procfs(struct sriov_context *context, const struct tree **procfs,
				   struct sriov_error **error);
enum sriov_code context_get_pci(struct sriov_context *context, const struct tree **pci,
				struct sriov_error **error);
enum sriov_code context_get_devfs(struct sriov_context *context, const struct tree **devfs,
				  struct sriov_error **error);
enum sriov_code context_get_netlink(struct sriov_context *context, struct netlink **netlink,
				    struct sriov_error **error);
enum sriov_code context_get_devlink(struct sriov_context *context, struct devlink **devlink,
				    struct sriov_error **error);
enum sriov_code context_get_modules(struct sriov_context *context, struct module_index **modules,
				    struct sriov_error **error);
enum sriov_code context_get_names(struct sriov_context *context, struct pci_names **names,
				  struct sriov_error **error);

/* The runtime directory, which is made when it is missing. */
enum sriov_code context_get_runtime(struct sriov_context *context, const struct directory **runtime,
				    struct sriov_error **error);

/* The same for those who only look into it: NULL when there is none. */
enum sriov_code context_find_runtime(struct sriov_context *context,
				     const struct directory **runtime, struct sriov_error **error);

#endif
