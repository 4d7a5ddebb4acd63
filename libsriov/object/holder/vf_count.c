/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Making and removing VFs. Who keeps a removal waiting is a holder: so it is above those. */
#include <errno.h>
#include <stdio.h>

#include "object/holder/vf_count.h"

#include "base/error.h"
#include "base/list.h"
#include "base/text.h"
#include "object/holder/holder.h"
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
	struct sriov_vf_list *vfs; /* those that there are; NULL when they cannot be read */
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

static enum sriov_code refuse_to_destroy(const struct change *change, struct sriov_error **error)
{
	CLEANUP(text_clear) struct text names = {0};
	const struct sriov_vf_list *vfs = change->vfs;
	enum sriov_code code;

	name_vfs(&names, vfs);
	code = error_set(error, SRIOV_CODE_WOULD_DESTROY,
			 "%s: has %u VF%s, and getting to %u destroys all of them: %s. That has to "
			 "be allowed",
			 change->label, change->current, plural(change->current), change->wanted,
			 names.failed ? "out of memory to name them" : names.data);
	for (size_t i = 0; error && i < sriov_vf_list_get_count(vfs); i++)
		error_add_cause(error, describe_loss(sriov_vf_list_get(vfs, i)));
	return code;
}

enum sriov_code vf_count_explain(const struct sriov_pf *pf, unsigned int count, int number,
				 struct sriov_error **error)
{
	const char *driver = pf->device->driver ? pf->device->driver : "none";
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
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
		return error_explain(error, sriov_error_get_code(*error), "%s: cannot make %u VF%s",
				     label, count, plural(count));
	}
}

/* A VF that the kernel waits for; NULL when nobody is known to hold it. */
static struct sriov_error *describe_holder(const struct sriov_vf *vf,
					   const struct holdings *holdings)
{
	struct sriov_holder_list *holders = NULL;
	const struct sriov_holder *holder;
	struct sriov_error *cause = NULL;
	char label[HOLDER_LABEL_SIZE];

	if (!vf->device || holdings_select(holdings, vf->device, &holders, NULL))
		return NULL;
	holder = holder_find_certain(holders);
	if (holder) {
		holder_label(holder, label);
		error_set(&cause, SRIOV_CODE_BUSY, "VF %u (%s) is held by %s", vf->index,
			  vf->device->address, label);
		error_set_device(&cause, vf->device->address);
		error_set_vf(&cause, vf->index);
	}
	sriov_holder_list_unref(holders);
	return cause;
}

/* Nothing is read for it that could wait, too: the VFs are those from before. */
static struct list *find_causes(const struct change *change)
{
	CLEANUP(holdings_clear) struct holdings holdings = {0};
	struct list *causes = list_new();
	struct sriov_error *cause;

	if (!causes || holdings_read(change->pf->device->context, &holdings, NULL))
		return causes;
	for (size_t i = 0; i < sriov_vf_list_get_count(change->vfs); i++) {
		cause = describe_holder(sriov_vf_list_get(change->vfs, i), &holdings);
		if (cause)
			list_add(causes, cause);
	}
	return causes;
}

static void explain_removal(const struct change *change, struct sriov_error **failure)
{
	struct list *causes = find_causes(change);
	size_t count = list_get_count(causes);

	if (!count)
		error_explain(failure, SRIOV_CODE_TIMEOUT,
			      "%s: removing its VFs is not over, and nobody can be seen who holds "
			      "one",
			      change->label);
	else if (count == 1)
		error_explain(failure, SRIOV_CODE_TIMEOUT, "%s: removing its VFs is not over: %s",
			      change->label, sriov_error_get_message(list_get(causes, 0)));
	else
		error_explain(failure, SRIOV_CODE_TIMEOUT,
			      "%s: removing its VFs is not over: %s, and %zu more are held",
			      change->label, sriov_error_get_message(list_get(causes, 0)),
			      count - 1);
	for (size_t i = 0; i < count; i++)
		error_add_cause(failure, sriov_error_ref(list_get(causes, i)));
	object_unref(causes);
}

static void explain_timeout(const struct change *change, unsigned int count,
			    struct sriov_error **failure)
{
	if (!count)
		explain_removal(change, failure);
	else if (change->current)
		error_explain(failure, SRIOV_CODE_TIMEOUT,
			      "%s: its %u VF%s were destroyed, and making %u is not over",
			      change->label, change->current, plural(change->current), count);
	else
		error_explain(failure, SRIOV_CODE_TIMEOUT, "%s: making %u VF%s is not over",
			      change->label, count, plural(count));
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
	if (sriov_error_get_code(failure) == SRIOV_CODE_TIMEOUT)
		explain_timeout(change, count, &failure);
	else if (!tree_exists(&device->context->sysfs, "bus/pci/devices/%s", device->address))
		error_explain(&failure, SRIOV_CODE_GONE, "%s was removed", change->label);
	else
		vf_count_explain(change->pf, count, number, &failure);
	error_set_device(&failure, device->address);
	return error_move(error, &failure);
}

/* After a failure with the old VFs gone already: as many as before are better than none. */
static enum sriov_code make_again(const struct change *change, struct sriov_error **failure,
				  struct sriov_error **error)
{
	enum sriov_code code = sriov_error_get_code(*failure), again;

	again = write_count(change, change->current, NULL);
	if (again == SRIOV_CODE_TIMEOUT)
		error_explain(failure, code,
			      "%s: its %u VF%s were destroyed, and making them again is not over",
			      change->label, change->current, plural(change->current));
	else if (!again)
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
	if (change->wanted)
		code = write_count(change, change->wanted, &failure);
	if (!code)
		return verify(change, error);
	/* What is under way makes them yet: there is nothing to be put right. */
	return change->current && code != SRIOV_CODE_TIMEOUT ? make_again(change, &failure, error)
							     : error_move(error, &failure);
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

/* An earlier change of ours that is not over: the links tell nothing yet. */
static enum sriov_code check_overdue(const struct change *change, struct sriov_error **error)
{
	enum sriov_code code = tree_check_overdue(&change->pf->device->context->sysfs,
						  change->pf->device->address, error);

	if (code == SRIOV_CODE_BUSY)
		error_explain(error, code, "%s: an earlier change of its VFs is not over",
			      change->label);
	return code;
}

/* Read while that is possible, and before anything is changed. */
static enum sriov_code read_vfs(struct change *change, struct sriov_pf *pf, bool needed,
				struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code = sriov_pf_list_vfs(pf, &change->vfs, &failure);

	if (code && (needed || code == SRIOV_CODE_NO_MEMORY))
		return error_move(error, &failure);
	sriov_error_unref(failure);
	return SRIOV_CODE_OK;
}

static enum sriov_code prepare(struct change *change, struct sriov_pf *pf, bool allow_destroy,
			       struct sriov_error **error)
{
	enum sriov_code code = check(change, error);

	if (!code && change->current)
		code = read_vfs(change, pf, !allow_destroy, error);
	if (!code && change->current && !allow_destroy)
		code = refuse_to_destroy(change, error);
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
	code = check_overdue(&change, error);
	if (!code)
		code = pf_count_vfs(pf, &change.current, error);
	if (!code && change.current == count)
		return SRIOV_CODE_OK;
	if (!code)
		code = prepare(&change, pf, options && options->allow_destroy, error);
	if (code)
		error_set_device(error, pf->device->address);
	else
		code = apply(&change, error);
	sriov_vf_list_unref(change.vfs);
	return code;
}
