/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How many devices are bound to VFIO. */
#ifndef OBJECT_VFIO_BIND_OPTIONS_H
#define OBJECT_VFIO_BIND_OPTIONS_H

#include "sriov/vfio_many.h"

#include "base/object.h"

struct sriov_vfio_bind_options {
	struct object object;
	char *driver; /* NULL for the default */
	bool best_driver;
	bool all_or_nothing;
	unsigned int parallelism;
};

/* Those for NULL. */
extern const struct sriov_vfio_bind_options vfio_bind_defaults;

#endif
