/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vfio/vfio_jobs.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/parallel.h"
#include "base/text.h"
#include "object/holder/vfio_held.h"

enum sriov_code vfio_jobs_make(struct vfio_jobs *jobs, size_t count, unsigned int parallelism,
			       struct sriov_error **error)
{
	*jobs = (struct vfio_jobs) {.count = count, .parallelism = parallelism};
	jobs->jobs = calloc(count ? count : 1, sizeof(*jobs->jobs));
	return jobs->jobs ? SRIOV_CODE_OK : error_no_memory(error);
}

void vfio_jobs_clear(struct vfio_jobs *jobs)
{
	for (size_t i = 0; jobs->jobs && i < jobs->count; i++) {
		sriov_vfio_unref(jobs->jobs[i].vfio);
		free(jobs->jobs[i].driver);
		sriov_error_unref(jobs->jobs[i].error);
	}
	free(jobs->jobs);
	jobs->jobs = NULL;
}

static enum sriov_code check_pair(const struct sriov_device *one, const struct sriov_device *other,
				  struct sriov_error **error)
{
	if (one->context != other->context)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%s and %s are of different contexts: one call is for one",
				 one->address, other->address);
	if (!strcmp(one->address, other->address))
		return error_set(error, SRIOV_CODE_INVALID, "%s is in the list twice",
				 one->address);
	return SRIOV_CODE_OK;
}

enum sriov_code vfio_jobs_check(const struct vfio_jobs *jobs, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; i < jobs->count; i++)
		for (size_t j = 0; !code && jobs->jobs[i].device && j < i; j++)
			if (jobs->jobs[j].device)
				code = check_pair(jobs->jobs[i].device, jobs->jobs[j].device,
						  error);
	return code;
}

static const char *driver_of(const struct vfio_job *job)
{
	return job->driver ? job->driver : VFIO_DEFAULT_DRIVER;
}

static void bind_one(void *data, size_t number)
{
	struct vfio_job *job = &((struct vfio_jobs *)data)->jobs[number];

	if (!job->code)
		job->code = vfio_bind(job->device, driver_of(job), &job->vfio, &job->error);
}

static void unbind_one(void *data, size_t number)
{
	struct vfio_job *job = &((struct vfio_jobs *)data)->jobs[number];

	if (!job->code && job->vfio)
		job->code = vfio_unbind(job->vfio, &job->error);
}

/* Where a process holds one, the kernel would wait: it is left out. */
static void leave_held(struct vfio_jobs *jobs, bool to_unbind)
{
	CLEANUP(holdings_clear) struct holdings holdings = {0};
	struct vfio_job *job;

	for (size_t i = 0; i < jobs->count; i++) {
		job = &jobs->jobs[i];
		if (!job->code && !(to_unbind && !job->vfio))
			job->code = vfio_check_unheld_among(job->device,
							    to_unbind ? NULL : driver_of(job),
							    &holdings, &job->error);
	}
}

static void run(struct vfio_jobs *jobs, void (*work)(void *data, size_t number))
{
	struct sriov_context *context = NULL;
	struct log_queue queue;

	for (size_t i = 0; !context && i < jobs->count; i++)
		if (jobs->jobs[i].device)
			context = jobs->jobs[i].device->context;
	if (!context)
		return;
	leave_held(jobs, work == unbind_one);
	if (jobs->parallelism > 1)
		log_collect(&context->log, &queue);
	parallel_run(jobs->count, jobs->parallelism, work, jobs);
	if (jobs->parallelism > 1)
		log_hand_on(&context->log);
}

void vfio_jobs_bind(struct vfio_jobs *jobs)
{
	struct vfio_job *job;

	run(jobs, bind_one);
	for (size_t i = 0; i < jobs->count; i++) {
		job = &jobs->jobs[i];
		if (job->vfio)
			vfio_refresh(job->vfio);
		/* It is as it was wanted, and not this call's to give back. */
		if (job->code == SRIOV_CODE_ALREADY) {
			sriov_error_unref(job->error);
			job->error = NULL;
			job->code = SRIOV_CODE_OK;
		}
	}
}

void vfio_jobs_unbind(struct vfio_jobs *jobs)
{
	run(jobs, unbind_one);
}

size_t vfio_jobs_count_failed(const struct vfio_jobs *jobs)
{
	size_t failed = 0;

	for (size_t i = 0; i < jobs->count; i++)
		failed += jobs->jobs[i].code != SRIOV_CODE_OK;
	return failed;
}

static struct vfio_job *find_failed(const struct vfio_jobs *jobs)
{
	for (size_t i = 0; i < jobs->count; i++)
		if (jobs->jobs[i].code)
			return &jobs->jobs[i];
	return NULL;
}

enum sriov_code vfio_jobs_get_first_code(const struct vfio_jobs *jobs)
{
	const struct vfio_job *job = find_failed(jobs);

	return job ? job->code : SRIOV_CODE_OK;
}

enum sriov_code vfio_jobs_conclude(struct vfio_jobs *jobs, enum sriov_code code,
				   struct sriov_error **error, const char *format, ...)
{
	CLEANUP(cleanup_free) char *what = NULL;
	struct vfio_job *first = find_failed(jobs);
	struct text text = {0};
	va_list arguments;

	if (jobs->count == 1 && code == first->code)
		return error_move(error, &first->error);
	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	what = text_take(&text);
	if (!what)
		return error_no_memory(error);
	error_set(error, code, "%s: %s", what, sriov_error_get_message(first->error));
	for (size_t i = 0; i < jobs->count; i++) {
		if (!jobs->jobs[i].code)
			continue;
		error_add_cause(error, jobs->jobs[i].error);
		jobs->jobs[i].error = NULL;
	}
	return code;
}
