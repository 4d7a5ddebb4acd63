/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief A plan is carried out: to its end, or not at all.
 *
 * @code{.c}
 * struct sriov_state *state = NULL;
 * struct sriov_plan *plan = NULL;
 *
 * if (sriov_state_new(&state, &error) ||
 *     sriov_state_add_json(state,
 *                          "{\"version\": 1, \"pfs\": [{\"pf\": \"em1\", \"vf_count\": 7}]}",
 *                          &error) ||
 *     sriov_plan_make(ctx, state, &plan, &error) ||
 *     sriov_plan_apply(plan, NULL, NULL, &error))
 *         fprintf(stderr, "%s\n", sriov_error_get_message(error));
 * sriov_plan_unref(plan);
 * sriov_state_unref(state);
 * sriov_error_unref(error);
 * @endcode
 */
#ifndef SRIOV_APPLY_H
#define SRIOV_APPLY_H

#include <sriov/error.h>
#include <sriov/lease.h>
#include <sriov/plan.h>
#include <sriov/step.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A plan that is being carried out, or was.
 * @since 0.2
 */
struct sriov_apply;

/**
 * @brief How a plan is carried out.
 * @since 0.2
 */
struct sriov_apply_options;

/**
 * @brief What a plan came to.
 * @since 0.2
 */
enum sriov_apply_result {
	/** It is under way. */
	SRIOV_APPLY_RESULT_UNDER_WAY = 0,
	/** All is as it should be. */
	SRIOV_APPLY_RESULT_APPLIED = 1,
	/** A step failed or it was cancelled, and all is as before. */
	SRIOV_APPLY_RESULT_TAKEN_BACK = 2,
	/**
	 * A step failed, and so did the way back, somebody uses a VF by now that would have to go,
	 * or the kernel is still at it: what is not as before is in the error's causes.
	 * sriov_recovery_run_all() takes it back once that can be done. So it is, too, when all
	 * went well and the journal could not be removed: a recovery takes all back then, unless
	 * VFs were removed.
	 */
	SRIOV_APPLY_RESULT_LEFT = 3,
};

/**
 * @brief Makes options that hold the defaults.
 * @param[out] options released with sriov_apply_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_apply_options_new(struct sriov_apply_options **options,
					struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.2
 */
struct sriov_apply_options *sriov_apply_options_ref(struct sriov_apply_options *options);

/**
 * @brief Drops a reference; the last one frees it.
 * @param options may be NULL.
 * @since 0.2
 */
void sriov_apply_options_unref(struct sriov_apply_options *options);

/**
 * @brief As whom the PFs are leased, and who a recovery says it was.
 * @param options the options.
 * @param owner "my-agent 1.2": 1 to 64 bytes without control characters, copied; NULL, the default,
 * for the process's command.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL, or the text is not as it has to be.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_apply_options_set_owner(struct sriov_apply_options *options,
					      const char *owner, struct sriov_error **error);

/**
 * @brief The leases that the caller has already: the plan is carried out under them, and the caller
 * has them still when that is over.
 *
 * So nobody changes a PF between what the caller looks at, plans and applies. The PFs of the plan
 * without one are leased meanwhile, in the order of their addresses, in which whoever leases more
 * than one has to go as well.
 * A lease is of use to one plan at a time, and to none while what was begun under it is not over in
 * the kernel.
 * @param options the options.
 * @param lease of sriov_pf_acquire_lease(), referenced until the options are released. One of a PF
 * that is not in the plan does nothing.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_apply_options_add_lease(struct sriov_apply_options *options,
					      struct sriov_lease *lease,
					      struct sriov_error **error);

/**
 * @brief How long to wait for the lease of a PF that somebody has.
 * @param options may be NULL.
 * @param wait_ms in milliseconds; 0, the default, for not at all.
 * @since 0.2
 */
void sriov_apply_options_set_wait_ms(struct sriov_apply_options *options, uint32_t wait_ms);

/**
 * @brief When a step that is not over is given up.
 *
 * Whatever is in the way, the other PFs are taken back; of this one is told who holds it. What was
 * begun goes on in the kernel, and the PF's lease with it; once it is over a recovery takes this
 * one back, too. A module is loaded before any PF is touched: when it is late, it goes on loading
 * and nothing else is begun.
 * @param options may be NULL.
 * @param deadline_ms for each step, in milliseconds; by default that of the context, see
 * sriov_context_options_set_deadline_ms(); 0 for never.
 * @since 0.2
 */
