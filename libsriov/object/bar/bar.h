/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef OBJECT_BAR_H
#define OBJECT_BAR_H

#include "sriov/bar.h"

#include "base/object.h"
#include "kernel/resource.h"

struct sriov_bar {
	struct object object;
	struct resource resource;
	enum sriov_bar_role role;
	unsigned int index;
	uint64_t vf_size;
	struct sriov_error *error;
};

/* Gives NULL when there is no memory. */
struct sriov_bar *bar_new(const struct resource *resource);

#endif
