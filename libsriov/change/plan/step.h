/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a step is made of: what is shown of it, and what is done. */
#ifndef CHANGE_STEP_H
#define CHANGE_STEP_H

#include "sriov/step.h"

#include "base/address.h"
#include "base/list.h"
#include "base/object.h"
#include "kernel/vf_message.h"
#include "object/pf/pf.h"

struct sriov_step {
	struct object object;
	enum sriov_step_kind kind;
	enum sriov_step_effect effect;
	bool is_reversible;
	char address[ADDRESS_SIZE]; /* "" for a module */
	unsigned int vf_index;
	/* The VF is made by an earlier step: it may be as it should be by itself. */
	bool is_fresh;

	/* What is done, by kind. */
	bool enable;		 /* autoprobe */
	unsigned int count;	 /* VFs, or vectors */
	struct vf_change change; /* a setting */
	char *from_driver;	 /* "" for none */
	char *to_driver;	 /* "" for none, a module's name */
	char *override;		 /* what is to be left in driver_override, "" for nothing */

	char *from;
	char *to;
	char *description;
	char *undo;
	char *command;
};

/*
 * The makers. Each adds a step to the list, or says that there is no memory.
 */
enum sriov_code step_add_module(struct sriov_step_list *steps, const char *module,
				struct sriov_error **error);
enum sriov_code step_add_autoprobe(struct sriov_step_list *steps, const struct sriov_pf *pf,
				   bool enable, struct sriov_error **error);
enum sriov_code step_add_remove(struct sriov_step_list *steps, const struct sriov_pf *pf,
				unsigned int count, struct sriov_error **error);
enum sriov_code step_add_make(struct sriov_step_list *steps, const struct sriov_pf *pf,
			      unsigned int count, struct sriov_error **error);

/* "from" is what is told now; NULL when that is nothing, as of a VF that is not made yet. */
enum sriov_code step_add_setting(struct sriov_step_list *steps, const struct sriov_pf *pf,
				 const struct vf_change *from, const struct vf_change *to,
				 bool is_fresh, struct sriov_error **error);

/* "from" is 0 when it is not known. */
enum sriov_code step_add_msix_count(struct sriov_step_list *steps, const struct sriov_pf *pf,
				    unsigned int vf_index, unsigned int from, unsigned int to,
				    bool is_fresh, struct sriov_error **error);

/* A driver and what its override is to be when all is over; "" for none. */
struct step_driver {
	const char *name;
	const char *override;
};

/* "from" is NULL of a VF that is not made yet. */
enum sriov_code step_add_driver(struct sriov_step_list *steps, const struct sriov_pf *pf,
				unsigned int vf_index, const struct step_driver *from,
				const struct step_driver *to, struct sriov_error **error);

#endif
