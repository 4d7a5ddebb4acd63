/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/state_words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/common.h"

static const char *const link_states[] = {
	[SRIOV_LINK_STATE_AUTO] = "auto",
	[SRIOV_LINK_STATE_ENABLE] = "enable",
	[SRIOV_LINK_STATE_DISABLE] = "disable",
};

const char *state_name_link_state(enum sriov_link_state link_state)
{
	return (size_t)link_state < ARRAY_SIZE(link_states) ? link_states[link_state] : NULL;
}

bool state_parse_link_state(const char *text, enum sriov_link_state *link_state)
{
	for (size_t i = 0; i < ARRAY_SIZE(link_states); i++) {
		if (strcmp(text, link_states[i]) != 0)
			continue;
		*link_state = (enum sriov_link_state)i;
		return true;
	}
	return false;
}

const char *state_name_protocol(enum sriov_vlan_protocol protocol)
{
	return protocol == SRIOV_VLAN_PROTOCOL_8021AD ? "802.1ad" : "802.1Q";
}

bool state_parse_protocol(const char *text, enum sriov_vlan_protocol *protocol)
{
	if (strcmp(text, "802.1Q") != 0 && strcmp(text, "802.1ad") != 0)
		return false;
	*protocol = strcmp(text, "802.1Q") ? SRIOV_VLAN_PROTOCOL_8021AD : SRIOV_VLAN_PROTOCOL_8021Q;
	return true;
}

void state_format_guid(uint64_t guid, char text[STATE_GUID_SIZE])
{
	for (unsigned int i = 0; i < 8; i++)
		snprintf(text + (size_t)3 * i, 4, "%02x%s",
			 (unsigned int)(guid >> 8 * (7 - i)) & 0xff, i < 7 ? ":" : "");
}

bool state_parse_guid(const char *text, uint64_t *guid)
{
	uint64_t value = 0;

	if (strlen(text) != STATE_GUID_SIZE - 1)
		return false;
	for (size_t i = 0; i < STATE_GUID_SIZE - 1; i++) {
		char digit[2] = {text[i], '\0'};

		if (i % 3 == 2 ? text[i] != ':' : !isxdigit((unsigned char)text[i]))
			return false;
		if (i % 3 != 2)
			value = value << 4 | strtoul(digit, NULL, 16);
	}
	*guid = value;
	return true;
}
