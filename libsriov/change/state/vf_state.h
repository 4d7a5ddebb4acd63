/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of one VF, be it wanted or captured. */
#ifndef CHANGE_VF_STATE_H
#define CHANGE_VF_STATE_H

#include "sriov/vf_changes.h"
#include "sriov/vf_state.h"

#include "base/object.h"
#include "kernel/vf_message.h"

/* Words for the driver that are no names of one. */
#define VF_DRIVER_NATIVE "native"
#define VF_DRIVER_VFIO	 "vfio"
#define VF_DRIVER_NONE	 "none"

struct sriov_vf_state {
	struct object object;
	unsigned int index;
	struct vf_facts facts; /* what is told in them is what is said */
	char mac[MAC_SIZE];
	char *driver;	      /* NULL when nothing is said of it */
	char *override;	      /* of what was captured alone: its driver_override, "" for none */
	unsigned int vectors; /* 0 when nothing is said of them */
};

/* What can be said of a VF, one after the other: the rates one by one. */
extern const enum sriov_vf_setting vf_state_settings[];
extern const size_t vf_state_setting_count;

/* NULL when there is no memory. */
struct sriov_vf_state *vf_state_new(unsigned int index);

bool vf_state_says(const struct sriov_vf_state *state, enum sriov_vf_setting setting);

/* Takes a setting over from what the PF's driver told. */
void vf_state_take(struct sriov_vf_state *state, enum sriov_vf_setting setting,
		   const struct vf_facts *facts);

/* Says what the other one says and this one does not; false when there is no memory. */
bool vf_state_complete(struct sriov_vf_state *state, const struct sriov_vf_state *defaults);

/* Copies the text; false when there is no memory. */
bool vf_state_set_text(char **field, const char *text);

#endif
