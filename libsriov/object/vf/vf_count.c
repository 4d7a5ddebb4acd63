/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Making and removing VFs. */
#include <errno.h>
#include <stdio.h>

#include "sriov/vf_count.h"

#include "base/error.h"
#include "base/text.h"
#include "object/vf/vf.h"

/* So many VFs are named in a sentence; the causes name all. */
#define NAMED_VFS 8

struct sriov_vf_count_options {
	struct object object;
	bool allow_destroy;
};

OBJECT_REFERENCES(vf_count_options)

EXPORT enum sriov_code sriov_vf_count_options_new(struct sriov_vf_count_options **options,
						  struct sriov_error **error)
{
	if (!options)
		return error_null(error, "options");
	*options = object_new(sizeof(**options), NULL);
	return *options ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT void sriov_vf_count_options_set_allow_destroy(struct sriov_vf_count_options *options,
						     bool allow)
{
	if (options)
		options->allow_destroy = allow;
}

/* What is asked of which PF, for the sentences of errors. */
struct change {
	const struct sriov_pf *pf;
	char label[PF_LABEL_SIZE];
	unsigned int current;
	unsigned int wanted;
};

static const char *plural(unsigned int count)
{
	return count == 1 ? "" : "s";
}

/* One VF that would go, and who has it. */
static struct sriov_error *describe_loss(const struct sriov_vf *vf)
{
	struct sriov_error *cause = NULL;
	const struct sriov_device *device = vf->device;

	if (!device)
		error_set(&cause, SRIOV_CODE_WOULD_DESTROY, "VF %u would be destroyed", vf->index);
	else if (vf->interface)
		error_set(&cause, SRIOV_CODE_WOULD_DESTROY,
			  "VF %u, %s, driver %s, interface %s, would be destroyed", vf->index,
			  device->address, device->driver ? device->driver : "none", vf->interface);
	else
		error_set(&cause, SRIOV_CODE_WOULD_DESTROY,
			  "VF %u, %s, driver %s, would be destroyed", vf->index, device->address,
			  device->driver ? device->driver : "none");
	if (device)
		error_set_device(&cause, device->address);
	error_set_vf(&cause, vf->index);
	return cause;
}

static void name_vfs(struct text *names, const struct sriov_vf_list *vfs)
{
	size_t count = sriov_vf_list_get_count(vfs);
	const struct sriov_device *device;

	for (size_t i = 0; i < count && i < NAMED_VFS; i++) {
		device = sriov_vf_get_device(sriov_vf_list_get(vfs, i));
		text_add(names, "%s%s (%s)", i ? ", " : "", device ? device->address : "?",
			 device && device->driver ? device->driver : "no driver");
	}
	if (count > NAMED_VFS)
		text_add(names, " and %zu more", count - NAMED_VFS);
}

static enum sriov_code refuse_to_destroy(const struct change *change, struct sriov_pf *pf,
					 struct sriov_error **error)
{
	CLEANUP(text_clear) struct text names = {0};
	struct sriov_vf_list *vfs;
	enum sriov_code code = sriov_pf_list_vfs(pf, &vfs, error);

	if (code)
		return code;
	name_vfs(&names, vfs);
	code = error_set(error, SRIOV_CODE_WOULD_DESTROY,
			 "%s: has %u VF%s, and getting to %u destroys all of them: %s. That has to "
			 "be allowed",
			 change->label, change->current, plural(change->current), change->wanted,
			 names.failed ? "out of memory to name them" : names.data);
	for (size_t i = 0; error && i < sriov_vf_list_get_count(vfs); i++)
		error_add_cause(error, describe_loss(sriov_vf_list_get(vfs, i)));
	sriov_vf_list_unref(vfs);
	return code;
}

/* What an errno of a write to sriov_numvfs means; the kernel's own words stand behind it. */
static enum sriov_code explain(const struct change *change, unsigned int count, int number,
			       struct sriov_error **error)
{
	const char *label = change->label;
	const char *driver = change->pf->device->driver ? change->pf->device->driver : "none";

