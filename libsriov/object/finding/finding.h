/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The making of findings. */
#ifndef OBJECT_FINDING_H
#define OBJECT_FINDING_H

#include <stdbool.h>

#include "sriov/finding.h"

#include "base/common.h"

/* The address may be NULL. Gives NULL when there is no memory, as the others do in time. */
struct sriov_finding *finding_new(enum sriov_finding_code code, enum sriov_severity severity,
				  const char *address);

/* Each takes NULL. When memory runs out the finding remembers that. */
PRINTF_LIKE(2, 3)
void finding_set_message(struct sriov_finding *finding, const char *format, ...);
PRINTF_LIKE(2, 3)
void finding_set_evidence(struct sriov_finding *finding, const char *format, ...);

/* The next way out; the command is a finished line, or NULL when there is none. */
PRINTF_LIKE(3, 4)
void finding_add_remedy(struct sriov_finding *finding, const char *command, const char *format,
			...);

/*
 * Takes over the finding's reference, which may be NULL. False when there is no memory, or was none
 * while the finding was made.
 */
bool finding_list_add(struct sriov_finding_list *list, struct sriov_finding *finding);

/* The worst first; what is equally bad stays in the order in which it was added. */
void finding_list_sort(struct sriov_finding_list *list);

#endif
