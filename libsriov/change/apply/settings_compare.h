/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is to be set, held against what the kernel tells. */
#ifndef CHANGE_SETTINGS_COMPARE_H
#define CHANGE_SETTINGS_COMPARE_H

#include "object/settings/vf_reading.h"

/* A VF that was made with it, or a setting that a driver has by itself, is left alone. */
bool settings_is_so(const struct vf_reading *reading, const struct vf_change *change);

/* What the kernel tells instead of what its driver agreed to; NULL when it tells nothing else. */
struct sriov_error *settings_tell_difference(const struct vf_reading *reading,
					     const struct vf_change *change);

/* What the kernel tells since the VF's driver was bound of one that is not so; NULL for nothing. */
struct sriov_error *settings_tell_change(const struct vf_reading *reading,
					 const struct vf_change *change);

#endif
