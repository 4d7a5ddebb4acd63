/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How all that the kernel tells of a PF's VFs is read, be it settings or statistics. */
#ifndef OBJECT_VF_READING_H
#define OBJECT_VF_READING_H

#include "base/object.h"
#include "kernel/vf_message.h"
#include "object/pf/pf_link.h"

/* What is read, in the words of an error: "the settings". */
enum vf_reading_kind {
	VF_READING_SETTINGS,
	VF_READING_STATISTICS,
};

/* Begins with the first two; the facts are those of VF 0 and so on. */
struct vf_reading {
	const struct sriov_pf *pf;
	enum vf_reading_kind kind;
	struct vf_facts *facts;
	size_t count;
};

/* For CLEANUP(). */
static inline void vf_reading_clear(const struct vf_reading *reading)
{
	free(reading->facts);
}

enum sriov_code vf_reading_read(struct vf_reading *reading, struct sriov_error **error);

/* The same through an interface that was looked up before. */
enum sriov_code vf_reading_ask(struct vf_reading *reading, const struct pf_link *link,
			       struct sriov_error **error);

/* One VF's place in the facts: it must be there, and known. */
enum sriov_code vf_reading_check(const struct vf_reading *reading, unsigned int vf_index,
				 struct sriov_error **error);

/*
 * A public list with what make() makes of each VF, all of which must be known. It gives NULL when
 * there is no memory; so does this one when it fails.
 */
enum sriov_code vf_reading_make_list(const struct vf_reading *reading,
				     void *(*make)(const struct vf_reading *reading,
						   unsigned int vf_index, const void *data),
				     const void *data, void **list, struct sriov_error **error);

#endif
