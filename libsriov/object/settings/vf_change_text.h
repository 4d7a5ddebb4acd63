/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A change of a VF's settings in words, for errors and the log. */
#ifndef OBJECT_VF_CHANGE_TEXT_H
#define OBJECT_VF_CHANGE_TEXT_H

#include "kernel/vf_message.h"

#define VF_CHANGE_TEXT_SIZE 96

/* As it follows "cannot": "set its MAC to 52:54:00:00:00:01". */
void vf_change_describe(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE]);

/* All that is sent at once: "VF 3: turn its trust on", or "28 settings of VFs 0 to 6, 9". */
#define VF_CHANGES_TEXT_SIZE 160
void vf_changes_describe(const struct vf_change *changes, size_t count,
			 char text[VF_CHANGES_TEXT_SIZE]);

/* The value alone: "a MAC of 52:54:00:00:00:01". */
void vf_change_describe_value(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE]);

#endif
