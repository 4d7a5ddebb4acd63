/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The use of a PF while it is found out. */
#ifndef OBJECT_PF_USE_H
#define OBJECT_PF_USE_H

#include "sriov/pf_use.h"

#include "base/object.h"
#include "base/string_list.h"
#include "object/pf/pf.h"

struct sriov_pf_use {
	struct object object;
	struct sriov_pf *pf;
	struct sriov_pf_use_reason_list *reasons;
	struct sriov_string_list *gaps; /* sentences: what could not be looked at */
	char *description;
};

/* A reason to be; all but the kind may be left out. The texts are copied, the list is shared. */
struct pf_use_facts {
	enum sriov_pf_use_kind kind;
	struct sriov_string_list *chain;
	const char *gateway;
	const char *mount_point;
	int vf_index; /* -1 for none */
};

/* Adds a reason unless there is one with the same sentence, which is taken over. */
enum sriov_code pf_use_add(struct sriov_pf_use *use, const struct pf_use_facts *facts,
			   char *message, struct sriov_error **error);

PRINTF_LIKE(3, 4)
enum sriov_code pf_use_add_gap(struct sriov_pf_use *use, struct sriov_error **error,
			       const char *format, ...);

/* Each adds what it finds. */
enum sriov_code pf_use_read_routes(struct sriov_pf_use *use, struct sriov_error **error);
enum sriov_code pf_use_read_disks(struct sriov_pf_use *use, struct sriov_error **error);

#endif
