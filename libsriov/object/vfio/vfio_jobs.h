/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Binding or giving back many devices: a job for each, worked off by one thread or many. */
#ifndef OBJECT_VFIO_JOBS_H
#define OBJECT_VFIO_JOBS_H

#include "object/vfio/vfio.h"

struct vfio_job {
	struct sriov_device *device; /* borrowed; NULL when even that could not be read */
	struct sriov_vfio *vfio;     /* what there is to be given back, or what was bound */
	char *driver;		     /* to be bound */
	enum sriov_code code;
	struct sriov_error *error;
};

struct vfio_jobs {
	struct vfio_job *jobs;
	size_t count;
	unsigned int parallelism;
};

enum sriov_code vfio_jobs_make(struct vfio_jobs *jobs, size_t count, unsigned int parallelism,
			       struct sriov_error **error);

/* For CLEANUP(). */
void vfio_jobs_clear(struct vfio_jobs *jobs);

/* All devices are of one context, and none is there twice. */
enum sriov_code vfio_jobs_check(const struct vfio_jobs *jobs, struct sriov_error **error);

/*
 * Binds each, or gives each back that has something to be given back. Jobs that have failed before
 * are left out.
 */
void vfio_jobs_bind(struct vfio_jobs *jobs);
void vfio_jobs_unbind(struct vfio_jobs *jobs);

size_t vfio_jobs_count_failed(const struct vfio_jobs *jobs);

/*
 * The error of the whole, when some have failed: what was not done, the first reason, and each as a
 * cause. Of one job alone it is the error itself.
 */
PRINTF_LIKE(4, 5)
enum sriov_code vfio_jobs_conclude(struct vfio_jobs *jobs, enum sriov_code code,
				   struct sriov_error **error, const char *format, ...);

/* The code of the first that failed. */
enum sriov_code vfio_jobs_get_first_code(const struct vfio_jobs *jobs);

#endif
