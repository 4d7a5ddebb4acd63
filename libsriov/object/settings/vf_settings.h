/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the settings of a VF are made of, and how all that the kernel tells of VFs is read. */
#ifndef OBJECT_VF_SETTINGS_H
#define OBJECT_VF_SETTINGS_H

#include "sriov/vf_settings.h"

#include "base/object.h"
#include "kernel/vf_message.h"
#include "object/pf/pf_link.h"
#include "object/settings/vf_support.h"

#define VF_ADDRESS_SIZE (VF_ADDRESS_BYTES * 3)

struct sriov_vf_settings {
	struct object object;
	unsigned int vf_index;
	struct vf_facts facts;
	struct vf_support support;
	char mac[VF_ADDRESS_SIZE];
	char broadcast[VF_ADDRESS_SIZE];
};

/* What is read, in the words of an error: "the settings". */
enum vf_reading {
	VF_READING_SETTINGS,
	VF_READING_STATISTICS,
};

/* The facts of all VFs of the PF, from VF 0 on; the caller frees them. */
enum sriov_code vf_settings_read(const struct sriov_pf *pf, enum vf_reading reading,
				 struct vf_facts **facts, size_t *count,
				 struct sriov_error **error);

/* The same through an interface that was looked up before. */
enum sriov_code vf_settings_ask(const struct sriov_pf *pf, const struct pf_link *link,
				enum vf_reading reading, struct vf_facts **facts, size_t *count,
				struct sriov_error **error);

/* One VF's place in the facts: it must be there, and known. */
enum sriov_code vf_settings_check(const struct sriov_pf *pf, enum vf_reading reading,
				  const struct vf_facts *facts, size_t count, unsigned int index,
				  struct sriov_error **error);

#endif
