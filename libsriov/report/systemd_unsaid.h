/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of a PF that a .link file has no words for. */
#ifndef REPORT_SYSTEMD_UNSAID_H
#define REPORT_SYSTEMD_UNSAID_H

#include "base/string_list.h"
#include "change/state/pf_state.h"

/* A sentence for each of it; NULL when there is no memory. */
struct sriov_string_list *systemd_list_unsaid(const struct sriov_pf_state *pf);

#endif
