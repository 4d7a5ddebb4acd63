/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the settings of a VF are made of. */
#ifndef OBJECT_VF_SETTINGS_H
#define OBJECT_VF_SETTINGS_H

#include "sriov/vf_settings.h"

#include "base/object.h"
#include "kernel/vf_message.h"
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

#endif
