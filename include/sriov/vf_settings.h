/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a PF enforces on one VF: MAC, VLAN, rates, spoof check, trust, link state, RSS query,
 * GUIDs.
 *
 * A getter gives the value. Whether there is one, whether the driver has such a setting at all, and
 * whether it is set, is told by sriov_vf_settings_get_answer():
 *
 * @code{.c}
 * struct sriov_vf_settings *settings = NULL;
 *
 * if (sriov_vf_read_settings(vf, &settings, &error))
 *         fprintf(stderr, "%s\n", sriov_error_get_message(error));
 * switch (sriov_vf_settings_get_answer(settings, SRIOV_VF_SETTING_SPOOF_CHECK)) {
 * case SRIOV_VF_ANSWER_VALUE:
 *         printf("%s\n", sriov_vf_settings_get_spoof_check(settings) ? "on" : "off");
 *         break;
 * case SRIOV_VF_ANSWER_UNSUPPORTED:
 *         printf("this card has none\n");
 *         break;
 * default:
 *         printf("the host does not tell\n");
 * }
 * sriov_vf_settings_unref(settings);
 * sriov_error_unref(error);
 * @endcode
 */
#ifndef SRIOV_VF_SETTINGS_H
#define SRIOV_VF_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A setting that a driver may not have, or that is on or off.
 * @since 0.1
 */
enum sriov_switch {
	/** The driver has no such setting, or the host does not tell. */
	SRIOV_SWITCH_UNKNOWN = -1,
	/** Off. */
	SRIOV_SWITCH_OFF = 0,
	/** On. */
	SRIOV_SWITCH_ON = 1,
};

/**
 * @brief The name of its state, for programs and logs: "on" for
 * #SRIOV_SWITCH_ON.
 * @param value any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_switch_get_name(enum sriov_switch value);

/**
 * @brief What link the VF sees.
 * @since 0.1
 */
enum sriov_link_state {
	/** A state that this version does not know. */
	SRIOV_LINK_STATE_UNKNOWN = -1,
	/** The PF's own. */
	SRIOV_LINK_STATE_AUTO = 0,
	/** Always up, so that VFs reach each other without a cable. */
	SRIOV_LINK_STATE_ENABLE = 1,
	/** Always down. */
	SRIOV_LINK_STATE_DISABLE = 2,
};

/**
 * @brief The protocol of a VLAN tag.
 * @since 0.1
 */
enum sriov_vlan_protocol {
	/** The ordinary one, 802.1Q. */
	SRIOV_VLAN_PROTOCOL_8021Q = 0x8100,
	/** The outer one of two, 802.1ad, in front of the tags that the VF itself may use. */
	SRIOV_VLAN_PROTOCOL_8021AD = 0x88a8,
};

/**
 * @brief One of the settings that a PF has for its VFs.
 * @since 0.1
 */
enum sriov_vf_setting {
	/** None that this version knows. */
	SRIOV_VF_SETTING_UNKNOWN = -1,
	/** The MAC. */
	SRIOV_VF_SETTING_MAC = 0,
	/** The broadcast address, which can only be read. */
	SRIOV_VF_SETTING_BROADCAST = 1,
	/** The VLAN with its priority and its protocol. */
	SRIOV_VF_SETTING_VLAN = 2,
	/** Both rates together. */
	SRIOV_VF_SETTING_RATES = 3,
	/** The rate that the VF can count on. */
	SRIOV_VF_SETTING_MIN_RATE = 4,
	/** The rate that the VF is held to. */
	SRIOV_VF_SETTING_MAX_RATE = 5,
	/** The spoof check. */
	SRIOV_VF_SETTING_SPOOF_CHECK = 6,
	/** Trust. */
	SRIOV_VF_SETTING_TRUST = 7,
	/** The link that the VF sees. */
	SRIOV_VF_SETTING_LINK_STATE = 8,
	/** Whether the VF may ask how the PF spreads what it receives. */
	SRIOV_VF_SETTING_RSS_QUERY = 9,
	/** The GUID of the VF as a node of InfiniBand. */
	SRIOV_VF_SETTING_NODE_GUID = 10,
	/** The GUID of the VF's port of InfiniBand. */
	SRIOV_VF_SETTING_PORT_GUID = 11,
};

/**
 * @brief The name of a setting, for programs and logs: "spoof-check" for
 * #SRIOV_VF_SETTING_SPOOF_CHECK.
 * @param setting any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_vf_setting_get_name(enum sriov_vf_setting setting);

/**
 * @brief What the host told of a setting.
 * @since 0.1
 */
enum sriov_vf_answer {
	/** The host does not tell: the kernel is too old to, or the setting is none. */
	SRIOV_VF_ANSWER_UNKNOWN = -1,
	/** It has the value that the getter gives. */
	SRIOV_VF_ANSWER_VALUE = 0,
	/** It is not set: no MAC, no VLAN, no limit, no GUID. */
	SRIOV_VF_ANSWER_NOT_SET = 1,
	/** The PF's driver has no such setting. */
	SRIOV_VF_ANSWER_UNSUPPORTED = 2,
};

/**
 * @brief The settings of one VF as the PF's driver told them. Immutable and counted.
 * @since 0.1
 */
struct sriov_vf_settings;

/**
 * @brief Takes a reference.
 * @param settings may be NULL.
 * @return `settings`.
 * @since 0.1
 */
struct sriov_vf_settings *sriov_vf_settings_ref(struct sriov_vf_settings *settings);

/**
 * @brief Drops a reference; the last one frees it.
 * @param settings may be NULL.
 * @since 0.1
 */
