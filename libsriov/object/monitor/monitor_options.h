/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the user wants of a monitor. */
#ifndef OBJECT_MONITOR_OPTIONS_H
#define OBJECT_MONITOR_OPTIONS_H

#include "sriov/monitor.h"

#include "base/address.h"
#include "base/object.h"

#define MONITOR_RECEIVE_BUFFER_BYTES ((size_t)16 << 20)

struct sriov_monitor_options {
	struct object object;
	char pf[ADDRESS_SIZE]; /* "" for all devices */
	bool all_interfaces;
	size_t receive_buffer_bytes;
};

#endif
