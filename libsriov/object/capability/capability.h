/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a configuration space is turned into: an object around the facts of each capability. */
#ifndef OBJECT_CAPABILITY_H
#define OBJECT_CAPABILITY_H

#include "sriov/capabilities.h"

#include "base/object.h"
#include "kernel/config_facts.h"

struct sriov_capability {
	struct object object;
	struct config_capability facts;
};

struct sriov_iov_capability {
	struct object object;
	struct config_iov facts;
};

struct sriov_acs_capability {
	struct object object;
	struct config_pair facts;
};

struct sriov_ari_capability {
	struct object object;
	struct config_pair facts;
};

struct sriov_ats_capability {
	struct object object;
	struct config_pair facts;
};

struct sriov_pasid_capability {
	struct object object;
	struct config_pair facts;
};

struct sriov_pri_capability {
	struct object object;
	struct config_pri facts;
};

struct sriov_msi_capability {
	struct object object;
	struct config_msi facts;
};

struct sriov_msix_capability {
	struct object object;
	struct config_msix facts;
};

struct sriov_resizable_bar {
	struct object object;
	uint32_t capability;
	uint32_t control;
};

struct sriov_capabilities {
	struct object object;
	struct config_facts facts;
	struct sriov_capability_list *list;
	struct sriov_iov_capability *iov;
	struct sriov_acs_capability *acs;
	struct sriov_ari_capability *ari;
	struct sriov_ats_capability *ats;
	struct sriov_pasid_capability *pasid;
	struct sriov_pri_capability *pri;
	struct sriov_msi_capability *msi;
	struct sriov_msix_capability *msix;
	struct sriov_resizable_bar_list *resizable_bars;
	struct sriov_resizable_bar_list *vf_resizable_bars;
	char *serial;
	char *obstacle;
};

/* The type of a PCI Express function by its register; none when there is no such capability. */
enum sriov_port_type capability_port_type(const struct config_express *express);

/* Whether a port or function keeps devices apart, by what its two registers hold. */
bool capability_isolates(const struct config_pair *acs);

/* The BARs of one capability as a list; NULL when there is no memory. */
struct sriov_resizable_bar_list *resizable_bar_list_make(const struct config_resizable *resizable);

#endif