void sriov_vf_settings_unref(struct sriov_vf_settings *settings);

/**
 * @brief Which VF of the PF.
 * @param settings may be NULL.
 * @return from 0.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_vf_index(const struct sriov_vf_settings *settings);

/**
 * @brief Whether the setting has a value, is not set, or does not exist.
 *
 * For a spoof check, trust, RSS query and GUIDs the kernel tells whether the driver has them. Of a
 * MAC, a VLAN, rates and a link state it tells zeroes for what the driver does not have:
 * that is #SRIOV_VF_ANSWER_NOT_SET, and for the link state a value, but with drivers of which this
 * version knows better (igb). What a driver without the setting says to setting it is always
 * #SRIOV_CODE_UNSUPPORTED.
 * @param settings may be NULL.
 * @param setting which.
 * @return the answer.
 * @since 0.1
 */
enum sriov_vf_answer sriov_vf_settings_get_answer(const struct sriov_vf_settings *settings,
						  enum sriov_vf_setting setting);

/**
 * @brief The MAC that the PF has for the VF: the admin MAC, or with some drivers (igb, ixgbe, i40e,
 * ice) the one that the VF's driver or the PF made up. The kernel does not tell which.
 * @param settings may be NULL.
 * @return "52:54:00:00:00:01", 20 bytes of the same kind with InfiniBand; borrowed; NULL when none
 * is set: all zeros.
 * @since 0.1
 */
const char *sriov_vf_settings_get_mac(const struct sriov_vf_settings *settings);

/**
 * @brief The broadcast address of the VF's network, which is the PF's.
 * @param settings may be NULL.
 * @return "ff:ff:ff:ff:ff:ff", 20 bytes of the same kind with InfiniBand; borrowed; NULL when the
 * kernel does not tell (before 5.3).
 * @since 0.1
 */
const char *sriov_vf_settings_get_broadcast(const struct sriov_vf_settings *settings);

/**
 * @brief The VLAN that the VF is put in without knowing it.
 * @param settings may be NULL.
 * @return 1 to 4094; 0 for none.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_vlan_id(const struct sriov_vf_settings *settings);

/**
 * @brief The priority of its VLAN tag (QoS).
 * @param settings may be NULL.
 * @return 0 to 7.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_vlan_qos(const struct sriov_vf_settings *settings);

/**
 * @brief The protocol of its VLAN tag.
 * @param settings may be NULL.
 * @return 0x8100 for 802.1Q, 0x88a8 for 802.1ad, as #sriov_vlan_protocol has them; 0 when the
 * kernel does not tell.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_vlan_protocol(const struct sriov_vf_settings *settings);

/**
 * @brief The rate at which the VF can always send.
 * @param settings may be NULL.
 * @return in Mb/s; 0 for none.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_min_rate_mbps(const struct sriov_vf_settings *settings);

/**
 * @brief The rate above which the VF cannot send.
 * @param settings may be NULL.
 * @return in Mb/s; 0 for no limit.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_max_rate_mbps(const struct sriov_vf_settings *settings);

/**
 * @brief Whether frames whose source MAC is not the VF's are dropped.
 * @param settings may be NULL.
 * @return on, off, or unknown when the driver has no such setting.
 * @since 0.1
 */
enum sriov_switch sriov_vf_settings_get_spoof_check(const struct sriov_vf_settings *settings);

/**
 * @brief Whether the VF may override its admin MAC and ask for promiscuous mode.
 * @param settings may be NULL.
 * @return on, off, or unknown when the driver has no such setting.
 * @since 0.1
 */
enum sriov_switch sriov_vf_settings_get_trust(const struct sriov_vf_settings *settings);

/**
 * @brief What link the VF sees.
 * @param settings may be NULL.
 * @return the state; drivers without this setting tell auto.
 * @since 0.1
 */
enum sriov_link_state sriov_vf_settings_get_link_state(const struct sriov_vf_settings *settings);

/**
 * @brief Whether the VF may read the PF's table and key of receive side scaling (RSS), which it
 * may share with the PF.
 * @param settings may be NULL.
 * @return on, off, or unknown when the driver has no such setting.
 * @since 0.1
 */
enum sriov_switch sriov_vf_settings_get_rss_query(const struct sriov_vf_settings *settings);

/**
 * @brief The GUID of the VF as a node of InfiniBand.
 * @param settings may be NULL.
 * @return 64 bits, the first byte on the wire the highest; 0 when none is set or the PF is none of
 * InfiniBand.
 * @since 0.1
 */
uint64_t sriov_vf_settings_get_node_guid(const struct sriov_vf_settings *settings);

/**
 * @brief The GUID of the VF's port of InfiniBand.
 * @param settings may be NULL.
 * @return 64 bits, the first byte on the wire the highest; 0 when none is set or the PF is none of
 * InfiniBand.
 * @since 0.1
 */
uint64_t sriov_vf_settings_get_port_guid(const struct sriov_vf_settings *settings);

/**
 * @brief Settings of VFs, in the order of their indexes. Immutable and counted.
 * @since 0.1
 */
struct sriov_vf_settings_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vf_settings_list *sriov_vf_settings_list_ref(struct sriov_vf_settings_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vf_settings_list_unref(struct sriov_vf_settings_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vf_settings_list_get_count(const struct sriov_vf_settings_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_vf_settings_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_vf_settings *sriov_vf_settings_list_get(const struct sriov_vf_settings_list *list,
						     size_t position);

#ifdef __cplusplus
}
#endif

#endif
