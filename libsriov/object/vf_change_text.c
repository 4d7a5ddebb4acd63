/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vf_change_text.h"

#include <stdio.h>

void vf_change_describe(const struct vf_change *change, char text[VF_CHANGE_TEXT_SIZE])
{
	static const char *const states[] = {"auto", "enable", "disable"};
	char mac[MAC_SIZE];

	switch (change->setting) {
	case VF_SETTING_MAC:
		mac_format(change->mac, mac);
		snprintf(text, VF_CHANGE_TEXT_SIZE, "set its MAC to %s", mac);
		break;
	case VF_SETTING_VLAN:
		if (change->vlan.id)
			snprintf(text, VF_CHANGE_TEXT_SIZE, "put it in VLAN %u with priority %u",
				 change->vlan.id, change->vlan.qos);
		else
			snprintf(text, VF_CHANGE_TEXT_SIZE, "take it out of its VLAN");
		break;
	case VF_SETTING_SPOOF_CHECK:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "turn its spoof check %s",
			 change->enable ? "on" : "off");
		break;
	case VF_SETTING_TRUST:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "turn its trust %s",
			 change->enable ? "on" : "off");
		break;
	case VF_SETTING_LINK_STATE:
		snprintf(text, VF_CHANGE_TEXT_SIZE, "set its link state to %s",
			 states[change->link_state]);
		break;
	}
}
