/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief One step of a plan: what it changes, what that costs, and the way back.
 */
#ifndef SRIOV_STEP_H
#define SRIOV_STEP_H

#include <sriov/error.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief One change of one thing. Immutable and counted.
 * @since 0.2
 */
struct sriov_step;

/**
 * @brief Steps in the order in which they are taken.
 * @since 0.2
 */
struct sriov_step_list;

/**
 * @brief What a step changes.
 * @since 0.2
 */
enum sriov_step_kind {
	/** Something that this version does not know. */
	SRIOV_STEP_KIND_UNKNOWN = -1,
	/** A kernel module is loaded. */
	SRIOV_STEP_KIND_LOAD_MODULE = 0,
	/** Whether new VFs get drivers by themselves. */
	SRIOV_STEP_KIND_SET_AUTOPROBE = 1,
	/** All VFs of the PF are removed. */
	SRIOV_STEP_KIND_REMOVE_VFS = 2,
	/** The VFs of the PF are made. */
	SRIOV_STEP_KIND_MAKE_VFS = 3,
	/** A setting of a VF. */
	SRIOV_STEP_KIND_SET_VF = 4,
	/** How many MSI-X vectors a VF has. */
	SRIOV_STEP_KIND_SET_MSIX_COUNT = 5,
	/** The driver of a VF. */
	SRIOV_STEP_KIND_SET_DRIVER = 6,
};

/**
 * @brief Who notices a step.
 * @since 0.2
 */
enum sriov_step_effect {
	/** Nobody. */
	SRIOV_STEP_EFFECT_NONE = 0,
	/** Whoever uses this VF: its traffic is cut, or it is another one. */
	SRIOV_STEP_EFFECT_VF = 1,
	/** Whoever uses any VF of this PF. */
	SRIOV_STEP_EFFECT_ALL_VFS = 2,
	/** Whoever uses the PF as well: its driver resets it. */
	SRIOV_STEP_EFFECT_PF = 3,
};

/**
 * @brief What became of a step.
 * @since 0.2
 */
enum sriov_step_result {
	/** Something that this version does not know. */
	SRIOV_STEP_RESULT_UNKNOWN = -1,
	/** It was not begun. */
	SRIOV_STEP_RESULT_NOT_BEGUN = 0,
	/** The kernel is at it. */
	SRIOV_STEP_RESULT_UNDER_WAY = 1,
	/** It was done, and read back. */
	SRIOV_STEP_RESULT_DONE = 2,
	/** It was so already: as of a VF that was made with it. */
	SRIOV_STEP_RESULT_ALREADY = 3,
	/** It failed. */
	SRIOV_STEP_RESULT_FAILED = 4,
	/** It was not over when its deadline was: the kernel is still at it. */
	SRIOV_STEP_RESULT_STUCK = 5,
};

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.2
 */
struct sriov_step_list *sriov_step_list_ref(struct sriov_step_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.2
 */
void sriov_step_list_unref(struct sriov_step_list *list);

/**
 * @brief How many steps.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.2
 */
size_t sriov_step_list_get_count(const struct sriov_step_list *list);

/**
 * @brief One step.
 * @param list may be NULL.
 * @param position from 0, below sriov_step_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.2
 */
struct sriov_step *sriov_step_list_get(const struct sriov_step_list *list, size_t position);

/**
 * @brief Takes a reference.
 * @param step may be NULL.
 * @return `step`.
 * @since 0.2
 */
struct sriov_step *sriov_step_ref(struct sriov_step *step);

/**
 * @brief Drops a reference; the last one frees it.
 * @param step may be NULL.
 * @since 0.2
 */
void sriov_step_unref(struct sriov_step *step);

/**
 * @brief What it changes.
 * @param step may be NULL.
 * @return one of #sriov_step_kind.
 * @since 0.2
 */
enum sriov_step_kind sriov_step_get_kind(const struct sriov_step *step);

/**
 * @brief The PF that it is about.
 * @param step may be NULL.
 * @return its address, borrowed; NULL when it is about no PF, as a module.
 * @since 0.2
 */
const char *sriov_step_get_address(const struct sriov_step *step);

/**
 * @brief The VF that it is about.
 * @param step may be NULL.
 * @return its index; #SRIOV_VF_INDEX_ALL when it is not about one VF.
 * @since 0.2
 */
unsigned int sriov_step_get_vf_index(const struct sriov_step *step);

/**
 * @brief The setting that it changes.
 * @param step may be NULL.
 * @return #SRIOV_VF_SETTING_UNKNOWN when it is no setting of a VF.
 * @since 0.2
 */
enum sriov_vf_setting sriov_step_get_setting(const struct sriov_step *step);

/**
 * @brief The step in a sentence: "VF 3 of em1 (0000:01:00.0, igb): set its MAC to
 * 52:54:00:00:00:01".
 * @param step may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_step_get_description(const struct sriov_step *step);

/**
 * @brief What is to change.
 * @param step may be NULL.
 * @return borrowed; "unknown" of a VF that is not made yet; NULL for NULL.
 * @since 0.2
 */
const char *sriov_step_get_from(const struct sriov_step *step);

/**
 * @brief What it is to become.
 * @param step may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_step_get_to(const struct sriov_step *step);

/**
 * @brief Who notices it.
 * @param step may be NULL.
 * @return one of #sriov_step_effect.
 * @since 0.2
 */
enum sriov_step_effect sriov_step_get_effect(const struct sriov_step *step);

/**
 * @brief Whether it can be taken back so that all is as before.
 * @param step may be NULL.
 * @return false when something is lost, as who uses a VF that is removed, and for NULL.
 * @since 0.2
 */
bool sriov_step_is_reversible(const struct sriov_step *step);

/**
 * @brief How it is taken back, or what is lost, in a sentence.
 * @param step may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_step_get_undo(const struct sriov_step *step);

/**
 * @brief What a person would type for it in a shell.
 * @param step may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_step_get_command(const struct sriov_step *step);

#ifdef __cplusplus
}
#endif

#endif
