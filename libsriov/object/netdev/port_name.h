/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How drivers name the ports of VFs (phys_port_name). */
#ifndef OBJECT_PORT_NAME_H
#define OBJECT_PORT_NAME_H

#include <stdbool.h>

/* What is not told is -1. */
struct port_name {
	int controller; /* not 0 on a card that serves several hosts */
	int pf;
	int vf;
};

/*
 * "c1pf0vf3", "pf0vf3", "pf0vfr3" (ice), "vf3", and "3" of the first drivers that had such ports,
 * which says so of nothing but a representor. False for the ports of all else: "p0", "pf0",
 * "pf0sf8".
 */
bool port_name_parse(const char *text, struct port_name *name);

#endif