void sriov_apply_options_set_deadline_ms(struct sriov_apply_options *options, uint32_t deadline_ms);

/**
 * @brief How many VFs of one PF are bound to their drivers at once. PFs always go side by side.
 * @param options may be NULL.
 * @param parallelism from 1 to 64, and taken for the nearer one of them when it is none of these; 4
 * by default. Each is a process of its own while the plan is carried
 * out.
 * @since 0.2
 */
void sriov_apply_options_set_parallelism(struct sriov_apply_options *options,
					 unsigned int parallelism);

/**
 * @brief Who is told of each step, and may have it ended.
 * @param options may be NULL.
 * @param callback called on the caller's thread from within sriov_plan_apply(),
 * sriov_apply_start() and sriov_apply_advance(), when a step begins and when it has ended, on the
 * way back too. It returns false to go on, and true to have it ended as sriov_apply_cancel() does;
 * after the last step, and on the way back, there is nothing to be ended. It may call that one and
 * getters with the apply, once it has that. NULL for nobody.
 * @param user_data handed to the callback.
 * @since 0.2
 */
void sriov_apply_options_set_progress(struct sriov_apply_options *options,
				      bool (*callback)(void *user_data,
						       const struct sriov_step *step,
						       enum sriov_step_result result),
				      void *user_data);

/**
 * @brief Carries a plan out, and waits for its end.
 *
 * First the PFs are leased, and whatever was left by one that was killed is recovered, as
 * sriov_recovery_run_all() does; that of other PFs need not succeed. Then a journal is kept until
 * all is over. When a step fails what was done is taken back.
 * @param plan the plan.
 * @param options NULL for the defaults.
 * @param[out] apply what became of each step, also after a failure of one; released with
 * sriov_apply_unref(). NULL when it is not wanted.
 * @param[out] error may be NULL. Of a step that failed it says why; where more than one did, forth
 * or back, it has a cause for each.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or an option is out of its range.
 * @retval SRIOV_CODE_BUSY somebody has the lease of a PF, or of one that has to be recovered with
 * it; or another plan is carried out under the same lease; or an earlier change of a PF is not over
 * in the kernel; or a PF is not as it was when the plan was made, or another card: plan again.
 * @retval SRIOV_CODE_WOULD_DESTROY somebody uses by now what would be destroyed.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right, or the runtime directory is not safe.
 * @retval SRIOV_CODE_GONE a device was removed.
 * @retval SRIOV_CODE_NOT_FOUND a device, a module or the runtime directory's parent is not there.
 * @retval SRIOV_CODE_UNSUPPORTED the driver or the kernel has no such thing.
 * @retval SRIOV_CODE_TOO_MANY_VFS the driver allows fewer VFs.
 * @retval SRIOV_CODE_NO_DRIVER a driver is not there.
 * @retval SRIOV_CODE_BLACKLISTED a module is blacklisted.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of something is not understood.
 * @retval SRIOV_CODE_TIMEOUT a step was not over in time; who holds the device is told.
 * @retval SRIOV_CODE_PARTIAL the driver made fewer VFs than were asked for; or the way back failed,
 * too, and all is neither as before nor as it should be; or what was left of the PFs by one that
 * was killed could not be recovered.
 * @retval SRIOV_CODE_CANCELLED the progress callback or sriov_apply_cancel() had it ended; all is
 * as before.
 * @retval SRIOV_CODE_FAILED the kernel refused a step.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `sriov_drivers_autoprobe`, `sriov_numvfs`, `sriov_vf_msix_count`, `driver_override`,
 * `drivers_probe`, the drivers' `bind` and `unbind`; rtnetlink's `IFLA_VFINFO_LIST`.
 * @since 0.2
 */
enum sriov_code sriov_plan_apply(struct sriov_plan *plan, const struct sriov_apply_options *options,
				 struct sriov_apply **apply, struct sriov_error **error);

