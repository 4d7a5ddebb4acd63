/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The parameters of a bond, as the files of its bonding directory have them. */
#ifndef OBJECT_BOND_PARAMETERS_H
#define OBJECT_BOND_PARAMETERS_H

#include "kernel/tree.h"
#include "object/bond/bond.h"

/* Reads them all into the bond and makes its options of those that are not at their default. */
enum sriov_code bond_parameters_read(const struct tree *sysfs, struct sriov_bond *bond,
				     struct sriov_error **error);

#endif
