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

/* One setting of one VF: the setting is one that can be set, which the broadcast address is not. */
struct vf_change {
	unsigned int vf_index;
	enum sriov_vf_setting setting;
	union {
		uint8_t mac[MAC_BYTES];
		struct {
			uint16_t id;
			uint8_t qos;
			uint16_t protocol; /* in the host's byte order; 0 is 802.1Q */
		} vlan;
		/*
		 * Both are sent, whichever is meant: the driver takes a 0 for a 0. The old
		 * attribute has a maximum alone, for kernels that know of no minimum.
		 */
		struct {
			uint32_t min_mbps;
			uint32_t max_mbps;
			bool old;
		} rates;
		bool enable;
		enum sriov_link_state link_state;
		uint64_t guid;
	};
};

/* The longest address of a network that has VFs: InfiniBand's. */
#define VF_ADDRESS_BYTES 20

enum vf_counter {
	VF_COUNTER_RX_PACKETS,
	VF_COUNTER_TX_PACKETS,
	VF_COUNTER_RX_BYTES,
	VF_COUNTER_TX_BYTES,
	VF_COUNTER_BROADCAST,
	VF_COUNTER_MULTICAST,
	VF_COUNTER_RX_DROPPED,
	VF_COUNTER_TX_DROPPED,
	VF_COUNTERS,
};

/* What the PF's driver told of one VF. */
struct vf_facts {
	bool known;    /* false when it told nothing, as some drivers do while the VF resets */
	bool counted;  /* whether there are statistics */
	uint32_t told; /* which settings there were: VF_TOLD() */
	uint8_t address_length;
	uint8_t mac[VF_ADDRESS_BYTES];
	uint8_t broadcast[VF_ADDRESS_BYTES];
	uint16_t vlan_id;
	uint8_t vlan_qos;
	uint16_t vlan_protocol; /* in the host's byte order */
	uint32_t min_rate_mbps;
	uint32_t max_rate_mbps;
	enum sriov_switch spoof_check;
	enum sriov_switch trust;
	enum sriov_switch rss_query;
	enum sriov_link_state link_state;
	uint64_t node_guid;
	uint64_t port_guid;
	uint64_t counters[VF_COUNTERS];
};

#define VF_TOLD(setting) (UINT32_C(1) << (setting))

/*
 * The kernel applies what is in one message one after another and stops at the first error: so a
 * message has one setting of one VF. NULL when there is no memory.
 */
struct nl_msg *vf_message_change(int ifindex, const struct vf_change *change);

/* The attribute that carries the change, as the kernel calls it: "IFLA_VF_MAC". */
const char *vf_message_get_attribute(const struct vf_change *change);

/*
 * Asks for the settings of all VFs, the kernel knows no other question; and for their statistics,
 * which make the answer half as long again. NULL without memory.
 */
struct nl_msg *vf_message_question(int ifindex, bool statistics);

/*
 * Decodes the answer, of which the length is there to be read. The facts are an array with an entry
 * for each VF of the PF, from VF 0 on, which the caller frees. An answer that does not hold
 * together is SRIOV_CODE_MALFORMED; one of a driver that tells nothing of VFs
 * SRIOV_CODE_UNSUPPORTED.
 */
enum sriov_code vf_message_decode(const void *answer, size_t length, struct vf_facts **facts,
				  size_t *count, struct sriov_error **error);

#endif
