/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_reading.h"

#include "base/error.h"
#include "base/list.h"
#include "kernel/vf_request.h"
#include "object/pf/pf.h"

static const char *describe(enum vf_reading_kind kind)
{
	return kind == VF_READING_STATISTICS ? "statistics" : "settings";
}

static enum sriov_code explain(const struct vf_reading *reading, enum sriov_code code,
			       struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	pf_label(reading->pf, label);
	error_set_device(error, reading->pf->device->address);
	if (code == SRIOV_CODE_NO_MEMORY)
		return code;
	if (code == SRIOV_CODE_GONE)
		return error_explain(error, code, "%s was removed", label);
	return error_explain(error, code, "%s: cannot read the %s of its VFs", label,
			     describe(reading->kind));
}

enum sriov_code vf_reading_ask(struct vf_reading *reading, const struct pf_link *link,
			       struct sriov_error **error)
{
	enum sriov_code code =
		vf_request_read(link->netlink, link->index, reading->kind == VF_READING_STATISTICS,
				&reading->facts, &reading->count, error);

	return code ? explain(reading, code, error) : code;
}

enum sriov_code vf_reading_read(struct vf_reading *reading, struct sriov_error **error)
{
	struct pf_link link;
	enum sriov_code code = pf_link_find(reading->pf, &link, error);

	return code ? code : vf_reading_ask(reading, &link, error);
}

/* Drivers that are busy with a VF leave it out of their answer. */
enum sriov_code vf_reading_check(const struct vf_reading *reading, unsigned int vf_index,
				 struct sriov_error **error)
{
	bool there = vf_index < reading->count;
	enum sriov_code code = there ? SRIOV_CODE_BUSY : SRIOV_CODE_NOT_FOUND;
	char label[PF_LABEL_SIZE];

	if (there && reading->facts[vf_index].known)
		return SRIOV_CODE_OK;
	pf_label(reading->pf, label);
	error_set(error, code, "VF %u of %s: cannot read its %s: %s", vf_index, label,
		  describe(reading->kind),
		  there ? "the driver tells nothing of it now, as while it resets: try again"
			: "the PF has no such VF any more");
	error_set_device(error, reading->pf->device->address);
	error_set_vf(error, vf_index);
	return code;
}

enum sriov_code vf_reading_make_list(const struct vf_reading *reading,
				     void *(*make)(const struct vf_reading *reading,
						   unsigned int vf_index, const void *data),
				     const void *data, void **list, struct sriov_error **error)
{
	enum sriov_code code;

	*list = list_new();
	code = *list ? SRIOV_CODE_OK : error_no_memory(error);

	for (unsigned int i = 0; !code && i < reading->count; i++) {
		void *item;

		code = vf_reading_check(reading, i, error);
		if (code)
			break;
		item = make(reading, i, data);
		if (!item || !list_add(*list, item))
			code = error_no_memory(error);
	}
	if (code) {
		object_unref(*list);
		*list = NULL;
	}
	return code;
}
