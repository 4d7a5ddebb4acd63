/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VF_SETTINGS_H
#define SRIOV_VF_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_switch {
	SRIOV_SWITCH_UNKNOWN = -1,
	SRIOV_SWITCH_OFF = 0,
	SRIOV_SWITCH_ON = 1,
};

const char *sriov_switch_get_name(enum sriov_switch value);

enum sriov_link_state {
	SRIOV_LINK_STATE_UNKNOWN = -1,
	SRIOV_LINK_STATE_AUTO = 0,
	SRIOV_LINK_STATE_ENABLE = 1,
	SRIOV_LINK_STATE_DISABLE = 2,
};

enum sriov_vlan_protocol {
	SRIOV_VLAN_PROTOCOL_8021Q = 0x8100,
	SRIOV_VLAN_PROTOCOL_8021AD = 0x88a8,
};

enum sriov_vf_setting {
	SRIOV_VF_SETTING_UNKNOWN = -1,
	SRIOV_VF_SETTING_MAC = 0,
	SRIOV_VF_SETTING_BROADCAST = 1,
	SRIOV_VF_SETTING_VLAN = 2,
	SRIOV_VF_SETTING_RATES = 3,
	SRIOV_VF_SETTING_MIN_RATE = 4,
	SRIOV_VF_SETTING_MAX_RATE = 5,
	SRIOV_VF_SETTING_SPOOF_CHECK = 6,
	SRIOV_VF_SETTING_TRUST = 7,
	SRIOV_VF_SETTING_LINK_STATE = 8,
	SRIOV_VF_SETTING_RSS_QUERY = 9,
	SRIOV_VF_SETTING_NODE_GUID = 10,
	SRIOV_VF_SETTING_PORT_GUID = 11,
};

const char *sriov_vf_setting_get_name(enum sriov_vf_setting setting);

enum sriov_vf_answer {
	SRIOV_VF_ANSWER_UNKNOWN = -1,
	SRIOV_VF_ANSWER_VALUE = 0,
	SRIOV_VF_ANSWER_NOT_SET = 1,
	SRIOV_VF_ANSWER_UNSUPPORTED = 2,
};

struct sriov_vf_settings;

struct sriov_vf_settings *sriov_vf_settings_ref(struct sriov_vf_settings *settings);

void sriov_vf_settings_unref(struct sriov_vf_settings *settings);

unsigned int sriov_vf_settings_get_vf_index(const struct sriov_vf_settings *settings);

enum sriov_vf_answer sriov_vf_settings_get_answer(const struct sriov_vf_settings *settings,
						  enum sriov_vf_setting setting);

const char *sriov_vf_settings_get_mac(const struct sriov_vf_settings *settings);

const char *sriov_vf_settings_get_broadcast(const struct sriov_vf_settings *settings);

unsigned int sriov_vf_settings_get_vlan_id(const struct sriov_vf_settings *settings);

unsigned int sriov_vf_settings_get_vlan_qos(const struct sriov_vf_settings *settings);

unsigned int sriov_vf_settings_get_vlan_protocol(const struct sriov_vf_settings *settings);

unsigned int sriov_vf_settings_get_min_rate_mbps(const struct sriov_vf_settings *settings);

unsigned int sriov_vf_settings_get_max_rate_mbps(const struct sriov_vf_settings *settings);

enum sriov_switch sriov_vf_settings_get_spoof_check(const struct sriov_vf_settings *settings);

enum sriov_switch sriov_vf_settings_get_trust(const struct sriov_vf_settings *settings);

enum sriov_link_state sriov_vf_settings_get_link_state(const struct sriov_vf_settings *settings);

enum sriov_switch sriov_vf_settings_get_rss_query(const struct sriov_vf_settings *settings);

uint64_t sriov_vf_settings_get_node_guid(const struct sriov_vf_settings *settings);

uint64_t sriov_vf_settings_get_port_guid(const struct sriov_vf_settings *settings);

struct sriov_vf_settings_list;

struct sriov_vf_settings_list *sriov_vf_settings_list_ref(struct sriov_vf_settings_list *list);

void sriov_vf_settings_list_unref(struct sriov_vf_settings_list *list);

size_t sriov_vf_settings_list_get_count(const struct sriov_vf_settings_list *list);

struct sriov_vf_settings *sriov_vf_settings_list_get(const struct sriov_vf_settings_list *list,
						     size_t position);

#ifdef __cplusplus
}
#endif

#endif
