/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The kernel's words for the speed of a link. */
#ifndef OBJECT_PCIE_LINK_H
#define OBJECT_PCIE_LINK_H

#include <stdbool.h>

#include "sriov/pcie_link.h"

#define PCIE_LINK_NONE	  0
#define PCIE_LINK_UNKNOWN (-1)

/* "2.5 GT/s PCIe", "8 GT/s", "Unknown", "Unknown speed"; false when it is nothing of the kind. */
bool pcie_link_parse_speed(const char *text, int *speed_mts);

#endif