	switch (number) {
	case ENOENT:
		return error_explain(error, SRIOV_CODE_UNSUPPORTED,
				     "%s: its driver %s cannot make or remove VFs", label, driver);
	case EBUSY:
		return error_explain(error, SRIOV_CODE_BUSY,
				     "%s: somebody else changed its VFs at the same time", label);
	case ERANGE:
		return error_explain(error, SRIOV_CODE_TOO_MANY_VFS,
				     "%s: cannot make %u VFs: the driver allows fewer", label,
				     count);
	case ENOMEM:
		return error_explain(error, SRIOV_CODE_FAILED,
				     "%s: cannot make %u VF%s: the platform has no bus numbers or "
				     "no memory space left for them (firmware setting, or "
				     "pci=realloc,assign-busses on the kernel's command line)",
				     label, count, plural(count));
	case EACCES:
	case EPERM:
	case EROFS:
		return error_explain(error, SRIOV_CODE_FORBIDDEN,
				     "%s: cannot change its VFs: that takes root and a writable "
				     "sysfs",
				     label);
	default:
		return error_explain(error, error_code_of(number), "%s: cannot make %u VF%s", label,
				     count, plural(count));
	}
}

static enum sriov_code write_count(const struct change *change, unsigned int count,
				   struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	const struct sriov_device *device = change->pf->device;
	char text[16];
	int number;

	snprintf(text, sizeof(text), "%u", count);
	if (!tree_write(&device->context->sysfs, text, &failure, "bus/pci/devices/%s/sriov_numvfs",
			device->address))
		return SRIOV_CODE_OK;
	number = sriov_error_get_errno(failure);
	if (!tree_exists(&device->context->sysfs, "bus/pci/devices/%s", device->address))
		error_explain(&failure, SRIOV_CODE_GONE, "%s was removed", change->label);
	else
		explain(change, count, number, &failure);
	error_set_device(&failure, device->address);
	return error_move(error, &failure);
}

/* After a failure with the old VFs gone already: as many as before are better than none. */
static enum sriov_code make_again(const struct change *change, struct sriov_error **failure,
				  struct sriov_error **error)
{
	enum sriov_code code = sriov_error_get_code(*failure);

	if (!write_count(change, change->current, NULL))
		error_explain(failure, code,
			      "%s: its %u VF%s were destroyed and made again, unconfigured",
			      change->label, change->current, plural(change->current));
	else
		error_explain(failure, code,
			      "%s: its %u VF%s were destroyed, and could not be made again",
			      change->label, change->current, plural(change->current));
	return error_move(error, failure);
}

/* A driver may make fewer and report success. */
static enum sriov_code verify(const struct change *change, struct sriov_error **error)
{
	unsigned int made;
	enum sriov_code code = pf_count_vfs(change->pf, &made, error);

	if (code || made == change->wanted)
		return code;
	code = made < change->wanted ? SRIOV_CODE_PARTIAL : SRIOV_CODE_BUSY;
	error_set(error, code, "%s: %u VF%s asked for and no error reported, but it has %u",
		  change->label, change->wanted, plural(change->wanted), made);
	error_set_device(error, change->pf->device->address);
	return code;
}

static enum sriov_code apply(const struct change *change, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	if (change->current)
		code = write_count(change, 0, error);
	if (code)
		return code;
	if (change->wanted && write_count(change, change->wanted, &failure))
		return change->current ? make_again(change, &failure, error)
				       : error_move(error, &failure);
	return verify(change, error);
}

/* What is known to fail is refused before anything is destroyed for it. */
static enum sriov_code check(const struct change *change, struct sriov_error **error)
{
	const struct sriov_device *device = change->pf->device;
	char driver[NAME_MAX + 1];
	uint64_t total;
	enum sriov_code code;

	code = tree_read_number(&device->context->sysfs, 10, UINT16_MAX, &total, error,
				"bus/pci/devices/%s/sriov_totalvfs", device->address);
	if (code == SRIOV_CODE_NOT_FOUND)
		return error_explain(error, SRIOV_CODE_GONE, "%s was removed", change->label);
	if (code)
		return code;
	if (change->wanted > total)
		return error_set(error, SRIOV_CODE_TOO_MANY_VFS,
				 "%s: cannot make %u VFs: the device has at most %u", change->label,
				 change->wanted, (unsigned int)total);
	code = device_read_driver(device, driver, error);
	if (!code && !driver[0])
		code = error_set(error, SRIOV_CODE_NO_DRIVER,
				 "%s: cannot make or remove VFs: no driver is bound to it",
				 change->label);
	return code;
}

EXPORT enum sriov_code sriov_pf_set_vf_count(struct sriov_pf *pf, unsigned int count,
					     const struct sriov_vf_count_options *options,
					     struct sriov_error **error)
{
	struct change change = {.pf = pf, .wanted = count};
	enum sriov_code code;

	if (!pf)
		return error_null(error, "pf");
	pf_label(pf, change.label);
	code = pf_count_vfs(pf, &change.current, error);
	if (!code && change.current == count)
		return SRIOV_CODE_OK;
	if (!code)
		code = check(&change, error);
	if (!code && change.current && !(options && options->allow_destroy))
		code = refuse_to_destroy(&change, pf, error);
	if (code) {
		error_set_device(error, pf->device->address);
		return code;
	}
	return apply(&change, error);
}