/**
 * @brief Begins to carry a plan out, without waiting for its end.
 *
 * What this waits for itself are leases, as long as the options allow, a recovery, and modules.
 * From then on sriov_apply_advance() is called whenever sriov_apply_get_descriptor() is readable.
 * When the apply is dropped before it is over, it is cancelled and taken back first, unless its
 * last step is under way: then it is done.
 * @param plan the plan.
 * @param options NULL for the defaults.
 * @param[out] apply released with sriov_apply_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or an option is out of its range.
 * @retval SRIOV_CODE_BUSY somebody has the lease of a PF, or of one that has to be recovered with
 * it; or another plan is carried out under the same lease; or an earlier change of a PF is not over
 * in the kernel; or a PF is not as it was when the plan was made, or another card: plan again.
 * @retval SRIOV_CODE_WOULD_DESTROY somebody uses by now what would be destroyed.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right, or the runtime directory is not safe.
 * @retval SRIOV_CODE_GONE a device was removed.
 * @retval SRIOV_CODE_NOT_FOUND a device, a module or the runtime directory's parent is not there.
 * @retval SRIOV_CODE_UNSUPPORTED the driver or the kernel has no such thing.
 * @retval SRIOV_CODE_TOO_MANY_VFS the driver allows fewer VFs.
 * @retval SRIOV_CODE_NO_DRIVER a driver is not there.
 * @retval SRIOV_CODE_BLACKLISTED a module is blacklisted.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of something is not understood.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not tell something in time, or a module is not loaded
 * in time.
 * @retval SRIOV_CODE_FAILED the runtime directory cannot be written, or there is no process or
 * descriptor left.
 * @retval SRIOV_CODE_PARTIAL what was left of the PFs by one that was killed could not be
 * recovered.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * As of sriov_plan_apply().
 * @since 0.2
 */
enum sriov_code sriov_apply_start(struct sriov_plan *plan,
				  const struct sriov_apply_options *options,
				  struct sriov_apply **apply, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param apply may be NULL.
 * @return `apply`.
 * @since 0.2
 */
struct sriov_apply *sriov_apply_ref(struct sriov_apply *apply);

/**
 * @brief Drops a reference; the last one frees it.
 * @param apply may be NULL.
 * @since 0.2
 */
void sriov_apply_unref(struct sriov_apply *apply);

/**
 * @brief What to wait for, with poll(), select() or the like.
 * @param apply may be NULL.
 * @return readable when sriov_apply_advance() has something to do, and once it is over; it is the
 * apply's and is not read from. -1 for NULL.
 * @since 0.2
 */
int sriov_apply_get_descriptor(const struct sriov_apply *apply);

/**
 * @brief Takes note of what the kernel has done, and goes on. Never waits.
 * @param apply may be NULL.
 * @since 0.2
 */
void sriov_apply_advance(struct sriov_apply *apply);

/**
 * @brief Has it ended after the steps that are under way, and all taken back.
 *
 * May be called by any thread and in a signal handler, at any time; once it is over it changes
 * nothing.
 * @param apply may be NULL.
 * @since 0.2
 */
void sriov_apply_cancel(struct sriov_apply *apply);

/**
 * @brief What it came to so far.
 * @param apply may be NULL.
 * @return one of #sriov_apply_result.
 * @since 0.2
 */
enum sriov_apply_result sriov_apply_get_result(const struct sriov_apply *apply);

/**
 * @brief Why all is not as it should be.
 * @param apply may be NULL.
 * @return borrowed; NULL while it is under way, and when all went well.
 * @since 0.2
 */
const struct sriov_error *sriov_apply_get_error(const struct sriov_apply *apply);

/**
 * @brief The plan.
 * @param apply may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const struct sriov_plan *sriov_apply_get_plan(const struct sriov_apply *apply);

/**
 * @brief How many of the plan's steps are over, one way or the other.
 * @param apply may be NULL.
 * @return never falls.
 * @since 0.2
 */
size_t sriov_apply_get_done_count(const struct sriov_apply *apply);

/**
 * @brief What became of a step on the way forth.
 * @param apply may be NULL.
 * @param position its place in sriov_plan_get_steps().
 * @return one of #sriov_step_result; #SRIOV_STEP_RESULT_UNKNOWN past the end.
 * @since 0.2
 */
enum sriov_step_result sriov_apply_get_step_result(const struct sriov_apply *apply,
						   size_t position);

/**
 * @brief Why a step failed on the way forth, or what is not as it was set though it was done: a
 * driver that agreed to a setting may tell another one at first.
 * @param apply may be NULL.
 * @param position its place in sriov_plan_get_steps().
 * @return borrowed; NULL when all is well with it.
 * @since 0.2
 */
const struct sriov_error *sriov_apply_get_step_error(const struct sriov_apply *apply,
						     size_t position);

#ifdef __cplusplus
}
#endif

#endif
