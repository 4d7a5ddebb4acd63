/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/vfio_many.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "object/vf/vf.h"
#include "object/vfio/vfio_bind_options.h"
#include "object/vfio/vfio_jobs.h"

OBJECT_LIST(vfio)

#define CLASS_BRIDGE 0x06

/* The index of modules is the context's, so this is done before there are threads. */
static void choose_driver(struct vfio_job *job, const struct sriov_vfio_bind_options *options)
{
	if (job->code)
		return;
	if (options->best_driver) {
		job->code = sriov_vfio_find_driver(job->device, &job->driver, &job->error);
	} else if (options->driver) {
		job->driver = strdup(options->driver);
		if (!job->driver)
			job->code = error_no_memory(&job->error);
	}
}

/* The first half may leave what the second has done, the error telling what could not be undone. */
static enum sriov_code put_back(struct vfio_jobs *jobs, struct sriov_error **error)
{
	size_t failed = vfio_jobs_count_failed(jobs), left;
	enum sriov_code code = vfio_jobs_get_first_code(jobs);

	vfio_jobs_unbind(jobs);
	left = vfio_jobs_count_failed(jobs) - failed;
	if (left)
		return vfio_jobs_conclude(jobs, SRIOV_CODE_PARTIAL, error,
					  "%zu of %zu devices could not be bound to VFIO, and of "
					  "the others %zu not be put back",
					  failed, jobs->count, left);
	return vfio_jobs_conclude(jobs, code, error,
				  "no device was bound to VFIO, since %zu of %zu could not be",
				  failed, jobs->count);
}

/* When memory runs out here, the devices are bound and nobody knows: so they are put back. */
static enum sriov_code give_list(struct vfio_jobs *jobs, struct sriov_vfio_list **list,
				 struct sriov_error **error)
{
	struct sriov_vfio_list *made = list_new();
	bool good = made;

	for (size_t i = 0; good && i < jobs->count; i++)
		if (jobs->jobs[i].vfio)
			good = list_add(made, sriov_vfio_ref(jobs->jobs[i].vfio));
	if (!good) {
		sriov_vfio_list_unref(made);
		vfio_jobs_unbind(jobs);
		return error_no_memory(error);
	}
	*list = made;
	return SRIOV_CODE_OK;
}

static enum sriov_code bind_jobs(struct vfio_jobs *jobs,
				 const struct sriov_vfio_bind_options *options,
				 struct sriov_vfio_list **list, struct sriov_error **error)
{
	enum sriov_code code = vfio_jobs_check(jobs, error);
	size_t failed;

	if (code)
		return code;
	for (size_t i = 0; i < jobs->count; i++) {
		choose_driver(&jobs->jobs[i], options);
		/* Nothing was done yet, and that is of all of them. */
		if (jobs->jobs[i].code == SRIOV_CODE_NO_MEMORY)
			return error_no_memory(error);
	}
	failed = vfio_jobs_count_failed(jobs);
	if (!failed || !options->all_or_nothing)
		vfio_jobs_bind(jobs);
	failed = vfio_jobs_count_failed(jobs);
	if (failed && options->all_or_nothing)
		return put_back(jobs, error);
	if (failed && failed == jobs->count)
		return vfio_jobs_conclude(jobs, vfio_jobs_get_first_code(jobs), error,
					  "none of %zu devices could be bound to VFIO",
					  jobs->count);
	code = give_list(jobs, list, error);
	if (!code && failed)
		code = vfio_jobs_conclude(jobs, SRIOV_CODE_PARTIAL, error,
					  "%zu of %zu devices could not be bound to VFIO", failed,
					  jobs->count);
	return code;
}

/* One that the list could not read fails with that error. */
static void take_device(struct vfio_job *job, struct sriov_device *device,
			const struct sriov_error *error)
{
	job->device = error ? NULL : device;
	if (!error)
		return;
	job->error = sriov_error_ref((struct sriov_error *)error);
	job->code = sriov_error_get_code(error);
}

