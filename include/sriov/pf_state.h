/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a PF and its VFs should be like.
 */
#ifndef SRIOV_PF_STATE_H
#define SRIOV_PF_STATE_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>
#include <sriov/vf_state.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What one PF should be like: how many VFs, who gets them, and what they are like.
 *
 * What is not said stays as it is.
 * @since 0.2
 */
struct sriov_pf_state;

/**
 * @brief PFs in the order in which they were added.
 * @since 0.2
 */
struct sriov_pf_state_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.2
 */
struct sriov_pf_state_list *sriov_pf_state_list_ref(struct sriov_pf_state_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.2
 */
void sriov_pf_state_list_unref(struct sriov_pf_state_list *list);

/**
 * @brief How many PFs.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.2
 */
size_t sriov_pf_state_list_get_count(const struct sriov_pf_state_list *list);

/**
 * @brief What is said of one PF.
 * @param list may be NULL.
 * @param position from 0, below sriov_pf_state_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.2
 */
struct sriov_pf_state *sriov_pf_state_list_get(const struct sriov_pf_state_list *list,
					       size_t position);

/**
 * @brief Takes a reference.
 * @param state may be NULL.
 * @return `state`.
 * @since 0.2
 */
struct sriov_pf_state *sriov_pf_state_ref(struct sriov_pf_state *state);

/**
 * @brief Drops a reference; the last one frees it.
 * @param state may be NULL.
 * @since 0.2
 */
void sriov_pf_state_unref(struct sriov_pf_state *state);

/**
 * @brief What a PF and its VFs are like now, in the form in which they would be wanted so.
 *
 * A plan for what was captured is empty as long as nothing changes. Settings that the driver does
 * not have are not in it; nor is the MAC of a VF that its own driver made up, which is said to be
 * none; nor how many MSI-X vectors the VFs have. A driver that is bound is named, and a VF without
 * one has "none".
 * @param pf the PF, which is read anew.
 * @param[out] state named by the PF's address, released with sriov_pf_state_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_GONE the PF or one of its VFs was removed.
 * @retval SRIOV_CODE_BUSY the driver tells nothing of a VF now: try again.
 * @retval SRIOV_CODE_NOT_FOUND its interface is in another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `virtfnN` and `sriov_drivers_autoprobe` of the PF, `driver` of its VFs, and rtnetlink's
 * `IFLA_VFINFO_LIST`. Nothing that waits for somebody's removal of VFs.
 * @since 0.2
 */
enum sriov_code sriov_pf_state_capture(struct sriov_pf *pf, struct sriov_pf_state **state,
				       struct sriov_error **error);

/**
 * @brief The PF's address or interface, as it was named.
 * @param state may be NULL.
 * @return borrowed; NULL when it is named by a serial number.
 * @since 0.2
 */
const char *sriov_pf_state_get_name(const struct sriov_pf_state *state);

/**
 * @brief The serial number of the card that it is on, as it was named.
 * @param state may be NULL.
 * @return borrowed; NULL when it is named otherwise.
 * @since 0.2
 */
const char *sriov_pf_state_get_serial_number(const struct sriov_pf_state *state);

/**
 * @brief Which function of the card it is.
 * @param state may be NULL.
 * @return from 0 to 7; 0 when it is named otherwise.
 * @since 0.2
 */
unsigned int sriov_pf_state_get_function(const struct sriov_pf_state *state);

/**
 * @brief How many VFs it should have.
 * @param state the state.
 * @param count from 0 to 65535.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL, there are more than 65535, or something is said of a
 * VF that would not be there.
 * @since 0.2
 */
enum sriov_code sriov_pf_state_set_vf_count(struct sriov_pf_state *state, unsigned int count,
					    struct sriov_error **error);

/**
 * @brief Whether something is said of the number of its VFs.
 * @param state may be NULL.
 * @return false for NULL.
 * @since 0.2
 */
bool sriov_pf_state_has_vf_count(const struct sriov_pf_state *state);

/**
 * @brief How many VFs it should have.
 * @param state may be NULL.
 * @return 0 for none, and when nothing is said of it.
 * @since 0.2
 */
unsigned int sriov_pf_state_get_vf_count(const struct sriov_pf_state *state);

/**
 * @brief Whether new VFs should get drivers by themselves.
 * @param state may be NULL.
 * @param enable on or off.
 * @since 0.2
 */
void sriov_pf_state_set_autoprobe(struct sriov_pf_state *state, bool enable);

/**
 * @brief Whether new VFs should get drivers by themselves.
 * @param state may be NULL.
 * @return #SRIOV_SWITCH_UNKNOWN when nothing is said of it.
 * @since 0.2
 */
enum sriov_switch sriov_pf_state_get_autoprobe(const struct sriov_pf_state *state);

/**
 * @brief Whether VFs that somebody uses may be destroyed or taken from their driver.
 *
 * Without it a plan that would do that is refused, see sriov_vf_use_is_in_use().
 * @param state may be NULL.
 * @param allow false at first.
 * @since 0.2
 */
void sriov_pf_state_set_in_use_allowed(struct sriov_pf_state *state, bool allow);

/**
 * @brief Whether VFs that somebody uses may be destroyed or taken from their driver.
 * @param state may be NULL.
 * @return false for NULL.
 * @since 0.2
 */
bool sriov_pf_state_is_in_use_allowed(const struct sriov_pf_state *state);

/**
 * @brief Whether the number of VFs may change on a PF that the host itself lives by: it carries the
 * default route, or a disk that is mounted.
 *
 * Without it a plan that would do that is refused.
 * @param state may be NULL.
 * @param allow false at first.
 * @since 0.2
 */
void sriov_pf_state_set_vital_allowed(struct sriov_pf_state *state, bool allow);

/**
 * @brief Whether the number of VFs may change on a PF that the host itself lives by.
 * @param state may be NULL.
 * @return false for NULL.
 * @since 0.2
 */
bool sriov_pf_state_is_vital_allowed(const struct sriov_pf_state *state);

/**
 * @brief What all its VFs should be like that have nothing else said of them.
 * @param state may be NULL.
 * @return borrowed, to be filled; NULL for NULL.
 * @since 0.2
 */
struct sriov_vf_state *sriov_pf_state_get_defaults(const struct sriov_pf_state *state);

/**
 * @brief Adds a VF of which something is said that does not hold for all.
 * @param state the state.
 * @param vf_index from 0, below the number of VFs when that is said.
 * @param[out] vf to be filled, released with sriov_vf_state_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, there will be no such VF, or it is there already.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_pf_state_add_vf(struct sriov_pf_state *state, unsigned int vf_index,
				      struct sriov_vf_state **vf, struct sriov_error **error);

/**
 * @brief The VFs of which something is said that does not hold for all.
 * @param state may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const struct sriov_vf_state_list *sriov_pf_state_get_vfs(const struct sriov_pf_state *state);

#ifdef __cplusplus
}
#endif

#endif
