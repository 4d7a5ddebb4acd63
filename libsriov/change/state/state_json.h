/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PFs of a state in JSON: for users, and for the journal. */
#ifndef CHANGE_STATE_JSON_H
#define CHANGE_STATE_JSON_H

#include "base/json.h"
#include "change/state/state.h"

/* Of the form: it grows when an old library would take a new text for something else. */
#define STATE_JSON_VERSION 1

/* NULL when the node is none: what is wrong is noted. */
struct sriov_pf_state *state_json_read_pf(const struct json_node *node);

/* NULL when there is no memory. */
struct json *state_json_write_pf(const struct sriov_pf_state *pf);

#endif
