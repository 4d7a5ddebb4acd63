/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words that JSON has for values. */
#ifndef CHANGE_STATE_WORDS_H
#define CHANGE_STATE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "sriov/vf_settings.h"

/* NULL for what cannot be set. */
const char *state_name_link_state(enum sriov_link_state link_state);
bool state_parse_link_state(const char *text, enum sriov_link_state *link_state);

const char *state_name_protocol(enum sriov_vlan_protocol protocol);
bool state_parse_protocol(const char *text, enum sriov_vlan_protocol *protocol);

/* As InfiniBand writes it: "00:02:c9:03:00:21:6e:70". */
#define STATE_GUID_SIZE sizeof("00:02:c9:03:00:21:6e:70")
void state_format_guid(uint64_t guid, char text[STATE_GUID_SIZE]);
bool state_parse_guid(const char *text, uint64_t *guid);

#endif
