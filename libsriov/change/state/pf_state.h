/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of one PF, be it wanted or captured. */
#ifndef CHANGE_PF_STATE_H
#define CHANGE_PF_STATE_H

#include "sriov/pf_state.h"

#include "base/list.h"
#include "base/object.h"
#include "change/state/vf_state.h"

#define SERIAL_NUMBER_SIZE 65

struct sriov_pf_state {
	struct object object;
	char *name; /* an address in full or an interface; NULL with a serial number */
	char serial_number[SERIAL_NUMBER_SIZE];
	unsigned int function;
	bool has_count;
	unsigned int count;
	enum sriov_switch autoprobe;
	bool allow_in_use;
	bool allow_vital;
	struct sriov_vf_state *defaults;
	struct sriov_vf_state_list *vfs; /* by index */
};

/* An address is written in full; the name must be one. */
enum sriov_code pf_state_new(const char *name, struct sriov_pf_state **state,
			     struct sriov_error **error);
enum sriov_code pf_state_new_by_serial_number(const char *serial_number, unsigned int function,
					      struct sriov_pf_state **state,
					      struct sriov_error **error);

/* Whether both name a PF in the same way. */
bool pf_state_is_same(const struct sriov_pf_state *one, const struct sriov_pf_state *other);

/* What is said of one VF alone; NULL when that is nothing. */
struct sriov_vf_state *pf_state_find_vf(const struct sriov_pf_state *state, unsigned int index);

#endif
