/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the walk through a configuration space is turned into. */
#ifndef OBJECT_CAPABILITY_H
#define OBJECT_CAPABILITY_H

#include "sriov/capability.h"

#include "base/object.h"
#include "kernel/config_space.h"

struct sriov_capability {
	struct object object;
	struct config_capability facts;
};

struct sriov_iov_capability {
	struct object object;
	struct config_iov facts;
};

#endif
