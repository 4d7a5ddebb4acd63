/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Who has the lease of a PF or has reserved a VF.
 */
#ifndef SRIOV_OWNER_H
#define SRIOV_OWNER_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Whom a lease or a reservation belongs to, by his own account. Immutable and counted.
 * @since 0.2
 */
struct sriov_owner;

/**
 * @brief Takes a reference.
 * @param owner may be NULL.
 * @return `owner`.
 * @since 0.2
 */
struct sriov_owner *sriov_owner_ref(struct sriov_owner *owner);

/**
 * @brief Drops a reference; the last one frees it.
 * @param owner may be NULL.
 * @since 0.2
 */
void sriov_owner_unref(struct sriov_owner *owner);

/**
 * @brief What the owner called himself: "my-agent 1.2".
 * @param owner may be NULL.
 * @return borrowed; NULL when he wrote nothing, as a shell's flock does; what is told of its
 * process then comes from the kernel.
 * @since 0.2
 */
const char *sriov_owner_get_text(const struct sriov_owner *owner);

/**
 * @brief The process, by its number in the PID namespace that its procfs showed.
 * @param owner may be NULL.
 * @return from 1; 0 when it is not known.
 * @since 0.2
 */
int sriov_owner_get_pid(const struct sriov_owner *owner);

/**
 * @brief Its short name when it took what it has: "python3", at most 15 bytes.
 * @param owner may be NULL.
 * @return borrowed; NULL when it is not known.
 * @since 0.2
 */
const char *sriov_owner_get_command(const struct sriov_owner *owner);

/**
 * @brief When the process was started, as the kernel counts: with its number, this names it for as
 * long as the host runs.
 * @param owner may be NULL.
 * @return clock ticks since the boot, field 22 of `/proc/PID/stat`; 0 when it is not known.
 * @since 0.2
 */
uint64_t sriov_owner_get_start_ticks(const struct sriov_owner *owner);

/**
 * @brief In which boot of the host it was: "3c9a3b9e-6d2a-4e0c-8f3c-6f4d1c1f7d52".
 * @param owner may be NULL.
 * @return borrowed; NULL when it is not known.
 * @since 0.2
 */
const char *sriov_owner_get_boot_id(const struct sriov_owner *owner);

/**
 * @brief Since when he has it, by the clock.
 * @param owner may be NULL.
 * @return seconds since 1970; 0 when it is not known.
 * @since 0.2
 */
uint64_t sriov_owner_get_since_s(const struct sriov_owner *owner);

/**
 * @brief Whether the process was still running: one of its number and its start is to be seen.
 * @param owner may be NULL.
 * @return false when it has ended, and another one that it made keeps what it had; when it cannot
 * be seen from here, as from within a container; and for NULL.
 * @since 0.2
 */
bool sriov_owner_is_running(const struct sriov_owner *owner);

/**
 * @brief The owner in words: "my-agent 1.2 (python3, process 812) since 2026-11-26 09:30:00 UTC".
 * @param owner may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_owner_get_description(const struct sriov_owner *owner);

#ifdef __cplusplus
}
#endif

#endif
