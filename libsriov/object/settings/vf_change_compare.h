/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A change against what the driver tells afterwards. */
#ifndef OBJECT_VF_CHANGE_COMPARE_H
#define OBJECT_VF_CHANGE_COMPARE_H

#include "kernel/vf_message.h"

/* Whether the facts tell anything that the change can be held against. */
bool vf_change_is_told(const struct vf_change *change, const struct vf_facts *facts);

/* The change that would lead to what is told. */
struct vf_change vf_change_from_facts(const struct vf_change *change, const struct vf_facts *facts);

/* Whether both lead to the same. */
bool vf_change_is_same(const struct vf_change *change, const struct vf_change *told);

#endif
