/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What was left by a program that was killed is brought to an end.
 *
 * A plan that is carried out keeps a journal in the runtime directory of its context, see
 * sriov_context_options_set_runtime_directory(). Whoever finds one whose program has ended reads
 * from it what was and what should have been, and brings the PFs to one of the two.
 *
 * All PFs of a plan go the same way. One that was on its way back, after a step that failed or was
 * past its deadline, or because it was cancelled, is taken back: VFs that were removed are made
 * again and set as before, but who had one of them has lost it. Of one that was killed on its way
 * forth the plan is finished when a removal of VFs had been begun, and else taken back. Where the
 * one way fails the other one is tried.
 */
#ifndef SRIOV_RECOVERY_H
#define SRIOV_RECOVERY_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What became of one journal. Immutable and counted.
 * @since 0.2
 */
struct sriov_recovery;

/**
 * @brief One for each journal that was found.
 * @since 0.2
 */
struct sriov_recovery_list;

/**
 * @brief What became of a journal.
 * @since 0.2
 */
enum sriov_recovery_result {
	/** Something that this version does not know. */
	SRIOV_RECOVERY_RESULT_UNKNOWN = -1,
	/** Its PFs are as they were before. */
	SRIOV_RECOVERY_RESULT_TAKEN_BACK = 0,
	/** Its PFs are as they should have become by its plan. */
	SRIOV_RECOVERY_RESULT_FINISHED = 1,
	/** It is of an earlier boot, or its PFs are gone: it has no meaning any more. */
	SRIOV_RECOVERY_RESULT_OLD = 2,
	/**
	 * Its program, or what that has begun in the kernel, is still at it: nothing was done, and
	 * a recovery once that is over does it.
	 */
	SRIOV_RECOVERY_RESULT_BUSY = 3,
	/**
	 * Its PFs could be brought neither here nor there, or somebody uses what would go: the
	 * error says what is in the way. It is kept, and no plan for these PFs is carried out until
	 * a recovery has succeeded.
	 */
	SRIOV_RECOVERY_RESULT_FAILED = 4,
};

/**
 * @brief Brings to an end what was left by programs that were killed. That there was nothing is
 * success.
 * @param context the host.
 * @param[out] list released with sriov_recovery_list_unref(); NULL when it is not wanted.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `context` is NULL.
 * @retval SRIOV_CODE_FORBIDDEN the runtime directory may not be read, or is not safe.
 * @retval SRIOV_CODE_PARTIAL at least one could not be brought to an end; the list tells which.
 * @retval SRIOV_CODE_FAILED the runtime directory cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * As of sriov_plan_apply(); `/proc/sys/kernel/random/boot_id`.
 * @since 0.2
 */
enum sriov_code sriov_recovery_run_all(struct sriov_context *context,
				       struct sriov_recovery_list **list,
				       struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.2
 */
struct sriov_recovery_list *sriov_recovery_list_ref(struct sriov_recovery_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.2
 */
void sriov_recovery_list_unref(struct sriov_recovery_list *list);

/**
 * @brief How many journals were found.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.2
 */
size_t sriov_recovery_list_get_count(const struct sriov_recovery_list *list);

/**
 * @brief One of them.
 * @param list may be NULL.
 * @param position from 0, below sriov_recovery_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.2
 */
struct sriov_recovery *sriov_recovery_list_get(const struct sriov_recovery_list *list,
					       size_t position);

/**
 * @brief Takes a reference.
 * @param recovery may be NULL.
 * @return `recovery`.
 * @since 0.2
 */
struct sriov_recovery *sriov_recovery_ref(struct sriov_recovery *recovery);

/**
 * @brief Drops a reference; the last one frees it.
 * @param recovery may be NULL.
 * @since 0.2
 */
void sriov_recovery_unref(struct sriov_recovery *recovery);

/**
 * @brief What became of it.
 * @param recovery may be NULL.
 * @return one of #sriov_recovery_result.
 * @since 0.2
 */
enum sriov_recovery_result sriov_recovery_get_result(const struct sriov_recovery *recovery);

/**
 * @brief The whole in a sentence: "em1 (0000:01:00.0): my-agent (process 812), which was killed
 * while it made 7 VFs: taken back".
 * @param recovery may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_recovery_get_description(const struct sriov_recovery *recovery);

/**
 * @brief Why it could not be brought to an end.
 * @param recovery may be NULL.
 * @return borrowed; NULL when it could.
 * @since 0.2
 */
const struct sriov_error *sriov_recovery_get_error(const struct sriov_recovery *recovery);

#ifdef __cplusplus
}
#endif

#endif
