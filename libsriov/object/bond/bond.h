/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a bond of the host is made of. */
#ifndef OBJECT_BOND_H
#define OBJECT_BOND_H

#include "sriov/bond.h"

#include "base/object.h"

struct sriov_bond {
	struct object object;
	char *name;
	enum sriov_bond_mode mode;
	char *mode_name;
	enum sriov_fail_over_mac fail_over_mac;
	unsigned int miimon_ms;
	unsigned int updelay_ms;
	unsigned int downdelay_ms;
	unsigned int arp_interval_ms;
	char *primary;
	char *active_member;
	struct sriov_string_list *members;
	char *options;
};

#endif
