/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a snapshot of a host is made of; host_read.c makes it. */
#ifndef OBJECT_HOST_H
#define OBJECT_HOST_H

#include "sriov/host.h"

#include "base/list.h"
#include "object/pf/pf.h"
#include "object/vf/vf.h"

/* What a device is besides; both are borrowed from the lists, and mostly NULL. */
struct host_role {
	struct sriov_pf *pf;
	struct sriov_vf *vf;
};

struct sriov_host {
	struct object object;
	struct sriov_device_list *devices;
	struct sriov_pf_list *pfs;
	struct list *vf_lists; /* one of VFs for each of the PFs */
	struct sriov_iommu_group_list *groups;
	struct host_role *roles; /* one for each of the devices */
};

#endif