EXPORT enum sriov_code sriov_vfio_bind_many(const struct sriov_device_list *devices,
					    const struct sriov_vfio_bind_options *options,
					    struct sriov_vfio_list **list,
					    struct sriov_error **error)
{
	CLEANUP(vfio_jobs_clear) struct vfio_jobs jobs = {0};
	struct sriov_device *device;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!devices)
		return error_null(error, "devices");
	options = options ? options : &vfio_bind_defaults;
	code = vfio_jobs_make(&jobs, sriov_device_list_get_count(devices), options->parallelism,
			      error);
	if (code)
		return code;
	for (size_t i = 0; i < jobs.count; i++) {
		device = sriov_device_list_get(devices, i);
		take_device(&jobs.jobs[i], device, device->error);
	}
	return bind_jobs(&jobs, options, list, error);
}

EXPORT enum sriov_code sriov_vfio_bind_vfs(const struct sriov_vf_list *vfs,
					   const struct sriov_vfio_bind_options *options,
					   struct sriov_vfio_list **list,
					   struct sriov_error **error)
{
	CLEANUP(vfio_jobs_clear) struct vfio_jobs jobs = {0};
	const struct sriov_vf *vf;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!vfs)
		return error_null(error, "vfs");
	options = options ? options : &vfio_bind_defaults;
	code = vfio_jobs_make(&jobs, sriov_vf_list_get_count(vfs), options->parallelism, error);
	if (code)
		return code;
	for (size_t i = 0; i < jobs.count; i++) {
		vf = sriov_vf_list_get(vfs, i);
		take_device(&jobs.jobs[i], vf->device, vf->error);
	}
	return bind_jobs(&jobs, options, list, error);
}

static bool is_endpoint(const struct sriov_device *device)
{
	return device->error || device->class >> 16 != CLASS_BRIDGE;
}

EXPORT enum sriov_code sriov_vfio_bind_group(const struct sriov_iommu_group *group,
					     const struct sriov_vfio_bind_options *options,
					     struct sriov_vfio_list **list,
					     struct sriov_error **error)
{
	const struct sriov_device_list *devices = sriov_iommu_group_get_devices(group);
	CLEANUP(vfio_jobs_clear) struct vfio_jobs jobs = {0};
	struct sriov_device *device;
	enum sriov_code code;
	size_t count = 0;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!group)
		return error_null(error, "group");
	options = options ? options : &vfio_bind_defaults;
	code = vfio_jobs_make(&jobs, sriov_device_list_get_count(devices), options->parallelism,
			      error);
	if (code)
		return code;
	for (size_t i = 0; (device = sriov_device_list_get(devices, i)); i++)
		if (is_endpoint(device))
			take_device(&jobs.jobs[count++], device, device->error);
	jobs.count = count;
	return bind_jobs(&jobs, options, list, error);
}

EXPORT enum sriov_code sriov_vfio_unbind_many(const struct sriov_vfio_list *list,
					      const struct sriov_vfio_bind_options *options,
					      struct sriov_error **error)
{
	CLEANUP(vfio_jobs_clear) struct vfio_jobs jobs = {0};
	enum sriov_code code;
	size_t failed;

	if (!list)
		return error_null(error, "list");
	options = options ? options : &vfio_bind_defaults;
	code = vfio_jobs_make(&jobs, sriov_vfio_list_get_count(list), options->parallelism, error);
	for (size_t i = 0; !code && i < jobs.count; i++) {
		jobs.jobs[i].vfio = sriov_vfio_ref(sriov_vfio_list_get(list, i));
		jobs.jobs[i].device = jobs.jobs[i].vfio->device;
	}
	if (!code)
		code = vfio_jobs_check(&jobs, error);
	if (code)
		return code;
	vfio_jobs_unbind(&jobs);
	failed = vfio_jobs_count_failed(&jobs);
	if (!failed)
		return SRIOV_CODE_OK;
	code = failed == jobs.count ? vfio_jobs_get_first_code(&jobs) : SRIOV_CODE_PARTIAL;
	return vfio_jobs_conclude(&jobs, code, error,
				  "%zu of %zu devices could not be given back by VFIO", failed,
				  jobs.count);
}
