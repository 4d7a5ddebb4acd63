/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the settings of a VF are made of. */
#ifndef OBJECT_VF_SETTINGS_H
#define OBJECT_VF_SETTINGS_H

#include "sriov/vf_settings.h"

#include "base/mac.h"
#include "base/object.h"
#include "kernel/vf_message.h"

struct sriov_vf_settings {
	struct object object;
	unsigned int vf_index;
	struct vf_facts facts;
	char mac[MAC_SIZE];
};

#endif
