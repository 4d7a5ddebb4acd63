/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Leases: of all the agents on a host, one at a time changes a PF.
 *
 * A lease is advisory: it keeps those apart who ask for it. The kernel frees it when its owner
 * ends, however that happens. It is the lock of flock() on the file `lease/ADDRESS` in the runtime
 * directory, see sriov_context_options_set_runtime_directory(), so that a shell takes part:
 *
 *     flock --nonblock --conflict-exit-code 75 /run/libsriov/lease/0000:01:00.0 true
 *     sed -n 's/^owner=//p' /run/libsriov/lease/0000:01:00.0
 *
 * The first says 75 when somebody has it; the second tells who. The lines of the file are
 * `owner=`, `pid=`, `command=`, `start_ticks=`, `boot_id=` and `since=`, and `doing=` when it is
 * had until something is over in the kernel; they count only while the file is locked. The file
 * stays when the lease is free, and is never to be removed.
 */
#ifndef SRIOV_LEASE_H
#define SRIOV_LEASE_H

#include <sriov/error.h>
#include <sriov/owner.h>
#include <sriov/pf.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The lease of a PF, for as long as there is a reference to it. Counted.
 * @since 0.2
 */
struct sriov_lease;

/**
 * @brief How a lease is acquired. Starts with the defaults: in the name of the process's command,
 * and without waiting.
 * @since 0.2
 */
struct sriov_lease_options;

/**
 * @brief Makes options that hold the defaults.
 * @param[out] options released with sriov_lease_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_lease_options_new(struct sriov_lease_options **options,
					struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.2
 */
struct sriov_lease_options *sriov_lease_options_ref(struct sriov_lease_options *options);

/**
 * @brief Drops a reference; the last one frees it.
 * @param options may be NULL.
 * @since 0.2
 */
void sriov_lease_options_unref(struct sriov_lease_options *options);

/**
 * @brief What the owner calls himself, for others to read.
 * @param options the options.
 * @param owner "my-agent 1.2": 1 to 64 bytes without control characters, copied; NULL for the
 * process's command.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL, or the text is not as it has to be.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_lease_options_set_owner(struct sriov_lease_options *options,
					      const char *owner, struct sriov_error **error);

/**
 * @brief How long to wait for a lease that somebody else has.
 *
 * Meanwhile it is tried again and again, up to 20 ms apart; who comes first has it, and not who has
 * waited longest.
 * @param options may be NULL, and nothing is done.
 * @param wait_ms milliseconds; 0 to try once, which is the default; 4294967295 for as long as it
 * takes.
 * @since 0.2
 */
void sriov_lease_options_set_wait_ms(struct sriov_lease_options *options, uint32_t wait_ms);

/**
 * @brief Acquires the lease of a PF.
 *
 * Two contexts or threads of one process are kept apart as two processes are. A child that the
 * process forks keeps the lease with it until both have dropped it or ended; a program that it
 * executes does not have it.
 * @param pf the PF.
 * @param options NULL for the defaults.
 * @param[out] lease released with sriov_lease_unref(), which frees it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `pf` or `lease` is NULL.
 * @retval SRIOV_CODE_BUSY somebody else has it; the message says who, as far as that is known.
 * @retval SRIOV_CODE_FORBIDDEN the runtime directory may not be opened, or is not this user's
 * alone.
 * @retval SRIOV_CODE_NOT_FOUND the directory that the runtime directory is to be made in is not
 * there.
 * @retval SRIOV_CODE_FAILED the file cannot be made, written or locked.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * flock() on `/run/libsriov/lease/ADDRESS`; `/proc/self`, of it `comm` and `stat`, and
 * `/proc/sys/kernel/random/boot_id`.
 * @since 0.2
 */
enum sriov_code sriov_pf_acquire_lease(struct sriov_pf *pf,
				       const struct sriov_lease_options *options,
				       struct sriov_lease **lease, struct sriov_error **error);

/**
 * @brief Who has the lease of a PF now. It is not taken from anybody by that.
 * @param pf the PF.
 * @param[out] owner released with sriov_owner_unref(); NULL when the lease is free.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_FORBIDDEN the runtime directory may not be opened, or is not this user's
 * alone.
 * @retval SRIOV_CODE_FAILED the file cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * flock() on `/run/libsriov/lease/ADDRESS`; of the owner, `/proc/PID/stat`; `/proc/locks` where he
 * wrote nothing.
 * @since 0.2
 */
enum sriov_code sriov_pf_read_lease_owner(struct sriov_pf *pf, struct sriov_owner **owner,
					  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param lease may be NULL.
 * @return `lease`.
 * @since 0.2
 */
struct sriov_lease *sriov_lease_ref(struct sriov_lease *lease);

/**
 * @brief Drops a reference; the last one frees the lease for others.
 * @param lease may be NULL.
 * @since 0.2
 */
void sriov_lease_unref(struct sriov_lease *lease);

/**
 * @brief Which PF's it is.
 * @param lease may be NULL.
 * @return the PCI address, borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_lease_get_address(const struct sriov_lease *lease);

#ifdef __cplusplus
}
#endif

#endif
