/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a PF counted of the traffic of its VFs.
 */
#ifndef SRIOV_VF_STATISTICS_H
#define SRIOV_VF_STATISTICS_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <sriov/vf_settings.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The counters of one VF as they were when they were read. Immutable and counted.
 *
 * They count from when the VF was made or the card was reset, as the driver has it. What the VF
 * receives and sends is seen from the VF.
 * @since 0.1
 */
struct sriov_vf_statistics;

/**
 * @brief Takes a reference.
 * @param statistics may be NULL.
 * @return `statistics`.
 * @since 0.1
 */
struct sriov_vf_statistics *sriov_vf_statistics_ref(struct sriov_vf_statistics *statistics);

/**
 * @brief Drops a reference; the last one frees it.
 * @param statistics may be NULL.
 * @since 0.1
 */
void sriov_vf_statistics_unref(struct sriov_vf_statistics *statistics);

/**
 * @brief Which VF of the PF.
 * @param statistics may be NULL.
 * @return from 0.
 * @since 0.1
 */
unsigned int sriov_vf_statistics_get_vf_index(const struct sriov_vf_statistics *statistics);

/**
 * @brief Whether the driver counts.
 *
 * The kernel gives zeroes for a driver that counts nothing. So this is a value when any counter of
 * any VF of the PF is not zero; unsupported when the kernel gives no counters, or when all are zero
 * and the driver is known to count nothing (igb); and unknown when all are zero with another
 * driver: then either it counts nothing, or nothing has come by.
 * @param statistics may be NULL.
 * @return a value, unsupported or unknown.
 * @since 0.1
 */
enum sriov_vf_answer sriov_vf_statistics_get_answer(const struct sriov_vf_statistics *statistics);

/**
 * @brief Packets that the VF received.
 * @param statistics may be NULL.
 * @return the number.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_rx_packets(const struct sriov_vf_statistics *statistics);

/**
 * @brief Packets that the VF sent.
 * @param statistics may be NULL.
 * @return the number.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_tx_packets(const struct sriov_vf_statistics *statistics);

/**
 * @brief Bytes that the VF received.
 * @param statistics may be NULL.
 * @return the number.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_rx_bytes(const struct sriov_vf_statistics *statistics);

/**
 * @brief Bytes that the VF sent.
 * @param statistics may be NULL.
 * @return the number.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_tx_bytes(const struct sriov_vf_statistics *statistics);

/**
 * @brief Broadcast packets that the VF received.
 * @param statistics may be NULL.
 * @return the number.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_broadcast(const struct sriov_vf_statistics *statistics);

/**
 * @brief Multicast packets that the VF received.
 * @param statistics may be NULL.
 * @return the number.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_multicast(const struct sriov_vf_statistics *statistics);

/**
 * @brief Packets that were dropped on their way to the VF.
 * @param statistics may be NULL.
 * @return the number; 0 as well with kernels before 4.18, which do not tell.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_rx_dropped(const struct sriov_vf_statistics *statistics);

/**
 * @brief Packets of the VF that were dropped, for instance by its spoof check.
 * @param statistics may be NULL.
 * @return the number; 0 as well with kernels before 4.18, which do not tell.
 * @since 0.1
 */
uint64_t sriov_vf_statistics_get_tx_dropped(const struct sriov_vf_statistics *statistics);

/**
 * @brief Statistics of VFs, in the order of their indexes. Immutable and counted.
 * @since 0.1
 */
struct sriov_vf_statistics_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vf_statistics_list *
sriov_vf_statistics_list_ref(struct sriov_vf_statistics_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vf_statistics_list_unref(struct sriov_vf_statistics_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vf_statistics_list_get_count(const struct sriov_vf_statistics_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_vf_statistics_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_vf_statistics *
sriov_vf_statistics_list_get(const struct sriov_vf_statistics_list *list, size_t position);

/**
 * @brief The statistics of all VFs of the PF, in one question to the kernel.
 *
 * Lists of any length are read whole, as by sriov_pf_list_vf_settings().
 * @param pf the PF.
 * @param[out] list released with sriov_vf_statistics_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver tells nothing of
 * VFs.
 * @retval SRIOV_CODE_NOT_FOUND its interface is in another network namespace.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver leaves a VF out of its answer, as while it resets: try again;
 * or the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_MALFORMED the kernel's answer does not hold the VFs that it promises.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @par Kernel interface
 * rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`: `IFLA_VF_STATS`.
 * @since 0.1
 */
enum sriov_code sriov_pf_list_vf_statistics(struct sriov_pf *pf,
					    struct sriov_vf_statistics_list **list,
					    struct sriov_error **error);

/**
 * @brief The statistics of one VF.
 * @param vf the VF.
 * @param[out] statistics released with sriov_vf_statistics_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver tells nothing of
 * VFs.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index any more, or its interface is in
 * another network namespace.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver leaves the VF out of its answer, as while it resets: try
 * again; or the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_MALFORMED the kernel's answer does not hold the VFs that it promises.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @par Kernel interface
 * rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`: `IFLA_VF_STATS`.
 * @since 0.1
 */
enum sriov_code sriov_vf_read_statistics(struct sriov_vf *vf,
					 struct sriov_vf_statistics **statistics,
					 struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
