/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief From what is to what should be, in steps.
 *
 * @code{.c}
 * struct sriov_state *state = NULL;
 * struct sriov_plan *plan = NULL;
 * char *text = NULL;
 *
 * if (sriov_state_new(&state, &error) ||
 *     sriov_state_add_json(state,
 *                          "{\"version\": 1, \"pfs\": [{\"pf\": \"em1\", \"vf_count\": 7,"
 *                          " \"defaults\": {\"driver\": \"vfio-pci\", \"trust\": true}}]}",
 *                          &error) ||
 *     sriov_plan_make(ctx, state, &plan, &error) ||
 *     sriov_plan_format_text(plan, &text, &error))
 *         fprintf(stderr, "%s\n", sriov_error_get_message(error));
 * else
 *         printf("%s", text);
 * free(text);
 * sriov_plan_unref(plan);
 * sriov_state_unref(state);
 * sriov_error_unref(error);
 * @endcode
 */
#ifndef SRIOV_PLAN_H
#define SRIOV_PLAN_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/state.h>
#include <sriov/step.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What is to be done to get a host from what it is like to what it should be like. Immutable
 * and counted.
 * @since 0.2
 */
struct sriov_plan;

/**
 * @brief Takes a reference.
 * @param plan may be NULL.
 * @return `plan`.
 * @since 0.2
 */
struct sriov_plan *sriov_plan_ref(struct sriov_plan *plan);

/**
 * @brief Drops a reference; the last one frees it.
 * @param plan may be NULL.
 * @since 0.2
 */
void sriov_plan_unref(struct sriov_plan *plan);

/**
 * @brief Compares what is with what should be. Nothing is changed.
 *
 * The steps for a PF come in this order: new VFs get no drivers by themselves; the VFs are removed;
 * they are made; their settings; their drivers; new VFs get drivers by themselves as before, or as
 * wanted. So nobody but the driver that is wanted ever sees a VF, and it sees it as it should be.
 *
 * All that speaks against it is told at once: the error has a cause for each.
 * @param context the host.
 * @param state what should be; it is read, not kept.
 * @param[out] plan without any step when all is as it should be; released with sriov_plan_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL; two PFs of the state are the same one; a VF is
 * spoken of that the PF will not have.
 * @retval SRIOV_CODE_NOT_FOUND there is no such PF, or its interface is in another network
 * namespace.
 * @retval SRIOV_CODE_NOT_PF the device is no PF.
 * @retval SRIOV_CODE_TOO_MANY_VFS the PF cannot have so many VFs.
 * @retval SRIOV_CODE_WOULD_DESTROY VFs that somebody uses would be destroyed or taken from their
 * driver, or a PF that the host lives by be disturbed, and that is not allowed of that PF.
 * @retval SRIOV_CODE_NO_DRIVER the PF has no driver, or there is no module of a driver that is
 * wanted.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no interface, so its VFs have no settings; or the
 * kernel is too old for something that is wanted.
 * @retval SRIOV_CODE_BLACKLISTED the module of a driver that is wanted is blacklisted.
 * @retval SRIOV_CODE_BUSY a driver tells nothing of a VF now: try again.
 * @retval SRIOV_CODE_GONE a PF or a VF was removed meanwhile.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right to read.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of something is not understood.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not tell something in time.
 * @retval SRIOV_CODE_FAILED something cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * What sriov_pf_state_capture(), sriov_pf_list_vf_uses() and sriov_pf_read_use() read.
 * @since 0.2
 */
enum sriov_code sriov_plan_make(struct sriov_context *context, const struct sriov_state *state,
				struct sriov_plan **plan, struct sriov_error **error);

/**
 * @brief The steps in their order.
 * @param plan may be NULL.
 * @return borrowed; empty when nothing is to be done; NULL for NULL.
 * @since 0.2
 */
const struct sriov_step_list *sriov_plan_get_steps(const struct sriov_plan *plan);

/**
 * @brief Who notices it: the worst of its steps.
 * @param plan may be NULL.
 * @return one of #sriov_step_effect.
 * @since 0.2
 */
enum sriov_step_effect sriov_plan_get_effect(const struct sriov_plan *plan);

/**
 * @brief The plan for a person: for each step what it does, and below that its effect, the way
 * back and the command.
 * @param plan the plan.
 * @param[out] text with line ends, released with free().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_plan_format_text(const struct sriov_plan *plan, char **text,
				       struct sriov_error **error);

/**
 * @brief The plan for a program.
 * @param plan the plan.
 * @param[out] json an object with a list of steps, released with free().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_MALFORMED a PF's interface has a name that is no UTF-8.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * None: all that is told was read when the plan was made.
 * @since 0.2
 */
enum sriov_code sriov_plan_format_json(const struct sriov_plan *plan, char **json,
				       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
