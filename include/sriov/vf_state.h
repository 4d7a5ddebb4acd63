/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a VF should be like: its settings, its driver, its MSI-X vectors.
 *
 * What is not said stays as it is; of a VF that is made anew, as its driver makes it.
 */
#ifndef SRIOV_VF_STATE_H
#define SRIOV_VF_STATE_H

#include <sriov/error.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What one VF should be like, or all VFs of a PF that have nothing else said of them.
 * @since 0.2
 */
struct sriov_vf_state;

/**
 * @brief VFs by their indexes.
 * @since 0.2
 */
struct sriov_vf_state_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.2
 */
struct sriov_vf_state_list *sriov_vf_state_list_ref(struct sriov_vf_state_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.2
 */
void sriov_vf_state_list_unref(struct sriov_vf_state_list *list);

/**
 * @brief How many VFs have something said of them.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.2
 */
size_t sriov_vf_state_list_get_count(const struct sriov_vf_state_list *list);

/**
 * @brief What is said of one of them.
 * @param list may be NULL.
 * @param position from 0, below sriov_vf_state_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.2
 */
struct sriov_vf_state *sriov_vf_state_list_get(const struct sriov_vf_state_list *list,
					       size_t position);

/**
 * @brief Takes a reference.
 * @param state may be NULL.
 * @return `state`.
 * @since 0.2
 */
struct sriov_vf_state *sriov_vf_state_ref(struct sriov_vf_state *state);

/**
 * @brief Drops a reference; the last one frees it.
 * @param state may be NULL.
 * @since 0.2
 */
void sriov_vf_state_unref(struct sriov_vf_state *state);

/**
 * @brief Which VF it is.
 * @param state may be NULL.
 * @return its index from 0; #SRIOV_VF_INDEX_ALL for what holds for all VFs of the PF.
 * @since 0.2
 */
unsigned int sriov_vf_state_get_vf_index(const struct sriov_vf_state *state);

/**
 * @brief Whether something is said of a setting.
 * @param state may be NULL.
 * @param setting which; #SRIOV_VF_SETTING_RATES is there when either rate is.
 * @return true when the VF should have a certain value; false otherwise, and for NULL.
 * @since 0.2
 */
bool sriov_vf_state_has_setting(const struct sriov_vf_state *state, enum sriov_vf_setting setting);

/**
 * @brief Takes back what was said of a setting: it stays as it is.
 * @param state may be NULL.
 * @param setting which; #SRIOV_VF_SETTING_RATES for both rates.
 * @since 0.2
 */
void sriov_vf_state_set_unchanged(struct sriov_vf_state *state, enum sriov_vf_setting setting);

/**
 * @brief Its MAC (the admin MAC).
 * @param state the state.
 * @param mac "52:54:00:00:00:01"; "00:00:00:00:00:00" for none, which is all that may be said of
 * all VFs.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, it is no MAC or that of a group, or one MAC for
 * all VFs.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_mac(struct sriov_vf_state *state, const char *mac,
				       struct sriov_error **error);

/**
 * @brief The VLAN that it is put in without knowing it.
 * @param state the state.
 * @param vlan_id from 1 to 4094; 0 for none.
 * @param qos the priority, from 0 to 7; without a VLAN, too, where the driver has that.
 * @param protocol of the tag.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL or a value is out of its range.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_vlan(struct sriov_vf_state *state, unsigned int vlan_id,
					unsigned int qos, enum sriov_vlan_protocol protocol,
					struct sriov_error **error);

/**
 * @brief The rate that it can count on.
 * @param state the state.
 * @param min_mbps in Mb/s; 0 for none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, or the rate is more than the other one.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_min_rate(struct sriov_vf_state *state, unsigned int min_mbps,
					    struct sriov_error **error);

/**
 * @brief The rate that it is held to.
 * @param state the state.
 * @param max_mbps in Mb/s; 0 for none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, or the rate is less than the other one.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_max_rate(struct sriov_vf_state *state, unsigned int max_mbps,
					    struct sriov_error **error);

/**
 * @brief Whether frames with a foreign source MAC are dropped.
 * @param state the state.
 * @param enable on or off.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_spoof_check(struct sriov_vf_state *state, bool enable,
					       struct sriov_error **error);

/**
 * @brief Whether it is trusted: it may change its MAC and be promiscuous.
 * @param state the state.
 * @param enable on or off.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_trust(struct sriov_vf_state *state, bool enable,
					 struct sriov_error **error);

/**
 * @brief Whether it may ask how the PF spreads what it receives.
 * @param state the state.
 * @param enable on or off.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_rss_query(struct sriov_vf_state *state, bool enable,
					     struct sriov_error **error);

/**
 * @brief What link it sees.
 * @param state the state.
 * @param link_state one that can be set.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, or the link state is none that can be set.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_link_state(struct sriov_vf_state *state,
					      enum sriov_link_state link_state,
					      struct sriov_error **error);

/**
 * @brief Its node GUID, on InfiniBand.
 * @param state the state.
 * @param guid 0 for none, which is all that may be said of all VFs.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, or one GUID for all VFs.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_node_guid(struct sriov_vf_state *state, uint64_t guid,
					     struct sriov_error **error);

/**
 * @brief Its port GUID, on InfiniBand.
 * @param state the state.
 * @param guid 0 for none, which is all that may be said of all VFs.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, or one GUID for all VFs.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_port_guid(struct sriov_vf_state *state, uint64_t guid,
					     struct sriov_error **error);

/**
 * @brief The driver that it should be on.
 * @param state the state.
 * @param driver a name, such as "vfio-pci" or "igbvf"; "native" for the one that the kernel would
 * choose; "vfio" for the VFIO driver that fits it best: a variant such as `mlx5_vfio_pci` where
 * there is one, else `vfio-pci`; "none"; NULL for no matter. A VF that is made anew and has no
 * driver said of it gets what the PF's autoprobe gives it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, or it can be no name of a driver.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_driver(struct sriov_vf_state *state, const char *driver,
					  struct sriov_error **error);

/**
 * @brief How many MSI-X vectors it should have.
 * @param state the state.
 * @param vectors from 1 to 2048; 0 for what the driver gives it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, or they are more than a function can have.
 * @since 0.2
 */
enum sriov_code sriov_vf_state_set_msix_count(struct sriov_vf_state *state, unsigned int vectors,
					      struct sriov_error **error);

/**
 * @brief The MAC that it should have.
 * @param state may be NULL.
 * @return borrowed, in small letters; NULL when nothing is said of it.
 * @since 0.2
 */
const char *sriov_vf_state_get_mac(const struct sriov_vf_state *state);

/**
 * @brief The VLAN that it should be in.
 * @param state may be NULL.
 * @return from 1 to 4094; 0 for none, and when nothing is said of it.
 * @since 0.2
 */
unsigned int sriov_vf_state_get_vlan_id(const struct sriov_vf_state *state);

/**
 * @brief The priority in its VLAN.
 * @param state may be NULL.
 * @return from 0 to 7; 0 when nothing is said of it.
 * @since 0.2
 */
unsigned int sriov_vf_state_get_vlan_qos(const struct sriov_vf_state *state);

/**
 * @brief The protocol of its VLAN.
 * @param state may be NULL.
 * @return #SRIOV_VLAN_PROTOCOL_8021Q when nothing is said of it.
 * @since 0.2
 */
enum sriov_vlan_protocol sriov_vf_state_get_vlan_protocol(const struct sriov_vf_state *state);

/**
 * @brief The rate that it should be able to count on.
 * @param state may be NULL.
 * @return in Mb/s; 0 for none, and when nothing is said of it.
 * @since 0.2
 */
unsigned int sriov_vf_state_get_min_rate_mbps(const struct sriov_vf_state *state);

/**
 * @brief The rate that it should be held to.
 * @param state may be NULL.
 * @return in Mb/s; 0 for none, and when nothing is said of it.
 * @since 0.2
 */
unsigned int sriov_vf_state_get_max_rate_mbps(const struct sriov_vf_state *state);

/**
 * @brief Whether its spoof check should be on.
 * @param state may be NULL.
 * @return #SRIOV_SWITCH_UNKNOWN when nothing is said of it.
 * @since 0.2
 */
enum sriov_switch sriov_vf_state_get_spoof_check(const struct sriov_vf_state *state);

/**
 * @brief Whether it should be trusted.
 * @param state may be NULL.
 * @return #SRIOV_SWITCH_UNKNOWN when nothing is said of it.
 * @since 0.2
 */
enum sriov_switch sriov_vf_state_get_trust(const struct sriov_vf_state *state);

/**
 * @brief Whether it should be allowed to ask how the PF spreads what it receives.
 * @param state may be NULL.
 * @return #SRIOV_SWITCH_UNKNOWN when nothing is said of it.
 * @since 0.2
 */
enum sriov_switch sriov_vf_state_get_rss_query(const struct sriov_vf_state *state);

/**
 * @brief What link it should see.
 * @param state may be NULL.
 * @return #SRIOV_LINK_STATE_UNKNOWN when nothing is said of it.
 * @since 0.2
 */
enum sriov_link_state sriov_vf_state_get_link_state(const struct sriov_vf_state *state);

/**
 * @brief Its node GUID.
 * @param state may be NULL.
 * @return 0 for none, and when nothing is said of it.
 * @since 0.2
 */
uint64_t sriov_vf_state_get_node_guid(const struct sriov_vf_state *state);

/**
 * @brief Its port GUID.
 * @param state may be NULL.
 * @return 0 for none, and when nothing is said of it.
 * @since 0.2
 */
uint64_t sriov_vf_state_get_port_guid(const struct sriov_vf_state *state);

/**
 * @brief The driver that it should be on, in the words of sriov_vf_state_set_driver().
 * @param state may be NULL.
 * @return borrowed; NULL when nothing is said of it.
 * @since 0.2
 */
const char *sriov_vf_state_get_driver(const struct sriov_vf_state *state);

/**
 * @brief How many MSI-X vectors it should have.
 * @param state may be NULL.
 * @return from 1; 0 when nothing is said of it.
 * @since 0.2
 */
unsigned int sriov_vf_state_get_msix_count(const struct sriov_vf_state *state);

#ifdef __cplusplus
}
#endif

#endif
