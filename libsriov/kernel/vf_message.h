/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The settings of VFs as messages of rtnetlink: our own codec, since libnl-route's cuts lists,
 * reads past them and writes the VLAN protocol the wrong way round.
 */
#ifndef KERNEL_VF_MESSAGE_H
#define KERNEL_VF_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sriov/vf_settings.h"

#include "base/error.h"
#include "base/mac.h"

struct nl_msg;

enum vf_setting {
	VF_SETTING_MAC,
	VF_SETTING_VLAN,
	VF_SETTING_SPOOF_CHECK,
	VF_SETTING_TRUST,
	VF_SETTING_LINK_STATE,
};

/* One setting of one VF. */
struct vf_change {
	unsigned int vf_index;
	enum vf_setting setting;
	union {
		uint8_t mac[MAC_BYTES];
		struct {
			uint16_t id;
			uint8_t qos;
		} vlan;
		bool enable;
		enum sriov_link_state link_state;
	};
};

/* What the PF's driver told of one VF. */
struct vf_facts {
	bool known; /* false when it told nothing, as some drivers do while the VF resets */
	uint8_t mac[MAC_BYTES];
	uint16_t vlan_id;
	uint8_t vlan_qos;
	uint16_t vlan_protocol; /* in the host's byte order */
	enum sriov_switch spoof_check;
	enum sriov_switch trust;
	enum sriov_link_state link_state;
};

/*
 * The kernel applies what is in one message one after another and stops at the first error: so a
 * message has one setting of one VF. NULL when there is no memory.
 */
struct nl_msg *vf_message_change(int ifindex, const struct vf_change *change);

/* The attribute that carries the setting, as the kernel calls it: "IFLA_VF_MAC". */
const char *vf_message_get_attribute(enum vf_setting setting);

/* Asks for the settings of all VFs; the kernel knows no other question. NULL without memory. */
struct nl_msg *vf_message_question(int ifindex);

/*
 * Decodes the answer, of which the length is there to be read. The facts are an array with an entry
 * for each VF of the PF, from VF 0 on, which the caller frees. An answer that does not hold
 * together is SRIOV_CODE_MALFORMED; one of a driver that tells nothing of VFs
 * SRIOV_CODE_UNSUPPORTED.
 */
enum sriov_code vf_message_decode(const void *answer, size_t length, struct vf_facts **facts,
				  size_t *count, struct sriov_error **error);

#endif
