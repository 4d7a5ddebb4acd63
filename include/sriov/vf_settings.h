/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a PF enforces on one VF: MAC, VLAN, spoof check, trust, link state.
 */
#ifndef SRIOV_VF_SETTINGS_H
#define SRIOV_VF_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

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
 * @brief The MAC that the PF has for the VF: the admin MAC, or with some drivers (igb, ixgbe, i40e,
 * ice) the one that the VF's driver or the PF made up. The kernel does not tell which.
 * @param settings may be NULL.
 * @return "52:54:00:00:00:01", borrowed; NULL when none is set: all zeros.
 * @since 0.1
 */
const char *sriov_vf_settings_get_mac(const struct sriov_vf_settings *settings);

/**
 * @brief The VLAN that the VF is put in without knowing it.
 * @param settings may be NULL.
 * @return 1 to 4094; 0 for none.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_vlan_id(const struct sriov_vf_settings *settings);

/**
 * @brief The priority of its VLAN tag.
 * @param settings may be NULL.
 * @return 0 to 7.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_vlan_qos(const struct sriov_vf_settings *settings);

/**
 * @brief The protocol of its VLAN tag.
 * @param settings may be NULL.
 * @return 0x8100 for 802.1Q, 0x88a8 for 802.1ad; 0 when the driver does not tell.
 * @since 0.1
 */
unsigned int sriov_vf_settings_get_vlan_protocol(const struct sriov_vf_settings *settings);

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
